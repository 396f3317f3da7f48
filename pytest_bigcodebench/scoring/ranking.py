"""A leaderboard of several models that were asked the same tasks, by Bradley-Terry strengths.

A task that one of two models solved and the other did not is a game that the first won (Bradley and Terry 1952,
Biometrika 39, 324-345): it wins against the other with probability ``s_i / (s_i + s_j)``. Tasks that both or neither
solved say nothing of which is stronger and are left out: where a model's chance on a task is ``s_i / (s_i + d_t)``,
with the task's difficulty ``d_t`` (Rasch 1960), the games that are decided follow the Bradley-Terry model with the
same ``s_i`` exactly, whatever the difficulties. For two models that is what McNemar's test looks at.

The strengths of greatest likelihood are found by the MM algorithm (Hunter 2004, Annals of Statistics 32, 384-406,
equation 3); intervals come from drawing tasks with replacement. A rating is ``1000 + 400 log10(s)`` with the mean over
the models at 1000, in Elo's scale: 400 points more are won ten to one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, fsum, log, log10
from operator import mul
from random import Random
from typing import Any, Final

from pytest_bigcodebench.scoring.intervals import Interval
from pytest_bigcodebench.scoring.paired import quantile

__all__ = ["Standing", "bradley_terry", "leaderboard", "to_ratings"]

#: Games that every two models are taken to have drawn beside those they played: without them the strength of a model
#: that never lost has no end.
_PRIOR: Final = 0.5
_RESAMPLES: Final = 500
_SEED: Final = 1140
#: Where the MM algorithm stops: relative change of every strength, and steps.
_TOLERANCE: Final = 1e-9
_MOST_STEPS: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One model's place on the leaderboard."""

    name: str
    #: pass@1 on the tasks that all models were asked.
    rate: float
    #: In Elo's scale; the mean over the models is 1000.
    rating: float
    #: 95 % interval of `rating`.
    interval: Interval

    def to_plain(self) -> dict[str, Any]:
        """The standing as JSON-compatible data."""
        return {"name": self.name, "rate": self.rate, "rating": self.rating, "interval": list(self.interval)}


def bradley_terry(wins: Sequence[Sequence[float]]) -> list[float]:
    """Strengths of greatest likelihood, their geometric mean 1; ``wins[i][j]`` counts the games that i won against j.

    Every model must have won and lost against the others directly or through others (Hunter's assumption 1), or there
    is no greatest likelihood; raises ValueError if one has won, or lost, nothing at all.
    """
    count = len(wins)
    won = [fsum(row) for row in wins]
    lost = [fsum(row[i] for row in wins) for i in range(count)]
    if count < 2 or min(won) <= 0 or min(lost) <= 0:
        raise ValueError("strengths need two models or more, each with a win and a loss")
    games = [[wins[i][j] + wins[j][i] for j in range(count)] for i in range(count)]
    strengths = [1.0] * count
    for _ in range(_MOST_STEPS):
        before = list(strengths)
        for i in range(count):
            # Each new strength is used at once, which takes fewer steps.
            share = fsum(games[i][j] / (strengths[i] + strengths[j]) for j in range(count) if j != i)
            strengths[i] = won[i] / share
        middle = exp(fsum(map(log, strengths)) / count)
        strengths = [strength / middle for strength in strengths]
        if max(abs(new / old - 1) for new, old in zip(strengths, before, strict=True)) < _TOLERANCE:
            break
    return strengths


def to_ratings(strengths: Sequence[float]) -> list[float]:
    """Strengths in Elo's scale, with a mean of 1000."""
    logs = [400 * log10(strength) for strength in strengths]
    mean = fsum(logs) / len(logs)
    return [1000 + value - mean for value in logs]


def leaderboard(
    rates: Mapping[str, Mapping[str, float]], *, resamples: int = _RESAMPLES, seed: int = _SEED
) -> list[Standing]:
    """Rank models, given as name -> task -> pass rate, on the tasks that all of them were asked; the best first.

    Without such a task there is no leaderboard: the list is empty.
    """
    names = list(rates)
    tasks = [task for task in rates[names[0]] if all(task in rates[name] for name in names)] if names else []
    if not tasks or len(names) < 2:
        return []
    columns = [[rates[name][task] for task in tasks] for name in names]
    products = {(i, j): list(map(mul, columns[i], columns[j])) for i, j in combinations(range(len(names)), 2)}
    seen = _ratings(columns, products, [1] * len(tasks))
    rng = Random(seed)
    drawn = [_ratings(columns, products, _weights(rng, len(tasks))) for _ in range(resamples)]
    standings = []
    for number, name in enumerate(names):
        ordered = sorted(ratings[number] for ratings in drawn)
        interval = Interval(quantile(ordered, 0.025), quantile(ordered, 0.975))
        rate = fsum(columns[number]) / len(tasks)
        standings.append(Standing(name=name, rate=rate, rating=seen[number], interval=interval))
    return sorted(standings, key=lambda standing: -standing.rating)


def _weights(rng: Random, size: int) -> list[int]:
    """How often each of so many tasks is drawn when as many are drawn with replacement."""
    counts = Counter(rng.choices(range(size), k=size))
    return [counts[task] for task in range(size)]


def _ratings(
    columns: Sequence[Sequence[float]], products: Mapping[tuple[int, int], Sequence[float]], weights: Sequence[int]
) -> list[float]:
    """Ratings of models whose pass rates by task are columns, each task counted as often as its weight says."""
    count = len(columns)
    passed = [fsum(map(mul, weights, column)) for column in columns]
    wins = [[0.0] * count for _ in range(count)]
    for (i, j), product in products.items():
        both = fsum(map(mul, weights, product))
        # What is left of a difference of sums that are equal is not a game.
        wins[i][j] = max(0.0, passed[i] - both) + _PRIOR
        wins[j][i] = max(0.0, passed[j] - both) + _PRIOR
    return to_ratings(bradley_terry(wins))
