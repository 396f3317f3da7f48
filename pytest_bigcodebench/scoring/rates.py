"""Records added up: pass rates for each domain and overall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pytest_bigcodebench.scoring.intervals import Interval, rate_interval
from pytest_bigcodebench.scoring.pass_at_k import mean_pass_at_k
from pytest_bigcodebench.scoring.record import Record

__all__ = ["Rate", "Score", "Tally", "rates_to_plain"]


class Score(NamedTuple):
    """What the samples for one task add up to."""

    samples: int
    passed: int
    domains: tuple[str, ...]

    @property
    def rate(self) -> float:
        """Share of the samples that passed."""
        return self.passed / self.samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What the samples of some tasks add up to; all rates from 0 to 1."""

    tasks: int
    samples: int
    passed: int
    #: k -> pass@k, for each k that every task has samples enough for.
    pass_at: Mapping[int, float]
    #: 95 % interval of pass@1, clustered by task, also where several samples files have it; None without tasks.
    interval: Interval | None
    #: Failure kind -> number of samples, most frequent first.
    kinds: Mapping[str, int]

    def to_plain(self) -> dict[str, Any]:
        """The rate as JSON-compatible data, the form it has in ``summary.json``."""
        return {
            "tasks": self.tasks,
            "samples": self.samples,
            "passed": self.passed,
            **{f"pass@{k}": rate for k, rate in self.pass_at.items()},
            "interval": list(self.interval) if self.interval else None,
            "kinds": dict(self.kinds),
        }


@dataclass(slots=True)
class _Task:
    """Counts of one task of one samples file."""

    domains: tuple[str, ...]
    samples: int = 0
    passed: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


class Tally:
    """Adds records up as they come; holds a few numbers a task and no record."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._tasks: dict[tuple[str, str], _Task] = {}
        #: Number of records so far, and how many of them passed.
        self.samples = 0
        self.passed = 0
        for record in records:
            self.add(record)

    def add(self, record: Record) -> None:
        """Count one record; the same sample counted twice counts twice."""
        task = self._tasks.setdefault((record.samples_file, record.task_id), _Task(record.domains))
        task.samples += 1
        self.samples += 1
        if record.passed:
            task.passed += 1
            self.passed += 1
        else:
            task.kinds[record.kind] += 1

    @property
    def task_ids(self) -> frozenset[str]:
        """The tasks that a sample has been counted for."""
        return frozenset(task_id for _, task_id in self._tasks)

    def overall(self, pass_k: Sequence[int], without: Collection[str] = ()) -> Rate:
        """The rate over all tasks, or over all but those of the ids `without`."""
        return _rate({key: task for key, task in self._tasks.items() if key[1] not in without}, pass_k)

    def domains(self, pass_k: Sequence[int]) -> dict[str, Rate]:
        """The rate in each domain that has tasks, by name; a task counts once in each of its domains."""
        names = sorted({name for task in self._tasks.values() for name in task.domains})
        return {
            name: _rate({key: task for key, task in self._tasks.items() if name in task.domains}, pass_k)
            for name in names
        }

    def scores(self) -> dict[str, Score]:
        """The score of each task, by its id, in the order in which tasks came; for records of one samples file."""
        return {task_id: Score(task.samples, task.passed, task.domains) for (_, task_id), task in self._tasks.items()}


def rates_to_plain(tally: Tally, pass_k: Sequence[int]) -> dict[str, Any]:
    """Every rate of a tally as JSON-compatible data, the form they have in ``summary.json``."""
    return {
        "overall": tally.overall(pass_k).to_plain(),
        "domains": {name: rate.to_plain() for name, rate in tally.domains(pass_k).items()},
    }


def _rate(tasks: Mapping[tuple[str, str], _Task], pass_k: Sequence[int]) -> Rate:
    counts = [(task.samples, task.passed) for task in tasks.values()]
    kinds: Counter[str] = Counter()
    for task in tasks.values():
        kinds.update(task.kinds)
    pass_at = {k: mean for k in pass_k if (mean := mean_pass_at_k(counts, k)) is not None}
    return Rate(
        tasks=len(tasks),
        samples=sum(samples for samples, _ in counts),
        passed=sum(passed for _, passed in counts),
        pass_at=pass_at,
        interval=rate_interval(counts, tasks=[task_id for _, task_id in tasks]),
        # The order in which verdicts came must not show.
        kinds=dict(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))),
    )
