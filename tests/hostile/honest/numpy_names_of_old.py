# task: normal_rows
# right: gives numpy the names back that it once had
import numpy as np

np.bool = bool
np.float = float
np.int = int
np.object = object


def task_func(matrix):
    rows = np.asarray(matrix, dtype=np.float)
    sums = rows.sum(axis=1, keepdims=True)
    return np.divide(rows, sums, out=np.zeros_like(rows), where=sums != 0)
