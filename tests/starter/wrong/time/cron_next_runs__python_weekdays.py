import itertools
import re
from datetime import datetime, time, timedelta


def task_func(expression, after, count):
    bounds = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)]
    fields = expression.split()
    if len(fields) != 5:
        raise ValueError("expected five fields")
    sets = []
    for field, (low, high) in zip(fields, bounds):
        values = set()
        for part in field.split(","):
            m = re.fullmatch(r"(\*|\d+-\d+)(?:/(\d+))?|(\d+)", part)
            if not m:
                raise ValueError(f"bad part: {part}")
            if m.group(3):
                a = b = int(m.group(3))
            elif m.group(1) == "*":
                a, b = low, high
            else:
                a, b = (int(x) for x in m.group(1).split("-"))
            step = int(m.group(2)) if m.group(2) else 1
            if a < low or b > high or a > b or step == 0:
                raise ValueError(f"bad part: {part}")
            values |= set(range(a, b + 1, step))
        sets.append(values)
    minutes, hours, days, months, weekdays = sets
    either = fields[2][0] != "*" and fields[4][0] != "*"

    def generate():
        for offset in range(3001):
            day = after.date() + timedelta(days=offset)
            if day.month not in months:
                continue
            by_day, by_weekday = day.day in days, day.weekday() in weekdays
            if (by_day or by_weekday) if either else (by_day and by_weekday):
                for h in sorted(hours):
                    for m in sorted(minutes):
                        moment = datetime.combine(day, time(h, m))
                        if moment > after:
                            yield moment

    return list(itertools.islice(generate(), count))
