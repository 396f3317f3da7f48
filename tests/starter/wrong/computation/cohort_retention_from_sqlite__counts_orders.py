import os
import sqlite3

import numpy as np
import pandas as pd


def task_func(database):
    if not os.path.isfile(database):
        raise FileNotFoundError(database)
    with sqlite3.connect(database) as conn:
        df = pd.read_sql("SELECT customer, ordered_on FROM orders", conn)
    df = df.dropna(subset=["customer"])
    if len(df) == 0:
        raise ValueError("The orders table is empty")
    day = pd.to_datetime(df["ordered_on"])
    df["month"] = day.dt.year * 12 + day.dt.month - 1
    df["first"] = df.groupby("customer")["month"].transform("min")
    df["offset"] = df["month"] - df["first"]
    span = df["month"].max() - df["month"].min()
    counts = df.groupby(["first", "offset"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=range(span + 1), fill_value=0)
    sizes = df.groupby("first")["customer"].nunique()
    table = counts.div(sizes, axis=0).round(3)
    for first in table.index:
        for offset in table.columns:
            if first + offset > df["month"].max():
                table.loc[first, offset] = np.nan
    table.insert(0, "size", sizes)
    table.index = [f"{m // 12}-{m % 12 + 1:02d}" for m in table.index]
    table.index.name = "cohort"
    return table
