"""How far a pass rate can be trusted: 95 % intervals that respect tasks with several samples.

A benchmark's tasks stand for all tasks one could ask, so the task is the unit that was drawn. With one sample a task
the interval is Wilson's (1927) for ``tasks`` draws. Several samples of one task are not as many independent draws:
with ``p_t = passed / samples`` of task t and ``p`` their mean over T tasks, the variance clustered by task is

    V = sum((p_t - p)**2) / T**2                     (Miller 2024, "Adding Error Bars to Evals", arXiv 2411.00640,
    section 2)

and Wilson's interval is taken with the effective sample size ``p * (1 - p) / V`` in the place of the number of draws,
as recommended for clustered surveys (Franco, Little, Louis and Slud 2019, J. Survey Statistics and Methodology 7(3),
334-364). It lies between the number of tasks (all samples of a task alike; with one sample a task it is exactly that)
and the number of samples (where chance made tasks more alike than independent draws would be). Where every sample
passed or none did, nothing shows that a task's samples differ, so the number of tasks is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
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


def rate_interval(counts: Sequence[tuple[int, int]], confidence: float = 0.95) -> Interval | None:
    """Interval of pass@1 over tasks, each given as ``(samples, passed)``, clustered by task; None without tasks."""
    if not counts:
        return None
    rates = [passed / samples for samples, passed in counts]
    mean = fsum(rates) / len(rates)
    return wilson(min(1.0, mean), _effective_draws(counts, rates, mean), confidence)


def _effective_draws(counts: Sequence[tuple[int, int]], rates: Sequence[float], mean: float) -> float:
    """Number of independent draws that would leave as much uncertainty as these clustered ones."""
    tasks, samples = len(counts), sum(samples for samples, _ in counts)
    binomial = mean * (1 - mean)
    if binomial <= 0:
        return tasks
    clustered = fsum((rate - mean) ** 2 for rate in rates) / tasks**2
    return min(samples, max(tasks, binomial / clustered)) if clustered > 0 else samples
