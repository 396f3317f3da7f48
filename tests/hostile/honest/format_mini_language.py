# task: rank_scores
# right: attribute access in format strings, attrgetter, methodcaller, match with class patterns
import operator
from dataclasses import dataclass
from statistics import fmean


@dataclass
class Player:
    name: str
    score: float


def task_func(scores):
    players = sorted((Player(*item) for item in scores.items()), key=operator.attrgetter("name"))
    ranks = {}
    for player in players:
        print("{0.name}: {0.score:.1f}".format(player), operator.methodcaller("upper")(player.name))
        match player:
            case Player(name=name, score=score):
                ranks[name] = 1 + sum(other.score > score for other in players)
    mean = fmean(scores.values()) if scores else 0.0
    return {"ranks": ranks, "best": [name for name in ranks if ranks[name] == 1], "mean": mean}
