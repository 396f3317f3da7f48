"""A child's end becomes a verdict: by what it answered, and whatever it answered."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_bigcodebench import BenchmarkError, Sample, Verdict
from pytest_bigcodebench.judge.program import Program
from pytest_bigcodebench.judge.ruling import looked_odd, reached_for, rule
from tests.judge.conftest import RIGHT, TEST, make_task

#: Tests that skip one of theirs by themselves.
SKIPPING = TEST.replace("    def test_negative", "    @unittest.skip('not here')\n    def test_negative")
PASSED = {"test_adds": "passed", "test_negative": "passed"}


def answer(**changes: Any) -> dict[str, Any]:
    """What a child says of a sample that passes, changed as a test needs it."""
    plain = {"stage": "done", "tests": PASSED, "failures": [], "error": None, "tampered": [], "reaching": []}
    return {**plain, **changes}


def failure(test: str, error: str, **changes: Any) -> dict[str, Any]:
    """What a child says of one failure."""
    plain = {"test": test, "error": error, "message": "", "missing": "", "memory": False, "places": [], "trace": ""}
    return {**plain, **changes}


def end(said: dict[str, Any] | None, **changes: Any) -> dict[str, Any]:
    """What the keeper tells of a child that said this."""
    plain = {
        "answer": said,
        "notes": [],
        "forged": "",
        "status": 0,
        "stopped": "",
        "cpu": 0.1,
        "wall": 0.2,
        "peak": 3.0,
    }
    return {**plain, **changes}


def ruled(said: dict[str, Any], test: str = TEST) -> Verdict:
    """The verdict on a right solution of which a child says this."""
    program = Program.of(make_task(test=test), Sample(task_id="small/0", solution=RIGHT), calibrated=False)
    return rule(program, end(said))


def test_a_whole_answer_is_a_pass() -> None:
    """Every test passed and nothing else was said."""
    verdict = ruled(answer())

    assert (verdict.status, verdict.kind, verdict.tests) == ("pass", "", PASSED)
    assert (verdict.cpu_s, verdict.wall_s, verdict.peak_mib) == (0.1, 0.2, 3.0)


@pytest.mark.parametrize(
    "odd",
    [
        {"tests": PASSED},
        answer(more=1),
        answer(tests=["test_adds"]),
        answer(tests={**PASSED, "test_adds": "fine"}),
        answer(failures={}),
        answer(tampered=""),
        answer(failures=[{"test": "test_adds"}]),
        answer(error={"error": "ValueError"}),
    ],
)
def test_an_answer_in_another_form_is_tampered(odd: dict[str, Any]) -> None:
    """The evaluator's own part of the child writes one form; whatever comes in another was written by the sample."""
    verdict = ruled(odd)

    assert (verdict.status, verdict.kind) == ("fail", "tampered")
    assert "not in the evaluator's form" in verdict.message


def test_what_else_is_on_the_childs_pipe_is_tampered() -> None:
    """An answer beside it is not believed."""
    program = Program.of(make_task(), Sample(task_id="small/0", solution=RIGHT), calibrated=False)

    verdict = rule(program, end(answer(), forged="something else was written"))

    assert (verdict.status, verdict.kind, verdict.detail) == ("fail", "tampered", "something else was written")


def test_a_test_that_is_gone_is_tampered() -> None:
    """The task's source says which tests there are; a child that knows fewer lost some to the sample."""
    verdict = ruled(answer(tests={"test_adds": "passed"}))

    assert (verdict.kind, verdict.tests["test_negative"]) == ("tampered", "not_run")
    assert verdict.message == "tests that the task defines are gone: test_negative"


@pytest.mark.parametrize(
    ("test", "outcome", "kind"),
    [
        (TEST, "skipped", "no_test_ran"),
        (TEST, "expected_failure", "no_test_ran"),
        (TEST, "not_run", "no_test_ran"),
        (TEST, "unexpected_success", "no_test_ran"),
        (SKIPPING, "skipped", ""),
        (SKIPPING, "expected_failure", ""),
        (SKIPPING, "unexpected_success", ""),
        (SKIPPING, "not_run", "no_test_ran"),
    ],
)
def test_a_test_that_did_not_run_is_no_pass(test: str, outcome: str, kind: str) -> None:
    """Unless the task's own tests say that it may be skipped, or is to fail."""
    verdict = ruled(answer(tests={**PASSED, "test_negative": outcome}), test)

    assert (verdict.passed, verdict.kind) == (not kind, kind)


def test_tests_that_were_all_skipped_are_no_pass() -> None:
    """Not even where the task's tests may skip: something must have been tested."""
    verdict = ruled(answer(tests=dict.fromkeys(PASSED, "skipped")), SKIPPING)

    assert (verdict.status, verdict.kind) == ("fail", "no_test_ran")


@pytest.mark.parametrize(
    ("second", "kind", "detail"),
    [
        (failure("test_negative", "ModuleNotFoundError", missing="cv2"), "missing_library", "cv2"),
        (failure("test_negative", "MemoryError", memory=True), "out_of_memory", "MemoryError"),
        (failure("test_negative", "OSError", message="[Errno 24] Too many open files"), "limit", "open files"),
        (failure("test_negative", "OSError", message="[Errno 23] Too many open files"), "limit", "open files"),
        (failure("test_negative", "RuntimeError", message="can't start new thread"), "limit", "processes"),
        (failure("test_negative", "ModuleNotFoundError", missing="cv2.part"), "exception", "KeyError"),
        (failure("test_negative", "AssertionError"), "wrong_answer", ""),
        (failure("test_negative", "ValueError"), "exception", "KeyError"),
    ],
)
def test_of_several_failures_the_one_that_tells_most_gives_the_kind(
    second: dict[str, Any], kind: str, detail: str
) -> None:
    """What was missing here, then an assertion that failed, then the first exception."""
    tests = {"test_adds": "error", "test_negative": "failed" if kind == "wrong_answer" else "error"}

    verdict = ruled(answer(tests=tests, failures=[failure("test_adds", "KeyError"), second]))

    assert (verdict.kind, verdict.detail) == (kind, detail)


def test_a_message_is_one_line_of_bearable_length() -> None:
    """A terminal's line holds it, whatever the exception says."""
    long = failure("test_adds", "ValueError", message="one\ntwo " * 400)

    message = ruled(answer(tests={**PASSED, "test_adds": "error"}, failures=[long])).message

    assert message.startswith("test_adds: ValueError: one two one")
    assert "\n" not in message
    assert len(message) == 300


def test_a_sandbox_that_could_not_be_set_up_is_no_verdict() -> None:
    """It is no fault of the sample's."""
    with pytest.raises(BenchmarkError, match="could not set a sample up \\(no room\\)"):
        ruled({"setup": "no room"})


def test_weak_notes_call_for_a_look_and_strong_ones_are_evidence() -> None:
    """What was noted is told apart by how much it says, each thing once."""
    told = end(answer(reaching=["f_back", "gc.get_objects"]), notes=["gc.get_objects", "weak:a text is run"])

    assert reached_for(told) == "gc.get_objects, f_back"
    assert looked_odd(told) == "a text is run"
