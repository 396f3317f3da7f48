"""The rounds of ``--bcb-repeat=N``: every sample again, under conditions that must change no verdict."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from pytest_bigcodebench.judge.limits import cores

__all__ = ["Conditions", "conditions_of", "in_order_of", "round_of", "with_round"]

_Thing = TypeVar("_Thing")

#: The end of a node id that names a round.
_ROUND: Final = re.compile(r"\[[0-9]+@([0-9]+)\]\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What differs between rounds."""

    #: Of hashes and of the random state that each sample starts with.
    seed: int
    #: Children at once; None: as many as there are cores.
    jobs: int | None
    #: ``as given``, ``reversed`` or ``shuffled``.
    order: str

    def __str__(self) -> str:
        load = "" if self.jobs is None else f", {self.jobs} at once"
        return f"seed {self.seed}, order {self.order}{load}"


def conditions_of(number: int, jobs: int | None) -> Conditions:
    """The conditions of a round; the first has those of a run without repeats.

    Every second round has twice as many children at once as there are to be, which is load that a verdict must bear.
    """
    orders = ("as given", "reversed", "shuffled")
    order = orders[0] if number == 1 else orders[1 + number % 2]
    crowded = 2 * (jobs or cores())
    return Conditions(seed=number - 1, jobs=crowded if number % 2 == 0 else jobs, order=order)


def in_order_of(number: int, things: Sequence[_Thing]) -> list[_Thing]:
    """Things in the order that a round takes them in; always the same for the same things."""
    order = conditions_of(number, None).order
    ordered = list(reversed(things)) if order == "reversed" else list(things)
    if order == "shuffled":
        random.Random(number).shuffle(ordered)
    return ordered


def with_round(nodeid: str, number: int) -> str:
    """The node id, or the name, of an item in a round: ``...[0]`` in the first, ``...[0@2]`` in the second.

    Within the brackets, since pytest takes what a node id has behind its first bracket for one parameter.
    """
    return nodeid if number == 1 else f"{nodeid.removesuffix(']')}@{number}]"


def round_of(nodeid: str) -> int:
    """The round that a node id belongs to."""
    found = _ROUND.search(nodeid)
    return int(found[1]) if found else 1
