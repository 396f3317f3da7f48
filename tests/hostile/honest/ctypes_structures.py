# task: mean_step
# right: a ctypes structure, a buffer, a cast and a byref of its own
import ctypes
import math


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_double), ("y", ctypes.c_double)]


def task_func(points):
    array = (Point * max(1, len(points)))(*[Point(*point) for point in points])
    pointer = ctypes.cast(array, ctypes.POINTER(Point))
    steps = [
        math.dist((pointer[n].x, pointer[n].y), (pointer[n + 1].x, pointer[n + 1].y)) for n in range(len(points) - 1)
    ]
    return math.fsum(steps) / len(steps) if steps else 0.0
