from datetime import datetime, time
from zoneinfo import ZoneInfo

import holidays
import numpy as np


def task_func(received, days, country, zone_name, subdivision=None, cutoff=time(17, 0)):
    if received.tzinfo is None or days < 0:
        raise ValueError("invalid arguments")
    zone = ZoneInfo(zone_name)
    start = received.astimezone(zone).date()
    years = range(start.year, start.year + days // 250 + 2)
    calendar = holidays.country_holidays(country, subdiv=subdivision, years=years)
    due = np.busday_offset(np.datetime64(start), days, roll="forward", holidays=list(calendar.keys())).astype(object)
    skipped = [(calendar[d], d) for d in sorted(calendar) if start <= d <= due and d.weekday() < 5]
    return datetime.combine(due, cutoff, tzinfo=zone), skipped
