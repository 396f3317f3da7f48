import math
import unittest
from statistics import NormalDist

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(visits, level=0.05):
    """Test in which segments a treatment changed the conversion rate, with Holm's correction.

    For each segment compare the conversion rates of the arms 'treatment' and 'control' by the two-sided z-test with
    pooled variance: with the conversions x of n visits per arm and the pooled rate r, the statistic is the difference
    of the rates over sqrt(r * (1 - r) * (1/n_treatment + 1/n_control)). If r is 0 or 1 the p-value is 1. Adjust the
    p-values of the m segments by Holm's method: multiply the k-th smallest (k from 0) by m - k, cap at 1, and raise
    each to at least the adjusted value of the one before it.

    Parameters:
    - visits (pandas.DataFrame): One row per visit with the columns 'segment', 'arm' ('control' or 'treatment') and
      'converted' (bool).
    - level (float): Family-wise error rate. Default 0.05.

    Returns:
    - pandas.DataFrame: One row per segment with the columns 'segment', 'control' and 'treatment' (rates), 'lift'
      (treatment / control - 1, NaN if the control rate is 0), 'p' and 'adjusted' (p-values), all numbers rounded to
      four decimals, and 'significant' (bool: unrounded adjusted p-value at most level). Rows have a default index
      and are sorted by unrounded p, then by segment.

    Raises:
    - ValueError: If a segment lacks one of the two arms or there are no visits.

    Requirements:
    - math
    - statistics
    - pandas

    Example:
    >>> visits = pd.DataFrame({'segment': ['web'] * 8, 'arm': ['control', 'treatment'] * 4,
    ...                        'converted': [False, True, True, True, False, True, False, False]})
    >>> task_func(visits).values.tolist()
    [['web', 0.25, 0.75, 2.0, 0.1573, 0.1573, False]]
    """
    totals = visits.groupby(["segment", "arm"])["converted"].agg(["sum", "count"]).unstack()
    if totals.empty or totals.shape[1] != 4 or totals.isna().any(axis=None):
        raise ValueError(f"every segment needs visits of both arms:\n{totals}")

    rows = []
    for segment, row in totals.iterrows():
        hits, shots = row["sum"].to_numpy(), row["count"].to_numpy()
        control, treatment = hits / shots
        pooled = hits.sum() / shots.sum()
        p = 1.0
        if 0 < pooled < 1:
            z = (treatment - control) / math.sqrt(pooled * (1 - pooled) * (1 / shots).sum())
            p = 2 * NormalDist().cdf(-abs(z))
        rows.append((segment, control, treatment, treatment / control - 1 if control else math.nan, p))
    table = pd.DataFrame(rows, columns=["segment", "control", "treatment", "lift", "p"])
    table = table.sort_values(["p", "segment"], ignore_index=True)
    table["adjusted"] = (table["p"] * range(len(table), 0, -1)).clip(upper=1).cummax()
    table["significant"] = table["adjusted"] <= level
    return table.round(4)


class TestCases(unittest.TestCase):
    def visits(self, **segments):
        rows = []
        for segment, arms in segments.items():
            for arm, (hits, shots) in zip(("treatment", "control"), arms, strict=True):
                rows += [(segment, arm, number < hits) for number in range(shots)]
        return pd.DataFrame(rows, columns=["segment", "arm", "converted"])

    def test_known_values(self):
        table = task_func(self.visits(mail=[(40, 100), (25, 100)], app=[(30, 50), (10, 50)], web=[(21, 70), (18, 90)]))
        columns = ["segment", "control", "treatment", "lift", "p", "adjusted", "significant"]
        self.assertEqual(list(table.columns), columns)
        self.assertEqual(
            table.values.tolist(),
            [
                ["app", 0.2, 0.6, 2.0, 0.0, 0.0001, True],
                ["mail", 0.25, 0.4, 0.6, 0.0235, 0.0471, True],
                ["web", 0.2, 0.3, 0.5, 0.1439, 0.1439, False],
            ],
        )
        self.assertEqual(table.index.tolist(), [0, 1, 2])

    def test_holm_never_decreases_and_is_capped(self):
        table = task_func(self.visits(a=[(40, 100), (25, 100)], b=[(41, 100), (27, 100)], c=[(6, 10), (5, 10)]))
        self.assertEqual(table["p"].tolist(), [0.0235, 0.0366, 0.6531])
        self.assertEqual(table["adjusted"].tolist(), [0.0706, 0.0733, 0.6531])
        table = task_func(self.visits(a=[(40, 100), (25, 100)], b=[(40, 100), (25, 100)], c=[(25, 100), (40, 100)]))
        self.assertEqual(table["adjusted"].tolist(), [0.0706, 0.0706, 0.0706])
        table = task_func(self.visits(a=[(6, 10), (5, 10)], b=[(5, 10), (6, 10)]))
        self.assertEqual(table["adjusted"].tolist(), [1.0, 1.0])

    def test_level(self):
        visits = self.visits(a=[(40, 100), (25, 100)])
        self.assertEqual(task_func(visits)["significant"].tolist(), [True])
        self.assertEqual(task_func(visits, level=0.02)["significant"].tolist(), [False])
        self.assertEqual(task_func(visits, level=0.0236)["significant"].tolist(), [True])
        self.assertEqual(task_func(self.visits(a=[(1, 2), (1, 2)]), level=1)["significant"].tolist(), [True])
        self.assertEqual(task_func(self.visits(a=[(38, 100), (25, 100)]))["significant"].tolist(), [True])
        self.assertEqual(task_func(self.visits(a=[(37, 100), (25, 100)]))["significant"].tolist(), [False])

    def test_rates_of_zero_and_one(self):
        table = task_func(self.visits(b=[(0, 5), (0, 4)], a=[(3, 3), (2, 2)], c=[(4, 4), (0, 4)]))
        self.assertEqual(table["segment"].tolist(), ["c", "a", "b"])
        self.assertEqual(table.index.tolist(), [0, 1, 2])
        self.assertEqual(table["p"].tolist(), [0.0047, 1.0, 1.0])
        self.assertEqual(table["lift"].fillna(-9).tolist(), [-9.0, 0.0, -9.0])
        self.assertEqual(table["adjusted"].tolist(), [0.014, 1.0, 1.0])

    def test_equal_p_values_are_ordered_by_segment(self):
        table = task_func(self.visits(z=[(5, 10), (2, 10)], y=[(2, 10), (5, 10)], x=[(5, 10), (5, 10)]))
        self.assertEqual(table["segment"].tolist(), ["y", "z", "x"])
        self.assertEqual(table["lift"].tolist(), [-0.6, 1.5, 0.0])

    def test_missing_arms(self):
        good = self.visits(a=[(1, 2), (1, 3)])
        lonely = self.visits(b=[(1, 2), (0, 0)])
        for visits in (pd.concat([good, lonely]), lonely, good.iloc[:0], self.visits(c=[(0, 0), (1, 2)])):
            with self.assertRaises(ValueError):
                task_func(visits)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(1, 30), st.integers(1, 30), st.integers(0, 30), st.integers(0, 30))
    def test_agrees_with_chi_square_on_one_degree_of_freedom(self, a, b, c, d):
        table = task_func(self.visits(only=[(a, a + c), (b, b + d)]))
        total = a + b + c + d
        margins = (a + c) * (b + d) * (a + b) * (c + d)
        chi_square = total * (a * d - b * c) ** 2 / margins if margins else 0
        self.assertAlmostEqual(table["p"][0], math.erfc(math.sqrt(chi_square / 2)), delta=6e-5)
