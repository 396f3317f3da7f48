from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo


def task_func(shifts, rate, zone_name, bonus=Decimal("0.25")):
    zone = ZoneInfo(zone_name)
    total_minutes = night_total = 0
    pay = []
    for begin, end in shifts:
        start = datetime.strptime(begin, "%Y-%m-%d %H:%M").replace(tzinfo=zone)
        stop = datetime.strptime(end, "%Y-%m-%d %H:%M").replace(tzinfo=zone, fold=1)
        if stop <= start:
            raise ValueError("shift must end after it begins")
        length = int((stop - start).total_seconds() // 60)
        night = sum(1 for i in range(length) if not 6 <= (start + timedelta(minutes=i)).hour < 22)
        amount = rate / 60 * (length + night * bonus)
        pay.append(amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
        total_minutes += length
        night_total += night
    return {"minutes": total_minutes, "night_minutes": night_total, "pay": pay, "total": sum(pay, Decimal("0.00"))}
