"""How far a pass rate can be trusted: 95 % intervals that respect tasks with several samples.

A benchmark's tasks stand for all tasks one could ask, so the task is the unit that was drawn. With one sample a task
the interval is Wilson's (1927) for ``tasks`` draws. Several samples of one task are not as many independent draws:
with ``p_t = passed / samples`` of task t and ``p`` their mean over T tasks, the variance clustered by task is

    V = sum((p_t - p)**2) / T**2                     (Miller 2024, "Adding Error Bars to Evals", arXiv 2411.00640,
    section 2)

and Wilson's interval is taken with the effective sample size ``p * (1 - p) / V`` in the place of the number of draws,
as recommended for clustered surveys (Franco, Little, Louis and Slud 2019, J. Survey Statistics and Methodology 7(3),
334-364). It lies between the number of tasks (all samples of a task alike; with one sample a task it is exactly that)
and ``T**2 / sum(1 / samples)``, which it would be if all samples were independent draws, the number of samples where
every task has as many: chance can make tasks look more alike than that. Where every sample passed or none did, nothing
shows that a task's samples differ, so the number of tasks is taken.

Several samples files over the same tasks are no more tasks: what they did on one task is one cluster, whose
differences from the mean are added before they are squared.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import fsum, sqrt
from statistics import NormalDist
from typing import NamedTuple

__all__ = ["Interval", "rate_interval", "wilson"]


class Interval(NamedTuple):
    """Bounds of a rate, both within 0 and 1."""

    low: float
    high: float


def wilson(rate: float, draws: float, confidence: float = 0.95) -> Interval:
    """Wilson's score interval for a ``rate`` (0 to 1) seen in so many ``draws`` (above 0; need not be whole)."""
    if not (0 <= rate <= 1 and draws > 0 and 0 < confidence < 1):
        raise ValueError(f"no interval for a rate of {rate} in {draws} draws at confidence {confidence}")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    shrink = 1 + z * z / draws
    middle = (rate + z * z / (2 * draws)) / shrink
    half = z / shrink * sqrt(rate * (1 - rate) / draws + z * z / (4 * draws * draws))
    return Interval(min(rate, max(0.0, middle - half)), max(rate, min(1.0, middle + half)))


def rate_interval(
    counts: Sequence[tuple[int, int]], confidence: float = 0.95, *, tasks: Sequence[Hashable] | None = None
) -> Interval | None:
    """Interval of pass@1, the mean rate of some counts ``(samples, passed)``, clustered by task; None without counts.

    `tasks` says which task each count is of; without it each is of a task of its own.
    """
    if not counts:
        return None
    rates = [passed / samples for samples, passed in counts]
    mean = min(1.0, fsum(rates) / len(rates))
    clusters: dict[Hashable, list[float]] = {}
    for task, rate in zip(range(len(rates)) if tasks is None else tasks, rates, strict=True):
        clusters.setdefault(task, []).append(rate - mean)
    return wilson(mean, _effective_draws(counts, list(clusters.values()), mean), confidence)


def _effective_draws(counts: Sequence[tuple[int, int]], clusters: Sequence[Sequence[float]], mean: float) -> float:
    """Number of independent draws that would leave as much uncertainty as these clustered ones."""
    square = len(counts) ** 2
    least = square / sum(len(cluster) ** 2 for cluster in clusters)
    binomial = mean * (1 - mean)
    if binomial <= 0:
        return least
    most = square / fsum(1 / samples for samples, _ in counts)
    clustered = fsum(fsum(cluster) ** 2 for cluster in clusters) / square
    return min(most, max(least, binomial / clustered)) if clustered > 0 else most
