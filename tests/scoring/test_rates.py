"""Records add up to rates, for each domain and overall."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import records

from pytest_bigcodebench.scoring.rates import Tally
from pytest_bigcodebench.scoring.record import Record


def one(task: int, status: str = "pass", *, kind: str = "", domains: tuple[str, ...] = (), sample: int = 0) -> Record:
    """Make a record in short."""
    return Record(samples_file="a", task_id=f"T/{task}", sample=sample, status=status, kind=kind, domains=domains)


def test_a_task_counts_once_in_each_of_its_domains() -> None:
    """A task of two domains is in both rates, and once in the overall one."""
    tally = Tally([one(1, domains=("network", "system")), one(2, "fail", kind="exception", domains=("system",))])

    domains = tally.domains([1])
    assert {name: (rate.tasks, rate.passed) for name, rate in domains.items()} == {"network": (1, 1), "system": (2, 1)}
    assert tally.overall([1]).tasks == 2


def test_pass_at_k_is_given_as_far_as_every_task_has_samples_enough() -> None:
    """Three samples of one task and two of another allow pass@2, not pass@3."""
    tally = Tally(
        [one(1, sample=i) for i in range(3)] + [one(2, "fail", kind="wrong_answer", sample=i) for i in range(2)]
    )

    rate = tally.overall([1, 2, 3])

    assert rate.pass_at == {1: 0.5, 2: 0.5}
    assert (rate.samples, rate.passed, rate.kinds) == (5, 3, {"wrong_answer": 2})


def test_the_same_task_of_two_samples_files_is_two() -> None:
    """Two models' samples for one task are no two samples of one model."""
    tally = Tally([one(1), Record(samples_file="b", task_id="T/1", sample=0, status="fail", kind="exception")])

    assert tally.overall([1, 2]).pass_at == {1: 0.5}


def test_the_same_tasks_twice_are_no_surer() -> None:
    """Two samples files that did the same on the same tasks leave the interval that one of them has."""
    once = [one(task, "pass" if task % 3 else "fail", kind="") for task in range(20)]
    again = [replace(record, samples_file="b") for record in once]

    assert Tally([*once, *again]).overall([1]).interval == pytest.approx(Tally(once).overall([1]).interval)


def test_nothing_judged_has_no_rate() -> None:
    """Without a record there are zeros, and no interval or pass@k that would mean something."""
    rate = Tally().overall([1, 5])

    assert (rate.tasks, rate.pass_at, rate.interval) == (0, {}, None)
    assert rate.to_plain() == {"tasks": 0, "samples": 0, "passed": 0, "interval": None, "kinds": {}}


@given(st.lists(records()), st.randoms())
def test_the_order_in_which_verdicts_come_does_not_matter(drawn: list[Record], chance: Random) -> None:
    """However xdist distributes a run, its rates are the same."""
    shuffled = list(drawn)
    chance.shuffle(shuffled)

    first, second = (Tally(each).overall([1, 5]).to_plain() for each in (drawn, shuffled))
    assert first == second
    assert list(first["kinds"]) == list(second["kinds"])


@given(st.lists(records()))
def test_every_sample_is_counted_as_what_it_is(drawn: list[Record]) -> None:
    """Passed samples and the kinds of the others add up to all samples."""
    rate = Tally(drawn).overall([1])

    assert rate.samples == len(drawn) == rate.passed + sum(rate.kinds.values())
    assert rate.kinds == Counter(record.kind for record in drawn if not record.passed)
    assert list(rate.kinds.values()) == sorted(rate.kinds.values(), reverse=True)
