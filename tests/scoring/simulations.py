"""How often intervals hold the truth and a gate cries wolf, by simulation.

    python tests/scoring/simulations.py [--quick]

prints the figures that docs/comparing.md has. Models are drawn by numpy: each task has a chance of its own to be
solved (some are easy, some hard), and a run is a toss for each of its samples. Intervals and p-values are the
package's own; only the bootstrap is drawn by numpy, as counts of wins, ties and losses, which is the same
distribution (`test_simulations.py` sees to it).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from pytest_bigcodebench.scoring.intervals import Interval, rate_interval
from pytest_bigcodebench.scoring.paired import RESAMPLES, bootstrap_interval, worse_p_value
from pytest_bigcodebench.scoring.ranking import leaderboard, to_ratings

#: Strengths of five models, with a geometric mean of 1.
STRENGTHS = (4.0, 1.6, 1.0, 0.5, 0.3125)
#: The better of two models has this much more of a chance at each task, as far as there is room.
GAP = 0.05

Floats = NDArray[np.float64]


def chances(rng: np.random.Generator, runs: int, tasks: int) -> Floats:
    """A model's chance at each task: most tasks are easy or hard, and half of all samples pass."""
    return rng.beta(0.5, 0.5, size=(runs, tasks))


def rate_coverage(tasks: int, samples: tuple[int, int], runs: int) -> float:
    """Share of the intervals of pass@1 that hold the true rate; each task has from so many to so many samples."""
    rng = np.random.default_rng(tasks)
    held = 0
    for _ in range(runs):
        each = rng.integers(samples[0], samples[1] + 1, size=tasks)
        passed = rng.binomial(each, chances(rng, 1, tasks)[0])
        interval = rate_interval(list(zip(each.tolist(), passed.tolist(), strict=True)))
        assert interval
        held += interval.low <= 0.5 <= interval.high
    return held / runs


def wins_and_losses(rng: np.random.Generator, tasks: int, runs: int, gap: float) -> Iterator[tuple[int, int]]:
    """For each run the number of tasks that the second of two models won, and lost; one sample a task."""
    for _ in range(runs):
        chance = chances(rng, 1, tasks)[0]
        second = rng.random(tasks) < np.minimum(1.0, chance + gap)
        first = rng.random(tasks) < chance
        yield int((second & ~first).sum()), int((first & ~second).sum())


def percentile_interval(rng: np.random.Generator, tasks: int, won: int, lost: int) -> Interval:
    """The bootstrap interval of a paired difference, its draws made by numpy."""
    if tasks in (won, lost) or not won + lost:
        return bootstrap_interval([1.0] * won + [-1.0] * lost + [0.0] * (tasks - won - lost))
    drawn = rng.multinomial(tasks, np.array([won, lost, tasks - won - lost]) / tasks, size=RESAMPLES)
    low, high = np.quantile((drawn[:, 0] - drawn[:, 1]) / tasks, [0.025, 0.975])
    return Interval(float(low), float(high))


def difference_coverage(tasks: int, runs: int) -> float:
    """Share of the intervals of a paired difference that hold the true one."""
    rng = np.random.default_rng(tasks)
    many = chances(rng, 1, 4_000_000)[0]
    truth = float(np.mean(np.minimum(1.0, many + GAP) - many))
    held = 0
    for won, lost in wins_and_losses(rng, tasks, runs, GAP):
        low, high = percentile_interval(rng, tasks, won, lost)
        held += low <= truth <= high
    return held / runs


def false_alarms(tasks: int, runs: int) -> float:
    """Share of the runs of one model that the gate calls significantly worse than another run of it."""
    rng = np.random.default_rng(tasks + 1)
    return sum(is_worse(won, lost) for won, lost in wins_and_losses(rng, tasks, runs, 0.0)) / runs


@cache
def is_worse(won: int, lost: int) -> bool:
    """Whether the gate calls a run with so many tasks won and lost worse."""
    return worse_p_value([1.0] * won + [-1.0] * lost, exact=True) < 0.05


def false_alarms_of_several(tasks: int, samples: int, runs: int) -> float:
    """The same with several samples a task, which the randomization test decides."""
    rng = np.random.default_rng(tasks + samples)
    alarms = 0
    for _ in range(runs):
        chance = chances(rng, 1, tasks)[0]
        steps = (rng.binomial(samples, chance) - rng.binomial(samples, chance)) / samples
        alarms += worse_p_value(steps.tolist(), exact=False) < 0.05
    return alarms / runs


def rasch(rng: np.random.Generator, tasks: int) -> dict[str, dict[str, float]]:
    """What models of `STRENGTHS` make of tasks of all difficulties."""
    difficulties = rng.lognormal(0, 1.5, size=tasks)
    return {
        f"model {number}": {
            f"T/{task}": float(solved)
            for task, solved in enumerate(rng.random(tasks) < strength / (strength + difficulties))
        }
        for number, strength in enumerate(STRENGTHS)
    }


def rating_coverage(tasks: int, runs: int, resamples: int) -> tuple[float, float]:
    """Share of the intervals of ratings that hold the true one, and the ratings' mean distance from it."""
    rng = np.random.default_rng(7)
    truth = {f"model {number}": rating for number, rating in enumerate(to_ratings(STRENGTHS))}
    held, distances = 0, []
    for run in range(runs):
        for standing in leaderboard(rasch(rng, tasks), resamples=resamples, seed=run):
            held += standing.interval.low <= truth[standing.name] <= standing.interval.high
            distances.append(abs(standing.rating - truth[standing.name]))
    return held / len(distances), float(np.mean(distances))


def main() -> None:
    """Print every figure, with the number of runs that it is from."""
    part = 20 if "--quick" in sys.argv[1:] else 1
    started = monotonic()

    def say(what: str, figure: str, runs: int) -> None:
        print(f"{what}: {figure} of {runs:,} runs, {monotonic() - started:.0f} s", flush=True)

    for tasks in (148, 1140):
        for samples in ((1, 1), (5, 5), (1, 9)):
            runs = 4000 // part
            what = f"pass@1, {tasks} tasks, {'-'.join(map(str, dict.fromkeys(samples)))} samples each"
            say(f"{what}: held by its interval", f"{rate_coverage(tasks, samples, runs):.1%}", runs)
        runs = 10_000 // part
        say(f"difference, {tasks} tasks: held by its interval", f"{difference_coverage(tasks, runs):.1%}", runs)
        say(f"baseline, {tasks} tasks: false alarms", f"{false_alarms(tasks, runs):.1%}", runs)
        runs = 1000 // part
        several = false_alarms_of_several(tasks, 5, runs)
        say(f"baseline, {tasks} tasks, 5 samples each: false alarms", f"{several:.1%}", runs)
    for tasks, runs in ((148, 200), (1140, 40)):
        held, distance = rating_coverage(tasks, runs // min(part, 10), 200)
        figure = f"{held:.1%}, mean distance {distance:.0f} points,"
        say(f"ratings of five models, {tasks} tasks: held by their intervals", figure, runs // min(part, 10))


if __name__ == "__main__":
    main()
