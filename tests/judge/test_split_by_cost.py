"""Shards: disjoint, complete, balanced, and the same whoever asks."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pytest_bigcodebench.judge.limits import official_costs
from pytest_bigcodebench.judge.shards import sample_cost, split_by_cost

costs = st.dictionaries(st.text(max_size=5), st.floats(0.1, 1000), max_size=60)


@given(costs, st.integers(1, 9), st.randoms())
def test_every_key_has_one_shard_in_whatever_order_they_come(keys: dict[str, float], shards: int, rng: Random) -> None:
    """What comes out depends on keys and costs alone; each key is in one of the shards."""
    placed = split_by_cost(keys, shards)
    shuffled = list(keys.items())
    rng.shuffle(shuffled)

    assert split_by_cost(dict(shuffled), shards) == placed
    assert placed.keys() == keys.keys()
    assert set(placed.values()) <= set(range(1, shards + 1))


@given(costs, st.integers(1, 9))
def test_no_shard_is_heavier_than_another_by_more_than_one_sample(keys: dict[str, float], shards: int) -> None:
    """The last key that a shard took went to the lightest, so shards differ by one key's cost at most."""
    placed = split_by_cost(keys, shards)
    loads = [sum(keys[key] for key in keys if placed[key] == shard) for shard in range(1, shards + 1)]

    assert max(loads) - min(loads) <= max(keys.values(), default=0.0) + 1e-6


def test_more_shards_than_keys_are_empty() -> None:
    """How many there are costs nothing."""
    assert split_by_cost({"a": 1.0, "b": 2.0}, 999_999_999) == {"b": 1, "a": 2}
    assert split_by_cost({}, 999_999_999) == {}


def test_the_official_tasks_are_balanced() -> None:
    """Eight shards of the official dataset take the same time as far as its longest task lets them."""
    known = official_costs()
    keys = {task_id: sample_cost(cost) for task_id, cost in known.items()}
    placed = split_by_cost(keys, 8)
    loads = [sum(keys[key] for key in keys if placed[key] == shard) for shard in range(1, 9)]

    assert max(loads) <= max(sum(keys.values()) / 8 * 1.01, max(keys.values()))
    assert sample_cost(None) > 0
