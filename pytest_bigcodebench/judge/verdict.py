"""A verdict: what came of one sample, as plain frozen data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

__all__ = ["KINDS", "Failure", "Kind", "Outcome", "Status", "Verdict"]

#: The official evaluator's three words.
Status = Literal["pass", "fail", "timeout"]

#: Why a sample did not pass; empty for a pass.
Kind = Literal[
    "",
    "wrong_answer",
    "exception",
    "syntax_error",
    "missing_entry_point",
    "no_test_ran",
    "missing_library",
    "timeout",
    "out_of_memory",
    "crashed",
    "exited",
    "limit",
    "tampered",
]

#: What became of one test method.
Outcome = Literal["passed", "failed", "error", "skipped", "expected_failure", "unexpected_success", "not_run"]

#: Every failure kind with its meaning in words, for reports.
KINDS: Final[dict[str, str]] = {
    "wrong_answer": "a test's assertion failed",
    "exception": "the solution or a test raised",
    "syntax_error": "the solution does not compile",
    "missing_entry_point": "the solution does not define the entry point",
    "no_test_ran": "a test that must run did not run",
    "missing_library": "a library that the sample imports is not installed in the judged interpreter",
    "timeout": "the time limit was reached",
    "out_of_memory": "the memory limit was reached",
    "crashed": "the process died of a signal",
    "exited": "the process left before its tests were done",
    "limit": "another limit (processes, files, output) was reached",
    "tampered": "the solution interfered with its judging",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One test that did not succeed, or the stage before the tests (``test`` is then ``"ALL"``)."""

    #: Name of the test method, or ``"ALL"`` when the module could not be executed.
    test: str
    #: Name of the exception's class, ``AssertionError``.
    error: str
    #: The exception's text, cut to a few kilobytes.
    message: str
    #: The places in solution and tests that it went through, outermost first: ``(part, line, function, source)``
    #: where part is ``"solution"``, ``"test"`` or ``"prompt"`` and line counts from 1 in that part.
    places: tuple[tuple[str, int, str, str], ...] = ()
    #: The traceback as the official evaluator's details have it, cut to a few kilobytes.
    trace: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of one sample."""

    status: Status
    kind: Kind = ""
    #: What the kind leaves open: an exception's class, a signal's name, an exit code, what was tampered with.
    detail: str = ""
    #: Outcome of every test method that the task's source names, in the order of the source.
    tests: dict[str, Outcome] = field(default_factory=dict)
    #: Tests that did not succeed, in the order in which they ran.
    failures: tuple[Failure, ...] = ()
    #: One line that says why the sample did not pass; empty for a pass.
    message: str = ""
    #: CPU seconds of the sample's whole process tree.
    cpu_s: float = 0.0
    #: Wall seconds from the start of its process to its end.
    wall_s: float = 0.0
    #: Largest memory of the sample's process tree beyond what its template had before, MiB.
    peak_mib: float = 0.0

    @property
    def passed(self) -> bool:
        """Whether the sample passed."""
        return self.status == "pass"

    def to_plain(self) -> dict[str, Any]:
        """The verdict as JSON-compatible data; `from_plain` is its inverse."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Verdict:
        """Make a verdict from what `to_plain` gave (also after a trip through JSON)."""
        failures = tuple(
            Failure(**{**failure, "places": tuple(tuple(place) for place in failure["places"])})
            for failure in plain["failures"]
        )
        return cls(**{**plain, "tests": dict(plain["tests"]), "failures": failures})
