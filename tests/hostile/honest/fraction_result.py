# task: mean_step
# right: returns a numpy scalar
import numpy as np


def task_func(points):
    if len(points) < 2:
        return np.float64(0)
    return np.linalg.norm(np.diff(np.array(points, dtype=float), axis=0), axis=1).mean()
