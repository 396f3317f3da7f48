from decimal import Decimal

from sqlalchemy import CheckConstraint, Column, Date, Integer, MetaData, String, Table, create_engine, func, insert, select
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError


def task_func(path, openings, transfers):
    engine = create_engine(f"sqlite:///{path}")
    metadata = MetaData()
    account = Table(
        "account",
        metadata,
        Column("name", String, primary_key=True),
        Column("cents", Integer, CheckConstraint("cents >= 0"), nullable=False),
    )
    transfer = Table(
        "transfer",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("day", Date, nullable=False),
        Column("source", String, nullable=False),
        Column("target", String, nullable=False),
        Column("cents", Integer, CheckConstraint("cents > 0"), nullable=False),
    )
    metadata.create_all(engine)
    rejected = []
    with engine.connect() as conn:
        existing = set(conn.scalars(select(account.c.name)))
        for name, value in openings.items():
            if name not in existing:
                conn.execute(insert(account).values(name=name, cents=int(value * 100)))
        for index, (day, source, target, amount) in enumerate(transfers):
            cents = int(amount * 100)
            try:
                if source == target:
                    raise ValueError("same account")
                for name, delta in ((source, -cents), (target, cents)):
                    statement = update(account).where(account.c.name == name).values(cents=account.c.cents + delta)
                    if conn.execute(statement).rowcount == 0:
                        raise ValueError(f"no account {name}")
                conn.execute(insert(transfer).values(day=day, source=source, target=target, cents=cents))
            except (IntegrityError, ValueError):
                rejected.append(index)
        conn.commit()
        rows = conn.execute(select(account).order_by(account.c.name)).all()
        month = func.strftime("%Y-%m", transfer.c.day)
        sums = conn.execute(select(month, func.count(), func.sum(transfer.c.cents)).group_by(month).order_by(month)).all()
    engine.dispose()
    return (
        {name: Decimal(cents).scaleb(-2) for name, cents in rows},
        {name: (count, Decimal(total).scaleb(-2)) for name, count, total in sums},
        rejected,
    )
