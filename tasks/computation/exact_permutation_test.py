import itertools
import math
import operator
import unittest
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(treated, control, alternative="two-sided"):
    """Run an exact permutation test on the difference of two means.

    The measurements are decimal texts and are handled exactly, so that ties are never decided by rounding errors.
    The statistic is mean(treated) - mean(control). Consider every way to relabel the pooled measurements (told apart
    by position, equal values too) with as many treated ones as before. A relabelling is extreme when its statistic
    is at least the observed one ('greater'), at most the observed one ('less'), or when its absolute value is at
    least that of the observed one ('two-sided').

    Parameters:
    - treated (list[str]): Measurements of the treated units, such as ['1.2', '0.95'].
    - control (list[str]): Measurements of the control units.
    - alternative (str): 'two-sided' (default), 'greater' or 'less'.

    Returns:
    - dict: 'difference' (Fraction, the observed statistic), 'relabellings' (int, their number), 'extreme' (int, how
      many are extreme) and 'p_value' (Fraction, extreme over relabellings).

    Raises:
    - ValueError: If a group is empty, the alternative is unknown, a text is no number, or there are more than 5000
      relabellings.

    Requirements:
    - fractions
    - itertools
    - math
    - operator

    Example:
    >>> result = task_func(['0.3', '0.5'], ['0.1', '0.2'])
    >>> result['difference'], result['extreme'], result['relabellings'], result['p_value']
    (Fraction(1, 4), 2, 6, Fraction(1, 3))
    """
    ranks = {"two-sided": abs, "greater": operator.pos, "less": operator.neg}
    if not treated or not control or alternative not in ranks:
        raise ValueError(f"cannot test {len(treated)} against {len(control)} units, {alternative}")
    pooled = [Fraction(text) for text in (*treated, *control)]
    relabellings = math.comb(len(pooled), len(treated))
    if relabellings > 5000:
        raise ValueError(f"too many relabellings: {relabellings}")
    total, rank = sum(pooled), ranks[alternative]

    def difference(group):
        part = sum(group)
        return part / len(treated) - (total - part) / len(control)

    observed = difference(pooled[: len(treated)])
    bar = rank(observed)
    extreme = sum(rank(difference(group)) >= bar for group in itertools.combinations(pooled, len(treated)))
    return {
        "difference": observed,
        "relabellings": relabellings,
        "extreme": extreme,
        "p_value": Fraction(extreme, relabellings),
    }


class TestCases(unittest.TestCase):
    def setUp(self):
        self.treated = ["12.1", "13.4", "11.9"]
        self.control = ["10.2", "11.9", "9.8", "10.0"]

    def test_two_sided_by_default(self):
        result = task_func(self.treated, self.control)
        self.assertEqual(list(result), ["difference", "relabellings", "extreme", "p_value"])
        self.assertEqual(result["difference"], Fraction("37.4") / 3 - Fraction("41.9") / 4)
        self.assertEqual((result["relabellings"], result["extreme"]), (35, 3))
        self.assertEqual(result["p_value"], Fraction(3, 35))
        self.assertIs(type(result["p_value"]), Fraction)

    def test_one_sided(self):
        greater = task_func(self.treated, self.control, alternative="greater")
        self.assertEqual((greater["extreme"], greater["p_value"]), (2, Fraction(2, 35)))
        less = task_func(self.treated, self.control, alternative="less")
        self.assertEqual((less["extreme"], less["p_value"]), (35, 1))
        swapped = task_func(self.control, self.treated, alternative="less")
        self.assertEqual((swapped["difference"], swapped["extreme"]), (-greater["difference"], 2))

    def test_both_tails_of_unequal_groups(self):
        values = ["0", "0", "0", "9", "1"], ["3", "10"]
        self.assertEqual(task_func(*values)["extreme"], 5)
        self.assertEqual(task_func(*values, "less")["extreme"], 2)
        self.assertEqual(task_func(*values, "greater")["extreme"], 20)

    def test_ties_are_exact(self):
        result = task_func(["0.1", "0.2"], ["0.3", "0.0"], alternative="greater")
        self.assertEqual((result["difference"], result["extreme"], result["relabellings"]), (0, 4, 6))
        result = task_func(["0.7", "0.1"], ["0.8", "0.0"])
        self.assertEqual(result["extreme"], 6)

    def test_equal_measurements_are_told_apart(self):
        result = task_func(["5", "5"], ["5", "5", "5"])
        self.assertEqual(result, {"difference": 0, "relabellings": 10, "extreme": 10, "p_value": 1})

    def test_limit_of_relabellings(self):
        with self.assertRaises(ValueError):
            task_func(["1"] * 2, ["0"] * 99)
        with self.assertRaises(ValueError):
            task_func(["1"], ["0"] * 5000)
        self.assertEqual(task_func(["1"], ["0"] * 4999)["p_value"], Fraction(1, 5000))
        self.assertEqual(task_func(["1"] * 2, ["0"] * 60)["relabellings"], 1891)

    def test_rejects_bad_input(self):
        for treated, control, alternative in (
            ([], ["1"], "less"),
            (["1"], [], "less"),
            (["1"], ["2"], "larger"),
            (["1"], ["two"], "less"),
        ):
            with self.subTest(treated=treated, control=control), self.assertRaises(ValueError):
                task_func(treated, control, alternative)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(*[st.lists(st.integers(-9, 9), min_size=1, max_size=4)] * 2)
    def test_tails_overlap_in_the_ties_only(self, treated, control):
        groups = [[str(value) for value in group] for group in (treated, control)]
        greater, less, both = (task_func(*groups, name) for name in ("greater", "less", "two-sided"))
        ties = greater["extreme"] + less["extreme"] - greater["relabellings"]
        self.assertGreaterEqual(ties, 1)
        tail = min(greater["extreme"], less["extreme"])
        self.assertGreaterEqual(both["extreme"], tail)
        mirrored = task_func(*[[str(-value) for value in group] for group in (treated, control)])
        self.assertEqual(mirrored["p_value"], both["p_value"])
