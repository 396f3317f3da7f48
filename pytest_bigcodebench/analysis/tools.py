"""Tool use: which libraries and calls of the ground truth a solution uses, and which others."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Final

from pytest_bigcodebench.analysis.names import Code
from pytest_bigcodebench.benchmark.task import Task

__all__ = ["ToolUse", "tool_use"]

#: Names in each list; a solution may hold any number.
_MOST: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolUse:
    """A solution's libraries and calls against those that its task names; each sorted.

    Libraries are those of the task's ``libs``; calls are the ground truth's, found in its source like the solution's.
    """

    libs_used: tuple[str, ...] = ()
    libs_unused: tuple[str, ...] = ()
    libs_other: tuple[str, ...] = ()
    calls_used: tuple[str, ...] = ()
    calls_unused: tuple[str, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """The use as JSON-compatible data."""
        return {name: list(values) for name, values in asdict(self).items()}


def tool_use(task: Task, code: Code) -> ToolUse | None:
    """Hold a solution's tools against its task's; None for a solution that cannot be parsed.

    The prompt's imports count for a calibrated solution: `code` must have been made with them.
    """
    if not code.is_valid:
        return None
    libraries, named = code.libraries(), set(task.libs)
    calls, truth = _calls_of(code), _truth_calls(task)
    return ToolUse(
        libs_used=_listed(named & libraries),
        libs_unused=_listed(named - libraries),
        libs_other=_listed(libraries - named),
        calls_used=_listed(truth & calls),
        calls_unused=_listed(truth - calls),
    )


def _calls_of(code: Code) -> frozenset[str]:
    return frozenset(call.name for call in code.calls() if call.is_direct)


@lru_cache(maxsize=4096)
def _truth_calls(task: Task) -> frozenset[str]:
    return _calls_of(Code(task.ground_truth))


def _listed(names: set[str] | frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names)[:_MOST])
