# task: monthly_totals
# right: keeps the table as a pickle in between
import io

import pandas as pd


def task_func(frame):
    kept = io.BytesIO()
    frame.to_pickle(kept)
    kept.seek(0)
    amounts = pd.read_pickle(kept).assign(month=lambda table: table["day"].str[:7])
    return amounts.groupby("month")["amount"].sum().rename("total").reset_index()
