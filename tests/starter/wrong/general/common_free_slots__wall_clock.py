import heapq
from datetime import timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.parser import isoparse


def task_func(calendars, start, end, minutes):
    opening, closing = isoparse(start), isoparse(end)
    if opening.tzinfo is None or closing.tzinfo is None:
        raise ValueError("start and end need an offset")
    if minutes < 1 or closing < opening:
        raise ValueError("invalid period or length")

    def parse(text):
        moment = isoparse(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=timezone.utc)
        return moment

    events = []
    for calendar in calendars.values():
        ZoneInfo(calendar["zone"])
        busy = []
        for begin, finish in calendar["busy"]:
            begin, finish = parse(begin), parse(finish)
            if finish <= begin:
                raise ValueError("busy time must end after it begins")
            busy.append((begin, finish))
        events.append(sorted(busy))
    slots, cursor = [], opening
    for begin, finish in heapq.merge(*events):
        if begin >= closing:
            break
        if begin - cursor >= timedelta(minutes=minutes):
            slots.append((cursor, begin))
        cursor = max(cursor, finish)
    if closing - cursor >= timedelta(minutes=minutes):
        slots.append((cursor, closing))

    def show(moment):
        return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%MZ")

    return [(show(a), show(b)) for a, b in slots]
