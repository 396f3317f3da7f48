import calendar
import unittest
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from prettytable import PrettyTable


def task_func(year, month, closed=(), first_weekday=calendar.MONDAY):
    """Print a month as a calendar page on which the two paydays are marked.

    Wages are paid on the 15th and on the last day of the month. If such a day is a Saturday, a Sunday or one of the
    closed days, the wages are paid on the nearest earlier day that is none of these, even if that lies in the month
    before; then it is not on the page.

    The page is a PrettyTable with one column per weekday, headed by the day's English name cut to two letters, and
    one row per week that touches the month. A day is shown by its number, a payday by its number and "*", a closed
    day that falls on Monday to Friday by its number in parentheses; days of other months are empty cells. All cells
    are aligned to the right.

    Parameters:
    - year (int): the year.
    - month (int): the month, 1 to 12.
    - closed (iterable of date): days on which no wages are paid. Default is none.
    - first_weekday (int): the first column's weekday, 0 for Monday to 6 for Sunday. Default is 0.

    Returns:
    - tuple: (paydays, page): the list of the two paydays (date), and the table's text (str).

    Raises:
    - ValueError: if there is no such month.

    Requirements:
    - calendar
    - datetime
    - prettytable

    Example:
    >>> task_func(2024, 6)[0]
    [datetime.date(2024, 6, 14), datetime.date(2024, 6, 28)]
    """
    closed = set(closed)

    def works(day):
        return day.weekday() < calendar.SATURDAY and day not in closed

    paydays = []
    for number in (15, calendar.monthrange(year, month)[1]):
        payday = date(year, month, number)
        while not works(payday):
            payday -= timedelta(days=1)
        paydays.append(payday)

    def label(day):
        if day.month != month:
            return ""
        if day in paydays:
            return f"{day.day}*"
        return f"({day.day})" if day in closed and day.weekday() < calendar.SATURDAY else str(day.day)

    names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    page = calendar.Calendar(first_weekday)
    table = PrettyTable([names[weekday] for weekday in page.iterweekdays()])
    table.align = "r"
    table.add_rows([[label(day) for day in week] for week in page.monthdatescalendar(year, month)])
    return paydays, table.get_string()


class TestCases(unittest.TestCase):
    def rows(self, *arguments, **options):
        _, text = task_func(*arguments, **options)
        lines = [line for line in text.splitlines() if line.startswith("|")]
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]

    def test_whole_page(self):
        paydays, text = task_func(2021, 2, closed=[date(2021, 2, 15), date(2021, 2, 13), date(2021, 2, 3)])
        self.assertEqual(paydays, [date(2021, 2, 12), date(2021, 2, 26)])
        special = {3: "(3)", 12: "12*", 15: "(15)", 26: "26*"}
        cells = [*"Mo Tu We Th Fr Sa Su".split(), *(special.get(number, str(number)) for number in range(1, 29))]
        rows = []
        for start in range(0, 35, 7):
            row = [cell.rjust(width) for cell, width in zip(cells[start:], [4, 2, 3, 2, 3, 2, 2], strict=False)]
            rows.append(f"| {' | '.join(row)} |")
        rule = "+------+----+-----+----+-----+----+----+"
        self.assertEqual(text.splitlines(), [rule, rows[0], rule, *rows[1:], rule])

    def test_days_of_other_months_are_empty(self):
        rows = self.rows(2024, 5)
        self.assertEqual(rows[0], ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"])
        self.assertEqual(rows[1], ["", "", "1", "2", "3", "4", "5"])
        self.assertEqual(rows[3][2], "15*")
        self.assertEqual(rows[5], ["27", "28", "29", "30", "31*", "", ""])

    def test_week_may_begin_on_any_day(self):
        rows = self.rows(2024, 9, first_weekday=6)
        self.assertEqual(rows[0], ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"])
        self.assertEqual(rows[3], ["15", "16", "17", "18", "19", "20", "21"])
        self.assertEqual(rows[2], ["8", "9", "10", "11", "12", "13*", "14"])
        self.assertEqual(self.rows(2024, 9, first_weekday=calendar.SATURDAY)[0][:3], ["Sa", "Su", "Mo"])

    def test_chains_of_closed_days(self):
        closed = (date(2024, 2, number) for number in (29, 28, 27, 23, 15, 14, 13))
        self.assertEqual(task_func(2024, 2, closed)[0], [date(2024, 2, 12), date(2024, 2, 26)])

    def test_payday_in_the_month_before(self):
        closed = [date(2024, 7, number) for number in range(1, 16)]
        paydays, text = task_func(2024, 7, closed)
        self.assertEqual(paydays, [date(2024, 6, 28), date(2024, 7, 31)])
        self.assertEqual(text.count("*"), 1)
        self.assertEqual(text.count("("), 11)

    def test_both_paydays_may_coincide(self):
        closed = [date(2024, 7, number) for number in range(13, 32)]
        self.assertEqual(task_func(2024, 7, closed)[0], [date(2024, 7, 12)] * 2)

    def test_leap_years_and_bad_months(self):
        self.assertEqual([task_func(year, 2)[0][1].day for year in (2024, 2023, 2000, 2100)], [29, 28, 29, 26])
        for month in (0, 13):
            with self.subTest(month=month), self.assertRaises(ValueError):
                task_func(2024, month)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(1950, 2090), st.integers(1, 12), st.integers(0, 6))
    def test_every_day_is_shown_once_under_its_weekday(self, year, month, first_weekday):
        header, *weeks = self.rows(year, month, first_weekday=first_weekday)
        shown = {int(cell.strip("*")): name for week in weeks for name, cell in zip(header, week, strict=True) if cell}
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        expected = {number: date(year, month, number).strftime("%A")[:2] for number in range(1, last + 1)}
        self.assertEqual(shown, expected)
