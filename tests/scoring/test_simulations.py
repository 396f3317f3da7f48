"""Intervals hold the truth as often as they say, a gate rarely cries wolf, ratings find strengths back."""

from __future__ import annotations

import numpy as np
import pytest
from simulations import (
    difference_coverage,
    false_alarms,
    false_alarms_of_several,
    percentile_interval,
    rate_coverage,
    rating_coverage,
)

from pytest_bigcodebench.scoring.paired import bootstrap_interval

#: A count of 1,000 that should be 950 is within 929 and 971 but once in 400 times; `simulations.py` itself takes more.
RUNS = 1000


@pytest.mark.parametrize("tasks", [148, 1140])
@pytest.mark.parametrize("samples", [(1, 1), (5, 5), (1, 9)])
def test_the_interval_of_a_rate_holds_it(tasks: int, samples: tuple[int, int]) -> None:
    """95 % intervals of pass@1 hold the true rate, with one sample a task, with five, and with one to nine."""
    assert 0.91 <= rate_coverage(tasks, samples, RUNS // 4) <= 0.985


@pytest.mark.parametrize(("won", "lost"), [(30, 20), (3, 0), (70, 78), (0, 0), (148, 0)])
def test_numpy_draws_the_same_bootstrap(won: int, lost: int) -> None:
    """The simulations' interval is the package's within the chance of its draws."""
    values = [1.0] * won + [-1.0] * lost + [0.0] * (148 - won - lost)

    drawn = percentile_interval(np.random.default_rng(3), 148, won, lost)

    assert drawn == pytest.approx(bootstrap_interval(values), abs=0.015)


@pytest.mark.parametrize("tasks", [148, 1140])
def test_the_interval_of_a_difference_holds_it(tasks: int) -> None:
    """95 % intervals of a paired difference hold the true one."""
    assert 0.925 <= difference_coverage(tasks, RUNS) <= 0.971


@pytest.mark.parametrize("tasks", [148, 1140])
def test_a_model_is_rarely_called_worse_than_itself(tasks: int) -> None:
    """Of the runs of one model at most one in twenty fails against another run of it; an exact test stays below."""
    assert 0.005 <= false_alarms(tasks, 2 * RUNS) <= 0.065


def test_nor_with_several_samples_a_task() -> None:
    """The randomization test keeps its level too."""
    assert false_alarms_of_several(148, 5, 30) <= 0.2


@pytest.mark.slow
@pytest.mark.parametrize("tasks", [148, 1140])
def test_with_several_samples_it_keeps_its_level(tasks: int) -> None:
    """The same with runs enough for a narrow statement."""
    assert 0.03 <= false_alarms_of_several(tasks, 5, RUNS) <= 0.071


def test_ratings_are_found_back() -> None:
    """A short look at how often the intervals of ratings hold the true ones."""
    assert rating_coverage(148, runs=8, resamples=60)[0] >= 0.8


@pytest.mark.slow
@pytest.mark.parametrize(("tasks", "runs"), [(148, 200), (1140, 40)])
def test_ratings_are_found_back_nineteen_times_in_twenty(tasks: int, runs: int) -> None:
    """The same with runs enough for a narrow statement."""
    assert 0.91 <= rating_coverage(tasks, runs, resamples=200)[0] <= 0.985
