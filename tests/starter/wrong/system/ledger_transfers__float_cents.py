from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Column, Date, Integer, MetaData, String, Table, create_engine, insert, select, update


def task_func(path, openings, transfers):
    engine = create_engine(f"sqlite:///{path}")
    meta = MetaData()
    account = Table(
        "account",
        meta,
        Column("name", String, primary_key=True),
        Column("cents", Integer, CheckConstraint("cents >= 0"), nullable=False),
    )
    transfer = Table(
        "transfer",
        meta,
        Column("id", Integer, primary_key=True),
        Column("day", Date, nullable=False),
        Column("source", String, nullable=False),
        Column("target", String, nullable=False),
        Column("cents", Integer, CheckConstraint("cents > 0"), nullable=False),
    )
    meta.create_all(engine)
    rejected = []
    with engine.begin() as conn:
        balances = dict(conn.execute(select(account.c.name, account.c.cents)).all())
        for name, opening in openings.items():
            if name not in balances:
                balances[name] = int(float(opening) * 100)
                conn.execute(insert(account).values(name=name, cents=balances[name]))
        for i, (day, source, target, amount) in enumerate(transfers):
            cents = int(float(amount) * 100)
            if (
                cents <= 0
                or source == target
                or source not in balances
                or target not in balances
                or balances[source] < cents
            ):
                rejected.append(i)
                continue
            balances[source] -= cents
            balances[target] += cents
            conn.execute(insert(transfer).values(day=day, source=source, target=target, cents=cents))
        for name, cents in balances.items():
            conn.execute(update(account).where(account.c.name == name).values(cents=cents))
        months = {}
        for day, cents in conn.execute(select(transfer.c.day, transfer.c.cents).order_by(transfer.c.day)):
            count, total = months.get(f"{day:%Y-%m}", (0, 0))
            months[f"{day:%Y-%m}"] = (count + 1, total + cents)
    engine.dispose()
    quantum = Decimal("0.01")
    return (
        {name: (Decimal(balances[name]) / 100).quantize(quantum) for name in sorted(balances)},
        {month: (n, (Decimal(total) / 100).quantize(quantum)) for month, (n, total) in months.items()},
        rejected,
    )
