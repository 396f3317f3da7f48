"""Intervals cover the true rate as often as they say, and respect that a task's samples belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from pytest_bigcodebench.scoring.intervals import rate_interval, wilson

counts = st.lists(
    st.integers(1, 20).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))), min_size=1, max_size=60
)


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_scipys(numbers: tuple[int, int]) -> None:
    """A second opinion agrees."""
    passed, n = numbers
    expected = binomtest(passed, n).proportion_ci(method="wilson")

    low, high = wilson(passed / n, n)

    assert low == pytest.approx(expected.low, abs=1e-9)
    assert high == pytest.approx(expected.high, abs=1e-9)


@given(st.lists(st.booleans(), min_size=1, max_size=300))
def test_with_one_sample_a_task_it_is_wilsons(passes: list[bool]) -> None:
    """The usual case needs no correction."""
    low, high = wilson(sum(passes) / len(passes), len(passes))

    interval = rate_interval([(1, int(passed)) for passed in passes])

    assert interval is not None
    assert interval == (pytest.approx(low), pytest.approx(high))


@given(counts)
def test_it_holds_the_rate_and_stays_within_bounds(numbers: list[tuple[int, int]]) -> None:
    """Whatever the counts, the interval is one of rates and holds the one that was seen."""
    rate = sum(passed / samples for samples, passed in numbers) / len(numbers)

    interval = rate_interval(numbers)

    assert interval is not None
    assert 0.0 <= interval.low <= rate + 1e-12
    assert rate - 1e-12 <= interval.high <= 1.0


@given(counts, st.integers(2, 10))
def test_copies_of_the_same_samples_tell_nothing_new(numbers: list[tuple[int, int]], times: int) -> None:
    """A task's samples that are all alike count as one, so that no interval shrinks by repeating them."""
    alike = [(1, int(2 * passed >= samples)) for samples, passed in numbers]

    once, repeated = rate_interval(alike), rate_interval([(times, times * passed) for _, passed in alike])
    assert once is not None
    assert repeated == (pytest.approx(once.low), pytest.approx(once.high))


@given(counts)
def test_it_is_never_narrower_than_for_independent_samples(numbers: list[tuple[int, int]]) -> None:
    """Chance that makes tasks look alike must not make the rate look better known than all samples could make it."""
    rate = min(1.0, sum(passed / samples for samples, passed in numbers) / len(numbers))
    independent = wilson(rate, len(numbers) ** 2 / sum(1 / samples for samples, _ in numbers))

    interval = rate_interval(numbers)

    assert interval is not None
    assert interval.high - interval.low >= independent.high - independent.low - 1e-9


def test_without_tasks_there_is_none() -> None:
    """Nothing was seen, so nothing is said."""
    assert rate_interval([]) is None


@pytest.mark.parametrize(("rate", "draws", "confidence"), [(1.1, 5, 0.95), (0.5, 0, 0.95), (0.5, 5, 1.0)])
def test_nonsense_is_refused(rate: float, draws: float, confidence: float) -> None:
    """A rate above 1, no draws, and certainty have no interval."""
    with pytest.raises(ValueError, match="no interval for"):
        wilson(rate, draws, confidence)
