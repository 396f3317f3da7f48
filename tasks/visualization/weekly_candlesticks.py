import datetime
import unittest

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.patches import Rectangle


def task_func(trades, window=3):
    """Draw the weekly candlesticks of a list of trades with volumes and a moving average.

    Sum up the trades by ISO week (Monday to Sunday). In time order within a week, the open is the price of the first
    trade, the close that of the last, trades of the same time counting in their given order; high and low are the
    greatest and the least price, volume is the sum of the quantities. Weeks without trades get no row and no candle.

    The figure has two axes above each other that share the x axis, the upper one three times as high. The upper one
    holds per week, at the date number of its Monday, a black vertical line from low to high (all by one call of vlines)
    and above it (z-order 3) a rectangle of width 4 centred on that number between open and close, 'green' if the close
    is greater than the open, 'red' if less, else 'black'; and one line 'SMA window' (such as 'SMA 3') of the mean of
    the last window closes, from the first week that has so many. The lower one holds bars of width 4 with the volumes.
    The upper one has a legend and the y label 'price', the lower one the y label 'volume'; x tick labels look like
    '2024-W07'.

    Parameters:
    - trades (pandas.DataFrame): Columns 'time' (datetimes), 'price' and 'quantity', in any order of rows.
    - window (int): Weeks of the moving average. Default 3.

    Returns:
    - tuple: (figure, pandas.DataFrame indexed by the Mondays (timestamps at midnight), ascending, with the columns
      'open', 'high', 'low', 'close' and 'volume').

    Raises:
    - ValueError: If there are no trades.

    Requirements:
    - matplotlib.dates
    - matplotlib.patches
    - matplotlib.pyplot
    - pandas

    Example:
    >>> trades = pd.DataFrame({'time': pd.to_datetime(['2024-02-14 15:00', '2024-02-13 09:00']), 'price': [9.0, 7.0],
    ...                        'quantity': [1, 5]})
    >>> task_func(trades)[1].values.tolist()
    [[7.0, 9.0, 7.0, 9.0, 6.0]]
    """
    if trades.empty:
        raise ValueError(f"no trades: {trades}")
    ordered = trades.sort_values("time", kind="stable")
    days = ordered["time"].dt.normalize()
    mondays = days - pd.to_timedelta(days.dt.weekday, unit="D")
    weeks = ordered.groupby(mondays).agg(
        open=("price", "first"),
        high=("price", "max"),
        low=("price", "min"),
        close=("price", "last"),
        volume=("quantity", "sum"),
    )

    figure, (upper, lower) = plt.subplots(2, sharex=True, height_ratios=[3, 1])
    dates = mdates.date2num(weeks.index)
    upper.vlines(dates, weeks["low"], weeks["high"], colors="black")
    for monday, week in weeks.iterrows():
        first, last = week["open"], week["close"]
        color = "green" if last > first else "red" if last < first else "black"
        corner = mdates.date2num(monday) - 2, min(first, last)
        upper.add_patch(Rectangle(corner, 4, abs(last - first), color=color, zorder=3))
    average = weeks["close"].rolling(window).mean()
    upper.plot(dates[window - 1 :], average.iloc[window - 1 :], label=f"SMA {window}")
    upper.legend()
    upper.set_ylabel("price")
    lower.bar(dates, weeks["volume"], width=4)
    lower.set_ylabel("volume")
    lower.xaxis.set_major_formatter(mdates.DateFormatter("%G-W%V"))
    return figure, weeks.rename_axis(None)


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")
        rows = [
            ("2024-01-10 12:00", 12.0, 3),
            ("2023-12-31 23:59", 10.0, 1),
            ("2024-01-08 00:00", 11.0, 2),
            ("2024-01-14 23:59", 9.0, 4),
            ("2023-12-30 08:00", 8.0, 5),
            ("2024-01-22 10:00", 7.0, 6),
            ("2024-01-29 10:00", 7.0, 1),
            ("2024-01-30 10:00", 10.0, 1),
            ("2024-01-30 10:00", 9.0, 1),
        ]
        self.trades = pd.DataFrame(rows, columns=["time", "price", "quantity"])
        self.trades["time"] = pd.to_datetime(self.trades["time"])
        days = ((2023, 12, 25), (2024, 1, 8), (2024, 1, 22), (2024, 1, 29))
        self.mondays = [self.monday(*day) for day in days]

    def monday(self, *args):
        return mdates.date2num(datetime.date(*args))

    def test_weeks(self):
        _, weeks = task_func(self.trades)
        self.assertEqual(list(weeks.columns), ["open", "high", "low", "close", "volume"])
        days = ["2023-12-25", "2024-01-08", "2024-01-22", "2024-01-29"]
        self.assertEqual([str(day) for day in weeks.index], [f"{day} 00:00:00" for day in days])
        self.assertEqual(
            weeks.values.tolist(),
            [[8, 10, 8, 10, 6], [11, 12, 9, 9, 9], [7, 7, 7, 7, 6], [7, 10, 7, 9, 3]],
        )

    def test_candles(self):
        figure, _ = task_func(self.trades)
        upper = figure.axes[0]
        boxes = [(patch.get_x() + 2, patch.get_y(), patch.get_width(), patch.get_height()) for patch in upper.patches]
        first, second, third, fourth = self.mondays
        self.assertEqual(boxes, [(first, 8, 4, 2), (second, 9, 4, 2), (third, 7, 4, 0), (fourth, 7, 4, 2)])
        colors = [plt.matplotlib.colors.to_rgba(name) for name in ("green", "red", "black", "green")]
        self.assertEqual([patch.get_facecolor() for patch in upper.patches], colors)
        self.assertEqual({patch.get_zorder() for patch in upper.patches}, {3})

    def test_wicks(self):
        figure, _ = task_func(self.trades)
        (wicks,) = figure.axes[0].collections
        lows_and_highs = zip(self.mondays, (8, 9, 7, 7), (10, 12, 7, 10), strict=True)
        expected = [[[monday, low], [monday, high]] for monday, low, high in lows_and_highs]
        self.assertEqual([segment.tolist() for segment in wicks.get_segments()], expected)
        self.assertEqual(tuple(wicks.get_edgecolor()[0]), plt.matplotlib.colors.to_rgba("black"))

    def test_moving_average(self):
        (line,) = task_func(self.trades)[0].axes[0].get_lines()
        self.assertEqual(line.get_label(), "SMA 3")
        self.assertEqual(list(line.get_xdata()), self.mondays[2:])
        self.assertEqual([round(float(value), 6) for value in line.get_ydata()], [8.666667, 8.333333])
        (line,) = task_func(self.trades, window=1)[0].axes[0].get_lines()
        self.assertEqual(list(line.get_ydata()), [10, 9, 7, 9])
        self.assertEqual(list(line.get_xdata()), self.mondays)
        (line,) = task_func(self.trades, window=9)[0].axes[0].get_lines()
        self.assertEqual((line.get_label(), len(line.get_ydata())), ("SMA 9", 0))

    def test_volumes(self):
        figure, _ = task_func(self.trades)
        lower = figure.axes[1]
        self.assertEqual([bar.get_height() for bar in lower.patches], [6, 9, 6, 3])
        self.assertEqual([bar.get_x() + 2 for bar in lower.patches], self.mondays)
        self.assertEqual({bar.get_width() for bar in lower.patches}, {4})

    def test_layout(self):
        figure, _ = task_func(self.trades)
        upper, lower = figure.axes
        self.assertTrue(upper.get_shared_x_axes().joined(upper, lower))
        heights = [ax.get_subplotspec().get_position(figure).height for ax in (upper, lower)]
        self.assertAlmostEqual(heights[0] / heights[1], 3)
        self.assertGreater(upper.get_position().y0, lower.get_position().y1)
        self.assertEqual((upper.get_ylabel(), lower.get_ylabel()), ("price", "volume"))
        self.assertEqual([text.get_text() for text in upper.get_legend().get_texts()], ["SMA 3"])
        formatter = lower.xaxis.get_major_formatter()
        self.assertEqual(formatter(self.monday(2024, 2, 12)), "2024-W07")
        self.assertEqual(formatter(self.monday(2024, 12, 30)), "2025-W01")

    def test_trades_of_the_same_time_keep_their_order(self):
        times = pd.to_datetime(["2024-03-04 11:00", "2024-03-04 10:00"] * 100)
        trades = pd.DataFrame({"time": times, "price": [float(n) for n in range(200, 0, -1)], "quantity": 1})
        before = trades.copy()
        _, weeks = task_func(trades)
        self.assertEqual(weeks.values.tolist(), [[199, 200, 1, 2, 200]])
        pd.testing.assert_frame_equal(trades, before)

    def test_no_trades(self):
        with self.assertRaises(ValueError):
            task_func(self.trades.iloc[:0])
        self.assertEqual(plt.get_fignums(), [])
