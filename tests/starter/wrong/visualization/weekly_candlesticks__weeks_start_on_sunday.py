import matplotlib.dates as mdates
import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle


def task_func(trades, window=3):
    if trades.empty:
        raise ValueError("no trades")
    data = trades.sort_values("time", kind="stable").set_index("time")
    grouped = data.resample("W", label="left", closed="left")
    weeks = grouped["price"].ohlc()
    weeks["volume"] = grouped["quantity"].sum()
    weeks = weeks.dropna(subset=["open"])

    fig, (ax1, ax2) = plt.subplots(2, 1, sharex=True, gridspec_kw={"height_ratios": [3, 1]})
    x = mdates.date2num(weeks.index.to_pydatetime())
    ax1.vlines(x, weeks["low"], weeks["high"], color="black")
    for xi, o, c in zip(x, weeks["open"], weeks["close"]):
        color = "green" if c > o else "red" if c < o else "black"
        ax1.add_patch(Rectangle((xi - 2, min(o, c)), 4, abs(c - o), color=color, zorder=3))
    sma = weeks["close"].rolling(window).mean()
    ok = sma.notna().to_numpy()
    ax1.plot(x[ok], sma[ok], label=f"SMA {window}")
    ax1.legend()
    ax1.set_ylabel("price")
    ax2.bar(x, weeks["volume"], width=4)
    ax2.set_ylabel("volume")
    ax2.xaxis.set_major_formatter(mdates.DateFormatter("%G-W%V"))
    weeks.index.name = None
    return fig, weeks
