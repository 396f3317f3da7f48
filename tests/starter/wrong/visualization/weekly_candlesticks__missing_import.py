import matplotlib.dates as mdates
import matplotlib.pyplot as plt


def task_func(trades, window=3):
    if len(trades) == 0:
        raise ValueError("trades is empty")
    frame = trades.sort_values("time", kind="mergesort").copy()
    frame["week"] = frame["time"].dt.normalize() - frame["time"].dt.weekday * timedelta(days=1)
    weeks = frame.groupby("week").agg(
        open=("price", "first"), high=("price", "max"), low=("price", "min"), close=("price", "last"),
        volume=("quantity", "sum"),
    )
    weeks.index.name = None
    fig, (top, bottom) = plt.subplots(2, 1, sharex=True, gridspec_kw=dict(height_ratios=[3, 1]))
    x = mdates.date2num(weeks.index)
    top.vlines(x, weeks["low"], weeks["high"], color="black")
    for xi, row in zip(x, weeks.itertuples()):
        color = "black"
        if row.close > row.open:
            color = "green"
        elif row.close < row.open:
            color = "red"
        body = plt.Rectangle((xi - 2, min(row.open, row.close)), 4, abs(row.close - row.open), color=color, zorder=3)
        top.add_patch(body)
    sma = weeks["close"].rolling(window).mean().dropna()
    top.plot(mdates.date2num(sma.index), sma, label=f"SMA {window}")
    top.set_ylabel("price")
    top.legend()
    bottom.bar(x, weeks["volume"], width=4)
    bottom.set_ylabel("volume")
    bottom.xaxis.set_major_formatter(mdates.DateFormatter("%G-W%V"))
    return fig, weeks
