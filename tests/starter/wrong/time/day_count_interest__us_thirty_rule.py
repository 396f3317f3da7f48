import calendar
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal


def task_func(principal, rates, begin, end, convention):
    if convention not in ("ACT/360", "ACT/365", "30E/360", "ACT/ACT") or end < begin:
        raise ValueError("invalid arguments")
    rates = sorted(rates)
    if len({d for d, _ in rates}) != len(rates) or not rates or rates[0][0] > begin:
        raise ValueError("invalid rates")

    def fraction(a, b):
        if convention == "ACT/360":
            return Decimal((b - a).days) / 360
        if convention == "ACT/365":
            return Decimal((b - a).days) / 365
        if convention == "30E/360":
            d1 = min(a.day, 30)
            d2 = 30 if b.day == 31 and d1 == 30 else b.day
            return Decimal(360 * (b.year - a.year) + 30 * (b.month - a.month) + d2 - d1) / 360
        total = Decimal(0)
        for year in range(a.year, b.year + 1):
            low, high = max(a, date(year, 1, 1)), min(b, date(year + 1, 1, 1))
            total += Decimal((high - low).days) / (366 if calendar.isleap(year) else 365)
        return total

    stretches = []
    for i, (start, rate) in enumerate(rates):
        stop = rates[i + 1][0] if i + 1 < len(rates) else end
        low, high = max(start, begin), min(stop, end)
        if low < high:
            stretches.append((low, high, rate))
    total = sum((principal * rate / 100 * fraction(a, b) for a, b, rate in stretches), Decimal(0))
    return total.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN), stretches
