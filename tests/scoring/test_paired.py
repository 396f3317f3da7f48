"""Paired differences: against scipy and statsmodels, and by their laws."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_bigcodebench.scoring.paired import (
    bootstrap_interval,
    difference,
    holm,
    mcnemar,
    quantile,
    sign_flip_test,
    worse_p_value,
)

counts = st.integers(0, 300)
p_values = st.lists(st.floats(0, 1), min_size=1, max_size=12)


@settings(max_examples=20)
@given(counts, counts)
def test_mcnemar_is_scipys_binomial_test(won: int, lost: int) -> None:
    """McNemar's exact test is the two-sided binomial test of the tasks that one side solved."""
    stats = pytest.importorskip("scipy.stats")

    expected = stats.binomtest(won, won + lost, 0.5).pvalue if won + lost else 1.0

    assert mcnemar(won, lost) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(("won", "lost"), [(0, 0), (1, 0), (9, 2), (30, 51), (400, 398)])
def test_mcnemar_is_statsmodels(won: int, lost: int) -> None:
    """A second opinion, from the table that the test is usually told with."""
    tables = pytest.importorskip("statsmodels.stats.contingency_tables")

    expected = tables.mcnemar([[50, won], [lost, 60]], exact=True).pvalue

    assert mcnemar(won, lost) == pytest.approx(min(1.0, expected))


@settings(max_examples=20)
@given(counts, counts)
def test_worse_is_one_tail(won: int, lost: int) -> None:
    """The gate's p-value is the binomial's one tail, toward fewer wins."""
    stats = pytest.importorskip("scipy.stats")
    values = [1.0] * won + [-1.0] * lost + [0.0] * 5

    expected = stats.binomtest(won, won + lost, 0.5, alternative="less").pvalue if won + lost else 1.0

    assert worse_p_value(values, exact=True) == pytest.approx(expected, rel=1e-9)


@settings(max_examples=20)
@given(p_values)
def test_holm_is_statsmodels(values: list[float]) -> None:
    """The step-down correction, each p-value in its place."""
    multitest = pytest.importorskip("statsmodels.stats.multitest")

    assert holm(values) == pytest.approx(list(multitest.multipletests(values, method="holm")[1]))


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=50), st.floats(0, 1))
def test_quantiles_are_numpys(values: list[float], share: float) -> None:
    """Quantiles lie between neighbours in proportion, as numpy has them."""
    numpy = pytest.importorskip("numpy")

    assert quantile(sorted(values), share) == pytest.approx(float(numpy.quantile(values, share)), abs=1e-12)


def test_the_interval_is_scipys() -> None:
    """The percentile bootstrap agrees with scipy's within the chance of its draws."""
    stats = pytest.importorskip("scipy.stats")
    values = [1.0] * 30 + [-1.0] * 20 + [0.0] * 98

    ours = bootstrap_interval(values, resamples=4000)
    theirs = stats.bootstrap(
        (values,), lambda x, axis: x.mean(axis), method="percentile", n_resamples=4000, random_state=1
    ).confidence_interval

    assert ours.low == pytest.approx(theirs.low, abs=0.01)
    assert ours.high == pytest.approx(theirs.high, abs=0.01)


def test_flipping_signs_of_equal_steps_is_mcnemar() -> None:
    """The randomization test approaches McNemar's where every difference has one size."""
    assert sign_flip_test([1.0] * 20 + [-1.0] * 8 + [0.0] * 30) == pytest.approx(mcnemar(20, 8), abs=0.01)


def test_flipping_signs_is_scipys_permutation_test() -> None:
    """With differences of several sizes it is scipy's paired permutation test of the mean."""
    stats = pytest.importorskip("scipy.stats")
    numpy = pytest.importorskip("numpy")
    rng = Random(3)
    values = [rng.choice([-0.4, -0.2, 0.0, 0.2, 0.6]) for _ in range(60)]

    expected = stats.permutation_test(
        (numpy.array(values), numpy.zeros(60)),
        lambda x, y, axis: (x - y).mean(axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=10_000,
        random_state=1,
    ).pvalue

    assert sign_flip_test(values) == pytest.approx(expected, abs=0.02)


def test_no_difference_is_no_certainty() -> None:
    """Two models that agree on all of ten tasks may still differ on one in four: the interval is not a point."""
    low, high = bootstrap_interval([0.0] * 10)

    assert (low, high) == pytest.approx((-0.308, 0.308), abs=0.001)


def test_only_common_tasks_count() -> None:
    """Tasks that one side was not asked are left out of rates, tests, wins and losses."""
    found = difference({"a": 1.0, "b": 0.0, "c": 1.0}, {"b": 1.0, "c": 0.0, "d": 1.0}, exact=True)

    assert found is not None
    assert (found.tasks, found.first, found.second, found.value) == (2, 0.5, 0.5, 0.0)
    assert (found.won, found.lost) == (("b",), ("c",))
    assert difference({"a": 1.0}, {"b": 1.0}, exact=True) is None


@given(st.lists(st.sampled_from([-1.0, 0.0, 1.0]), min_size=1, max_size=60), st.integers(0, 9))
def test_the_interval_holds_what_was_seen(values: list[float], seed: int) -> None:
    """Bounds are in order and within -1 and 1, and turn with the sign."""
    low, high = bootstrap_interval(values, resamples=200, seed=seed)
    turned = bootstrap_interval([-value for value in values], resamples=200, seed=seed)

    assert -1 <= low <= high <= 1
    assert turned == pytest.approx((-high, -low))
