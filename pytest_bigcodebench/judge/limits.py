"""Limits of one sample, what its time limit follows from, and how many may use a core at once."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

__all__ = ["CEILING", "MEMORY_LIMIT", "Cost", "Limits", "cores", "limit_told_by", "official_costs", "time_limit"]

#: Seconds that the official evaluator gives a sample.
CEILING: Final = 240.0
#: Seconds that every sample has, whatever its ground truth costs: a right solution may cost a hundred times as much
#: (tasks 586 and 587: the ground truth makes RSA keys of 512 bits, real samples that pass make them of 2,048).
_FLOOR: Final = 100.0
#: How many times its ground truth's cost a sample may take beyond the floor.
_FACTOR: Final = 10.0
#: MiB beyond the template's; no real sample that passes was seen to need more than 0.7 GB.
MEMORY_LIMIT: Final = 1024


def cores() -> int:
    """How many cores this process may use, as far as the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What judging a task's ground truth took."""

    cpu_s: float
    wall_s: float

    @property
    def longest(self) -> float:
        """Seconds that decide: of work or of waiting."""
        return max(self.cpu_s, self.wall_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Everything that bounds one sample."""

    #: Seconds in which its process ran or waited by its own choice.
    time_s: float
    #: CPU seconds of its process tree; None: four times its seconds and 10 more, as several cores may work for it.
    cpu_s: float | None = None
    #: MiB of its process tree beyond what its template had.
    memory_mib: int = MEMORY_LIMIT
    #: Processes and threads at once.
    processes: int = 512
    open_files: int = 1024
    #: MiB of one file, and of each writable directory.
    file_mib: int = 512
    #: Files in each writable directory.
    files: int = 100_000
    #: Characters of its output that are kept.
    output: int = 1_000_000

    def to_words(self) -> dict[str, object]:
        """What a person set or would set but the seconds, by its name, for whoever compares two runs."""
        return {
            "CPU limit": self.cpu_s,
            "memory limit": self.memory_mib,
            "process limit": self.processes,
            "open file limit": self.open_files,
            "disk limit": self.file_mib,
            "output limit": self.output,
        }

    def to_plain(self) -> dict[str, object]:
        """What the keeper and the child take from these limits.

        Address space, data and stack are the official evaluator's (30 GiB, 30 GiB, 10 MiB): an array that is asked
        for and hardly touched must not fail here when it does not fail there. What is really used is watched.
        """
        mib = 1024 * 1024
        return {
            "time_limit": self.time_s,
            "cpu_limit": 4 * self.time_s + 10 if self.cpu_s is None else self.cpu_s,
            "memory_limit": self.memory_mib * mib,
            "process_limit": self.processes,
            "most_output": self.output,
            "limits": {
                "as": 30 * 1024 * mib,
                "data": 30 * 1024 * mib,
                "stack": 10 * mib,
                "core": 0,
                "fsize": self.file_mib * mib,
                "nofile": self.open_files,
            },
        }


#: Errors of the system that say which limit was reached: the exception, how its text begins, the limit.
_TOLD_BY: Final = (
    ("OSError", "[Errno 23]", "open files"),
    ("OSError", "[Errno 24]", "open files"),
    ("OSError", "[Errno 27]", "disk"),
    ("OSError", "[Errno 28]", "disk"),
    ("RuntimeError", "can't start new thread", "processes"),
)


def limit_told_by(error: str, message: str) -> str:
    """The limit that an exception's class and text say was reached; empty if they say nothing of one."""
    return next((limit for name, start, limit in _TOLD_BY if error == name and message.startswith(start)), "")


def time_limit(cost: Cost | None) -> float:
    """Seconds for a task's samples: from its ground truth's cost where that is known, at most the official ceiling."""
    return CEILING if cost is None else min(CEILING, _FLOOR + _FACTOR * cost.longest)


@lru_cache(maxsize=1)
def official_costs() -> dict[str, Cost]:
    """Costs of the official dataset's ground truths: the prior of a machine that has judged none yet.

    Measured by ``benchmarks/ground_truth.py`` in the official environment.
    """
    text = resources.files("pytest_bigcodebench.judge").joinpath("official_costs.json").read_text("utf-8")
    return {f"BigCodeBench/{number}": Cost(cpu_s=cpu, wall_s=wall) for number, (cpu, wall) in json.loads(text).items()}
