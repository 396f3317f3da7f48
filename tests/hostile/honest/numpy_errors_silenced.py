# task: normal_rows
# right: divides by zero on purpose, with numpy told to say nothing
import numpy as np

np.seterr(all="ignore")
np.set_printoptions(precision=3, suppress=True)


def task_func(matrix):
    rows = np.array(matrix, dtype=np.float64)
    return np.nan_to_num(rows / rows.sum(axis=1)[:, None], nan=0.0)
