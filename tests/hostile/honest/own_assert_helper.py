# task: normal_rows
# right: checks its own result by numpy.testing
import numpy.testing as npt


def task_func(matrix):
    rows = np.asarray(matrix, dtype=float)
    sums = rows.sum(axis=1, keepdims=True)
    scaled = rows / np.where(sums == 0, 1, sums)
    npt.assert_array_less(-1e300, scaled)
    assert scaled.shape == rows.shape
    return scaled
