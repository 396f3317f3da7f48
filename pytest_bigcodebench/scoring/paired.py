"""Two models on the same tasks: how far apart they are, and whether chance alone would put them there.

Both were asked the same tasks, so each task is compared with itself: what counts is ``d_t``, the pass rate of the
second on task t less that of the first. That takes the tasks' difficulty out, which is most of the spread (Miller 2024,
"Adding Error Bars to Evals", arXiv 2411.00640, section 4).

*Interval*: percentiles of the mean of ``d_t`` over tasks drawn with replacement (Efron and Tibshirani 1993, "An
Introduction to the Bootstrap", chapter 13). Drawing tasks, not samples, keeps the samples of one task together.

*Test*: with one sample a task the exact form of McNemar's test (McNemar 1947, Psychometrika 12, 153-157): of the tasks
that only one of the two solved, each is the first's or the second's with probability one half, so the number of wins is
binomial. With several samples a task the same idea is a randomization test: the signs of the ``d_t`` are flipped at
random (Fisher 1935, "The Design of Experiments", section 21; for differences of one size it is McNemar's test).

*Several tests*: Holm's step-down correction (Holm 1979, Scandinavian Journal of Statistics 6, 65-70), which holds
however the tests hang together; domains share tasks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb, fsum
from random import Random
from typing import Any, Final

from pytest_bigcodebench.scoring.intervals import Interval

__all__ = [
    "Difference",
    "bootstrap_interval",
    "difference",
    "holm",
    "mcnemar",
    "quantile",
    "sign_flip_test",
    "worse_p_value",
]

#: Draws of the bootstrap and of the randomization test: the ends of a 95 % interval are steady to a tenth of its width.
RESAMPLES: Final = 2000
FLIPS: Final = 10_000
_SEED: Final = 1140


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How a second model's pass rate differs from a first one's on the same tasks; rates from 0 to 1."""

    #: Tasks that both were asked.
    tasks: int
    #: pass@1 of the first and of the second on them.
    first: float
    second: float
    #: 95 % interval of `value`.
    interval: Interval
    #: Two-sided p-value, of McNemar's exact test or of the randomization test.
    p: float
    #: Tasks on which the second did better than the first, and worse, in the order of the tasks.
    won: tuple[str, ...]
    lost: tuple[str, ...]
    #: `p` corrected for the domains that were compared beside this one; the same where none were.
    p_corrected: float

    @property
    def value(self) -> float:
        """The second's pass rate less the first's."""
        return self.second - self.first

    def to_plain(self) -> dict[str, Any]:
        """The difference as JSON-compatible data."""
        return {
            "tasks": self.tasks,
            "first": self.first,
            "second": self.second,
            "difference": self.value,
            "interval": list(self.interval),
            "p": self.p,
            "p_corrected": self.p_corrected,
            "won": list(self.won),
            "lost": list(self.lost),
        }


def difference(first: Mapping[str, float], second: Mapping[str, float], *, exact: bool) -> Difference | None:
    """Compare pass rates by task on the tasks that both have; None without such a task.

    `exact` says that every rate is 0 or 1, so that McNemar's test applies.
    """
    common = [task for task in first if task in second]
    if not common:
        return None
    steps = {task: second[task] - first[task] for task in common}
    won = tuple(task for task in common if steps[task] > 0)
    lost = tuple(task for task in common if steps[task] < 0)
    values = list(steps.values())
    p = mcnemar(len(won), len(lost)) if exact else sign_flip_test(values)
    return Difference(
        tasks=len(common),
        first=fsum(first[task] for task in common) / len(common),
        second=fsum(second[task] for task in common) / len(common),
        interval=bootstrap_interval(values),
        p=p,
        won=won,
        lost=lost,
        p_corrected=p,
    )


def bootstrap_interval(
    values: Sequence[float], *, confidence: float = 0.95, resamples: int = RESAMPLES, seed: int = _SEED
) -> Interval:
    """Interval of the mean of some values between -1 and 1, by percentiles of means of values drawn with replacement.

    Where all values are equal no draw differs from another, though another value may be as rare as one in many: the
    interval is then as wide as a share of other values that so many draws would not miss.
    """
    if not values:
        raise ValueError("no interval for the mean of no values")
    size = len(values)
    if min(values) == max(values):
        unseen = 1 - ((1 - confidence) / 2) ** (1 / size)
        return Interval(max(-1.0, values[0] - unseen), min(1.0, values[0] + unseen))
    draw = Random(seed).choices
    means = sorted(fsum(draw(values, k=size)) / size for _ in range(resamples))
    return Interval(quantile(means, (1 - confidence) / 2), quantile(means, (1 + confidence) / 2))


def mcnemar(won: int, lost: int) -> float:
    """Two-sided p-value of McNemar's exact test for so many tasks won and lost: twice the binomial's smaller tail."""
    return min(1.0, 2 * _binomial_tail(won + lost, min(won, lost)))


def sign_flip_test(values: Sequence[float], *, flips: int = FLIPS, seed: int = _SEED) -> float:
    """Two-sided p-value of the randomization test that flips the signs of some differences at random.

    The arrangement that was seen counts as one of the draws, so the result is never 0 and never too small (Phipson
    and Smyth 2010, "Permutation p-values should never be zero").
    """
    below, above = _flipped_as_far(values, flips, seed)
    return min(1.0, 2 * min(below, above))


def worse_p_value(values: Sequence[float], *, exact: bool) -> float:
    """One-sided p-value for "these differences are below 0": the chance of so much loss, or more, by chance alone."""
    if exact:
        lost = sum(value < 0 for value in values)
        won = sum(value > 0 for value in values)
        return _binomial_tail(won + lost, won)
    return _flipped_as_far(values, FLIPS, _SEED)[0]


def holm(p_values: Sequence[float]) -> list[float]:
    """Correct p-values of several tests by Holm's method; each stays in its place."""
    count = len(p_values)
    corrected = [0.0] * count
    largest = 0.0
    for rank, index in enumerate(sorted(range(count), key=p_values.__getitem__)):
        largest = max(largest, min(1.0, (count - rank) * p_values[index]))
        corrected[index] = largest
    return corrected


def _binomial_tail(n: int, most: int) -> float:
    """Chance of at most so many heads in n throws of a coin."""
    return sum(comb(n, heads) for heads in range(most + 1)) / (1 << n)


def _flipped_as_far(values: Sequence[float], flips: int, seed: int) -> tuple[float, float]:
    """Shares of the sign flips whose sum is at most, and at least, the sum that was seen, which counts as one."""
    # There are few sizes, multiples of 1/samples: of the differences of one, only the number that is positive counts.
    sizes = Counter(round(abs(value), 12) for value in values if value)
    seen = fsum(values)
    # Sums of the same numbers in another order differ in their last digits.
    slack = 1e-9
    rng = Random(seed)
    below = above = 1
    total = fsum(size * count for size, count in sizes.items())
    for _ in range(flips):
        positive = fsum(size * rng.getrandbits(count).bit_count() for size, count in sizes.items())
        flipped = 2 * positive - total
        below += flipped <= seen + slack
        above += flipped >= seen - slack
    return below / (flips + 1), above / (flips + 1)


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which a share of some sorted values lies, between neighbours in proportion."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
