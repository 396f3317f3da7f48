# task: mean_step
# right: measures objects and garbage with gc, tracemalloc and sys.getrefcount
import gc
import math
import sys
import tracemalloc


def task_func(points):
    tracemalloc.start()
    before = len(gc.get_objects())
    steps = [math.dist(one, two) for one, two in zip(points, points[1:])]
    print(
        "objects:",
        len(gc.get_objects()) - before,
        "references:",
        sys.getrefcount(steps),
        tracemalloc.get_traced_memory(),
    )
    tracemalloc.stop()
    return math.fsum(steps) / len(steps) if steps else 0.0
