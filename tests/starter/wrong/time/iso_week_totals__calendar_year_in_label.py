from datetime import timedelta

import pandas as pd


def task_func(records):
    frame = pd.DataFrame(records, columns=["day", "amount"])
    columns = ["week", "monday", "days", "total", "change"]
    if frame.empty:
        return pd.DataFrame(columns=columns)
    frame["monday"] = [d - timedelta(days=d.weekday()) for d in frame["day"]]
    grouped = frame.groupby("monday").agg(days=("day", "nunique"), total=("amount", "sum"))
    first, last = grouped.index.min(), grouped.index.max()
    mondays = [first + timedelta(days=7 * i) for i in range((last - first).days // 7 + 1)]
    grouped = grouped.reindex(mondays, fill_value=0)
    totals = [round(float(t), 2) for t in grouped["total"]]
    changes = [float("nan")]
    for before, after in zip(totals, totals[1:]):
        changes.append(round((after - before) / before * 100, 1) if before else float("nan"))
    weeks = [m.strftime("%Y-W%W") for m in mondays]
    return pd.DataFrame({"week": weeks, "monday": mondays, "days": grouped["days"].tolist(),
                         "total": totals, "change": changes}, columns=columns)
