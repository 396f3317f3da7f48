import os
import sqlite3

import pandas as pd


def task_func(database):
    if not os.path.exists(database):
        raise FileNotFoundError(f"{database} does not exist")
    conn = sqlite3.connect(database)
    df = pd.read_sql_query("SELECT customer, ordered_on FROM orders WHERE customer IS NOT NULL", conn)
    conn.close()
    if df.empty:
        raise ValueError("no orders")
    df["month"] = pd.to_datetime(df["ordered_on"]).dt.to_period("M")
    df["cohort"] = df.groupby("customer")["month"].transform("min")
    df["offset"] = (df["month"].dt.year - df["cohort"].dt.year) * 12 + df["month"].dt.month - df["cohort"].dt.month
    span = df["month"].max() - df["month"].min()
    pivot = df.pivot_table(index="cohort", columns="offset", values="customer", aggfunc="nunique")
    pivot = pivot.reindex(columns=range(span.n + 1)).fillna(0)
    size = pivot[0].astype(int)
    result = pivot.div(size, axis=0).round(3)
    result.insert(0, "size", size)
    result.index = result.index.astype(str)
    return result
