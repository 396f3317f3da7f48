from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays


def task_func(received, days, country, zone_name, subdivision=None, cutoff=time(17, 0)):
    if received.tzinfo is None or days < 0:
        raise ValueError("invalid arguments")
    zone = ZoneInfo(zone_name)
    local = received.astimezone(zone)
    calendar = dict(holidays.country_holidays(country, subdiv=subdivision, years=local.year))

    def is_open(day):
        return day.weekday() < 5 and day not in calendar

    day = local.date()
    if local.time() > cutoff:
        day += timedelta(days=1)
    while not is_open(day):
        day += timedelta(days=1)
    for _ in range(days):
        day += timedelta(days=1)
        while not is_open(day):
            day += timedelta(days=1)
    skipped = [(name, d) for d, name in sorted(calendar.items()) if local.date() <= d <= day and d.weekday() < 5]
    return datetime.combine(day, cutoff, tzinfo=zone), skipped
