import sqlite3
import tempfile
import unittest
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError


def task_func(path, openings, transfers):
    """Post transfers between accounts in an SQLite database so that money neither appears nor vanishes.

    The database has a table account with the columns name (primary key) and cents, which is never negative, and a table
    transfer with id (integer primary key), day, source, target and cents, which is always positive; no column takes
    NULL. Both are created if they are missing.
    Accounts from openings that do not exist yet are created with their opening balance; the balances of existing ones
    stay. Then the transfers are posted in the given order. Each is recorded in the table transfer and changes both
    balances, or, if the amount is not positive, an account does not exist, source and target are the same or the source
    would fall below zero, it is rejected and changes nothing.

    Parameters:
    - path (str): the SQLite file.
    - openings (dict): account name -> opening balance as decimal.Decimal, not negative, at most two decimals.
    - transfers (iterable of tuple): (day as datetime.date, source, target, amount as decimal.Decimal, at most two
      decimals).

    Returns:
    - tuple: (balances, months, rejected). balances is a dict from the name of each account in the database, sorted, to
      its balance as Decimal with two decimals; months is a dict from 'YYYY-MM', sorted, to a tuple of the number and
      the sum (Decimal with two decimals) of all recorded transfers of that month, also those of earlier calls; rejected
      is the list of the positions, from 0, of the transfers rejected in this call.

    Requirements:
    - decimal
    - sqlalchemy
    - sqlalchemy.exc

    Example:
    >>> task_func("bank.db", {"a": Decimal(5), "b": Decimal(0)}, [(date(2030, 1, 2), "a", "b", Decimal("1.5"))])[0]
    {'a': Decimal('3.50'), 'b': Decimal('1.50')}
    """
    engine = sa.create_engine(f"sqlite:///{path}")
    metadata = sa.MetaData()
    account = sa.Table(
        "account",
        metadata,
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("cents", sa.Integer, sa.CheckConstraint("cents >= 0"), nullable=False),
    )
    transfer = sa.Table(
        "transfer",
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("source", sa.ForeignKey("account.name"), sa.CheckConstraint("source <> target"), nullable=False),
        sa.Column("target", sa.ForeignKey("account.name"), nullable=False),
        sa.Column("cents", sa.Integer, sa.CheckConstraint("cents > 0"), nullable=False),
    )
    metadata.create_all(engine)
    with engine.begin() as connection:
        for name in openings.keys() - set(connection.scalars(sa.select(account.c.name))):
            connection.execute(sa.insert(account).values(name=name, cents=int(100 * openings[name])))
    rejected = []
    for position, (day, source, target, amount) in enumerate(transfers):
        cents = int(100 * amount)
        try:
            with engine.begin() as connection:
                connection.execute(sa.insert(transfer).values(day=day, source=source, target=target, cents=cents))
                for name, change in ((source, -cents), (target, cents)):
                    own = sa.update(account).where(account.c.name == name)
                    if not connection.execute(own.values(cents=account.c.cents + change)).rowcount:
                        raise KeyError(name)
        except (IntegrityError, KeyError):
            rejected.append(position)
    month = sa.func.strftime("%Y-%m", transfer.c.day)
    sums = sa.select(month, sa.func.count(), sa.func.sum(transfer.c.cents)).group_by(month).order_by(month)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(account.c.name, account.c.cents).order_by(account.c.name))
        balances = {name: Decimal(cents).scaleb(-2) for name, cents in rows}
        months = {name: (count, Decimal(cents).scaleb(-2)) for name, count, cents in connection.execute(sums)}
    engine.dispose()
    return balances, months, rejected


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = str(Path(folder.name, "bank.db"))

    def post(self, openings, *transfers):
        openings = {name: Decimal(text) for name, text in openings.items()}
        transfers = [(date.fromisoformat(day), a, b, Decimal(text)) for day, a, b, text in transfers]
        balances, months, rejected = task_func(self.path, openings, iter(transfers))
        balances = [(name, str(balance)) for name, balance in balances.items()]
        return balances, [(name, count, str(total)) for name, (count, total) in months.items()], rejected

    def query(self, text):
        with closing(sqlite3.connect(self.path)) as db:
            return db.execute(text).fetchall()

    def test_transfers(self):
        found = self.post(
            {"till": "10", "bank": "0.05", "new": "0"},
            ("2030-02-28", "till", "bank", "2.50"),
            ("2030-01-31", "bank", "till", "2.55"),
            ("2030-02-01", "till", "new", "0.29"),
        )
        balances = [("bank", "0.00"), ("new", "0.29"), ("till", "9.76")]
        self.assertEqual(found, (balances, [("2030-01", 1, "2.55"), ("2030-02", 2, "2.79")], []))
        expected = [("2030-02-28", "till", "bank", 250), ("2030-01-31", "bank", "till", 255)]
        stored = self.query("SELECT day, source, target, cents FROM transfer ORDER BY id")
        self.assertEqual(stored, [*expected, ("2030-02-01", "till", "new", 29)])
        self.assertEqual(self.query("SELECT id FROM transfer ORDER BY id"), [(1,), (2,), (3,)])

    def test_rejected_transfers_change_nothing(self):
        day = "2030-01-01"
        found = self.post(
            {"a": "1", "b": "1"},
            (day, "a", "b", "1.01"),
            (day, "a", "nobody", "0.5"),
            (day, "nobody", "b", "0.5"),
            (day, "a", "b", "0"),
            (day, "b", "a", "-0.5"),
            (day, "a", "a", "0.5"),
            (day, "a", "b", "1"),
            (day, "a", "b", "0.01"),
        )
        self.assertEqual(found, ([("a", "0.00"), ("b", "2.00")], [("2030-01", 1, "1.00")], [0, 1, 2, 3, 4, 5, 7]))

    def test_order_matters(self):
        first, second = ("2030-01-02", "a", "b", "3"), ("2030-01-01", "b", "c", "3")
        openings = {"a": "3", "b": "0", "c": "0"}
        self.assertEqual(self.post(openings, second, first)[2], [0])
        self.setUp()
        self.assertEqual(self.post(openings, first, second)[2], [])

    def test_later_calls(self):
        self.post({"a": "5", "b": "0"}, ("2030-01-01", "a", "b", "1"))
        found = self.post({"a": "100", "B": "0.1"}, ("2030-01-31", "b", "B", "0.4"), ("2029-12-31", "a", "b", "4"))
        balances = [("B", "0.50"), ("a", "0.00"), ("b", "4.60")]
        self.assertEqual(found, (balances, [("2029-12", 1, "4.00"), ("2030-01", 2, "1.40")], []))

    def test_cents_are_exact(self):
        found = self.post({"a": "90071992547409.93", "b": "0"}, *[("2030-01-01", "a", "b", "0.57")] * 3)
        self.assertEqual(found[0], [("a", "90071992547408.22"), ("b", "1.71")])
        self.assertEqual(self.query("SELECT cents FROM account WHERE name = 'a'"), [(9007199254740822,)])

    def test_nothing(self):
        self.assertEqual(self.post({}), ([], [], []))
        self.assertEqual(self.post({"z": "0", "y": "1.1"}), ([("y", "1.10"), ("z", "0.00")], [], []))

    def test_constraints_in_the_database(self):
        self.post({"a": "1", "b": "0"})
        for statement in (
            "UPDATE account SET cents = -1 WHERE name = 'a'",
            "UPDATE account SET cents = NULL",
            "INSERT INTO account VALUES ('a', 1)",
            "INSERT INTO transfer (day, source, target, cents) VALUES ('2030-01-01', 'a', 'b', 0)",
            "INSERT INTO transfer (day, source, target, cents) VALUES (NULL, 'a', 'b', 1)",
            "INSERT INTO transfer (day, source, target, cents) VALUES ('2030-01-01', NULL, 'b', 1)",
            "INSERT INTO transfer (day, source, target, cents) VALUES ('2030-01-01', 'a', NULL, 1)",
            "INSERT INTO transfer (day, source, target, cents) VALUES ('2030-01-01', 'a', 'b', NULL)",
        ):
            with self.assertRaises(sqlite3.IntegrityError, msg=statement):
                self.query(statement)
