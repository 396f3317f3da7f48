"""The gate of a run: what was asked of its pass rates, and what that makes of the exit status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.finished import FinishedOutput, entries_of
from pytest_bigcodebench.scoring.comparison import Entry
from pytest_bigcodebench.scoring.gate import Check, Threshold, check_baseline, check_threshold

if TYPE_CHECKING:
    from pytest_bigcodebench.benchmark.dataset import Dataset
    from pytest_bigcodebench.scoring.rates import Tally

__all__ = ["Gate"]


@dataclass(slots=True)
class Gate:
    """Thresholds and a baseline, found usable before the run, and what was decided after it."""

    thresholds: Sequence[Threshold]
    #: Name of a samples file -> the entry of the baseline that it is held against; empty without a baseline.
    baselines: Mapping[str, Entry]
    checks: list[Check] = field(default_factory=list)
    #: Why the gate is closed whatever the rates are; empty if nothing else is wrong.
    obstacle: str = ""

    @classmethod
    def open(
        cls, thresholds: Sequence[Threshold], baseline: Path | None, files: Sequence[str], dataset: Dataset
    ) -> Gate:
        """Make the gate of a run over some samples files.

        Raises `InputError` when a threshold is for a domain that the dataset has no task of, or the baseline cannot be
        compared with.
        """
        domains = {domain for task in dataset.tasks.values() for domain in task.domains}
        for threshold in thresholds:
            if threshold.domain and threshold.domain not in domains:
                what = f"--bcb-fail-under={threshold.domain}={threshold.percent:g}: {dataset.label} has no such task"
                raise InputError(what, remedy=f"it has tasks of {', '.join(sorted(domains))}")
        return cls(thresholds, _baselines(baseline, files, dataset) if baseline else {})

    @property
    def is_open(self) -> bool:
        """Whether the run is let through; only after `decide`."""
        return not self.obstacle and all(check.passed for check in self.checks)

    def decide(self, tallies: Mapping[str, Tally], obstacle: str = "") -> bool:
        """Hold the run's rates against what was asked; `obstacle` says what keeps the gate closed anyway."""
        self.obstacle = obstacle
        self.checks = [check for name, tally in tallies.items() for check in self._checks(name, tally)]
        return self.is_open

    def lines(self) -> Iterator[str]:
        """What was decided, and by what, for the terminal."""
        yield f"gate: {'passed' if self.is_open else 'failed'}"
        several = len({check.samples_file for check in self.checks}) > 1
        for check in self.checks:
            name = f"{printable(check.samples_file)}: " if several else ""
            yield f"  {'ok  ' if check.passed else 'FAIL'}  {name}{printable(check.text)}"
        if self.obstacle:
            yield f"  FAIL  {self.obstacle}"

    def to_plain(self) -> dict[str, Any]:
        """The decision as JSON-compatible data."""
        checks = [check.to_plain() for check in self.checks]
        return {"passed": self.is_open, "checks": checks, "obstacle": self.obstacle}

    def _checks(self, name: str, tally: Tally) -> Iterator[Check]:
        scores = tally.scores()
        for threshold in self.thresholds:
            yield check_threshold(threshold, name, scores.values())
        if baseline := self.baselines.get(name):
            yield check_baseline(Entry(name, scores), baseline)


def _baselines(folder: Path, files: Sequence[str], dataset: Dataset) -> dict[str, Entry]:
    """The baseline's entry for each samples file: of the same name, or its only one."""
    output = FinishedOutput.read(folder)
    if output.dataset["hash"] != dataset.hash:
        what = f"the baseline is of {output.label}, and this run of {dataset.label}"
        what += " with other tasks" if output.label == dataset.label else ""
        raise InputError(what, where=str(folder), remedy="give the output of a run over the same dataset")
    entries = dict(zip(output.tallies, entries_of([output]), strict=True))
    if len(entries) == 1:
        return dict.fromkeys(files, next(iter(entries.values())))
    for name in files:
        if name not in entries:
            what = f"the baseline has no samples file {name!r} (it has {', '.join(entries) or 'none'})"
            raise InputError(what, where=str(folder), remedy="give one that was judged from one samples file")
    return {name: entries[name] for name in files}
