import calendar
from datetime import date, timedelta

from prettytable import PrettyTable


def task_func(year, month, closed=(), first_weekday=0):
    closed = set(closed)
    last = calendar.monthrange(year, month)[1]
    paydays = []
    for number in (15, last):
        day = date(year, month, number)
        while day.weekday() > calendar.SATURDAY or day in closed:
            day -= timedelta(days=1)
        paydays.append(day)
    cal = calendar.Calendar(firstweekday=first_weekday)
    table = PrettyTable()
    table.field_names = [calendar.day_name[i][:2] for i in cal.iterweekdays()]
    table.align = "r"
    for week in cal.monthdatescalendar(year, month):
        row = []
        for day in week:
            if day.month != month:
                row.append("")
            elif day in paydays:
                row.append(f"{day.day}*")
            elif day in closed and day.weekday() < 5:
                row.append(f"({day.day})")
            else:
                row.append(str(day.day))
        table.add_row(row)
    return paydays, table.get_string()
