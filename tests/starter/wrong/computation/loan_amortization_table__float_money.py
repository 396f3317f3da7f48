from decimal import Decimal

import pandas as pd
from dateutil.relativedelta import relativedelta


def task_func(principal, annual_percent, months, first_due):
    balance = float(principal)
    rate = float(annual_percent) / 1200
    if balance <= 0 or rate < 0 or months < 1:
        raise ValueError("invalid input")
    payment = round(balance / months if rate == 0 else balance * rate / (1 - (1 + rate) ** -months), 2)
    rows = []
    for k in range(months):
        due = first_due + relativedelta(months=k)
        if due.weekday() >= 5:
            due += relativedelta(days=7 - due.weekday())
        interest = round(balance * rate, 2)
        pay = payment if k < months - 1 else round(balance + interest, 2)
        balance = round(balance + interest - pay, 2)
        amounts = [Decimal(f"{value:.2f}") for value in (pay, interest, pay - interest, balance)]
        rows.append([due, *amounts])
    columns = ["due", "payment", "interest", "repaid", "balance"]
    return pd.DataFrame(rows, columns=columns, index=range(1, months + 1))
