"""The second look at a pass: is it one because of what was computed?

A solution whose text could reach what is not its own, and that passes, is judged again with tests that expect other
values (`expectations`). The ground truth is judged with them too, once a task: the changed tests that it fails
can be relied on. A sample that passes one of those is `tampered`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from pytest_bigcodebench.benchmark.sample import Sample
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.expectations import ChangedTests, change_expectations
from pytest_bigcodebench.judge.program import Program
from pytest_bigcodebench.judge.verdict import Verdict

__all__ = ["Doubt", "TaskLook", "judgement"]

#: How ``inside/bcb_notes.py`` says that a sample has left something changed.
_CHANGED: Final = " is changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A pass that is looked at again."""

    verdict: Verdict
    #: What called for it, in words.
    why: str
    #: Whether that is evidence by itself, which stands where the tests cannot be changed.
    strong: bool


@dataclass(slots=True)
class TaskLook:
    """What second looks at the samples of one task share."""

    task: Task
    #: Changed tests that the ground truth fails; None: not known yet.
    reliable: frozenset[str] | None = None

    @property
    def can_look(self) -> bool:
        """Whether any of the task's tests can be changed."""
        return bool(self._changed.changed)

    def ground_truth(self) -> Program:
        """The ground truth with the changed tests."""
        return self.program(Sample(task_id=self.task.task_id, solution=self.task.ground_truth), calibrated=False)

    def program(self, sample: Sample, *, calibrated: bool) -> Program:
        """A sample with the changed tests."""
        return Program.of(replace(self.task, test=self._changed.source), sample, calibrated=calibrated)

    def learn(self, verdict: Verdict) -> None:
        """Hear how the ground truth did."""
        failed = {name for name, outcome in verdict.tests.items() if outcome in ("failed", "error")}
        self.reliable = self._changed.changed & failed

    @property
    def _changed(self) -> ChangedTests:
        return change_expectations(self.task.test, self.task.entry_point)


def _refused(look: TaskLook, again: Verdict) -> bool:
    """Whether a changed test that can be relied on ran and refused the sample, as it must refuse a right one."""
    return any(again.tests.get(name) in ("failed", "error") for name in look.reliable or ())


def _changes_again(doubt: Doubt, again: Verdict) -> bool:
    """Whether what was left changed in the first run is so again; a failing test may itself leave something else."""
    first = [word.removesuffix(_CHANGED) for word in doubt.why.split(", ") if word.endswith(_CHANGED)]
    return any(name == label or name.endswith(f".{label}") for name in first for label in again.detail.split(", "))


def judgement(doubt: Doubt, look: TaskLook, again: Verdict | None) -> Verdict:
    """The verdict after the second look; ``again`` is None where there was none to be had."""
    fooled = [name for name in sorted(look.reliable or ()) if again is not None and again.tests.get(name) == "passed"]
    if fooled:
        words = f"it passes {', '.join(fooled[:3])} with other expected values too ({doubt.why})"
    elif doubt.strong and not look.reliable:
        words = f"it passes, and reaches for what is the evaluator's: {doubt.why}"
    elif again is not None and again.kind == "tampered" and (_changes_again(doubt, again) or not _refused(look, again)):
        return again
    else:
        return doubt.verdict
    return replace(doubt.verdict, status="fail", kind="tampered", detail=doubt.why, message=words)
