# task: normal_rows
# right: keeps its last answer in a global, by a global statement
import numpy as np

LAST = None
CALLS = 0


def task_func(matrix):
    global LAST, CALLS
    CALLS += 1
    rows = np.asarray(matrix, dtype=float)
    sums = rows.sum(axis=1, keepdims=True)
    LAST = rows / np.where(sums == 0, 1, sums)
    return LAST
