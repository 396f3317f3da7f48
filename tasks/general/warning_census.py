import collections
import re
import unittest
import warnings

import pandas as pd


def task_func(functions, ignored=()):
    """Count the warnings that functions give when they are called.

    Each function is called once, without arguments, in the order of the dict. Every single warning it gives counts,
    also repeated ones and those that the active warning filters would hide or turn into errors. Only warnings of the
    ignored categories, their subclasses included, do not count. Nothing is shown, and the filters are as before in the
    end. In a message each run of the digits 0 to 9 is replaced by "#", so that messages which differ in numbers only
    are counted together.

    Parameters:
    - functions (dict): from a label (str) to a callable.
    - ignored (sequence of Warning subclasses): categories that do not count, none by default.

    Returns:
    - pandas.DataFrame: a row for each different combination of label, category and message, with the columns function
      (the label), category (name of the class), message and count (int). The highest count comes first; equal counts
      are in ascending order of function, then category, then message. The index is 0, 1, 2... Without warnings the
      table has no rows but the same columns.

    Raises:
    - Exception: whatever a function itself raises is passed on.

    Requirements:
    - collections
    - pandas
    - re
    - warnings

    Example:
    >>> def retry():
    ...     for number in (1, 2):
    ...         warnings.warn(f"try {number} failed", RuntimeWarning, stacklevel=1)
    >>> task_func({"net": retry}).to_dict("records")
    [{'function': 'net', 'category': 'RuntimeWarning', 'message': 'try # failed', 'count': 2}]
    """
    counts = collections.Counter()
    for label, function in functions.items():
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for category in ignored:
                warnings.simplefilter("ignore", category)
            function()
        for entry in caught:
            counts[label, entry.category.__name__, re.sub("[0-9]+", "#", str(entry.message))] += 1
    rows = [(*key, count) for key, count in counts.items()]
    table = pd.DataFrame(rows, columns=["function", "category", "message", "count"])
    order = ["count", "function", "category", "message"]
    return table.sort_values(order, ascending=[False, True, True, True], ignore_index=True)


class TestCases(unittest.TestCase):
    def giving(self, *entries):
        def function():
            for message, category in entries:
                warnings.warn(message, category, stacklevel=1)

        return function

    def rows(self, *arguments):
        return [tuple(row) for row in task_func(*arguments).itertuples()]

    def test_order_of_rows(self):
        functions = {
            "b": self.giving(("z", UserWarning), ("y", UserWarning), ("y", FutureWarning), ("q", UserWarning)),
            "a": self.giving(("z", UserWarning), ("x", UserWarning), ("x", UserWarning)),
        }
        expected = [
            (0, "a", "UserWarning", "x", 2),
            (1, "a", "UserWarning", "z", 1),
            (2, "b", "FutureWarning", "y", 1),
            (3, "b", "UserWarning", "q", 1),
            (4, "b", "UserWarning", "y", 1),
            (5, "b", "UserWarning", "z", 1),
        ]
        self.assertEqual(self.rows(functions), expected)

    def test_numbers_are_masked(self):
        function = self.giving(("line 10: 3.14", UserWarning), ("line 9: 2.7", UserWarning), ("line ٣", UserWarning))
        expected = [(0, "f", "UserWarning", "line #: #.#", 2), (1, "f", "UserWarning", "line ٣", 1)]
        self.assertEqual(self.rows({"f": function}), expected)

    def test_repetitions_count_whatever_the_filters(self):
        function = self.giving(*[("same", DeprecationWarning)] * 5)
        for action in ("ignore", "error", "once"):
            with self.subTest(action=action), warnings.catch_warnings():
                warnings.simplefilter(action)
                self.assertEqual(self.rows({"f": function}), [(0, "f", "DeprecationWarning", "same", 5)])

    def test_ignored_categories_with_subclasses(self):
        class Special(DeprecationWarning):
            pass

        function = self.giving(("a", Special), ("b", DeprecationWarning), ("c", FutureWarning), ("d", UserWarning))
        kept = [row[2] for row in self.rows({"f": function}, [DeprecationWarning, UserWarning])]
        self.assertEqual(kept, ["FutureWarning"])
        kept = [row[2] for row in self.rows({"f": function}, (Special,))]
        self.assertEqual(kept, ["DeprecationWarning", "FutureWarning", "UserWarning"])

    def test_filters_are_restored(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            before = list(warnings.filters)
            task_func({"f": self.giving(("a", UserWarning))}, (FutureWarning,))
            self.assertEqual(warnings.filters, before)
            with self.assertRaises(UserWarning):
                warnings.warn("again", UserWarning, stacklevel=1)

    def test_no_warnings(self):
        for functions in ({}, {"f": lambda: None}):
            table = task_func(functions)
            self.assertEqual((list(table.columns), len(table)), (["function", "category", "message", "count"], 0))

    def test_exceptions_are_passed_on(self):
        with self.assertRaises(ZeroDivisionError):
            task_func({"f": self.giving(("a", UserWarning)), "g": lambda: 1 / 0})
