# task: normal_rows
# right: uses a masked array on the way and returns a plain one
import numpy as np
import numpy.ma as ma


def task_func(matrix):
    rows = ma.masked_equal(np.asarray(matrix, dtype=float), 0)
    sums = rows.sum(axis=1)
    return (rows / sums[:, None]).filled(0.0)
