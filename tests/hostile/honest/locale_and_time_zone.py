# task: mean_step
# right: sets locale, time zone and random seeds
import locale
import math
import os
import random
import time

os.environ["TZ"] = "America/New_York"
time.tzset()
locale.setlocale(locale.LC_ALL, "C")
random.seed(0)


def task_func(points):
    steps = [math.hypot(a - c, b - d) for (a, b), (c, d) in zip(points, points[1:])]
    random.shuffle(steps)
    return math.fsum(steps) / len(steps) if steps else 0.0
