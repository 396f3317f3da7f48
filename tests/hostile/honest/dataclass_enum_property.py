# task: rank_scores
# right: dataclasses, enums, properties, slots, a metaclass and an abstract class
import abc
import enum
from dataclasses import dataclass, field


class Registry(abc.ABCMeta):
    known = []

    def __new__(mcs, name, bases, namespace):
        made = super().__new__(mcs, name, bases, namespace)
        mcs.known.append(name)
        return made


class Place(enum.IntEnum):
    FIRST = 1
    OTHER = 2


class Ranked(metaclass=Registry):
    @property
    @abc.abstractmethod
    def rank(self):
        """Rank."""


@dataclass(order=True)
class Player(Ranked):
    score: float
    name: str = field(compare=False)
    others: tuple = field(compare=False, default=(), repr=False)

    @property
    def rank(self):
        return 1 + sum(1 for other in self.others if other > self.score)

    @property
    def place(self):
        return Place.FIRST if self.rank == 1 else Place.OTHER


def task_func(scores):
    players = [Player(score, name, tuple(scores.values())) for name, score in sorted(scores.items())]
    return {
        "ranks": {player.name: player.rank for player in players},
        "best": [player.name for player in players if player.place is Place.FIRST],
        "mean": sum(scores.values()) / len(scores) if scores else 0.0,
    }
