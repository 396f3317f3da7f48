import tempfile
import unittest
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter


def task_func(entries, path):
    """Write an Excel workbook of working hours: one sheet per person and a summary of all.

    The first sheet, 'Summary', has the header row Person, Days, Hours and then one row per person, sorted by name: the
    number of different dates on which the person started work and a formula which sums the cells of the column Hours
    on the person's sheet. A last row has 'Total' in the first column, nothing in the second and a formula that sums
    the hours above it; without entries, there are only the header row and 'Total' with the number 0.

    Then comes one sheet per person, named like the person, in the same order. Its header row is Date, Start, End, Hours
    and each entry makes one row, sorted by start: the date of the start as text YYYY-MM-DD, the two times of day as
    text HH:MM and the length in hours, rounded to two decimals. An entry that ends on the next day is one row. Header
    rows are bold, the cells with hours (not those of header rows) have the number format 0.00, and every sheet's
    header row stays visible on scrolling (the pane is frozen at A2). All formulas are of the form =SUM(D2:D5) or
    =SUM('Ann Lee'!D2:D5), with single quotes around the name (each quote in it doubled).

    Parameters:
    - entries (iterable of tuple): (person as str, start, end), naive datetimes. Names are valid as sheet titles.
    - path (str or Path): the .xlsx file to write.

    Returns:
    - dict: from person to the total length of all entries as datetime.timedelta, in the order of the sheets.

    Raises:
    - ValueError: if an entry does not end after it starts or lasts more than 24 hours, or if entries of one person
      overlap; the message contains the name. The file is not written then.

    Requirements:
    - collections
    - datetime
    - openpyxl
    - openpyxl.styles
    - openpyxl.utils

    Example:
    >>> task_func([("Ann", datetime(2030, 1, 1, 8), datetime(2030, 1, 1, 16, 30))], "hours.xlsx")
    {'Ann': datetime.timedelta(seconds=30600)}
    """
    people = defaultdict(list)
    for person, start, end in sorted(entries):
        if people[person] and start < people[person][-1][1] or not timedelta(0) < end - start <= timedelta(days=1):
            raise ValueError(f"impossible times of {person}: {start} to {end}")
        people[person].append((start, end))
    book = Workbook()
    summary = book.active
    summary.title = "Summary"
    summary.append(["Person", "Days", "Hours"])
    totals = {}
    for person, times in people.items():
        sheet = book.create_sheet(person)
        sheet.append(["Date", "Start", "End", "Hours"])
        for start, end in times:
            hours = round((end - start) / timedelta(hours=1), 2)
            sheet.append([f"{start:%Y-%m-%d}", f"{start:%H:%M}", f"{end:%H:%M}", hours])
        quoted = person.replace("'", "''")
        days = len({start.date() for start, _ in times})
        summary.append([person, days, f"=SUM('{quoted}'!D2:D{sheet.max_row})"])
        totals[person] = sum((end - start for start, end in times), timedelta(0))
    summary.append(["Total", None, f"=SUM(C2:C{summary.max_row})" if people else 0])
    for sheet in book:
        sheet.freeze_panes = "A2"
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        column = get_column_letter(sheet.max_column)
        for cell in sheet[column][1:]:
            cell.number_format = "0.00"
    book.save(path)
    return totals


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name, "hours.xlsx")

    def entry(self, person, day, start, hours, minutes=0):
        begin = datetime(2030, 1, day) + timedelta(hours=start)
        return person, begin, begin + timedelta(hours=hours, minutes=minutes)

    def write(self, *entries, path=None):
        totals = task_func(iter(entries), path or self.path)
        book = load_workbook(self.path)
        return totals, {sheet.title: [list(row) for row in sheet.values] for sheet in book}

    def test_sheets(self):
        totals, sheets = self.write(
            self.entry("Zoe", 2, 9, 8), self.entry("Ann Lee", 3, 22.5, 6, 20), self.entry("Ann Lee", 1, 8, 4)
        )
        self.assertEqual(list(totals.items()), [("Ann Lee", timedelta(minutes=620)), ("Zoe", timedelta(hours=8))])
        self.assertEqual(list(sheets), ["Summary", "Ann Lee", "Zoe"])
        expected = [["Date", "Start", "End", "Hours"], ["2030-01-01", "08:00", "12:00", 4]]
        self.assertEqual(sheets["Ann Lee"], [*expected, ["2030-01-03", "22:30", "04:50", 6.33]])

    def test_summary(self):
        hours = [self.entry("O'Hara", day, start, 3) for day, start in ((1, 8), (1, 12), (2, 8))]
        _, sheets = self.write(*hours, self.entry("Bo", 1, 1, 1))
        expected = [
            ["Person", "Days", "Hours"],
            ["Bo", 1, "=SUM('Bo'!D2:D2)"],
            ["O'Hara", 2, "=SUM('O''Hara'!D2:D4)"],
            ["Total", None, "=SUM(C2:C3)"],
        ]
        self.assertEqual(sheets["Summary"], expected)

    def test_format(self):
        self.write(self.entry("Bo", 1, 8, 3), self.entry("Bo", 2, 8, 3), path=str(self.path))
        for sheet, column in zip(load_workbook(self.path), "CD", strict=True):
            self.assertEqual(sheet.freeze_panes, "A2")
            rows = list(sheet.iter_rows())
            self.assertEqual({cell.font.bold for cell in rows[0]}, {True})
            self.assertEqual({cell.font.bold for row in rows[1:] for cell in row}, {False})
            cells = [cell for row in rows for cell in row]
            formats = {(cell.column_letter == column and cell.row > 1, cell.number_format) for cell in cells}
            self.assertEqual(formats, {(True, "0.00"), (False, "General")})

    def test_impossible_entries(self):
        self.path.write_bytes(b"old")
        for entries in (
            [self.entry("Eve", 1, 8, 0)],
            [self.entry("Eve", 1, 8, -1)],
            [self.entry("Ann", 1, 1, 1), self.entry("Eve", 1, 8, 24, 1)],
            [self.entry("Eve", 1, 8, 4), self.entry("Eve", 1, 11, 2, 59)],
            [self.entry("Eve", 1, 20, 10), self.entry("Eve", 2, 5, 2)],
            [self.entry("Eve", 1, 8, 1), self.entry("Eve", 1, 8, 1)],
        ):
            with self.assertRaisesRegex(ValueError, "Eve"):
                task_func(entries, self.path)
        self.assertEqual(self.path.read_bytes(), b"old")

    def test_limits_that_are_possible(self):
        entries = [self.entry("Eve", 1, 8, 24), self.entry("Eve", 2, 8, 0, 1), self.entry("Bob", 2, 7, 4)]
        totals, sheets = self.write(*entries)
        self.assertEqual(totals["Eve"], timedelta(hours=24, minutes=1))
        self.assertEqual([row[3] for row in sheets["Eve"][1:]], [24, 0.02])

    def test_no_entries(self):
        self.assertEqual(self.write(), ({}, {"Summary": [["Person", "Days", "Hours"], ["Total", None, 0]]}))
        self.assertEqual(load_workbook(self.path)["Summary"]["C2"].number_format, "0.00")
