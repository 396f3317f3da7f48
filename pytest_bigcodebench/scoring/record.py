"""A record: one verdict with the sample it belongs to, as reports and output files carry it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

__all__ = ["Record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One judged sample; its fields are the fields of a line of ``verdicts.jsonl``."""

    #: The samples file as the user named it.
    samples_file: str
    task_id: str
    #: How many samples for the same task stand before it in its samples file.
    sample: int
    #: ``pass``, ``fail`` or ``timeout``.
    status: str
    #: Why it did not pass, one of `pytest_bigcodebench.judge.verdict.KINDS`; empty for a pass.
    kind: str = ""
    #: What the kind leaves open: an exception's class, a signal's name.
    detail: str = ""
    #: The task's domains, each once.
    domains: tuple[str, ...] = ()
    #: Outcome of every test method of the task, in the order of its source.
    tests: Mapping[str, str] = field(default_factory=dict)
    #: One line that says why it did not pass.
    message: str = ""
    #: CPU seconds, wall seconds and MiB at the peak of the sample's whole process tree.
    cpu_s: float = 0.0
    wall_s: float = 0.0
    peak_mib: float = 0.0
    #: Whether the verdict came from an earlier run's journal.
    stored: bool = False
    #: Which time it was judged, from 1; rates count the first time only.
    round: int = 1
    #: Library functions that a failure came up in, with their errors (`pytest_bigcodebench.analysis.misuse`).
    misused: tuple[Mapping[str, Any], ...] = ()
    #: Libraries and calls of the ground truth that it uses or not; None where that cannot be told.
    tools: Mapping[str, Any] | None = None
    #: Whether it passes only because calibration supplied its imports; None where nobody asked.
    lazy: bool | None = None

    @property
    def passed(self) -> bool:
        """Whether the sample passed."""
        return self.status == "pass"

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from every other record of a run."""
        return self.samples_file, self.task_id, self.sample

    def to_plain(self) -> dict[str, Any]:
        """The record as JSON-compatible data; `from_plain` is its inverse."""
        return {**asdict(self), "domains": list(self.domains), "tests": dict(self.tests), "misused": list(self.misused)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Record:
        """Make a record from what `to_plain` gave; fields that it does not know are left out."""
        known = {name: plain[name] for name in _FIELDS if name in plain}
        sequences = {name: tuple(known.get(name, ())) for name in ("domains", "misused")}
        return cls(**{**known, **sequences})


_FIELDS = tuple(each.name for each in fields(Record))
