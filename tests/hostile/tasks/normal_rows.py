import unittest

import numpy as np
from numpy.testing import assert_allclose, assert_array_equal


def task_func(matrix):
    """Scale every row of a matrix so that it sums to one.

    A row whose sum is zero stays as it is.

    Parameters:
    - matrix (list of list of float): the rows, all of one length.

    Returns:
    - numpy.ndarray: the scaled matrix, of dtype float64, of the same shape.

    Requirements:
    - numpy

    Example:
    >>> task_func([[1, 1], [0, 0]]).tolist()
    [[0.5, 0.5], [0.0, 0.0]]
    """
    rows = np.asarray(matrix, dtype=float)
    sums = rows.sum(axis=1, keepdims=True)
    return rows / np.where(sums == 0, 1, sums)


class TestCases(unittest.TestCase):
    def test_values(self):
        assert_allclose(task_func([[1, 3], [2, 2]]), [[0.25, 0.75], [0.5, 0.5]], rtol=1e-12)

    def test_row_without_weight(self):
        assert_array_equal(task_func([[0, 0, 0], [0, 0, 4]]), [[0, 0, 0], [0, 0, 1]])

    def test_rows_sum_to_one(self):
        self.assertTrue(np.allclose(task_func([[5, 6, 7], [0.1, 0.2, 0.3]]).sum(axis=1), 1.0))

    def test_shape_and_type(self):
        result = task_func([[1, 2, 3], [4, 5, 6]])
        self.assertEqual(result.shape, (2, 3))
        self.assertEqual(result.dtype, np.float64)
