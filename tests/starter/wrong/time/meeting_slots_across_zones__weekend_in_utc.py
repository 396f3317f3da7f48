import itertools
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo


def task_func(people, day, minutes, grid=30):
    if not people:
        raise ValueError("people must not be empty")
    if day.weekday() >= 5:
        return []
    base = datetime.combine(day, time(0, 0), tzinfo=timezone.utc)
    flags = []
    for offset in range(0, 1440, grid):
        begin = base + timedelta(minutes=offset)
        end = begin + timedelta(minutes=minutes)
        ok = True
        for person in people:
            zone = ZoneInfo(person["zone"])
            local_begin, local_end = begin.astimezone(zone), end.astimezone(zone)
            opens = local_begin.replace(hour=person["open"], minute=0)
            closes = local_begin.replace(hour=person["close"], minute=0)
            if local_begin < opens or local_end > closes:
                ok = False
            if any(begin < b_end and b_begin < end for b_begin, b_end in person["busy"]):
                ok = False
        flags.append((begin.strftime("%H:%M"), ok))
    result = []
    for ok, items in itertools.groupby(flags, key=lambda item: item[1]):
        items = list(items)
        if ok:
            result.append((items[0][0], items[-1][0]))
    return result
