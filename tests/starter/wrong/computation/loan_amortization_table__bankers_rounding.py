from decimal import Decimal

import pandas as pd
from dateutil.relativedelta import relativedelta


def task_func(principal, annual_percent, months, first_due):
    principal = Decimal(principal)
    rate = Decimal(annual_percent) / 1200
    if principal <= 0 or rate < 0 or months < 1:
        raise ValueError("invalid loan terms")
    cent = Decimal("0.01")
    if rate == 0:
        payment = (principal / months).quantize(cent)
    else:
        payment = (principal * rate / (1 - (1 + rate) ** -months)).quantize(cent)
    balance = principal.quantize(cent)
    rows = []
    for k in range(months):
        due = first_due + relativedelta(months=k)
        while due.weekday() > 4:
            due += relativedelta(days=1)
        interest = (balance * rate).quantize(cent)
        pay = payment if k < months - 1 else balance + interest
        repaid = pay - interest
        balance -= repaid
        rows.append([due, pay, interest, repaid, balance])
    return pd.DataFrame(
        rows, columns=["due", "payment", "interest", "repaid", "balance"], index=range(1, months + 1)
    )
