import statistics
import unittest

import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns


def task_func(table, group, value, least=2):
    """Draw the values of each group as a strip of points, with the groups ordered by their medians.

    Rows without a group or value are ignored, and so are groups with fewer than least values. Order the groups by
    median, the lowest first, and by name where medians are equal. Draw them in that order with seaborn's stripplot
    without jitter. Values more than 3 robust deviations away from the median of their group (a robust deviation is
    1.4826 times the median of the absolute deviations) are outliers, drawn in 'crimson'; the others are drawn in
    'slategray'. If the robust deviation is 0 there is no outlier. Over each strip draw a black horizontal line
    (hlines) at the median from 0.3 left to 0.3 right of the strip.

    The x tick labels are the name and, on a second line, the number of values, like 'north' and 'n=12'. There is no
    legend, the x label is empty and the y label is the name of the value column.

    Parameters:
    - table (pandas.DataFrame): The data. It is not changed.
    - group, value (str): Names of the columns with groups (text) and numbers.
    - least (int): Fewest values that a group needs. Default 2.

    Returns:
    - tuple: (matplotlib Axes, dict from the name of each drawn group, in order, to the sorted list of its outliers).

    Raises:
    - ValueError: If no group is left.

    Requirements:
    - statistics
    - matplotlib.pyplot
    - pandas
    - seaborn

    Example:
    >>> table = pd.DataFrame({'site': list('bbbbaa'), 'ph': [7.0, 7.1, 7.2, 9.9, 6.0, 6.4]})
    >>> task_func(table, 'site', 'ph')[1]
    {'a': [], 'b': [9.9]}
    """
    known = table.dropna(subset=[group, value])
    groups = {name: sorted(values.tolist()) for name, values in known.groupby(group)[value] if len(values) >= least}
    if not groups:
        raise ValueError(f"no group has {least} values")
    medians = {name: statistics.median(values) for name, values in groups.items()}
    order = sorted(groups, key=medians.get)

    outliers = {}
    for name in order:
        limit = 3 * 1.4826 * statistics.median(abs(number - medians[name]) for number in groups[name])
        outliers[name] = [number for number in groups[name] if abs(number - medians[name]) > limit > 0]
    rows = [(name, number, number in outliers[name]) for name in order for number in groups[name]]
    points = pd.DataFrame(rows, columns=["group", "value", "outlier"])

    _, ax = plt.subplots()
    palette = {False: "slategray", True: "crimson"}
    sns.stripplot(points, x="group", y="value", hue="outlier", palette=palette, jitter=False, legend=False, ax=ax)
    for place, name in enumerate(order):
        ax.hlines(medians[name], place - 0.3, place + 0.3, colors="black")
    ax.set_xticks(range(len(order)), [f"{name}\nn={len(groups[name])}" for name in order])
    ax.set(xlabel="", ylabel=value)
    return ax, outliers


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")

    def table(self, **groups):
        rows = [(name, number) for name, numbers in groups.items() for number in numbers]
        return pd.DataFrame(rows, columns=["site", "ph"])

    def points(self, ax):
        names = {plt.matplotlib.colors.to_rgba(name): name for name in ("crimson", "slategray")}
        found = []
        for collection in ax.collections:
            colors = [tuple(color) for color in collection.get_facecolor()]
            if colors and colors[0] in names:
                offsets = collection.get_offsets().tolist()
                colors *= len(offsets) if len(colors) == 1 else 1
                found += [(x, y, names[color]) for (x, y), color in zip(offsets, colors, strict=True)]
        return sorted(found)

    def medians(self, ax):
        lines = [collection for collection in ax.collections if hasattr(collection, "get_segments")]
        return [collection.get_segments()[0].round(6).tolist() for collection in lines]

    def labels(self, ax):
        return [label.get_text() for label in ax.get_xticklabels()]

    def test_groups_ordered_by_median_then_name(self):
        ax, outliers = task_func(self.table(z=[5, 1, 3], m=[2, 4], c=[1, 2], y=[2.5, 3.5, 3]), "site", "ph")
        self.assertEqual(self.labels(ax), ["c\nn=2", "m\nn=2", "y\nn=3", "z\nn=3"])
        self.assertEqual(list(ax.get_xticks()), [0, 1, 2, 3])
        self.assertEqual(list(outliers.items()), [("c", []), ("m", []), ("y", []), ("z", [])])
        gray = "slategray"
        expected = [(0, 1, gray), (0, 2, gray), (1, 2, gray), (1, 4, gray), (2, 2.5, gray), (2, 3, gray)]
        self.assertEqual(self.points(ax)[:6], expected)
        self.assertEqual(len(self.points(ax)), 10)

    def test_median_lines(self):
        ax, _ = task_func(self.table(a=[1, 2, 30], b=[5, 8]), "site", "ph")
        self.assertEqual(self.medians(ax), [[[-0.3, 2], [0.3, 2]], [[0.7, 6.5], [1.3, 6.5]]])
        lines = [collection for collection in ax.collections if hasattr(collection, "get_segments")]
        black = plt.matplotlib.colors.to_rgba("black")
        self.assertEqual([tuple(line.get_edgecolor()[0]) for line in lines], [black, black])

    def test_outliers(self):
        values = [10, 11, 9, 10.5, 9.5, 30, -8, 10]
        ax, outliers = task_func(self.table(a=values, b=[50, 51]), "site", "ph")
        self.assertEqual(outliers, {"a": [-8, 30], "b": []})
        red = [(x, y) for x, y, color in self.points(ax) if color == "crimson"]
        self.assertEqual(red, [(0, -8), (0, 30)])

    def test_limit_of_three_robust_deviations(self):
        inside = self.table(a=[-1, 0, 1, 4.4478, 0, -1, 1])
        self.assertEqual(task_func(inside, "site", "ph")[1], {"a": []})
        outside = self.table(a=[-1, 0, 1, 4.4479, 0, -1, 1])
        self.assertEqual(task_func(outside, "site", "ph")[1], {"a": [4.4479]})
        fine = self.table(a=[3, 3, 3, 90], b=[0.1, 0, -0.1, 0.5])
        self.assertEqual(task_func(fine, "site", "ph")[1], {"b": [0.5], "a": []})

    def test_gaps_and_small_groups(self):
        table = self.table(a=[1, None, 3], b=[7, None], c=[5, 5, 6])
        table.loc[len(table)] = [None, 99]
        table["note"] = None
        before = table.copy()
        ax, _ = task_func(table, "site", "ph")
        self.assertEqual(self.labels(ax), ["a\nn=2", "c\nn=3"])
        pd.testing.assert_frame_equal(table, before)
        self.assertEqual(list(task_func(table, "site", "ph", least=3)[1]), ["c"])
        self.assertEqual(list(task_func(table, "site", "ph", least=1)[1]), ["a", "c", "b"])

    def test_axes(self):
        ax, _ = task_func(self.table(a=[1, 2]).rename(columns={"ph": "acidity"}), "site", "acidity")
        self.assertEqual((ax.get_xlabel(), ax.get_ylabel()), ("", "acidity"))
        self.assertIsNone(ax.get_legend())

    def test_nothing_left(self):
        for table in (self.table(), self.table(a=[1], b=[None, 2])):
            with self.assertRaises(ValueError):
                task_func(table, "site", "ph")
        self.assertEqual(plt.get_fignums(), [])
