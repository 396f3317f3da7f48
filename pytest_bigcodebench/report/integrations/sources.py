"""A sample's texts as dashboards show them: its prompt, its solution, and what differs from the canonical solution."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Final

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.judge.text import clipped
from pytest_bigcodebench.report.origin import split_of

if TYPE_CHECKING:
    from pytest_bigcodebench.items import SampleItem

__all__ = ["diff_of", "prompt_of", "solution_of"]

#: Longest text that is shown, in characters, and the longest solution that is compared, in lines.
_TEXT: Final = 100_000
_LINES: Final = 2000


def prompt_of(item: SampleItem) -> str:
    """The prompt of the split that was answered; the *Complete* one where nothing tells which."""
    split = item.settings.split or split_of(item.source.path)
    return clipped(item.task.instruct_prompt if split == "instruct" else item.task.complete_prompt, _TEXT)


def solution_of(item: SampleItem) -> str:
    """The solution, or why it cannot be read."""
    try:
        return clipped(item.load().solution, _TEXT)
    except BenchmarkError as error:
        return str(error)


def diff_of(item: SampleItem, solution: str) -> str:
    """What the solution has otherwise than the ground truth; empty for a solution too long to be compared."""
    before, after = item.task.ground_truth.splitlines(), solution.splitlines()
    if len(after) > _LINES:
        return ""
    return "\n".join(unified_diff(before, after, "canonical solution", "solution", lineterm=""))
