from datetime import datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo


def task_func(shifts, rate, zone_name, bonus=Decimal("0.25")):
    zone = ZoneInfo(zone_name)

    def to_utc(text, fold):
        naive = datetime.strptime(text, "%Y-%m-%d %H:%M")
        utc = naive.replace(tzinfo=zone, fold=fold).astimezone(timezone.utc)
        if utc.astimezone(zone).replace(tzinfo=None) != naive:
            raise ValueError(f"nonexistent local time: {text}")
        return utc

    result = {"minutes": 0, "night_minutes": 0, "pay": [], "total": Decimal("0.00")}
    for begin, end in shifts:
        start, stop = to_utc(begin, 0), to_utc(end, 1)
        if stop <= start:
            raise ValueError("shift must end after it begins")
        moment, day, night = start, 0, 0
        while moment < stop:
            if moment.astimezone(zone).hour in (22, 23, 0, 1, 2, 3, 4, 5):
                night += 1
            else:
                day += 1
            moment += timedelta(minutes=1)
        amount = round(rate * day / 60 + rate * (1 + bonus) * night / 60, 2)
        result["minutes"] += day + night
        result["night_minutes"] += night
        result["pay"].append(amount)
        result["total"] += amount
    return result
