# task: monthly_totals
# right: goes through a DataFrame subclass and gives a plain one
import pandas as pd


class Ledger(pd.DataFrame):
    _metadata = ["currency"]

    @property
    def _constructor(self):
        return Ledger


def task_func(frame):
    ledger = Ledger(frame)
    ledger.currency = "EUR"
    totals = ledger.assign(month=ledger["day"].str.slice(0, 7)).groupby("month", as_index=False)["amount"].sum()
    return pd.DataFrame(totals.rename(columns={"amount": "total"})).sort_values("month", ignore_index=True)
