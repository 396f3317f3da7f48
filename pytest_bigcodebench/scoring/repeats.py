"""Samples judged more than once: which verdicts changed between rounds, and with what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pytest_bigcodebench.scoring.record import Record

__all__ = ["Change", "Repeats"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A sample whose rounds do not agree."""

    samples_file: str
    task_id: str
    sample: int
    #: Outcome in a person's words, ``fail (wrong_answer: ...)`` -> the rounds that it came out in, ascending.
    outcomes: dict[str, list[int]]
    #: Tests whose outcomes differ.
    tests: tuple[str, ...]

    def __str__(self) -> str:
        parts = (f"{what} in round {_listed(rounds)}" for what, rounds in self.outcomes.items())
        return f"{self.task_id}[{self.sample}]: {'; '.join(parts)}"

    def to_plain(self) -> dict[str, Any]:
        """The change as JSON-compatible data."""
        return {
            "samples_file": self.samples_file,
            "task_id": self.task_id,
            "sample": self.sample,
            "outcomes": self.outcomes,
            "tests": list(self.tests),
        }


class Repeats:
    """Compares the rounds of each sample by their statuses; holds a short text and the tests' outcomes of each."""

    def __init__(self) -> None:
        self._rounds: dict[tuple[str, str, int], dict[int, tuple[str, str, dict[str, str]]]] = {}

    def add(self, record: Record) -> None:
        """Take one record; of the same sample in the same round the last counts."""
        what = record.status if record.passed else f"{record.status} ({record.kind}: {record.message[:160]})"
        outcome = (record.status, what, dict(record.tests))
        self._rounds.setdefault(record.key, {})[record.round] = outcome

    @property
    def compared(self) -> int:
        """Samples that were judged more than once."""
        return sum(len(rounds) > 1 for rounds in self._rounds.values())

    @property
    def rounds(self) -> int:
        """The most rounds of a sample."""
        return max(map(len, self._rounds.values()), default=0)

    def changes(self) -> list[Change]:
        """The samples whose status differs between rounds, in the order of their first records."""
        return list(self._changes())

    def rate(self) -> float:
        """The share of the samples judged more than once whose verdict changed, from 0 to 1."""
        return len(self.changes()) / self.compared if self.compared else 0.0

    def to_plain(self) -> dict[str, Any]:
        """All of it as JSON-compatible data."""
        changes = self.changes()
        return {
            "rounds": self.rounds,
            "samples": self.compared,
            "changed": len(changes),
            "rate": round(self.rate(), 6),
            "changes": [change.to_plain() for change in changes],
        }

    def _changes(self) -> Iterator[Change]:
        for (samples_file, task_id, sample), rounds in self._rounds.items():
            if len({status for status, _, _ in rounds.values()}) < 2:
                continue
            outcomes: dict[str, list[int]] = {}
            for number in sorted(rounds):
                status, what, _ = rounds[number]
                same = next((known for known in outcomes if known.split()[0] == status), what)
                outcomes.setdefault(same, []).append(number)
            seen = [tests for _, _, tests in rounds.values()]
            names = {name: None for tests in seen for name in tests}
            differing = tuple(name for name in names if len({tests.get(name) for tests in seen}) > 1)
            yield Change(samples_file=samples_file, task_id=task_id, sample=sample, outcomes=outcomes, tests=differing)


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
