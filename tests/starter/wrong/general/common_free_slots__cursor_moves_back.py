import heapq
from datetime import timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.parser import isoparse


def task_func(calendars, start, end, minutes):
    def to_utc(text, zone=None):
        moment = isoparse(text)
        if moment.tzinfo is None:
            if zone is None:
                raise ValueError("missing offset")
            moment = moment.replace(tzinfo=zone)
        return moment.astimezone(timezone.utc)

    begin, finish = to_utc(start), to_utc(end)
    if minutes <= 0 or finish < begin:
        raise ValueError("invalid arguments")
    lists = []
    for entry in calendars.values():
        zone = ZoneInfo(entry["zone"])
        busy = sorted((to_utc(a, zone), to_utc(b, zone)) for a, b in entry["busy"])
        for a, b in busy:
            if b <= a:
                raise ValueError("invalid busy time")
        lists.append(busy)
    length = timedelta(minutes=minutes)
    result = []
    current = begin
    for a, b in heapq.merge(*lists):
        if a - current >= length:
            result.append((current, min(a, finish)))
        current = b
    if finish - current >= length:
        result.append((current, finish))
    return [(a.strftime("%Y-%m-%dT%H:%MZ"), b.strftime("%Y-%m-%dT%H:%MZ")) for a, b in result]
