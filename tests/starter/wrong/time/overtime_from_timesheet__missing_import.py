import calendar
from datetime import datetime, timedelta

from openpyxl import load_workbook
from openpyxl.styles import Font


def task_func(path, daily=8.0):
    wb = load_workbook(path)
    ws = wb.active
    rows = list(ws.iter_rows(values_only=True))
    index = {name: i for i, name in enumerate(rows[0])}
    hours, days = defaultdict(float), defaultdict(set)
    for row in rows[1:]:
        day, start, end, pause = [row[index[n]] for n in ("Date", "Start", "End", "Break")]
        if day is None:
            continue
        first, last = datetime.combine(day, start), datetime.combine(day, end)
        if last <= first:
            last += timedelta(days=1)
        worked = (last - first).total_seconds() / 3600 - (pause or 0) / 60
        if worked < 0:
            raise ValueError("break too long")
        hours[day.year, day.month] += worked
        days[day.year, day.month].add(first.date())
    result = []
    for key in sorted(hours):
        regular = daily * len([d for d in days[key] if d.weekday() < 5])
        name = f"{calendar.month_name[key[1]]} {key[0]}"
        result.append((name, len(days[key]), round(hours[key], 2), round(hours[key] - regular, 2)))
    if "Summary" in wb.sheetnames:
        wb.remove(wb["Summary"])
    out = wb.create_sheet("Summary")
    out.append(["Month", "Days", "Hours", "Overtime"])
    for cell in out[1]:
        cell.font = Font(bold=True)
    for item in result:
        out.append(list(item))
        out.cell(out.max_row, 3).number_format = out.cell(out.max_row, 4).number_format = "0.00"
    wb.save(path)
    return result
