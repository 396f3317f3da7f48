import math
import unittest
from itertools import pairwise


def task_func(points):
    """Measure how far apart consecutive points are on average.

    Parameters:
    - points (list of tuple): the points (x, y).

    Returns:
    - float: the mean distance of neighbours in the list; 0.0 for less than two points.

    Requirements:
    - math
    - itertools

    Example:
    >>> task_func([(0, 0), (3, 4)])
    5.0
    """
    steps = [math.dist(one, two) for one, two in pairwise(points)]
    return math.fsum(steps) / len(steps) if steps else 0.0


class TestCases(unittest.TestCase):
    def test_two_points(self):
        self.assertAlmostEqual(task_func([(0, 0), (3, 4)]), 5.0)

    def test_mean_of_two_steps(self):
        self.assertAlmostEqual(task_func([(0, 0), (1, 0), (1, 3)]), 2.0, places=9)

    def test_irrational_result(self):
        self.assertAlmostEqual(task_func([(0, 0), (1, 1), (2, 2)]), 1.4142135623730951, delta=1e-12)

    def test_too_few_points(self):
        self.assertAlmostEqual(task_func([]) + 1, 1.0)
        self.assertAlmostEqual(task_func([(7, 7)]) + 1, 1.0)
