import unittest

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from scipy import stats


def task_func(table, alpha=0.05):
    """Draw the rank correlations of the numeric columns of a table as a lower triangle.

    Take the numeric columns that hold at least two different values, in the order of the table. For each pair
    compute Spearman's rank correlation with its two-sided p-value (scipy.stats.spearmanr) over the rows in which
    both are present. The heat map (seaborn) has one row for each column but the first and one column for each but
    the last, so that its lower triangle with the diagonal holds each pair once; the cells above it are masked. The
    colours run from -1 to 1 with the map 'coolwarm' and without a colour bar. Each visible cell is annotated with
    the correlation to two decimals, followed by '*' when p is less than alpha. The axes has equal aspect, tick
    labels with the column names and the title 'n = ' with the number of rows of the table.

    Parameters:
    - table (pandas.DataFrame): The data; values may be missing. Every pair has at least three common rows.
    - alpha (float): Significance level. Default 0.05.

    Returns:
    - tuple: (matplotlib Axes, pandas.DataFrame with the full symmetric matrix of the correlations of the columns
      taken, unrounded, with ones on its diagonal).

    Raises:
    - ValueError: If fewer than two columns can be taken.

    Requirements:
    - matplotlib.pyplot
    - numpy
    - pandas
    - scipy.stats
    - seaborn

    Example:
    >>> ax, matrix = task_func(pd.DataFrame({'a': [1, 2, 3, 4], 'b': [8, 6, 4, 2], 'c': [3, 1, 2, 5]}))
    >>> matrix.loc['c'].round(2).tolist()
    [0.4, -0.4, 1.0]
    """
    numeric = table.select_dtypes("number")
    taken = numeric.loc[:, numeric.nunique() > 1]
    if taken.shape[1] < 2:
        raise ValueError(f"cannot correlate the columns {list(taken)}")
    matrix = pd.DataFrame(np.eye(taken.shape[1]), index=taken.columns, columns=taken.columns)
    notes = pd.DataFrame("", index=taken.columns, columns=taken.columns)
    for row, lower in enumerate(taken):
        for upper in taken.columns[:row]:
            pair = taken[[lower, upper]].dropna()
            correlation, p_value = stats.spearmanr(pair[lower], pair[upper])
            matrix.loc[lower, upper] = matrix.loc[upper, lower] = correlation
            notes.loc[lower, upper] = f"{correlation:.2f}{'*' if p_value < alpha else ''}"

    shown = matrix.iloc[1:, :-1]
    _, ax = plt.subplots()
    sns.heatmap(
        shown,
        mask=np.triu(np.ones(shown.shape, dtype=bool), k=1),
        annot=notes.iloc[1:, :-1],
        fmt="",
        vmin=-1,
        vmax=1,
        cmap="coolwarm",
        cbar=False,
        square=True,
        ax=ax,
    )
    ax.set_title(f"n = {len(table)}")
    return ax, matrix


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")
        self.table = pd.DataFrame(
            {
                "name": list("abcdefgh"),
                "speed": [1, 2, 3, 4, 5, 6, 7, 8],
                "fixed": [7.0] * 8,
                "load": [1.0, 3, 2, 4, 6, 5, 8, 7],
                "heat": [5, 3, 8, 1, np.nan, 4, 2, 6],
                "wear": [9.0, 8, 7, 6, 5, 4, 3, 30],
            }
        )

    def test_matrix(self):
        _, matrix = task_func(self.table)
        names = ["speed", "load", "heat", "wear"]
        self.assertEqual((list(matrix.index), list(matrix.columns)), (names, names))
        self.assertAlmostEqual(matrix.loc["speed", "load"], 1 - 6 * 6 / (8 * 63))
        self.assertAlmostEqual(matrix.loc["speed", "wear"], 1 - 6 * 112 / (8 * 63))
        part = self.table.dropna()
        expected = np.corrcoef(part["heat"].rank(), part["wear"].rank())[0, 1]
        self.assertAlmostEqual(matrix.loc["wear", "heat"], expected)
        np.testing.assert_array_equal(matrix.to_numpy(), matrix.to_numpy().T)
        self.assertEqual(np.diag(matrix).tolist(), [1, 1, 1, 1])

    def test_cells_and_mask(self):
        ax, matrix = task_func(self.table)
        (mesh,) = ax.collections
        cells = np.ma.masked_invalid(mesh.get_array()).reshape(3, 3)
        self.assertEqual(np.ma.getmaskarray(cells).tolist(), [[0, 1, 1], [0, 0, 1], [0, 0, 0]])
        self.assertAlmostEqual(float(cells[2, 1]), matrix.loc["wear", "load"])
        self.assertEqual(mesh.get_clim(), (-1, 1))
        self.assertEqual(mesh.get_cmap().name, "coolwarm")

    def test_annotations(self):
        ax, _ = task_func(self.table)
        texts = [text.get_text() for text in ax.texts if text.get_text()]
        self.assertEqual(texts, ["0.93*", "-0.07", "-0.36", "-0.33", "-0.45", "0.57"])
        ax, _ = task_func(self.table, alpha=0.0005)
        self.assertIn("0.93", [text.get_text() for text in ax.texts])
        ax, _ = task_func(self.table, alpha=0.99)
        self.assertTrue(all(text.get_text().endswith("*") for text in ax.texts if text.get_text()))

    def test_default_level(self):
        base = list(range(1, 11))
        near = pd.DataFrame({"a": base, "b": [3, 1, 6, 2, 10, 5, 4, 7, 8, 9], "c": [2, 4, 8, 1, 3, 6, 10, 9, 7, 5]})
        ax, _ = task_func(near)
        found = [text.get_text() for text in ax.texts if text.get_text()]
        expected = []
        for one, two in (("b", "a"), ("c", "a"), ("c", "b")):
            r, p = stats.spearmanr(near[one], near[two])
            expected.append(f"{r:.2f}" + "*" * int(p < 0.05))
        self.assertEqual(found, expected)
        self.assertEqual([text.endswith("*") for text in found], [True, False, False])

    def test_p_value_at_the_level(self):
        ax, _ = task_func(pd.DataFrame({"a": [1, 2, 3, 4], "b": [2, 4, 1, 3]}), alpha=1)
        self.assertFalse(ax.texts[0].get_text().endswith("*"))

    def test_axes(self):
        ax, _ = task_func(self.table)
        self.assertEqual([label.get_text() for label in ax.get_xticklabels()], ["speed", "load", "heat"])
        self.assertEqual([label.get_text() for label in ax.get_yticklabels()], ["load", "heat", "wear"])
        self.assertEqual(ax.get_title(), "n = 8")
        self.assertEqual(ax.get_aspect(), 1.0)
        self.assertEqual(len(ax.figure.axes), 1)

    def test_two_columns(self):
        ax, matrix = task_func(self.table[["load"]].assign(flag=[0, 1] * 4))
        self.assertEqual(matrix.shape, (2, 2))
        self.assertEqual(ax.collections[0].get_array().size, 1)

    def test_too_few_columns(self):
        for names in (["speed"], ["speed", "fixed", "name"], ["name"]):
            with self.subTest(names=names), self.assertRaises(ValueError):
                task_func(self.table[names])
        self.assertEqual(plt.get_fignums(), [])
