"""What one judged sample tells of its model beyond pass or fail."""

from __future__ import annotations

from dataclasses import dataclass

from pytest_bigcodebench.analysis.misuse import Misuse, misuses
from pytest_bigcodebench.analysis.names import Code
from pytest_bigcodebench.analysis.tools import ToolUse, tool_use
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.program import stub_of
from pytest_bigcodebench.judge.verdict import Verdict

__all__ = ["Insight", "insight"]


@dataclass(frozen=True, slots=True)
class Insight:
    """A sample's misused APIs and its tools; no tools for a solution that is no Python of this version."""

    misused: tuple[Misuse, ...] = ()
    tools: ToolUse | None = None


def insight(task: Task, solution: str, verdict: Verdict, *, calibrated: bool) -> Insight:
    """Look at a sample and the verdict on it."""
    try:
        code = Code(solution, stub_of(task) if calibrated else "")
        return Insight(misuses(verdict.failures, code), tool_use(task, code))
    except RecursionError:
        # A chain of a thousand calls is no API use that anyone wants to read about.
        return Insight()
