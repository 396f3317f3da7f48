from datetime import datetime, timedelta

import regex


def task_func(interval):
    try:
        repeat, start, duration = interval.split("/")
    except ValueError:
        raise ValueError("invalid interval")
    m = regex.fullmatch(
        r"(-?)P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?"
        r"(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,6})?)S)?)?",
        duration,
    )
    if not m or not regex.fullmatch(r"R\d+", repeat):
        raise ValueError("invalid interval")
    sign = -1 if m[1] else 1
    years, months, weeks, days, hours, minutes = (int(m[i] or 0) for i in range(2, 8))
    delta = timedelta(days=365 * years + 30 * months + days, weeks=weeks, hours=hours, minutes=minutes,
                      seconds=float(m[8] or 0))
    begin = datetime.strptime(start, "%Y-%m-%dT%H:%M:%S")
    return [begin + sign * k * delta for k in range(int(repeat[1:]) + 1)]
