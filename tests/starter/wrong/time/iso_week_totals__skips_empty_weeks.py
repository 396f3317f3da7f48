from datetime import timedelta

import pandas as pd


def task_func(records):
    frame = pd.DataFrame(records, columns=["day", "amount"])
    frame["week"] = [f"{d.isocalendar()[0]}-W{d.isocalendar()[1]:02d}" for d in frame["day"]]
    frame["monday"] = [d - timedelta(days=d.weekday()) for d in frame["day"]]
    table = frame.groupby(["week", "monday"]).agg(days=("day", "nunique"), total=("amount", "sum")).reset_index()
    table = table.sort_values("monday").reset_index(drop=True)
    table["total"] = table["total"].astype(float).round(2)
    table["change"] = (table["total"].pct_change() * 100).round(1)
    return table
