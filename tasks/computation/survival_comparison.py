import math
import unittest

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2


def task_func(lifetimes, horizon):
    """Compare how long two makes of machines survive, with some of them still running.

    Estimate the survival of each make by Kaplan and Meier: at each time of a failure multiply by 1 - d / n, with d
    failures at that time and n machines at risk, which are those with hours of at least that time. A machine that
    was still running (failed is False) is at risk up to and including its hours. Compare the makes by the log-rank
    test: over all times of failures of both makes, d of n machines fail in total and n1 of those at risk belong to
    the first make; its expected failures are the sum of d * n1 / n and their variance is the sum of
    d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1), where times with n = 1 add nothing. The statistic, the squared
    difference of its observed and expected failures over the variance, has one degree of freedom.

    Parameters:
    - lifetimes (pandas.DataFrame): One row per machine with the columns 'make', 'hours' and 'failed' (bool).
    - horizon (float): Time for which the survival is reported.

    Returns:
    - dict: 'survival' (dict make -> probability to survive beyond horizon, failures exactly at horizon counted as
      failed), 'median' (dict make -> the first time of a failure at which the survival is at most 0.5, None if there
      is none), 'statistic' and 'p_value'. Makes are in sorted order; probabilities, the statistic and the p-value are
      floats rounded to four decimals, the latter two None if the variance is zero.

    Raises:
    - ValueError: If there are not exactly two makes.

    Requirements:
    - math
    - numpy
    - pandas
    - scipy.stats

    Example:
    >>> table = pd.DataFrame({'make': list('aabb'), 'hours': [2, 4, 3, 9], 'failed': [True, True, True, False]})
    >>> result = task_func(table, 3)
    >>> result['survival'], result['median']
    ({'a': 0.5, 'b': 0.5}, {'a': 2.0, 'b': 3.0})
    """
    groups = dict(iter(lifetimes.groupby("make")))
    if len(groups) != 2:
        raise ValueError(f"expected two makes, got {list(groups)}")

    def count(machines, times):
        hours = machines["hours"].to_numpy()
        failures = hours[machines["failed"].to_numpy()]
        return (failures == times[:, None]).sum(axis=1), (hours >= times[:, None]).sum(axis=1)

    survival, median = {}, {}
    for make, machines in groups.items():
        times = np.unique(machines.loc[machines["failed"], "hours"])
        failed, at_risk = count(machines, times)
        curve = pd.Series(np.append(1.0, np.cumprod(1 - failed / at_risk)), np.append(-math.inf, times))
        survival[make] = round(float(curve.asof(horizon)), 4)
        halved = curve.index[curve <= 0.5]
        median[make] = float(halved[0]) if len(halved) else None

    times = np.unique(lifetimes.loc[lifetimes["failed"], "hours"])
    failed, at_risk = count(lifetimes, times)
    failed_first, at_risk_first = count(next(iter(groups.values())), times)
    share = at_risk_first / at_risk
    variance = (failed * share * (1 - share) * (at_risk - failed) / np.maximum(at_risk - 1, 1)).sum()
    statistic = p_value = None
    if variance:
        squared = (failed_first - failed * share).sum() ** 2 / variance
        statistic, p_value = round(float(squared), 4), round(float(chi2.sf(squared, 1)), 4)
    return {"survival": survival, "median": median, "statistic": statistic, "p_value": p_value}


class TestCases(unittest.TestCase):
    def table(self, **makes):
        rows = [(make, abs(hours), hours > 0) for make, times in makes.items() for hours in times]
        return pd.DataFrame(rows, columns=["make", "hours", "failed"])

    def test_known_values(self):
        table = self.table(old=[3, 5, 5, -6, 9], new=[4, -5, 10, -12, 15, -20])
        result = task_func(table, 6)
        self.assertEqual(list(result), ["survival", "median", "statistic", "p_value"])
        self.assertEqual(list(result["survival"].items()), [("new", 0.8333), ("old", 0.4)])
        self.assertEqual(list(result["median"].items()), [("new", 15.0), ("old", 5.0)])
        self.assertEqual(result["statistic"], 3.9161)
        self.assertEqual(result["p_value"], 0.0478)
        self.assertEqual({type(result["statistic"]), type(result["p_value"]), type(result["survival"]["new"])}, {float})

    def test_horizon_on_a_failure(self):
        table = self.table(a=[2, 4, 6, 8], b=[-3, 7])
        self.assertEqual(task_func(table, 1.9)["survival"], {"a": 1.0, "b": 1.0})
        self.assertEqual(task_func(table, 2)["survival"], {"a": 0.75, "b": 1.0})
        self.assertEqual(task_func(table, 6.5)["survival"], {"a": 0.25, "b": 1.0})
        self.assertEqual(task_func(table, 99)["survival"], {"a": 0.0, "b": 0.0})

    def test_running_machine_is_at_risk_at_its_last_hour(self):
        result = task_func(self.table(a=[5, -5, -5], b=[1, 5, -4]), 5)
        self.assertEqual(result["survival"], {"a": 0.6667, "b": 0.0})
        self.assertEqual(result["median"], {"a": None, "b": 5.0})

    def test_median_is_reached_at_exactly_one_half(self):
        result = task_func(self.table(x=[3, 7], y=[3, 7, 8]), 0)
        self.assertEqual(result["median"], {"x": 3.0, "y": 7.0})
        self.assertIs(type(result["median"]["x"]), float)

    def test_no_comparison_without_variance(self):
        result = task_func(self.table(a=[-1, -2], b=[-3]), 9)
        self.assertEqual(result["survival"], {"a": 1.0, "b": 1.0})
        self.assertEqual((result["median"], result["statistic"]), ({"a": None, "b": None}, None))
        result = task_func(self.table(a=[4, 4], b=[-2]), 9)
        self.assertEqual((result["statistic"], result["p_value"]), (None, None))

    def test_last_machine_adds_no_variance(self):
        result = task_func(self.table(a=[1], b=[2]), 1)
        self.assertEqual((result["statistic"], result["p_value"]), (1.0, 0.3173))

    def test_needs_two_makes(self):
        for makes in ({}, {"a": [1, 2]}, {"a": [1], "b": [1], "c": [1]}):
            with self.subTest(makes=makes), self.assertRaises(ValueError):
                task_func(self.table(**makes), 1)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(*[st.lists(st.integers(1, 9), min_size=1, max_size=6)] * 2, st.integers(1, 9))
    def test_without_running_machines_survival_is_a_share(self, first, second, horizon):
        result = task_func(self.table(a=first, b=second), horizon)
        for make, times in (("a", first), ("b", second)):
            share = sum(hours > horizon for hours in times) / len(times)
            self.assertAlmostEqual(result["survival"][make], share, delta=6e-5)
        mirrored = task_func(self.table(a=second, b=first), horizon)
        if result["statistic"] is not None:
            self.assertAlmostEqual(result["statistic"], mirrored["statistic"], delta=2e-4)
