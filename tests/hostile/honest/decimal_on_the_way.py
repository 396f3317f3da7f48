# task: mean_step
# right: computes in Decimal and returns a float
import math
from decimal import Decimal, getcontext


def task_func(points):
    getcontext().prec = 40
    steps = [Decimal((a - c) ** 2 + (b - d) ** 2).sqrt() for (a, b), (c, d) in zip(points, points[1:])]
    return float(sum(steps) / len(steps)) if steps else math.fsum(())
