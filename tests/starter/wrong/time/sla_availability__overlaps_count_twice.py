from datetime import datetime
from zoneinfo import ZoneInfo

from dateutil.parser import isoparse


def task_func(incidents, year, month, zone_name, target=99.9):
    zone = ZoneInfo(zone_name)
    start = datetime(year, month, 1, tzinfo=zone).timestamp()
    stop = datetime(year + (month == 12), month % 12 + 1, 1, tzinfo=zone).timestamp()
    lengths = []
    for first, last in incidents:
        begin = isoparse(first)
        end = isoparse(last) if last else None
        if begin.tzinfo is None or (end is not None and end.tzinfo is None):
            raise ValueError("UTC offset missing")
        if end is not None and end < begin:
            raise ValueError("incident ends before it begins")
        low = max(begin.timestamp(), start)
        high = min(end.timestamp() if end else stop, stop)
        if high > low:
            lengths.append(high - low)
    down = float(sum(lengths))
    availability = 100 * (1 - down / (stop - start))
    return {"outages": len(lengths), "down": down, "longest": float(max(lengths, default=0.0)),
            "availability": round(availability, 3), "met": availability >= target}
