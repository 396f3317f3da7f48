# task: mean_step
# right: sleeps, retries and measures time
import math
import time


def task_func(points):
    for attempt in range(3):
        try:
            start = time.perf_counter()
            time.sleep(0.01)
            if attempt < 1:
                raise ConnectionError("again")
            steps = [math.dist(one, two) for one, two in zip(points, points[1:])]
            assert time.perf_counter() >= start
            return math.fsum(steps) / len(steps) if steps else 0.0
        except ConnectionError:
            continue
