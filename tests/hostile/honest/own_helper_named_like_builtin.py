# task: rank_scores
# right: defines helpers named like builtins that do what these do
import math


def sum(values):
    return math.fsum(values)


def abs(value):
    return -value if value < 0 else value


def task_func(scores):
    ranks = {name: 1 + len([other for other in scores.values() if other > scores[name]]) for name in sorted(scores)}
    mean = sum(scores.values()) / len(scores) if scores else 0.0
    return {"ranks": ranks, "best": [name for name in ranks if ranks[name] == 1], "mean": mean}
