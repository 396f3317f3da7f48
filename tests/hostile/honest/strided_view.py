# task: normal_rows
# right: sums through a strided view
import numpy as np
from numpy.lib.stride_tricks import as_strided


def task_func(matrix):
    rows = np.ascontiguousarray(matrix, dtype=float)
    view = as_strided(rows, shape=rows.shape, strides=rows.strides)
    sums = view.sum(axis=1, keepdims=True)
    return rows / np.where(sums == 0, 1, sums)
