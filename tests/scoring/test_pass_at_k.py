"""pass@k is the official unbiased estimator, to the last digit."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_bigcodebench.scoring.pass_at_k import mean_pass_at_k, pass_at_k

#: (n, c, k) with 0 <= c <= n and 1 <= k <= n.
draws = st.integers(1, 400).flatmap(
    lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n)),
)


def official(n: int, c: int, k: int) -> float:
    """Compute it as the official evaluator does: a product of floats."""
    if n - c < k:
        return 1.0
    product = 1.0
    for i in range(n - c + 1, n + 1):
        product *= 1.0 - k / i
    return 1.0 - product


@given(draws)
def test_is_the_official_estimator(numbers: tuple[int, int, int]) -> None:
    """It agrees with the official evaluator's formula as far as that one's floats go."""
    assert pass_at_k(*numbers) == pytest.approx(official(*numbers), rel=1e-9, abs=1e-12)


@given(draws)
def test_is_the_float_next_to_the_true_value(numbers: tuple[int, int, int]) -> None:
    """It is the true fraction, rounded once."""
    n, c, k = numbers
    true = 1 - Fraction(comb(n - c, k), comb(n, k))

    assert pass_at_k(n, c, k) == float(true)


@pytest.mark.parametrize(("n", "c", "k"), [(5, 2, 3), (6, 1, 2), (7, 0, 4), (4, 4, 1), (8, 3, 8)])
def test_is_the_share_of_draws_that_hold_a_pass(n: int, c: int, k: int) -> None:
    """It equals counting, over all ways to draw k of n samples, those with a sample that passes."""
    drawn = list(combinations(range(n), k))
    lucky = sum(any(i < c for i in draw) for draw in drawn)

    assert pass_at_k(n, c, k) == lucky / len(drawn)


@given(draws)
def test_stays_a_probability_and_grows_with_k(numbers: tuple[int, int, int]) -> None:
    """It lies between 0 and 1, and more draws never make it smaller."""
    n, c, k = numbers

    assert 0.0 <= pass_at_k(n, c, k) <= 1.0
    assert pass_at_k(n, c, k) <= pass_at_k(n, c, n)


def test_a_single_pass_among_very_many_is_not_rounded_away() -> None:
    """With a product of floats nothing would be left of it."""
    assert pass_at_k(10**17, 1, 1) == 1e-17


@pytest.mark.parametrize(("n", "c", "k"), [(0, 0, 1), (3, 4, 1), (3, -1, 1), (3, 1, 0), (3, 1, 4)])
def test_impossible_counts_are_refused(n: int, c: int, k: int) -> None:
    """More passes than samples, or more draws than samples, have no pass@k."""
    with pytest.raises(ValueError, match="needs 0 <= passed <= samples and 1 <= k <= samples"):
        pass_at_k(n, c, k)


def test_the_mean_weighs_tasks_alike() -> None:
    """A task with many samples counts no more than one with few."""
    assert mean_pass_at_k([(10, 10), (2, 0)], 1) == 0.5
    assert mean_pass_at_k([(4, 1), (2, 1)], 2) == pytest.approx((0.5 + 1.0) / 2)


def test_there_is_no_mean_where_a_task_has_too_few_samples() -> None:
    """Leaving such tasks out would compare different sets of tasks."""
    assert mean_pass_at_k([(10, 5), (4, 2)], 5) is None
    assert mean_pass_at_k([], 1) is None
