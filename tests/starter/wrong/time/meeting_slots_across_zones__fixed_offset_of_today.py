from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo


def task_func(people, day, minutes, grid=30):
    if not people:
        raise ValueError("people must not be empty")
    base = datetime.combine(day, time(0, 0), tzinfo=timezone.utc)
    result, previous = [], False
    for offset in range(0, 1440, grid):
        begin = base + timedelta(minutes=offset)
        end = begin + timedelta(minutes=minutes)
        fits = True
        for person in people:
            shift = datetime(day.year, 1, 1, tzinfo=ZoneInfo(person["zone"])).utcoffset()
            local_begin, local_end = begin + shift, end + shift
            inside = person["open"] <= local_begin.hour and (
                local_end.date() == local_begin.date()
                and local_end.hour * 60 + local_end.minute <= person["close"] * 60
            )
            if not inside or local_begin.weekday() > 4:
                fits = False
            if any(begin < stop and start < end for start, stop in person["busy"]):
                fits = False
        label = begin.strftime("%H:%M")
        if fits and previous:
            result[-1] = (result[-1][0], label)
        elif fits:
            result.append((label, label))
        previous = fits
    return result
