import calendar
import tempfile
import unittest
from datetime import date, datetime, time, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font


def task_func(path, daily=8.0):
    """Evaluate the hours in an Excel timesheet and add a sheet with a summary by month.

    The active sheet has a header row with the columns "Date", "Start", "End" and "Break" in any order and among
    others; dates are date or datetime cells, start and end are time cells, the break is a number of minutes (an empty
    cell means 0). Rows with an empty date are skipped. If the end is not later than the start, the work ends on the
    next day; all of it counts for the row's date. A row's hours are the time from start to end minus the break.

    The sheet "Summary" is created as the last one, replacing another sheet of that name. Its first row is bold:
    Month, Days, Hours, Overtime. Then follows one row for each month in the timesheet, in order: the month as text
    such as "March 2024" (English), the number of different dates, the sum of the hours, and the overtime: the hours
    minus `daily` hours for each different date from Monday to Friday (so all weekend work is overtime). Hours and
    overtime are rounded to two decimal places and have the number format "0.00". The workbook is saved under the same
    name; the active sheet stays the active one.

    Parameters:
    - path (str or Path): the workbook.
    - daily (float): regular hours of a working day. Default is 8.0.

    Returns:
    - list of tuple: the rows of the summary without the header: (month, days, hours, overtime).

    Raises:
    - KeyError: if one of the four columns is missing.
    - ValueError: if a break is longer than the time worked; the file is then not changed.

    Requirements:
    - calendar
    - datetime
    - openpyxl
    - openpyxl.styles

    Example:
    >>> book = Workbook()
    >>> book.active.append(["Date", "Start", "End", "Break"])
    >>> book.active.append([date(2024, 3, 1), time(9), time(18), 30])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     book.save(Path(folder, "march.xlsx"))
    ...     task_func(Path(folder, "march.xlsx"))
    [('March 2024', 1, 8.5, 0.5)]
    """
    book = load_workbook(path)
    timesheet = book.active
    header, *rows = timesheet.iter_rows(values_only=True)
    columns = {name: index for index, name in enumerate(header)}
    months = {}
    for row in rows:
        day, start, end, pause = (row[columns[name]] for name in ("Date", "Start", "End", "Break"))
        if day is None:
            continue
        begin = datetime.combine(day, start)
        finish = datetime.combine(day, end) + timedelta(days=end <= start)
        worked = finish - begin - timedelta(minutes=pause or 0)
        if worked < timedelta(0):
            raise ValueError(f"the break of {begin} is too long")
        months.setdefault((day.year, day.month), []).append((begin.date(), worked / timedelta(hours=1)))
    summary = []
    for (year, month), entries in sorted(months.items()):
        days = {day for day, _ in entries}
        hours = sum(length for _, length in entries)
        overtime = hours - daily * sum(day.weekday() < calendar.SATURDAY for day in days)
        summary.append((f"{calendar.month_name[month]} {year}", len(days), round(hours, 2), round(overtime, 2)))
    if "Summary" in book.sheetnames:
        del book["Summary"]
    sheet = book.create_sheet("Summary")
    for row in [("Month", "Days", "Hours", "Overtime"), *summary]:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cell in [*sheet["C"], *sheet["D"]]:
        cell.number_format = "0.00"
    book.active = timesheet
    book.save(path)
    return summary


class TestCases(unittest.TestCase):
    HEADER = ("Date", "Start", "End", "Break")

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.path = Path(scratch.name, "times.xlsx")

    def write(self, *rows, header=HEADER, before=(), after=()):
        book = Workbook()
        sheet = book.active
        sheet.title = "Times"
        for row in (header, *rows):
            sheet.append(row)
        for position, name in enumerate(before):
            book.create_sheet(name, position)
        for name in after:
            book.create_sheet(name).append(["old"])
        book.active = sheet
        book.save(self.path)
        return self.path

    def test_months_days_and_overtime(self):
        path = self.write(
            (date(2024, 4, 2), time(8), time(12), None),
            (date(2024, 3, 29), time(9), time(17, 50), 30),
            (date(2024, 3, 30), time(10), time(11, 15), 0),
            (date(2024, 4, 2), time(13), time(18), 0),
            (date(2023, 12, 31), time(6), time(7), 60),
        )
        expected = [("December 2023", 1, 0.0, 0.0), ("March 2024", 2, 9.58, 1.58), ("April 2024", 1, 9.0, 1.0)]
        self.assertEqual(task_func(str(path)), expected)

    def test_night_work_counts_for_the_first_day(self):
        friday = (datetime(2024, 5, 31, 15), time(22), time(6), 45)
        path = self.write(friday, (date(2024, 6, 3), time(7), time(7), None))
        expected = [("May 2024", 1, 7.25, -0.25), ("June 2024", 1, 24.0, 16.5)]
        self.assertEqual(task_func(path, daily=7.5), expected)

    def test_columns_in_any_order_and_empty_dates(self):
        header = ("Note", "End", "Break", "Date", "Start")
        rows = [("x", time(11), 5, date(2024, 2, 1), time(10)), ("y", time(11), 5, None, None)]
        path = self.write(("z", None, None, None, None), *rows, header=header)
        self.assertEqual(task_func(path, 1), [("February 2024", 1, 0.92, -0.08)])

    def test_summary_sheet(self):
        self.write((date(2024, 2, 1), time(10), time(18, 15), 0), before=["Summary"], after=["Other"])
        for _ in range(2):
            task_func(self.path)
            book = load_workbook(self.path)
            self.assertEqual((book.sheetnames, book.active.title), (["Times", "Other", "Summary"], "Times"))
            sheet = book["Summary"]
            values = [("Month", "Days", "Hours", "Overtime"), ("February 2024", 1, 8.25, 0.25)]
            self.assertEqual(list(sheet.values), values)
            self.assertEqual([[cell.font.bold for cell in row] for row in sheet], [[True] * 4, [False] * 4])
            self.assertEqual([cell.number_format for cell in sheet[2]], ["General", "General", "0.00", "0.00"])

    def test_weekend_work_is_overtime(self):
        days = [(date(2024, 6, day), time(8), time(12), 0) for day in (7, 8, 9, 10)]
        self.assertEqual(task_func(self.write(*days)), [("June 2024", 4, 16.0, 0.0)])

    def test_long_breaks_leave_the_file_alone(self):
        good = (date(2024, 2, 1), time(10), time(11), 60)
        self.assertEqual(task_func(self.write(good)), [("February 2024", 1, 0.0, -8.0)])
        path = self.write(good, (date(2024, 2, 2), time(10), time(11), 61))
        before = path.read_bytes()
        with self.assertRaises(ValueError):
            task_func(path)
        self.assertEqual(path.read_bytes(), before)

    def test_missing_columns(self):
        for missing in range(4):
            header = [name if index != missing else "X" for index, name in enumerate(self.HEADER)]
            path = self.write((date(2024, 2, 1), time(10), time(11), 0), header=header)
            with self.subTest(missing=missing), self.assertRaises(KeyError):
                task_func(path)
        self.assertEqual(task_func(self.write()), [])
