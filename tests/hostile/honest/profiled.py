# task: mean_step
# right: profiles itself with cProfile and stops
import cProfile
import io
import math
import pstats


def task_func(points):
    profiler = cProfile.Profile()
    profiler.enable()
    steps = [math.dist(one, two) for one, two in zip(points, points[1:])]
    profiler.disable()
    pstats.Stats(profiler, stream=io.StringIO()).sort_stats("cumulative").print_stats(3)
    return math.fsum(steps) / len(steps) if steps else 0.0
