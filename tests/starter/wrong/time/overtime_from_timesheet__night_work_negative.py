import calendar
from datetime import datetime

from openpyxl import load_workbook
from openpyxl.styles import Font


def task_func(path, daily=8.0):
    wb = load_workbook(path)
    ws = wb.active
    rows = list(ws.iter_rows(values_only=True))
    index = {name: i for i, name in enumerate(rows[0])}
    months = {}
    for row in rows[1:]:
        day, start, end, pause = [row[index[n]] for n in ("Date", "Start", "End", "Break")]
        if day is None:
            continue
        seconds = (datetime.combine(day, end) - datetime.combine(day, start)).seconds - (pause or 0) * 60
        if seconds < 0:
            raise ValueError("break too long")
        entry = months.setdefault((day.year, day.month), [set(), 0])
        entry[0].add(day)
        entry[1] += seconds
    result = []
    for (year, month), (dates, seconds) in sorted(months.items()):
        hours = seconds / 3600
        overtime = hours - daily * len(dates)
        result.append((f"{calendar.month_name[month]} {year}", len(dates), round(hours, 2), round(overtime, 2)))
    if "Summary" in wb.sheetnames:
        del wb["Summary"]
    out = wb.create_sheet("Summary")
    out.append(["Month", "Days", "Hours", "Overtime"])
    for cell in out[1]:
        cell.font = Font(bold=True)
    for item in result:
        out.append(item)
    for row in out.iter_rows(min_row=2, min_col=3, max_col=4):
        for cell in row:
            cell.number_format = "0.00"
    wb.save(path)
    return result
