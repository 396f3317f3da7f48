import calendar
from datetime import date, timedelta
from decimal import Decimal


def task_func(principal, rates, begin, end, convention):
    if convention not in ("ACT/360", "ACT/365", "30E/360", "ACT/ACT"):
        raise ValueError("unknown convention")
    if end < begin or len(dict(rates)) < len(rates):
        raise ValueError("invalid period or rates")
    rates = sorted(rates)
    if not rates or rates[0][0] > begin:
        raise ValueError("no rate for the begin")
    stretches = []
    for (start, rate), (stop, _) in zip(rates, rates[1:] + [(date.max, None)]):
        low, high = max(start, begin), min(stop, end)
        if low < high:
            stretches.append((low, high, rate))
    total = Decimal("0.00")
    for low, high, rate in stretches:
        days = (high - low).days
        if convention.startswith("ACT/3"):
            year = Decimal(days) / int(convention[4:])
        elif convention == "30E/360":
            year = Decimal(360 * (high.year - low.year) + 30 * (high.month - low.month)
                           + min(high.day, 30) - min(low.day, 30)) / 360
        else:
            leap = sum(calendar.isleap((low + timedelta(i)).year) for i in range(days))
            year = Decimal(leap) / 366 + Decimal(days - leap) / 365
        total += round(principal * rate / 100 * year, 2)
    return total, stretches
