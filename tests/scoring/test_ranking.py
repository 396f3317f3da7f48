"""Bradley-Terry strengths: recovered, and of greatest likelihood."""

from __future__ import annotations

from math import fsum, log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_bigcodebench.scoring.ranking import bradley_terry, leaderboard, to_ratings

#: Strengths with a geometric mean of 1.
STRENGTHS = [4.0, 1.6, 1.0, 0.5, 0.3125]

wins = st.integers(2, 5).flatmap(
    lambda count: st.lists(
        st.lists(st.integers(1, 40).map(float), min_size=count, max_size=count), min_size=count, max_size=count
    )
)


def test_two_models_strengths_are_the_odds() -> None:
    """For two models the ratio of strengths is that of wins."""
    first, second = bradley_terry([[0, 30], [10, 0]])

    assert first / second == pytest.approx(3)
    assert first * second == pytest.approx(1)


def test_exact_shares_give_exact_strengths() -> None:
    """Wins in the model's own proportions give its strengths back."""
    games = 1000.0
    table = [[0 if i == j else games * a / (a + b) for j, b in enumerate(STRENGTHS)] for i, a in enumerate(STRENGTHS)]

    assert bradley_terry(table) == pytest.approx(STRENGTHS, rel=1e-6)


@given(wins)
def test_strengths_have_the_greatest_likelihood(table: list[list[float]]) -> None:
    """At the greatest likelihood every model has won as many games as its strength foretells."""
    strengths = bradley_terry(table)

    for i, own in enumerate(strengths):
        others = [(j, other) for j, other in enumerate(strengths) if j != i]
        foretold = fsum((table[i][j] + table[j][i]) * own / (own + other) for j, other in others)
        assert foretold == pytest.approx(fsum(table[i][j] for j, _ in others), rel=1e-5)


def test_scipy_finds_no_greater_likelihood() -> None:
    """A general optimizer, given the likelihood, ends at the same strengths."""
    optimize = pytest.importorskip("scipy.optimize")
    rng = Random(4)
    table = [[float(rng.randint(1, 50)) for _ in range(4)] for _ in range(4)]

    def loss(logs: list[float]) -> float:
        logits = [*logs, -fsum(logs)]
        pairs = [(i, j) for i in range(4) for j in range(4) if i != j]
        return -fsum(table[i][j] * -log(1 + 2.718281828459045 ** (logits[j] - logits[i])) for i, j in pairs)

    best = optimize.minimize(loss, [0.0] * 3, tol=1e-12).x

    assert [log(strength) for strength in bradley_terry(table)][:3] == pytest.approx(list(best), abs=1e-4)


def test_who_never_won_has_no_strength() -> None:
    """Without a win there is no greatest likelihood, and that is said."""
    with pytest.raises(ValueError, match="each with a win and a loss"):
        bradley_terry([[0, 5], [0, 0]])


def rasch(rng: Random, tasks: int, strengths: list[float]) -> dict[str, dict[str, float]]:
    """Draw what models of some strengths make of tasks of all difficulties."""
    rates: dict[str, dict[str, float]] = {f"model {i}": {} for i in range(len(strengths))}
    for task in range(tasks):
        difficulty = rng.lognormvariate(0, 1.5)
        for i, strength in enumerate(strengths):
            rates[f"model {i}"][f"T/{task}"] = float(rng.random() < strength / (strength + difficulty))
    return rates


def test_ratings_recover_strengths_whatever_the_difficulties() -> None:
    """With many tasks, the ratings are those of the strengths that the outcomes were drawn with."""
    found = leaderboard(rasch(Random(1), 20_000, STRENGTHS), resamples=2)

    assert [standing.name for standing in found] == [f"model {i}" for i in range(5)]
    assert [standing.rating for standing in found] == pytest.approx(to_ratings(STRENGTHS), abs=12)


def test_one_that_solves_everything_has_a_finite_rating() -> None:
    """The prior keeps a model that never lost on the scale, and first."""
    best, worst = leaderboard({"a": {"x": 0.0, "y": 0.0}, "b": {"x": 1.0, "y": 1.0}}, resamples=10)

    assert (best.name, worst.name) == ("b", "a")
    assert best.rating - worst.rating < 400


def test_nothing_in_common_is_no_leaderboard() -> None:
    """Models that share no task cannot be ranked."""
    assert leaderboard({"a": {"x": 1.0}, "b": {"y": 1.0}}) == []
