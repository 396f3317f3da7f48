from collections import defaultdict
from datetime import timedelta

from openpyxl import Workbook
from openpyxl.styles import Font


def task_func(entries, path):
    by_person = defaultdict(list)
    for person, start, end in entries:
        if not start < end <= start + timedelta(days=1):
            raise ValueError(f"{person}: bad entry")
        by_person[person].append((start, end))
    book = Workbook()
    summary = book.active
    summary.title = "Summary"
    summary.append(["Person", "Days", "Hours"])
    result = {}
    for person in sorted(by_person):
        rows = sorted(by_person[person])
        sheet = book.create_sheet(person)
        sheet.append(["Date", "Start", "End", "Hours"])
        for start, end in rows:
            hours = round((end - start).total_seconds() / 3600, 2)
            sheet.append([start.date().isoformat(), start.strftime("%H:%M"), end.strftime("%H:%M"), hours])
        title = person.replace("'", "''")
        summary.append([person, len({s.date() for s, _ in rows}), f"=SUM('{title}'!D2:D{len(rows) + 1})"])
        result[person] = sum((e - s for s, e in rows), timedelta())
    summary.append(["Total", None, f"=SUM(C2:C{len(by_person) + 1})" if by_person else 0])
    for sheet in book.worksheets:
        sheet.freeze_panes = "A2"
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, sheet.max_column).number_format = "0.00"
    book.save(path)
    return result
