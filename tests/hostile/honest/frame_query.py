# task: monthly_totals
# right: asks the table by expressions
import pandas as pd


def task_func(frame):
    table = frame.assign(month=frame["day"].str[:7])
    rows = []
    for month in sorted(set(table["month"])):
        rows.append((month, int(table.query("month == @month")["amount"].sum())))
    return pd.DataFrame(rows, columns=["month", "total"])
