from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
from dateutil.relativedelta import MO, relativedelta


def task_func(principal, annual_percent, months, first_due):
    amount = Decimal(principal)
    yearly = Decimal(annual_percent)
    if amount <= 0 or yearly < 0 or months < 1:
        raise ValueError("principal must be positive, interest not negative, months at least 1")

    def cents(value):
        return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

    rate = yearly / Decimal(1200)
    payment = cents(amount / months) if rate == 0 else cents(amount * rate / (1 - (1 + rate) ** (-months)))
    balance = cents(amount)
    due = first_due
    rows = []
    for k in range(1, months + 1):
        if due.weekday() >= 5:
            due = due + relativedelta(weekday=MO)
        interest = cents(balance * rate)
        current = payment if k < months else balance + interest
        balance = balance + interest - current
        rows.append((due, current, interest, current - interest, balance))
        due = due + relativedelta(months=1)
    table = pd.DataFrame(rows, columns=["due", "payment", "interest", "repaid", "balance"])
    table.index = range(1, months + 1)
    return table
