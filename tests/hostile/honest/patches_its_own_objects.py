# task: rank_scores
# right: replaces methods of its own classes and wraps its own functions
import functools
import math


class Board:
    def rank(self, score, scores):
        raise NotImplementedError


def rank(self, score, scores):
    return 1 + sum(other > score for other in scores)


Board.rank = rank


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


@logged
def task_func(scores):
    board = Board()
    ranks = {name: board.rank(scores[name], scores.values()) for name in sorted(scores)}
    mean = math.fsum(scores.values()) / len(scores) if scores else 0.0
    return {"ranks": ranks, "best": [name for name in ranks if ranks[name] == 1], "mean": mean}
