"""How a child's end becomes a verdict."""

from __future__ import annotations

import signal
from typing import Any, Final, get_args

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.judge.limits import limit_told_by
from pytest_bigcodebench.judge.program import Program
from pytest_bigcodebench.judge.verdict import Failure, Kind, Outcome, Status, Verdict

__all__ = ["looked_odd", "reached_for", "rule"]

#: Outcomes that count as a pass where the task's own tests provide for them.
_PROVIDED: Final[frozenset[Outcome]] = frozenset({"skipped", "expected_failure", "unexpected_success"})
#: How notes begin that say nothing by themselves.
_WEAK: Final = "weak:"

#: What is decided on a sample: status, kind, detail and message, as a `Verdict` has them.
_Decision = tuple[Status, Kind, str, str]


def rule(program: Program, end: dict[str, Any]) -> Verdict:
    """Make the verdict on ``program`` from what the keeper told of its child's end.

    Raises:
        BenchmarkError: the child could not be set up, which is no fault of the sample.
    """
    answer: dict[str, Any] = end["answer"] or {}
    if "setup" in answer:
        raise BenchmarkError(f"the sandbox could not set a sample up ({answer['setup']})")
    if answer and not _is_well_formed(answer):
        end, answer = {**end, "forged": "the answer is not in the evaluator's form"}, {}
    failures = tuple(_failure(program, plain) for plain in answer.get("failures", ()))
    if answer.get("error"):
        failures += (_failure(program, answer["error"]),)
    tests: dict[str, Outcome] = dict.fromkeys(program.required_tests, "not_run")
    tests.update(answer.get("tests", {}))
    status, kind, detail, message = _decide(program, end, answer, tests, failures)
    return Verdict(
        status=status,
        kind=kind,
        detail=detail,
        tests=tests,
        failures=failures,
        message=message,
        cpu_s=round(end["cpu"], 3),
        wall_s=round(end["wall"], 3),
        peak_mib=round(end["peak"], 1),
    )


def reached_for(end: dict[str, Any]) -> str:
    """What of the evaluator's a sample was seen to reach for, in words; empty for nothing."""
    strong = (note for note in end["notes"] if not note.startswith(_WEAK))
    return ", ".join(dict.fromkeys([*strong, *(end["answer"] or {}).get("reaching", ())]))


def looked_odd(end: dict[str, Any]) -> str:
    """What a sample was seen to do that calls for a second look and is no evidence by itself; empty for nothing."""
    return ", ".join(note.removeprefix(_WEAK) for note in end["notes"] if note.startswith(_WEAK))


def _is_well_formed(answer: dict[str, Any]) -> bool:
    """Whether an answer has the form in which ``bcb_child`` gives it."""
    return (
        answer.keys() == {"stage", "tests", "failures", "error", "tampered", "reaching"}
        and isinstance(answer["stage"], str)
        and isinstance(answer["tests"], dict)
        and all(isinstance(outcome, str) and outcome in get_args(Outcome) for outcome in answer["tests"].values())
        and isinstance(answer["failures"], list)
        and all(map(_is_failure, answer["failures"]))
        and (answer["error"] is None or _is_failure(answer["error"]))
        and all(_is_list_of(str, answer[name]) for name in ("tampered", "reaching"))
    )


def _is_failure(plain: Any) -> bool:
    return (
        isinstance(plain, dict)
        and plain.keys() >= {"memory", "places"}
        and all(isinstance(plain.get(name), str) for name in ("error", "missing", "message", "trace"))
        and isinstance(plain.get("test", ""), str)
        and _is_list_of(list, plain["places"])
        and all([type(part) for part in place] == [int, str] for place in plain["places"])
    )


def _is_list_of(kind: type, value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, kind) for each in value)


def _failure(program: Program, plain: dict[str, Any]) -> Failure:
    places = []
    for line, function in plain["places"]:
        part, number, source = program.place(line)
        places.append((part, number, function, source))
    return Failure(
        test=plain.get("test", "ALL"),
        error=plain["error"],
        message=plain["message"],
        places=tuple(places),
        trace=plain["trace"],
    )


def _decide(
    program: Program,
    end: dict[str, Any],
    answer: dict[str, Any],
    tests: dict[str, Outcome],
    failures: tuple[Failure, ...],
) -> _Decision:
    if end["stopped"]:
        return _stopped(end)
    if end["forged"]:
        return "fail", "tampered", end["forged"], f"tampered: {end['forged']}"
    if answer.get("tampered"):
        what = ", ".join(answer["tampered"])
        return "fail", "tampered", what, f"tampered with {what}"
    if not answer:
        return _died(end["status"])
    if answer["stage"] != "done":
        return _not_executed(program, answer, failures[-1])
    return _ran(program, answer, tests, failures)


def _stopped(end: dict[str, Any]) -> _Decision:
    why = end["stopped"]
    if why == "time":
        return "timeout", "timeout", "", f"no end after {end['wall']:.0f} s"
    if why == "CPU time":
        return "timeout", "timeout", "CPU time", f"no end after {end['cpu']:.0f} CPU seconds"
    if why == "memory":
        return "fail", "out_of_memory", "", f"more memory than allowed: {end['peak']:.0f} MiB"
    if why == "template":
        return "fail", "crashed", "template", "the template died each time this sample ran"
    return "fail", "limit", why, f"more {why} than allowed"


def _died(status: int) -> _Decision:
    number = status & 0x7F
    if number == 0:
        code = status >> 8
        return "fail", "exited", str(code), f"the process left with exit code {code} before its tests were done"
    try:
        name = signal.Signals(number).name
    except ValueError:
        name = f"signal {number}"
    return "fail", "crashed", name, f"the process died of {name}"


def _not_executed(program: Program, answer: dict[str, Any], failure: Failure) -> _Decision:
    stage = answer["stage"]
    message = _line(failure)
    if stage == "compile":
        return "fail", "syntax_error", failure.error, message
    if failure.error in ("SystemExit", "KeyboardInterrupt", "GeneratorExit"):
        return "fail", "exited", failure.error, f"left by {message}"
    kind, detail = _exception_kind(answer["error"])
    if stage != "solution" and not program.defines_entry_point:
        kind, detail = "missing_entry_point", ""
    return "fail", kind, detail, message


def _ran(
    program: Program,
    answer: dict[str, Any],
    tests: dict[str, Outcome],
    failures: tuple[Failure, ...],
) -> _Decision:
    missing = [name for name in program.required_tests if name not in answer["tests"]]
    if missing:
        return "fail", "tampered", "tests are gone", f"tests that the task defines are gone: {', '.join(missing)}"
    if answer["failures"]:
        return _failed(program, answer, failures)
    good = {"passed", *(_PROVIDED if program.tests_may_skip else ())}
    if "passed" not in tests.values():
        return "fail", "no_test_ran", "", "no test ran and passed"
    bad = [f"{name} {outcome.replace('_', ' ')}" for name, outcome in tests.items() if outcome not in good]
    if bad:
        return "fail", "no_test_ran", "", f"tests that must pass did not: {', '.join(bad)}"
    return "pass", "", "", ""


def _failed(program: Program, answer: dict[str, Any], failures: tuple[Failure, ...]) -> _Decision:
    if not program.defines_entry_point:
        return "fail", "missing_entry_point", "", f"the solution does not define the entry point; {_line(failures[0])}"
    kinds = [_exception_kind(plain) for plain in answer["failures"]]
    for number, (kind, detail) in enumerate(kinds):
        if kind in ("out_of_memory", "missing_library", "limit"):
            return "fail", kind, detail, _line(failures[number])
    for number, plain in enumerate(answer["failures"]):
        if answer["tests"].get(plain["test"]) == "failed":
            return "fail", "wrong_answer", "", _line(failures[number])
    return "fail", *kinds[0], _line(failures[0])


def _exception_kind(plain: dict[str, Any]) -> tuple[Kind, str]:
    if plain["memory"]:
        return "out_of_memory", plain["error"]
    if plain["error"] == "ModuleNotFoundError" and plain["missing"] and "." not in plain["missing"]:
        return "missing_library", plain["missing"]
    if limit := limit_told_by(plain["error"], plain["message"]):
        return "limit", limit
    return "exception", plain["error"]


def _line(failure: Failure) -> str:
    """One line on one failure."""
    text = " ".join(failure.message.split())
    start = f"{failure.test}: " if failure.test != "ALL" else ""
    line = f"{start}{failure.error}: {text}" if text else f"{start}{failure.error}"
    return line if len(line) <= 300 else line[:297] + "..."
