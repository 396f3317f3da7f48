"""Finished outputs of the same samples against each other: which verdicts differ, and was that to be expected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.report.finished import FinishedOutput, read_records, require_same_dataset
from pytest_bigcodebench.scoring.repeats import Change, Repeats

__all__ = ["GOAL", "Flicker", "flicker_of", "listed_tasks"]

#: The share of verdicts that may differ between runs.
GOAL: Final = 0.002

#: The first cell of a table's row, in which tasks stand.
_CELL: Final = re.compile(r"^\|([^|]*)\|", re.MULTILINE)
_TASK: Final = re.compile(r"\bBigCodeBench/\d+\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flicker:
    """What differs between the runs."""

    #: The outputs' folders, in the order given.
    names: tuple[str, ...]
    #: Samples that are in more than one of them.
    compared: int
    changes: tuple[Change, ...]
    #: Samples that are not in all of them, ``BigCodeBench/13[0]``.
    incomplete: tuple[str, ...]
    #: Tasks that are known to flicker.
    listed: frozenset[str]

    @property
    def rate(self) -> float:
        """The share of the samples whose verdict is not the same in all runs, from 0 to 1."""
        return len(self.changes) / self.compared if self.compared else 0.0

    @property
    def unlisted(self) -> tuple[Change, ...]:
        """The changes that nothing explains."""
        return tuple(change for change in self.changes if change.task_id not in self.listed)

    @property
    def reached(self) -> bool:
        """Whether all runs hold the same samples, each change is explained, and there are few enough."""
        return bool(self.compared) and not (self.incomplete or self.unlisted) and self.rate < GOAL

    def lines(self) -> list[str]:
        """All of it for a person."""
        lines = [
            f"{len(self.names)} runs, {self.compared:,} samples compared, "
            f"{len(self.changes)} verdict{'s' * (len(self.changes) != 1)} differ ({self.rate:.3%}; goal < {GOAL:.1%})"
        ]
        for change in self.changes:
            known = "on the list" if change.task_id in self.listed else "NOT ON THE LIST"
            parts = (f"{what} in {self._named(runs)}" for what, runs in change.outcomes.items())
            tests = f" [{', '.join(change.tests)}]" if change.tests else ""
            lines.append(f"  {change.task_id}[{change.sample}], {known}: {'; '.join(parts)}{tests}")
        if self.incomplete:
            more = ", ..." if len(self.incomplete) > 10 else ""
            lines.append(f"not in every run: {len(self.incomplete):,} samples: {', '.join(self.incomplete[:10])}{more}")
        lines.append("the goal is reached" if self.reached else "the goal is not reached")
        return lines

    def _named(self, runs: Sequence[int]) -> str:
        return ", ".join(self.names[run - 1] for run in runs)


def flicker_of(folders: Sequence[Path], listed: frozenset[str]) -> Flicker:
    """Compare the verdicts of finished outputs.

    Raises `InputError` when one is not whole, or they are of different datasets or samples files.
    """
    if len(folders) < 2:
        raise InputError("there is nothing to compare one run with", remedy="give two or more finished outputs")
    outputs = [FinishedOutput.read(folder) for folder in folders]
    require_same_dataset(outputs)
    # A samples file's name depends on where pytest was called; one file has one name here.
    files = {output.folder: {name: str(number) for number, name in enumerate(output.tallies)} for output in outputs}
    if len({len(names) for names in files.values()}) > 1:
        raise InputError("these outputs are of different numbers of samples files", remedy="give runs of the same")
    repeats, seen = Repeats(), dict[tuple[str, str, int], int]()
    for number, output in enumerate(outputs, 1):
        for record in read_records(output.folder):
            same = replace(record, samples_file=files[output.folder][record.samples_file], round=number)
            repeats.add(same)
            seen[same.key] = seen.get(same.key, 0) + 1
    return Flicker(
        names=tuple(map(str, folders)),
        compared=repeats.compared,
        changes=tuple(repeats.changes()),
        incomplete=tuple(f"{task}[{index}]" for (_, task, index), runs in seen.items() if runs < len(outputs)),
        listed=listed,
    )


def listed_tasks(document: Path) -> frozenset[str]:
    """The tasks that a document lists: those in the first cells of its tables; raises `InputError` without any."""
    try:
        text = document.read_text("utf-8")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=str(document)) from None
    found = frozenset(task for cell in _CELL.findall(text) for task in _TASK.findall(cell))
    if not found:
        raise InputError("no table in it lists a task", where=str(document), remedy="name docs/flaky-tasks.md")
    return found
