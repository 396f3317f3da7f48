import calendar
from datetime import date, timedelta

from prettytable import PrettyTable


def task_func(year, month, closed=(), first_weekday=0):
    closed = set(closed)

    def previous_workday(day):
        while day.weekday() >= 5 or day in closed:
            day -= timedelta(days=1)
        return day

    last, _ = calendar.monthrange(year, month)
    paydays = [previous_workday(date(year, month, 15)), previous_workday(date(year, month, last))]
    cal = calendar.Calendar(first_weekday)
    table = PrettyTable([calendar.day_abbr[i][:2] for i in cal.iterweekdays()])
    table.align = "r"
    for week in cal.monthdatescalendar(year, month):
        cells = []
        for day in week:
            text = str(day.day) if day.month == month else ""
            if day in paydays:
                text += "*"
            elif text and day in closed and day.weekday() < 5:
                text = f"({text})"
            cells.append(text)
        table.add_row(cells)
    return paydays, str(table)
