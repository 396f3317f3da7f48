import calendar
import unittest
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(principal, rates, begin, end, convention):
    """Compute the simple interest on a sum whose rate changes over time, by a day count convention.

    A rate holds from its date (included) until the next rate's date. The interest of the whole period from begin
    (included) to end (not included) is the sum, over the stretches with a constant rate, of principal * rate / 100 *
    (fraction of a year), rounded once, at the end, to cents, halves to even. The fraction of a year of a stretch from
    its first day d1 to the day d2 after its last day is, by convention:
    - "ACT/360" and "ACT/365": the number of days divided by 360 or 365.
    - "30E/360": (360 * (y2 - y1) + 30 * (m2 - m1) + (D2 - D1)) / 360, where y and m are the years and months of d1
      and d2, and D their days of the month, but 30 instead of 31.
    - "ACT/ACT": the days that lie in leap years divided by 366, plus the other days divided by 365.

    Parameters:
    - principal (Decimal): the sum.
    - rates (list of tuple): (date, Decimal) pairs in any order: from when, and the rate per year in per cent.
    - begin (date): first day of the period.
    - end (date): the day after the last day of the period.
    - convention (str): one of the four names.

    Returns:
    - tuple: (interest, stretches): the interest (Decimal with two decimal places), and the list of the stretches in
      order as (d1, d2, rate), without empty ones.

    Raises:
    - ValueError: if the convention is unknown, the end is before the begin, two rates begin on the same day, or no
      rate holds yet at the begin.

    Requirements:
    - calendar
    - datetime
    - decimal

    Example:
    >>> rates = [(date(2024, 1, 1), Decimal("3.6"))]
    >>> task_func(Decimal(1000), rates, date(2024, 1, 1), date(2024, 3, 31), "30E/360")[0]
    Decimal('8.90')
    """

    def actual(first, last):
        leap = sum(calendar.isleap((first + timedelta(days=number)).year) for number in range((last - first).days))
        return Decimal(leap) / 366 + Decimal((last - first).days - leap) / 365

    def thirty(first, last):
        months = 12 * (last.year - first.year) + last.month - first.month
        return Decimal(30 * months + min(last.day, 30) - min(first.day, 30)) / 360

    fractions = {
        "ACT/360": lambda first, last: Decimal((last - first).days) / 360,
        "ACT/365": lambda first, last: Decimal((last - first).days) / 365,
        "30E/360": thirty,
        "ACT/ACT": actual,
    }
    starts = [start for start, _ in rates]
    if convention not in fractions or end < begin or len(set(starts)) < len(starts):
        raise ValueError("unknown convention, reversed period or doubled rate")
    if min(starts, default=date.max) > begin:
        raise ValueError("no rate at the begin of the period")
    ordered = sorted(rates)
    limits = [start for start, _ in ordered[1:]] + [date.max]
    stretches = [
        (max(start, begin), min(limit, end), rate)
        for (start, rate), limit in zip(ordered, limits, strict=True)
        if max(start, begin) < min(limit, end)
    ]
    interest = sum(rate * fractions[convention](first, last) for first, last, rate in stretches) * principal / 100
    return Decimal(interest).quantize(Decimal("0.01"), ROUND_HALF_EVEN), stretches


class TestCases(unittest.TestCase):
    def interest(self, begin, end, convention, principal="36500", rates=(("2000-01-01", "1"),)):
        pairs = [(date.fromisoformat(start), Decimal(rate)) for start, rate in rates]
        days = [date.fromisoformat(text) for text in (begin, end)]
        return task_func(Decimal(principal), pairs, *days, convention)

    def test_actual_days_over_a_fixed_year(self):
        self.assertEqual(str(self.interest("2024-02-01", "2024-03-01", "ACT/365")[0]), "29.00")
        self.assertEqual(str(self.interest("2023-02-01", "2023-03-01", "ACT/360", "36000")[0]), "28.00")

    def test_thirty_day_months(self):
        cases = [("2024-01-31", "2024-03-31", 60), ("2024-02-29", "2024-03-31", 31), ("2024-01-30", "2024-01-31", 0)]
        cases += [("2023-12-15", "2025-02-10", 415), ("2024-05-31", "2024-06-01", 1), ("2024-03-01", "2024-03-31", 29)]
        for begin, end, days in cases:
            with self.subTest(begin=begin, end=end):
                self.assertEqual(self.interest(begin, end, "30E/360", "36000")[0], days)

    def test_leap_years_count_with_their_own_length(self):
        self.assertEqual(str(self.interest("2023-12-01", "2024-02-01", "ACT/ACT", "133590")[0]), "226.61")
        for begin, end in (("2023-01-01", "2024-01-01"), ("2024-01-01", "2025-01-01"), ("2024-06-01", "2025-06-01")):
            with self.subTest(begin=begin):
                expected = Decimal("365.00") if begin != "2024-06-01" else Decimal("364.42")
                self.assertEqual(self.interest(begin, end, "ACT/ACT")[0], expected)

    def test_changing_rates(self):
        rates = (("2024-03-01", "2"), ("2023-01-01", "1"), ("2024-04-01", "-0.5"), ("2030-01-01", "9"))
        total, stretches = self.interest("2024-02-20", "2024-04-11", "ACT/365", rates=rates)
        self.assertEqual(total, 10 + 62 - 5)
        march, april = date(2024, 3, 1), date(2024, 4, 1)
        expected = [(date(2024, 2, 20), march, Decimal(1)), (march, april, Decimal(2))]
        self.assertEqual(stretches, [*expected, (april, date(2024, 4, 11), Decimal("-0.5"))])
        _, stretches = self.interest("2024-03-01", "2024-04-01", "ACT/365", rates=rates)
        self.assertEqual(stretches, [(march, april, Decimal(2))])

    def test_rounding_once_and_halves_to_even(self):
        rates = (("2024-01-01", "1"), ("2024-01-02", "1.000"), ("2024-01-03", "1"))
        self.assertEqual(str(self.interest("2024-01-01", "2024-01-04", "ACT/360", "180", rates)[0]), "0.02")
        self.assertEqual(str(self.interest("2024-01-01", "2024-01-02", "ACT/360", "180")[0]), "0.00")
        self.assertEqual(str(self.interest("2024-01-01", "2024-01-02", "ACT/360", "540")[0]), "0.02")

    def test_empty_period(self):
        total, stretches = self.interest("2024-01-01", "2024-01-01", "ACT/ACT")
        self.assertEqual((str(total), stretches), ("0.00", []))

    def test_errors(self):
        twice = (("2024-01-01", "1"), ("2024-01-01", "2"))
        cases = [("2024-01-02", "2024-01-01", "ACT/365", "1"), ("2024-01-01", "2024-01-02", "act/365", "1")]
        cases += [("1999-12-31", "2024-01-02", "ACT/365", "1"), ("2024-01-01", "2024-01-02", "ACT/365", "1", twice)]
        for case in [*cases, ("2024-01-01", "2024-01-02", "ACT/365", "1", ())]:
            with self.subTest(case=case), self.assertRaises(ValueError):
                self.interest(*case)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.dates(date(2019, 1, 1), date(2025, 1, 1)), st.integers(0, 300), st.sampled_from(["ACT/ACT", "ACT/360"]))
    def test_a_rate_that_stays_makes_no_difference(self, begin, days, convention):
        end = begin + timedelta(days=days)
        plain = [(date(2018, 1, 1), Decimal(3))]
        split = [*plain, (begin + timedelta(days=days // 2), Decimal(3))]
        totals = [task_func(Decimal(98765), rates, begin, end, convention)[0] for rates in (plain, split)]
        self.assertEqual(totals[0], totals[1])
