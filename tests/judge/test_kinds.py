"""Status and kind of a verdict, for each way in which a sample can end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_bigcodebench import Verdict
from tests.judge.conftest import RIGHT

VerdictOn = Callable[[str], Verdict]


def test_a_right_solution_passes(verdict_on: VerdictOn) -> None:
    """A pass names every test of the task as passed, and nothing else."""
    verdict = verdict_on(RIGHT)

    assert (verdict.status, verdict.kind, verdict.message) == ("pass", "", "")
    assert verdict.tests == {"test_adds": "passed", "test_negative": "passed"}
    assert verdict.failures == ()


@pytest.mark.parametrize(
    ("solution", "status", "kind", "detail"),
    [
        ("def task_func(a):\n    return a\n", "fail", "wrong_answer", ""),
        ("def task_func(a):\n    return undefined\n", "fail", "exception", "NameError"),
        ("raise RuntimeError('at import')\n", "fail", "exception", "RuntimeError"),
        ("def task_func(a:\n", "fail", "syntax_error", "SyntaxError"),
        ("def other(a):\n    return a + 1\n", "fail", "missing_entry_point", ""),
        ("class Solution:\n    def task_func(self, a):\n        return a + 1\n", "fail", "missing_entry_point", ""),
        ("exec('def task_func(a):\\n    return a')\n", "fail", "wrong_answer", ""),
        ("globals()['task_func'] = lambda a: a\n", "fail", "wrong_answer", ""),
        ("globals().update(task_func=lambda a: a)\n", "fail", "wrong_answer", ""),
        (
            "def make():\n    global task_func\n    def task_func(a):\n        return a\nmake()\n",
            "fail",
            "wrong_answer",
            "",
        ),
        ("import no_such_library\n", "fail", "missing_library", "no_such_library"),
        ("def task_func(a):\n    import no_such_library\n", "fail", "missing_library", "no_such_library"),
        ("import json.no_such_part\n", "fail", "exception", "ModuleNotFoundError"),
        ("while True:\n    pass\n", "timeout", "timeout", ""),
        ("import time\ntime.sleep(1000)\n", "timeout", "timeout", ""),
        ("kept = []\nwhile True:\n    kept.append(b'x' * 10_000_000)\n", "fail", "out_of_memory", ""),
        ("import os\nos.abort()\n", "fail", "crashed", "SIGABRT"),
        ("import ctypes\nctypes.string_at(0)\n", "fail", "crashed", "SIGSEGV"),
        ("import os\nos._exit(0)\n", "fail", "exited", "0"),
        ("import sys\nsys.exit(3)\n", "fail", "exited", "SystemExit"),
        ("def task_func(a):\n    import os\n    os._exit(3)\n", "fail", "exited", "3"),
        ("import unittest\nraise unittest.SkipTest\n", "fail", "exception", "SkipTest"),
        ("import unittest\ndef task_func(a):\n    raise unittest.SkipTest\n", "fail", "no_test_ran", ""),
    ],
)
def test_each_end_has_its_kind(verdict_on: VerdictOn, solution: str, status: str, kind: str, detail: str) -> None:
    """What became of a sample is told by status and kind, and the detail says which exception, signal or library."""
    verdict = verdict_on(solution)

    assert (verdict.status, verdict.kind, verdict.detail) == (status, kind, detail)
    assert verdict.message
    assert "\n" not in verdict.message


def test_a_failure_names_the_places_in_solution_and_test(verdict_on: VerdictOn) -> None:
    """A failure leads through the test's and the solution's own lines, and through nothing of ours."""
    (first, second) = verdict_on("def task_func(a):\n    b = {}\n    return b[a]\n").failures

    assert (first.test, first.error) == ("test_adds", "KeyError")
    assert [place[0] for place in first.places] == ["test", "solution"]
    assert first.places[0][1:] == (6, "test_adds", "self.assertEqual(task_func(1), 2)")
    assert first.places[1][1:] == (3, "task_func", "return b[a]")
    assert second.test == "test_negative"
    assert "bcb_" not in first.trace


@pytest.mark.parametrize("end", ["\r", "\r\n", "\f\n"], ids=["return", "both", "form_feed"])
@pytest.mark.parametrize("last", ["", "\\", "\\\n", "# mine"])
def test_lines_may_end_as_python_lets_them(verdict_on: VerdictOn, end: str, last: str) -> None:
    """A right solution passes whatever its lines end in, and a wrong one fails at its own line."""
    assert verdict_on(RIGHT.replace("\n", end) + last).passed

    (first, second) = verdict_on("def task_func(a):\n    b = {}\n    return b[a]\n".replace("\n", end) + last).failures
    assert [(place[0], place[1]) for place in first.places if place[0] == "solution"] == [("solution", 3)]
    assert second.test == "test_negative"


@pytest.mark.parametrize("deep", ["+ 'a'\n" * 1100, ".replace('a', 'b')\n" * 600], ids=["sum", "calls"])
@pytest.mark.parametrize(
    "form",
    ["a = (\n'a'\n{})\n", "class A(type('a'\n{})):\n    pass\n", "import sys as __odd__\na = (\n'a'\n{})\n"],
    ids=["plain", "base", "watched"],
)
def test_a_text_may_be_long_without_an_end(verdict_on: VerdictOn, form: str, deep: str) -> None:
    """An expression of a thousand parts, which Python compiles, is judged like any other, watched or not."""
    assert verdict_on(form.format(deep) + RIGHT).passed


def test_one_failing_test_is_told_from_the_others(verdict_on: VerdictOn) -> None:
    """Each test has its own outcome."""
    verdict = verdict_on("def task_func(a):\n    return a + 1 if a > 0 else 7\n")

    assert verdict.tests == {"test_adds": "passed", "test_negative": "failed"}
    assert verdict.message == "test_negative: AssertionError: 7 != 0"


def test_usage_is_measured(verdict_on: VerdictOn) -> None:
    """CPU seconds, wall seconds and MiB are those of the sample and not of its template."""
    verdict = verdict_on(
        "import time\nstart = time.process_time()\nkept = b'x' * 100_000_000\n"
        "while time.process_time() < start + 0.3:\n    pass\n" + RIGHT
    )

    assert verdict.passed
    assert 0.3 <= verdict.cpu_s < 2.5
    assert verdict.wall_s >= 0.3
    assert 95 <= verdict.peak_mib < 200
