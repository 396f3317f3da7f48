import contextlib
import os
import sqlite3
import unittest

import numpy as np
import pandas as pd


def task_func(database):
    """Compute monthly customer retention from the orders in a SQLite file.

    The file has a table orders with the columns customer (text) and ordered_on (text, 'YYYY-MM-DD'). A customer
    belongs to the cohort of the calendar month of their first order. Retention at offset k is the share of the
    cohort's customers with at least one order in the month k months after the cohort's month. Orders with a NULL
    customer are left out everywhere.

    Parameters:
    - database (str): Path of the SQLite file.

    Returns:
    - pandas.DataFrame: One row per cohort that has customers, ascending; the index is named 'cohort' and holds
      text like '2024-01'. The columns are first 'size' (int, customers of the cohort), then the integers 0, 1, 2...
      up to the number of months between the earliest and the latest order. The shares are floats rounded to three
      decimals, 0.0 for an observed month without orders and NaN for a month after that of the latest order.

    Raises:
    - FileNotFoundError: If there is no such file; none is created.
    - ValueError: If no order is left.

    Requirements:
    - contextlib
    - os
    - sqlite3
    - numpy
    - pandas

    Example:
    >>> with contextlib.closing(sqlite3.connect('shop.db')) as db:
    ...     _ = db.execute('CREATE TABLE orders (customer TEXT, ordered_on TEXT)')
    ...     _ = db.execute("INSERT INTO orders VALUES ('ann', '2024-01-31'), ('ann', '2024-02-01')")
    ...     db.commit()
    >>> task_func('shop.db').loc['2024-01'].tolist()
    [1.0, 1.0, 1.0]
    """
    if not os.path.isfile(database):
        raise FileNotFoundError(database)
    query = "SELECT DISTINCT customer, substr(ordered_on, 1, 7) AS month FROM orders WHERE customer IS NOT NULL"
    with contextlib.closing(sqlite3.connect(database)) as connection:
        orders = pd.read_sql_query(query, connection)
    if orders.empty:
        raise ValueError(f"no orders in {database}")

    number = orders["month"].str[:4].astype(int) * 12 + orders["month"].str[5:].astype(int)
    orders["cohort"] = orders.groupby("customer")["month"].transform("min")
    orders["offset"] = number - number.groupby(orders["customer"]).transform("min")
    active = orders.groupby(["cohort", "offset"])["customer"].count().unstack(fill_value=0)
    active = active.reindex(columns=range(number.max() - number.min() + 1), fill_value=0)
    size = active[0]
    shares = active.div(size, axis=0).round(3)
    first_month = number.groupby(orders["cohort"]).min().to_numpy()
    observed = np.add.outer(first_month, shares.columns.to_numpy()) <= number.max()
    shares = shares.where(observed)
    shares.insert(0, "size", size)
    return shares


class TestCases(unittest.TestCase):
    def table(self, *orders):
        with contextlib.closing(sqlite3.connect("orders.db")) as db:
            db.execute("DROP TABLE IF EXISTS orders")
            db.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, ordered_on TEXT)")
            db.executemany("INSERT INTO orders (customer, ordered_on) VALUES (?, ?)", orders)
            db.commit()
        return task_func("orders.db")

    def rows(self, table):
        return [[None if np.isnan(cell) else float(cell) for cell in row] for row in table.to_numpy(dtype=float)]

    def test_two_cohorts(self):
        table = self.table(
            ("ann", "2023-12-30"),
            ("bob", "2023-12-01"),
            ("cem", "2023-12-24"),
            ("ann", "2024-01-02"),
            ("dee", "2024-01-15"),
            ("bob", "2024-02-28"),
            ("ann", "2024-02-01"),
        )
        self.assertEqual(table.index.tolist(), ["2023-12", "2024-01"])
        self.assertEqual(table.index.name, "cohort")
        self.assertEqual(table.columns.tolist(), ["size", 0, 1, 2])
        self.assertEqual(self.rows(table), [[3.0, 1.0, 0.333, 0.667], [1.0, 1.0, 0.0, None]])

    def test_repeated_orders_in_a_month_count_once(self):
        table = self.table(("ann", "2024-05-01"), ("ann", "2024-05-02"), ("ann", "2024-06-01"), ("ann", "2024-06-01"))
        self.assertEqual(self.rows(table), [[1.0, 1.0, 1.0]])
        self.assertEqual(table["size"].tolist(), [1])
        self.assertEqual(table["size"].dtype.kind, "i")

    def test_silent_months_keep_their_column(self):
        table = self.table(("ann", "2024-01-10"), ("ann", "2024-04-10"), ("bob", "2024-04-11"))
        self.assertEqual(table.columns.tolist(), ["size", 0, 1, 2, 3])
        self.assertEqual(self.rows(table), [[1.0, 1.0, 0.0, 0.0, 1.0], [1.0, 1.0, None, None, None]])

    def test_insertion_order_does_not_matter(self):
        table = self.table(("ann", "2024-03-01"), ("bob", "2024-02-01"), ("ann", "2024-02-29"))
        self.assertEqual(table.index.tolist(), ["2024-02"])
        self.assertEqual(self.rows(table), [[2.0, 1.0, 0.5]])

    def test_across_years(self):
        table = self.table(("ann", "2022-11-30"), ("bob", "2023-01-01"), ("ann", "2024-01-01"))
        self.assertEqual(table.columns.tolist(), ["size", *range(15)])
        self.assertEqual(table.loc["2022-11", 14], 1.0)
        self.assertEqual(table.loc["2023-01", 12], 0.0)
        self.assertTrue(np.isnan(table.loc["2023-01", 13]))

    def test_orders_without_customer_are_left_out(self):
        table = self.table((None, "2020-01-01"), ("ann", "2024-03-01"), (None, "2024-09-01"))
        self.assertEqual(table.columns.tolist(), ["size", 0])
        self.assertEqual(self.rows(table), [[1.0, 1.0]])

    def test_no_orders(self):
        with self.assertRaises(ValueError):
            self.table()
        with self.assertRaises(ValueError):
            self.table((None, "2020-01-01"))

    def test_missing_file_is_not_created(self):
        with self.assertRaises(FileNotFoundError):
            task_func("absent.db")
        self.assertFalse(os.path.exists("absent.db"))
