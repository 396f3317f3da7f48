"""The text of a failure: the failing tests, their assertions, and the solution's own lines; nothing of the plugin's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pytest_bigcodebench.judge.text import clipped, printable
from pytest_bigcodebench.judge.verdict import KINDS, Failure, Verdict

if TYPE_CHECKING:
    from _pytest._code.code import ExceptionRepr

__all__ = ["failure_repr", "headline"]

#: Failing tests that are shown in full; the others get a line each.
_TESTS: Final = 3
#: Lines of a solution that are shown.
_SOLUTION: Final = 20
#: Longest exception text, and longest line, in characters.
_MESSAGE: Final = 1500
_LINE: Final = 200


def headline(verdict: Verdict) -> str:
    """One line that says why a sample did not pass: ``wrong_answer: test_mean: AssertionError: 1.5 != 3``."""
    return clipped(f"{verdict.kind}: {_reason(verdict)}".splitlines()[0], _LINE)


def failure_repr(verdict: Verdict, solution: str, *, path: str, line: int, everything: bool) -> ExceptionRepr:
    """What pytest shows of a sample that did not pass: its failing tests, and the solution if none leads into it.

    `path` and `line` say where the sample stands. With `everything` nothing is left out for its length. The whole is
    made of pytest's own parts, since only these keep colours, and the line for the short summary, on the way from an
    xdist worker to the controller.
    """
    from _pytest._code.code import ReprEntry, ReprExceptionInfo, ReprFileLocation, ReprTraceback

    failures = verdict.failures
    shown = failures if everything else failures[:_TESTS]
    blocks = [_failure_lines(failure, verdict.kind) for failure in shown] or [_verdict_lines(verdict)]
    blocks[-1] += [_one_line(failure) for failure in failures[len(shown) :]]
    if everything or not any(part == "solution" for failure in shown for part, *_ in failure.places):
        blocks.insert(0, _solution_lines(solution, None if everything else _SOLUTION))
    entries = [ReprEntry(lines, None, None, None, "long") for lines in blocks if lines]
    crash = ReprFileLocation(path, line, headline(verdict))
    return ReprExceptionInfo(reprtraceback=ReprTraceback(entries, None, "long"), reprcrash=crash)


def _solution_lines(solution: str, most: int | None) -> list[str]:
    """The solution from its first function or class on, or all of it."""
    lines = solution.rstrip().splitlines()
    first = 0 if most is None else next((i for i, line in enumerate(lines) if line.startswith(("def ", "class "))), 0)
    shown = lines[first:][:most]
    head = [f"    # solution, line {first + 1}"] if shown else []
    tail = [f"    # ... and {len(lines) - first - len(shown)} more lines"] if len(shown) < len(lines) - first else []
    return [*head, *(f"    {clipped(line, _LINE)}" for line in shown), *tail]


def _failure_lines(failure: Failure, kind: str) -> list[str]:
    """The way of one failure through tests and solution, then its exception, marked as pytest marks them."""
    test = f" in {failure.test}" if failure.test != "ALL" else ""
    error = f"{failure.error}: {failure.message}".removesuffix(": ")
    return [f"    # {kind}{test}", *_place_lines(failure.places), *_error_lines(error)]


def _place_lines(places: Sequence[tuple[str, int, str, str]]) -> Iterator[str]:
    for part, line, function, source in places:
        yield f"    # {part}, line {line}{f', in {printable(function)}' if function else ''}"
        if source.strip():
            yield f">   {clipped(source.rstrip(), _LINE)}"


def _verdict_lines(verdict: Verdict) -> list[str]:
    """What is known of a sample that has no failing test to show: it ran out of time, or died."""
    unfinished = [name for name, outcome in verdict.tests.items() if outcome != "passed"]
    named = [f"    # did not pass: {', '.join(unfinished)}"] if unfinished else []
    return [*named, *_error_lines(f"{verdict.kind}: {_reason(verdict)}")]


def _error_lines(text: str) -> list[str]:
    return [f"E   {line}" for line in clipped(text, _MESSAGE).split("\n")]


def _one_line(failure: Failure) -> str:
    return clipped(f"E   {failure.test}: {failure.error}: {failure.message}".splitlines()[0], _LINE)


def _reason(verdict: Verdict) -> str:
    return verdict.message or KINDS.get(verdict.kind, "")
