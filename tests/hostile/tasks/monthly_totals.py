import unittest

import pandas as pd
from pandas.testing import assert_frame_equal


def task_func(frame):
    """Add up the amounts of each month.

    Parameters:
    - frame (pandas.DataFrame): the columns "day" (str, YYYY-MM-DD) and "amount" (int).

    Returns:
    - pandas.DataFrame: the columns "month" (str, YYYY-MM) and "total" (int), a row for each month that occurs, in the
      order of time, with the index 0, 1, 2...

    Raises:
    - KeyError: if a column is missing.

    Requirements:
    - pandas

    Example:
    >>> task_func(pd.DataFrame({"day": ["2024-01-03", "2024-01-09"], "amount": [2, 5]})).to_dict("list")
    {'month': ['2024-01'], 'total': [7]}
    """
    amounts = frame["amount"].groupby(frame["day"].str[:7].rename("month")).sum()
    return amounts.rename("total").reset_index()


class TestCases(unittest.TestCase):
    def test_totals(self):
        frame = pd.DataFrame({"day": ["2024-02-01", "2024-01-31", "2024-02-29"], "amount": [10, 1, 5]})
        expected = pd.DataFrame({"month": ["2024-01", "2024-02"], "total": [1, 15]})
        assert_frame_equal(task_func(frame), expected, check_dtype=False)

    def test_years_are_kept_apart(self):
        frame = pd.DataFrame({"day": ["2024-05-01", "2023-05-01"], "amount": [3, 4]})
        result = task_func(frame)
        self.assertTrue(result.equals(pd.DataFrame({"month": ["2023-05", "2024-05"], "total": [4, 3]})))

    def test_columns(self):
        result = task_func(pd.DataFrame({"day": ["2024-05-01"], "amount": [3]}))
        self.assertEqual(list(result.columns), ["month", "total"])
        self.assertEqual(result.loc[0, "total"], 3)

    def test_missing_column(self):
        with self.assertRaises(KeyError):
            task_func(pd.DataFrame({"day": ["2024-05-01"]}))
