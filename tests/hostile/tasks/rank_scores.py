import math
import unittest


def task_func(scores):
    """Rank players by score.

    The highest score has rank 1; equal scores share a rank and the next rank is skipped ("1, 2, 2, 4").

    Parameters:
    - scores (dict): player (str) -> score (float).

    Returns:
    - dict: "ranks", a dict player -> rank (int) in alphabetical order of the players; "best", a sorted list of the
      players of rank 1; "mean", the mean of the scores as a float, 0.0 without players.

    Requirements:
    - math

    Example:
    >>> task_func({"bo": 1, "al": 3})
    {'ranks': {'al': 1, 'bo': 2}, 'best': ['al'], 'mean': 2.0}
    """
    ranks = {name: 1 + sum(other > scores[name] for other in scores.values()) for name in sorted(scores)}
    mean = math.fsum(scores.values()) / len(scores) if scores else 0.0
    return {"ranks": ranks, "best": [name for name in ranks if ranks[name] == 1], "mean": mean}


class TestCases(unittest.TestCase):
    def test_ranks(self):
        result = task_func({"d": 1, "b": 5, "c": 5, "a": 9})
        self.assertTrue(sorted(result["ranks"].items()) == [("a", 1), ("b", 2), ("c", 2), ("d", 4)])
        self.assertTrue(all(isinstance(rank, int) for rank in result["ranks"].values()))
        self.assertEqual(len(result["ranks"]), 4)

    def test_best(self):
        result = task_func({"x": 2, "y": 2, "z": 1})
        self.assertEqual(len(result["best"]), 2)
        self.assertFalse(any(name not in ("x", "y") for name in result["best"]))

    def test_mean(self):
        result = task_func({"x": 1, "y": 2})
        self.assertTrue(math.isclose(result["mean"], 1.5))
        self.assertEqual(round(result["mean"], 3), 1.5)
        self.assertLess(abs(result["mean"] - 1.5), 1e-9)

    def test_nobody(self):
        result = task_func({})
        self.assertEqual(repr(result), "{'ranks': {}, 'best': [], 'mean': 0.0}")
        assert result["mean"] == 0.0
