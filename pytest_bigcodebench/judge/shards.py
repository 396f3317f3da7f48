"""Which shard of a run judges which sample: every shard finds out for itself, and all find the same."""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Mapping
from typing import Final, TypeVar

from pytest_bigcodebench.judge.limits import Cost

__all__ = ["sample_cost", "split_by_cost"]

#: Seconds for a sample of which nothing is known, and that any sample takes beside its own work.
_USUAL: Final = 0.1

Key = TypeVar("Key", bound=Hashable)


def sample_cost(cost: Cost | None) -> float:
    """Seconds that a sample is likely to take, from its ground truth's cost."""
    return _USUAL + (cost.longest if cost else 0.0)


def split_by_cost(costs: Mapping[Key, float], shards: int) -> dict[Key, int]:
    """Give each key a shard from 1 on, so that the shards' costs are close to each other.

    The costliest key comes first, always into the shard that has the least so far (Graham 1969, "Bounds on
    Multiprocessing Timing Anomalies"). What comes out depends on keys and costs alone, not on the order they are in.
    """
    ordered = sorted(costs, key=lambda key: (-costs[key], key))
    # More shards than keys are empty, whatever their number.
    loads = [(0.0, 0, shard) for shard in range(1, max(1, min(shards, len(costs))) + 1)]
    placed: dict[Key, int] = {}
    for key in ordered:
        load, count, shard = loads[0]
        placed[key] = shard
        heapq.heapreplace(loads, (load + costs[key], count + 1, shard))
    return placed
