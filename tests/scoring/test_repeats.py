"""Rounds of a sample are compared by their statuses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pytest_bigcodebench.rounds import conditions_of, in_order_of, round_of, with_round
from pytest_bigcodebench.scoring.record import Record
from pytest_bigcodebench.scoring.repeats import Repeats

STATUSES = st.lists(st.sampled_from(["pass", "fail", "timeout"]), min_size=1, max_size=6)


def record(task: int, number: int, status: str) -> Record:
    """A record of one round."""
    tests = {"test_a": "passed", "test_b": "passed" if status == "pass" else "failed"}
    kind = "" if status == "pass" else status
    return Record(
        samples_file="out.jsonl", task_id=f"T/{task}", sample=0, status=status, kind=kind, tests=tests, round=number
    )


@given(st.lists(STATUSES, max_size=8))
def test_what_differs_is_found_and_nothing_else(samples: list[list[str]]) -> None:
    """A change for each sample with two statuses, which names every round once; the rate is over those repeated."""
    repeats = Repeats()
    for task, statuses in enumerate(samples):
        for number, status in enumerate(statuses, 1):
            repeats.add(record(task, number, status))

    changes = {change.task_id: change for change in repeats.changes()}
    assert changes.keys() == {f"T/{task}" for task, statuses in enumerate(samples) if len(set(statuses)) > 1}
    for task, statuses in enumerate(samples):
        if change := changes.get(f"T/{task}"):
            rounds = sorted(number for numbers in change.outcomes.values() for number in numbers)
            assert rounds == list(range(1, len(statuses) + 1))
            assert len(change.outcomes) == len(set(statuses))
    repeated = sum(len(statuses) > 1 for statuses in samples)
    assert repeats.compared == repeated
    assert repeats.rate() == (len(changes) / repeated if repeated else 0.0)


def test_a_change_says_which_rounds_and_which_tests() -> None:
    """One line for a person, and the tests' names beside it."""
    repeats = Repeats()
    for number, status in enumerate(["pass", "fail", "pass"], 1):
        repeats.add(record(7, number, status))

    (change,) = repeats.changes()
    assert str(change) == "T/7[0]: pass in round 1, 3; fail (fail: ) in round 2"
    assert change.tests == ("test_b",)


def test_a_round_that_is_judged_again_counts_once() -> None:
    """The last verdict of a round is its verdict."""
    repeats = Repeats()
    for number, status in [(1, "fail"), (1, "pass"), (2, "pass")]:
        repeats.add(record(0, number, status))

    assert not repeats.changes()


@given(st.integers(1, 50), st.lists(st.integers()))
def test_every_round_takes_all_in_an_order_that_is_always_the_same(number: int, things: list[int]) -> None:
    """xdist's workers must collect alike."""
    ordered = in_order_of(number, things)

    assert sorted(ordered) == sorted(things)
    assert ordered == in_order_of(number, things)


@given(st.integers(1, 1000), st.text(max_size=20))
def test_the_round_can_be_read_from_an_id(number: int, text: str) -> None:
    """As reports give it."""
    assert round_of(with_round(f"out.jsonl::{text}[0]", number)) == number


def test_the_first_round_is_as_any_run() -> None:
    """So its rates are those of a run without repeats."""
    first, second, third = (conditions_of(number, 2) for number in (1, 2, 3))

    assert (first.seed, first.jobs, first.order) == (0, 2, "as given")
    assert (second.seed, second.jobs, second.order) == (1, 4, "reversed")
    assert (third.seed, third.jobs, third.order) == (2, 2, "shuffled")
