from datetime import timedelta, timezone
from zoneinfo import ZoneInfo


def task_func(zone_name, begin, end):
    if begin.tzinfo is None or end.tzinfo is None:
        raise ValueError("begin and end must be aware")
    zone = ZoneInfo(zone_name)
    result = []
    moment = begin.astimezone(timezone.utc)
    end = end.astimezone(timezone.utc)
    previous = moment.astimezone(zone).utcoffset()
    while moment < end:
        moment += timedelta(hours=1)
        current = moment.astimezone(zone).utcoffset()
        if current != previous:
            wall = f"{(moment + previous).strftime('%H:%M')} -> {(moment + current).strftime('%H:%M')}"
            result.append((moment, wall, int((current - previous).total_seconds())))
            previous = current
    return result
