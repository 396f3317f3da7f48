from datetime import datetime
from zoneinfo import ZoneInfo

from dateutil.parser import isoparse


def task_func(incidents, year, month, zone_name, target=99.9):
    zone = ZoneInfo(zone_name)
    start = datetime(year, month, 1, tzinfo=zone)
    stop = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone)
    spans = []
    for first, last in incidents:
        begin = isoparse(first)
        end = isoparse(last) if last is not None else stop
        if begin.tzinfo is None or end.tzinfo is None:
            raise ValueError("times need an offset")
        if last is not None and end < begin:
            raise ValueError("end before begin")
        begin, end = max(begin.astimezone(zone), start), min(end.astimezone(zone), stop)
        if begin < end:
            spans.append((begin, end))
    merged = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    lengths = [(end - begin).total_seconds() for begin, end in merged]
    availability = 100 * (1 - sum(lengths) / (stop - start).total_seconds())
    return {"outages": len(lengths), "down": float(sum(lengths)), "longest": max(lengths, default=0.0),
            "availability": round(availability, 3), "met": availability >= target}
