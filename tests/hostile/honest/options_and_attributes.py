# task: monthly_totals
# right: sets options of pandas and attributes of its table
import pandas as pd

pd.set_option("display.max_rows", 3)
pd.options.mode.copy_on_write = True
pd.DataFrame.bcb_note = "mine"


def task_func(frame):
    table = frame.copy()
    table["month"] = table["day"].str.slice(0, 7)
    table = table.groupby("month", as_index=False)["amount"].sum()
    table.columns = ["month", "total"]
    table.index.name = None
    table.attrs = {}
    return table
