from collections import defaultdict
from datetime import timedelta

from openpyxl import Workbook
from openpyxl.styles import Font


def task_func(entries, path):
    groups = defaultdict(list)
    for person, start, end in entries:
        groups[person].append((start, end))
    for person, items in groups.items():
        items.sort()
        previous = None
        for start, end in items:
            if end <= start or end - start > timedelta(hours=24) or (previous and start < previous):
                raise ValueError(f"invalid entry for {person}")
            previous = end
    wb = Workbook()
    summary = wb.active
    summary.title = "Summary"
    summary.append(["Person", "Days", "Hours"])
    totals = {}
    for person in sorted(groups):
        ws = wb.create_sheet(title=person)
        ws.append(["Date", "Start", "End", "Hours"])
        for start, end in groups[person]:
            length = (end - start).total_seconds() / 3600
            ws.append([start.strftime("%Y-%m-%d"), start.strftime("%H:%M"), end.strftime("%H:%M"), round(length, 2)])
        totals[person] = sum((end - start for start, end in groups[person]), timedelta())
        days = {start.date() for start, _ in groups[person]}
        summary.append([person, len(days), round(totals[person].total_seconds() / 3600, 2)])
    summary.append(["Total", None, round(sum(totals.values(), timedelta()).total_seconds() / 3600, 2)])
    for ws in wb.worksheets:
        ws.freeze_panes = "A2"
        for cell in ws[1]:
            cell.font = Font(bold=True)
        for row in ws.iter_rows(min_row=2, min_col=ws.max_column):
            row[0].number_format = "0.00"
    wb.save(path)
    return totals
