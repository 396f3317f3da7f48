import unittest
from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(records):
    """Sum up daily amounts by ISO week, leaving no week out.

    Every week from that of the earliest to that of the latest record has a row, also if nothing was recorded in it
    (its total is 0.0). The change is the total's relative change against the week before in per cent, rounded to one
    decimal place; it is NaN for the first week and wherever the total of the week before is 0.

    Parameters:
    - records (list of tuple): pairs of a date and an amount (int or float), in any order; dates may repeat.

    Returns:
    - pandas.DataFrame: one row per week in order, with a default index and the columns "week" (str, ISO year and week
      such as "2020-W53"), "monday" (date, the week's first day), "days" (int, number of different dates recorded in
      it), "total" (float, rounded to two decimal places) and "change" (float, computed from the rounded totals).
      Without records the table has these columns and no rows.

    Requirements:
    - datetime
    - pandas

    Example:
    >>> table = task_func([(date(2021, 1, 3), 4), (date(2021, 1, 4), 5)])
    >>> table[["week", "total", "change"]].values.tolist()[1]
    ['2021-W01', 5.0, 25.0]
    """
    totals, days = {}, {}
    for day, amount in records:
        monday = day - timedelta(days=day.weekday())
        totals[monday] = totals.get(monday, 0.0) + amount
        days.setdefault(monday, set()).add(day)
    count = (max(totals) - min(totals)).days // 7 + 1 if totals else 0
    mondays = [min(totals) + timedelta(weeks=number) for number in range(count)]
    table = pd.DataFrame(
        {
            "week": ["{:04d}-W{:02d}".format(*monday.isocalendar()[:2]) for monday in mondays],
            "monday": mondays,
            "days": [len(days.get(monday, ())) for monday in mondays],
            "total": [round(totals.get(monday, 0.0), 2) for monday in mondays],
        }
    )
    before = table["total"].shift()
    table["change"] = ((table["total"] - before) / before.where(before != 0) * 100).round(1)
    return table


class TestCases(unittest.TestCase):
    def column(self, records, name):
        return task_func(records)[name].tolist()

    def test_weeks_around_new_year(self):
        records = [(date(2021, 1, 4), 1), (date(2020, 12, 27), 1), (date(2021, 1, 3), 1), (date(2020, 12, 28), 1)]
        table = task_func(records)
        self.assertEqual(table["week"].tolist(), ["2020-W52", "2020-W53", "2021-W01"])
        self.assertEqual(table["monday"].tolist(), [date(2020, 12, 21), date(2020, 12, 28), date(2021, 1, 4)])
        self.assertEqual(table["total"].tolist(), [1.0, 2.0, 1.0])
        weeks = self.column([(date(2024, 12, 30), 1), (date(2018, 12, 30), 1)], "week")
        self.assertEqual((weeks[0], weeks[1], weeks[-1], len(weeks)), ("2018-W52", "2019-W01", "2025-W01", 315))

    def test_columns_and_types(self):
        table = task_func([(date(2024, 5, 1), 3)])
        self.assertEqual(list(table.columns), ["week", "monday", "days", "total", "change"])
        self.assertEqual(list(table.index), [0])
        self.assertEqual((table["total"].dtype, table["change"].dtype), (float, float))
        self.assertEqual((table.loc[0, "week"], table.loc[0, "monday"]), ("2024-W18", date(2024, 4, 29)))
        self.assertIsInstance(table.loc[0, "monday"], date)
        self.assertNotIsInstance(table.loc[0, "monday"], pd.Timestamp)

    def test_empty_weeks_have_a_row(self):
        records = [(date(2024, 1, 31), 7.5), (date(2024, 1, 1), 10)]
        table = task_func(records)
        self.assertEqual(table["total"].tolist(), [10.0, 0.0, 0.0, 0.0, 7.5])
        self.assertEqual(table["days"].tolist(), [1, 0, 0, 0, 1])
        self.assertEqual(table["change"].fillna(-999).tolist(), [-999, -100.0, -999, -999, -999])

    def test_days_are_counted_once(self):
        records = [(date(2024, 5, 1), 1), (date(2024, 5, 1), 2), (date(2024, 5, 5), 4), (date(2024, 5, 6), 1)]
        self.assertEqual(self.column(records, "days"), [2, 1])

    def test_rounding_comes_before_the_change(self):
        records = [(date(2024, 5, 1 + 7 * week), amount) for week, amount in enumerate([0.004, 0.116, 0.337, -1])]
        self.assertEqual(self.column(records, "total"), [0.0, 0.12, 0.34, -1.0])
        changes = self.column(records, "change")
        self.assertEqual(changes[2:], [183.3, -394.1])
        self.assertTrue(pd.isna(changes[0]) and pd.isna(changes[1]))

    def test_no_records(self):
        table = task_func([])
        self.assertEqual((len(table), list(table.columns)), (0, ["week", "monday", "days", "total", "change"]))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(st.dates(date(2020, 12, 1), date(2021, 2, 1)), st.integers(0, 9)), min_size=1))
    def test_weeks_are_complete_and_totals_agree(self, records):
        table = task_func(records)
        self.assertEqual(table["total"].sum(), sum(amount for _, amount in records))
        for day, _ in records:
            year, week, _ = day.isocalendar()
            self.assertIn(f"{year}-W{week:02d}", table["week"].tolist())
        steps = {after - before for before, after in zip(table["monday"], table["monday"][1:], strict=False)}
        self.assertLessEqual(steps, {timedelta(days=7)})
