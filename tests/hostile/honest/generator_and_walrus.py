# task: mean_step
# right: newer syntax: walrus, match, positional-only
import math
from itertools import tee


def task_func(points, /):
    one, two = tee(points)
    next(two, None)
    match [math.dist(a, b) for a, b in zip(one, two)]:
        case []:
            return 0.0
        case steps if (total := math.fsum(steps)) >= 0:
            return total / len(steps)
