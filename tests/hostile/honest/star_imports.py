# task: rank_scores
# right: star imports that cover builtins, as many models write them
from itertools import *
from math import *
from operator import *
from statistics import *
from unittest import *


def task_func(scores):
    ranks = {name: 1 + len([other for other in scores.values() if other > scores[name]]) for name in sorted(scores)}
    return {
        "ranks": ranks,
        "best": [name for name in ranks if ranks[name] == 1],
        "mean": fmean(scores.values()) if scores else 0.0,
    }
