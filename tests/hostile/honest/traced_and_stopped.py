# task: mean_step
# right: counts its own lines by the trace module's way and stops
import math
import sys
import trace


def compute(points):
    steps = [math.dist(one, two) for one, two in zip(points, points[1:])]
    return math.fsum(steps) / len(steps) if steps else 0.0


def task_func(points):
    before = sys.gettrace()
    tracer = trace.Trace(count=1, trace=0, ignoredirs=[sys.prefix])
    try:
        return tracer.runfunc(compute, points)
    finally:
        sys.settrace(before)
