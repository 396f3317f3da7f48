# task: mean_step
# right: returns a float subclass that carries a unit and keeps it through arithmetic
import math


class Metres(float):
    def __sub__(self, other):
        return Metres(float(self) - float(other))

    def __add__(self, other):
        return Metres(float(self) + float(other))

    def __round__(self, places=None):
        return Metres(round(float(self), places)) if places is not None else round(float(self))

    def __repr__(self):
        return f"{float(self)!r} m"


def task_func(points):
    steps = [math.dist(one, two) for one, two in zip(points, points[1:])]
    return Metres(math.fsum(steps) / len(steps)) if steps else Metres(0)
