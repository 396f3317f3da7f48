from datetime import timedelta, timezone
from zoneinfo import ZoneInfo


def task_func(zone_name, begin, end):
    if begin.tzinfo is None or end.tzinfo is None:
        raise ValueError("begin and end must be aware")
    zone = ZoneInfo(zone_name)
    result = []
    day = begin.astimezone(timezone.utc)
    end = end.astimezone(timezone.utc)
    while day < end:
        following = min(day + timedelta(days=1), end)
        if day.astimezone(zone).dst() != following.astimezone(zone).dst():
            low, high = day, following
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low).total_seconds() // 2)
                if middle.astimezone(zone).dst() == day.astimezone(zone).dst():
                    low = middle
                else:
                    high = middle
            before, after = low.astimezone(zone).dst(), high.astimezone(zone).dst()
            wall = f"{high + low.astimezone(zone).utcoffset():%H:%M} -> {high.astimezone(zone):%H:%M}"
            result.append((high, wall, int((after - before).total_seconds())))
        day = following
    return result
