import re
import unittest
from collections import Counter
from datetime import date, datetime

from dateutil import parser
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(texts, default_order="day"):
    """Normalise a column of dates in mixed notations, guessing whether the day or the month comes first.

    A text is ambiguous in kind if it consists (blanks at its ends removed) of two numbers of one or two digits and a
    year of four digits, separated by full stops, hyphens or slashes. Such texts decide the order for the whole
    column: it is "day" if the first number is greater than 12 in at least one of them, "month" if the second number
    is, and the default order if neither is. All other texts are read as dateutil's parser reads them, with that order
    as its preference. A text that the parser cannot read, or that does not name day, month and year all three, is
    unreadable; times of day and UTC offsets in texts are dropped.

    Parameters:
    - texts (list of str): the column.
    - default_order (str): "day" or "month". Default is "day".

    Returns:
    - tuple: (dates, order, unreadable): the list of dates in the order of the texts (date, None for unreadable ones),
      the order "day" or "month", and the list of the different unreadable texts with their numbers of occurrences as
      tuples, the most frequent first, equally frequent ones in the order of their first occurrence.

    Raises:
    - ValueError: if some ambiguous texts call for one order and some for the other, or a single one names a number
      greater than 12 in both places.

    Requirements:
    - re
    - collections
    - datetime
    - dateutil.parser

    Example:
    >>> dates, order, _ = task_func(["04/05/2024", "12/25/2024"])
    >>> str(dates[0]), order
    ('2024-04-05', 'month')
    """
    ambiguous = r"\s*(\d{1,2})([./-])(\d{1,2})[./-]\d{4}\s*"
    matches = [match for match in (re.fullmatch(ambiguous, text) for text in texts) if match]
    votes = {"day": any(int(match[1]) > 12 for match in matches), "month": any(int(match[3]) > 12 for match in matches)}
    if all(votes.values()):
        raise ValueError("the column mixes both orders")
    order = next((name for name, vote in votes.items() if vote), default_order)

    def read(text):
        guesses = set()
        for filler in (datetime(2000, 1, 1), datetime(2001, 2, 2)):
            try:
                guesses.add(parser.parse(text, dayfirst=order == "day", default=filler).date())
            except (ValueError, OverflowError):
                return None
        return guesses.pop() if len(guesses) == 1 else None

    dates = [read(text) for text in texts]
    unreadable = Counter(text for text, found in zip(texts, dates, strict=True) if found is None)
    return dates, order, unreadable.most_common()


class TestCases(unittest.TestCase):
    def read(self, *texts, **options):
        dates, order, unreadable = task_func(list(texts), **options)
        return [str(found) for found in dates], order, unreadable

    def test_one_text_decides_for_all(self):
        self.assertEqual(self.read("1.2.2024", " 13-2-2024 "), (["2024-02-01", "2024-02-13"], "day", []))
        self.assertEqual(self.read("1/2/2024", "2/13/2024"), (["2024-01-02", "2024-02-13"], "month", []))
        self.assertEqual(self.read("1/2/2024", "13/12/2024", default_order="month")[1], "day")
        self.assertEqual(self.read("12/13/2024")[1], "month")

    def test_default_order(self):
        self.assertEqual(self.read("12/12/2024", "3/4/2024"), (["2024-12-12", "2024-04-03"], "day", []))
        self.assertEqual(self.read("12/11/2024", default_order="month"), (["2024-12-11"], "month", []))
        self.assertEqual(self.read(), ([], "day", []))

    def test_other_notations_do_not_vote(self):
        texts = ["2024-03-31", "March 4, 2024", "5 Apr 2024", "20240630", "Tue, 7 May 2024 23:59:00 -0800", "3/25/24"]
        expected = ["2024-03-31", "2024-03-04", "2024-04-05", "2024-06-30", "2024-05-07", "2024-03-25", "2024-02-01"]
        self.assertEqual(self.read(*texts, "1/2/2024"), (expected, "day", []))

    def test_incomplete_and_unreadable_texts(self):
        texts = ["?", "May 2024", "2024", "12:30", "31.4.2024", "", "May 2024", "5 May", "Monday", "1.4.2024"]
        dates, order, unreadable = self.read(*texts)
        self.assertEqual((dates, order), (["None"] * 9 + ["2024-04-01"], "day"))
        counts = [(text, 1) for text in ("?", "2024", "12:30", "31.4.2024", "", "5 May", "Monday")]
        self.assertEqual(unreadable, [("May 2024", 2), *counts])

    def test_contradictions(self):
        for texts in (["13.1.2024", "1.13.2024"], ["1/31/2024", "31/1/2024", "2024-01-01"], ["13/13/2024"]):
            with self.subTest(texts=texts), self.assertRaises(ValueError):
                task_func(texts)

    def test_types(self):
        (found,), order, unreadable = task_func(["2024-02-29T13:00:00Z"])
        self.assertEqual((type(found), found), (date, date(2024, 2, 29)))
        self.assertEqual(task_func(["9" * 40])[0], [None])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.dates(date(1990, 1, 1), date(2040, 1, 1)), max_size=6), st.sampled_from("./-"), st.booleans())
    def test_columns_in_one_order(self, days, separator, american):
        order = "month" if american else "day"
        form = separator.join(["%m", "%d", "%Y"] if american else ["%d", "%m", "%Y"])
        dates, guess, unreadable = task_func([day.strftime(form) for day in days], default_order=order)
        self.assertEqual((dates, guess, unreadable), (days, order, []))
