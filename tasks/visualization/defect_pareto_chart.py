import collections
import unittest

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import PercentFormatter


def task_func(defects, cut=0.8, other="other"):
    """Draw a Pareto chart of defects: bars by frequency and a line of cumulative shares.

    Count the defects. Order the kinds by count, the most frequent first and by name where counts are equal. The
    vital kinds are the shortest beginning of this order whose share of all defects is at least cut. All later kinds
    are combined into one last bar named other, unless there is only one of them, which then keeps its own name.

    The left axes shows one bar per kind at 0, 1, 2... (heights are counts, vital bars in 'tab:red', the others in
    'tab:gray'), the names as tick labels rotated by 45 degrees and the y label 'defects'. A twin axes shares the x axis
    and shows one line of the cumulative shares (fractions from 0 to 1) over the bars with markers 'o', then a dashed
    horizontal line at cut (axhline), y limits from 0 to 1.05 and y ticks formatted as percent without decimals ('50%').

    Parameters:
    - defects (list[str]): The kind of each defect found.
    - cut (float): Share of all defects that the vital kinds reach, above 0 and up to 1. Default 0.8.
    - other (str): Name of the combined bar. Default 'other'.

    Returns:
    - tuple: (left axes, twin axes, list of the names of the vital kinds).

    Raises:
    - ValueError: If there are no defects or cut is outside its range.

    Requirements:
    - collections
    - matplotlib.pyplot
    - matplotlib.ticker
    - numpy

    Example:
    >>> ax, twin, vital = task_func(['dent', 'scratch', 'dent', 'dent', 'stain'], cut=0.6)
    >>> vital, [label.get_text() for label in ax.get_xticklabels()]
    (['dent'], ['dent', 'other'])
    """
    if not defects or not 0 < cut <= 1:
        raise ValueError(f"no Pareto chart of {len(defects)} defects with cut {cut}")
    ranking = sorted(collections.Counter(defects).items(), key=lambda item: (-item[1], item[0]))
    names = [name for name, _ in ranking]
    counts = [count for _, count in ranking]
    vital = np.searchsorted(np.cumsum(counts) / len(defects), cut) + 1
    if len(names) - vital > 1:
        names[vital:], counts[vital:] = [other], [sum(counts[vital:])]

    _, ax = plt.subplots()
    colors = ["tab:red" if position < vital else "tab:gray" for position in range(len(names))]
    ax.bar(range(len(names)), counts, color=colors)
    ax.set_xticks(range(len(names)), names, rotation=45)
    ax.set_ylabel("defects")
    twin = ax.twinx()
    twin.plot(np.cumsum(counts) / len(defects), marker="o")
    twin.axhline(cut, linestyle="--")
    twin.set_ylim(0, 1.05)
    twin.yaxis.set_major_formatter(PercentFormatter(xmax=1, decimals=0))
    return ax, twin, names[:vital]


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")

    def labels(self, ax):
        return [label.get_text() for label in ax.get_xticklabels()]

    def heights(self, ax):
        return [bar.get_height() for bar in ax.patches]

    def colors(self, ax):
        red = plt.matplotlib.colors.to_rgba("tab:red")
        gray = plt.matplotlib.colors.to_rgba("tab:gray")
        return "".join({red: "r", gray: "g"}[bar.get_facecolor()] for bar in ax.patches)

    def test_bars_and_combined_rest(self):
        ax, _, vital = task_func(list("aaaaaabbbbccdef"), cut=0.75)
        self.assertEqual(vital, ["a", "b", "c"])
        self.assertEqual(self.labels(ax), ["a", "b", "c", "other"])
        self.assertEqual(self.heights(ax), [6, 4, 2, 3])
        self.assertEqual(self.colors(ax), "rrrg")
        self.assertEqual([bar.get_x() + bar.get_width() / 2 for bar in ax.patches], [0, 1, 2, 3])
        self.assertEqual(list(ax.get_xticks()), [0, 1, 2, 3])
        self.assertEqual({label.get_rotation() for label in ax.get_xticklabels()}, {45.0})
        self.assertEqual(ax.get_ylabel(), "defects")

    def test_cumulative_line_and_cut(self):
        ax, twin, _ = task_func(list("aaaaaabbbbccdef"), cut=0.75, other="rest")
        curve, level = twin.get_lines()
        np.testing.assert_allclose(curve.get_xdata(), [0, 1, 2, 3])
        np.testing.assert_allclose(curve.get_ydata(), [6 / 15, 10 / 15, 12 / 15, 1])
        self.assertEqual(curve.get_marker(), "o")
        self.assertEqual(list(level.get_ydata()), [0.75, 0.75])
        self.assertEqual(level.get_linestyle(), "--")
        self.assertEqual(self.labels(ax)[-1], "rest")

    def test_twin_axes(self):
        ax, twin, _ = task_func(["x", "y", "x"])
        self.assertEqual(twin.get_ylim(), (0, 1.05))
        self.assertEqual(twin.yaxis.get_major_formatter()(0.5, 0), "50%")
        self.assertEqual(twin.yaxis.get_major_formatter()(0.667, 0), "67%")
        twin.set_ylim(0.5, 0.52)
        self.assertEqual(twin.yaxis.get_major_formatter()(0.5, 0), "50%")
        twin.set_ylim(0, 1.05)
        self.assertTrue(ax.get_shared_x_axes().joined(ax, twin))
        self.assertIs(ax.figure, twin.figure)
        self.assertEqual(list(twin.get_lines()[1].get_ydata()), [0.8, 0.8])

    def test_ties_by_name_and_default_cut(self):
        ax, _, vital = task_func(["d", "c", "b", "a", "b", "a"] + ["e"] * 4)
        self.assertEqual(vital, ["e", "a", "b"])
        self.assertEqual(self.labels(ax), ["e", "a", "b", "other"])
        self.assertEqual(self.heights(ax), [4, 2, 2, 2])

    def test_single_leftover_keeps_its_name(self):
        ax, _, vital = task_func(list("aaaabbc"), cut=0.5)
        self.assertEqual((vital, self.labels(ax), self.colors(ax)), (["a"], ["a", "other"], "rg"))
        ax, _, vital = task_func(list("aaaabbc"), cut=0.8)
        self.assertEqual((vital, self.labels(ax), self.colors(ax)), (["a", "b"], ["a", "b", "c"], "rrg"))

    def test_share_of_exactly_the_cut_is_enough(self):
        self.assertEqual(task_func(["a"] * 7 + [str(number) for number in range(93)], cut=0.07)[2], ["a"])
        self.assertEqual(task_func(list("aaaabb"), cut=0.667)[2], ["a", "b"])

    def test_every_kind_is_vital(self):
        ax, _, vital = task_func(list("aab"), cut=1)
        self.assertEqual((vital, self.colors(ax)), (["a", "b"], "rr"))
        ax, _, vital = task_func(["only"], cut=0.01)
        self.assertEqual((vital, self.heights(ax)), (["only"], [1]))

    def test_rejects_bad_arguments(self):
        for defects, cut in (([], 0.8), (["a"], 0), (["a"], 1.01), (["a"], -0.5)):
            with self.subTest(defects=defects, cut=cut), self.assertRaises(ValueError):
                task_func(defects, cut)
        self.assertEqual(plt.get_fignums(), [])
