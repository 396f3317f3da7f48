# task: monthly_totals
# right: leaves a figure open, with the backend set at import
import matplotlib
import pandas as pd

matplotlib.use("Agg")
import matplotlib.pyplot as plt


def task_func(frame):
    totals = (
        pd.DataFrame({"month": frame["day"].str[:7], "total": frame["amount"]}).groupby("month").sum().reset_index()
    )
    figure, axes = plt.subplots()
    axes.bar(totals["month"], totals["total"])
    plt.show()
    return totals
