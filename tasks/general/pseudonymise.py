import re
import string
import unittest

import faker
import pandas as pd
from faker.exceptions import UniquenessException


def task_func(table, patterns, seed):
    """Replace the values in some columns of a table by invented ones, the same for the same value.

    Each of these columns has a pattern: an invented value is made from it by Faker's bothify, with an upper-case ASCII
    letter for every question mark and a digit for every hash sign. Values are the same if they differ at most in case
    and in whitespace at their ends. The same values get the same invented value wherever they occur in columns that
    have the same pattern, and different values in such columns get different ones. Missing values, and texts that are
    empty or blank, stay as they are. The Faker instance is new for each call and seeded with seed, so that equal
    arguments give equal results.

    Parameters:
    - table (pandas.DataFrame): the table; it is not changed. The columns to replace hold texts and missing values.
    - patterns (dict): from column to pattern (str).
    - seed (int): the seed.

    Returns:
    - pandas.DataFrame: a copy of the table with the values replaced; index, other columns and the order of columns are
      the same as before.

    Raises:
    - KeyError: if a column is not in the table.
    - ValueError: if a pattern is empty or contains anything but ASCII letters, digits, blanks, hyphens, "?" and "#",
      or if it does not allow enough different values.

    Requirements:
    - faker
    - faker.exceptions
    - pandas
    - re
    - string

    Example:
    >>> hidden = task_func(pd.DataFrame({"user": ["Ann", "Bob", "ann "]}), {"user": "id-##?"}, 7)["user"]
    >>> hidden[0] == hidden[2] != hidden[1], re.fullmatch("id-[0-9]{2}[A-Z]", hidden[0]) is not None
    (True, True)
    """
    maker = faker.Faker()
    maker.seed_instance(seed)
    known = {}

    def invented(value, pattern):
        if pd.isna(value) or not value.strip():
            return value
        key = pattern, value.strip().casefold()
        if key not in known:
            known[key] = maker.unique.bothify(pattern, letters=string.ascii_uppercase)
        return known[key]

    result = table.copy()
    for column, pattern in patterns.items():
        if not re.fullmatch("[A-Za-z0-9 ?#-]+", pattern):
            raise ValueError(f"unusable pattern {pattern!r}")
        try:
            result[column] = [invented(value, pattern) for value in table[column]]
        except UniquenessException as error:
            raise ValueError(f"too many values for {pattern!r}") from error
    return result


class TestCases(unittest.TestCase):
    def setUp(self):
        self.table = pd.DataFrame(
            {
                "owner": ["Ann Lee", "Bob", None, "ann lee"],
                "count": [1, 2, 3, 4],
                "guest": [" BOB\n", "", "  ", "Straße"],
                "host": ["STRASSE", "Bob", float("nan"), "Ann  Lee"],
            },
            index=[7, 3, 5, 3],
        )

    def test_values_follow_the_pattern(self):
        table = pd.DataFrame({"a": [f"v{number}" for number in range(60)]})
        values = list(task_func(table, {"a": "?x-# A?"}, 1)["a"])
        for value in values:
            self.assertRegex(value, r"\A[A-Z]x-[0-9] A[A-Z]\Z")
        self.assertEqual(len(set(values)), 60)
        self.assertGreater(len({value[0] for value in values}), 10)
        self.assertGreater(len({value[3] for value in values}), 5)

    def test_same_value_in_columns_of_one_pattern(self):
        result = task_func(self.table, {"owner": "p####", "guest": "p####", "host": "p####"}, 3)
        ann, bob = result["owner"].iloc[0], result["owner"].iloc[1]
        self.assertEqual(result["owner"].iloc[3], ann)
        self.assertEqual(result["guest"].iloc[0], bob)
        self.assertEqual(result["host"].iloc[1], bob)
        self.assertEqual(result["host"].iloc[0], result["guest"].iloc[3])
        self.assertEqual(len({ann, bob, result["host"].iloc[0], result["host"].iloc[3]}), 4)

    def test_columns_of_different_patterns_are_independent(self):
        result = task_func(self.table, {"owner": "a##", "host": "b##"}, 3)
        self.assertEqual(result["owner"].iloc[1][0], "a")
        self.assertEqual(result["host"].iloc[1][0], "b")

    def test_missing_and_blank_values_stay(self):
        result = task_func(self.table, {"owner": "##", "guest": "##", "host": "##"}, 3)
        self.assertTrue(pd.isna(result["owner"].iloc[2]) and pd.isna(result["host"].iloc[2]))
        self.assertEqual(list(result["guest"].iloc[1:3]), ["", "  "])

    def test_everything_else_is_kept(self):
        before = self.table.copy(deep=True)
        result = task_func(self.table, {"guest": "##"}, 3)
        pd.testing.assert_frame_equal(self.table, before)
        pd.testing.assert_frame_equal(result.drop(columns="guest"), before.drop(columns="guest"))
        self.assertEqual(list(result.columns), ["owner", "count", "guest", "host"])
        self.assertEqual(list(result.index), [7, 3, 5, 3])

    def test_seed_decides(self):
        patterns = {"owner": "????####", "host": "????####"}
        first, again, other = (list(task_func(self.table, patterns, seed)["owner"].iloc[:2]) for seed in (3, 3, 4))
        self.assertEqual(first, again)
        self.assertNotEqual(first, other)

    def test_enough_values(self):
        table = pd.DataFrame({"a": [f"v{number}" for number in range(11)]})
        self.assertEqual(sorted(task_func(table[:10], {"a": "#"}, 5)["a"]), list("0123456789"))
        with self.assertRaises(ValueError):
            task_func(table, {"a": "#"}, 5)

    def test_wrong_columns_and_patterns(self):
        with self.assertRaises(KeyError):
            task_func(self.table, {"owners": "##"}, 1)
        for pattern in ("", "##@x", "%#", "##\n", "ä#", "#_"):
            with self.subTest(pattern=pattern), self.assertRaises(ValueError):
                task_func(self.table, {"owner": pattern}, 1)
        self.assertEqual(task_func(self.table, {}, 1).shape, (4, 4))
