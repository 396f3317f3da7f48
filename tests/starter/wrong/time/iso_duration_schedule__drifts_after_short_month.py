from datetime import datetime

import regex
from dateutil.relativedelta import relativedelta


def task_func(interval):
    m = regex.fullmatch(
        r"R(\d+)/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?"
        r"(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,6})?)S)?)?",
        interval,
    )
    if not m:
        raise ValueError("invalid interval")
    count, start, sign, years, months, weeks, days, hours, minutes, seconds = m.groups()
    delta = relativedelta(
        years=int(years or 0), months=int(months or 0), weeks=int(weeks or 0), days=int(days or 0),
        hours=int(hours or 0), minutes=int(minutes or 0),
        microseconds=int(round(float(seconds or 0) * 1_000_000)),
    )
    moments = [datetime.strptime(start, "%Y-%m-%dT%H:%M:%S")]
    for _ in range(int(count)):
        moments.append(moments[-1] - delta if sign else moments[-1] + delta)
    return moments
