"""The command ``bcb check-tasks`` names what is wrong with a task by file, line and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_bigcodebench.benchmark.quality import check_task_file
from pytest_bigcodebench.benchmark.trial import try_task_file
from pytest_bigcodebench.cli import main

GOOD = '''\
import json
import random
import socket
import time
import unittest
from datetime import datetime
from urllib.request import urlopen

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(text, default=None):
    """Read a number from a JSON text.

    Parameters:
    - text (str): the text.
    - default (int): what an empty text gives.

    Returns:
    - int: the number.

    Raises:
    - ValueError: if the text is no JSON.

    Requirements:
    - json

    Example:
    >>> task_func("3")
    3
    """
    if not text:
        return default
    return json.loads(text)


class TestCases(unittest.TestCase):
    SEEN = []

    def setUp(self):
        self.generator = random.Random(3)
        self.start = datetime(2024, 1, 1), time.gmtime(0), socket.create_server, urlopen

    def check(self, text, number):
        self.assertEqual(task_func(text), number)

    def test_number(self):
        self.check("12", 12)

    def test_random_number(self):
        number = self.generator.randrange(9)
        self.check(str(number), number)

    def test_empty(self):
        self.assertEqual(task_func("", 4), 4)

    def test_no_json(self):
        with self.assertRaises(ValueError):
            task_func("{")

    @settings(derandomize=True, max_examples=5, deadline=None, database=None)
    @given(st.integers())
    def test_any_number(self, number):
        self.check(str(number), number)
'''


def lines_of(text: str, source: str) -> list[int]:
    """The numbers of the lines that hold a text."""
    return [number for number, line in enumerate(source.splitlines(), start=1) if text in line]


def test_a_good_task_has_no_finding(write_file: Callable[..., Path]) -> None:
    """Generators with a seed, fixed dates and a shared constant are nobody's fault."""
    assert check_task_file(write_file("good.py", GOOD)) == []


@pytest.mark.parametrize(
    ("old", "new", "at", "what"),
    [
        (
            "    - default (int): what an empty text gives.\n",
            "",
            "Parameters:",
            "the parameter 'default' is not described",
        ),
        ("- default (int)", "- other, default (int)", "Parameters:", "there is no parameter 'other'"),
        ("    Returns:\n    - int: the number.\n", "", '"""Read', "the docstring has no section Returns"),
        ('    >>> task_func("3")\n', "", "Example:", "the example has no line to run"),
        ("    - json\n", "    - re\n", "Requirements:", "the solution uses json, and Requirements does not name it"),
        ("    - json\n", "    - json\n    - re\n", "Requirements:", "Requirements names re, and the solution does not"),
        ("assertRaises(ValueError)", "assertRaises(KeyError)", "KeyError", "the tests demand KeyError, of which"),
        ("return default", "raise KeyError(text)", "raise KeyError", "the solution raises KeyError, of which"),
        ("assertRaises(ValueError)", "assertRaises(Exception)", "- ValueError", "no test demands the ValueError"),
        ("    def test_empty", "    def check_empty", "class TestCases", "4 tests are few"),
        ('self.assertEqual(task_func("", 4), 4)', 'task_func("", 4)', "def test_empty", "test_empty asserts nothing"),
        ('self.check("12"', 'time.sleep(1)\n        self.check("12"', "time.sleep", "a sleep makes every"),
        ('self.check("12"', 'urlopen("https://pypi.org/x")\n        self.check("12"', "pypi", "pypi.org is outside"),
        (
            'self.check("12"',
            'socket.create_connection(("8.8.8.8", 53))\n        self.check("12"',
            "8.8.8.8",
            "8.8.8.8 is outside this machine",
        ),
        ('self.check("12"', 'self.SEEN.append(1)\n        self.check("12"', "SEEN.append", "SEEN is shared by all"),
        ('self.check("12"', 'self.SEEN[:] = [1]\n        self.check("12"', "SEEN[:]", "SEEN is shared by all"),
        ('self.check("12"', 'TestCases.late = 1\n        self.check("12"', "late", "late is shared by all"),
        (
            'self.check("12"',
            'self.test_empty()\n        self.check("12"',
            "self.test_empty",
            "test_number runs another",
        ),
        ("random.Random(3)", "random.Random()", "random.Random()", "random.Random() is by chance"),
        ("self.generator.randrange(9)", "random.randrange(9)", "random.randrange", "random.randrange() is by chance"),
        ("datetime(2024, 1, 1)", "datetime.now()", "datetime.now", "datetime.now() is another time at each run"),
        ("derandomize=True, ", "", "def test_any_number", "test_any_number tries other examples at each run"),
        ("return json.loads(text)", "return json.loads(text", "return json.loads", "not Python"),
    ],
)
def test_a_fault_is_named_by_its_line(old: str, new: str, at: str, what: str, write_file: Callable[..., Path]) -> None:
    """Each rule sees its fault, says where, and what to do."""
    assert old in GOOD
    source = GOOD.replace(old, new, 1)
    path = write_file("task.py", source)

    findings = [finding for finding in check_task_file(path) if finding.what.startswith(what)]

    assert len(findings) == 1
    assert str(findings[0]).startswith(f"{path}:{findings[0].line}: {what}")
    assert findings[0].remedy
    assert findings[0].line in lines_of(at, source) or findings[0].unreadable


def test_a_file_in_a_folder_of_another_domain_is_told(write_file: Callable[..., Path]) -> None:
    """The folders of the starter dataset are domains; a file that does not belong there is a mistake."""
    [finding] = check_task_file(write_file("visualization/task.py", GOOD))

    assert finding.what == "by its libraries this is no visualization task (its domains: system)"


def test_running_a_good_task_finds_nothing(write_file: Callable[..., Path]) -> None:
    """Its tests pass in time, its example holds, and every branch is tried."""
    assert try_task_file(write_file("good.py", GOOD)) == []


def test_running_tells_what_fails_and_what_is_never_tried(write_file: Callable[..., Path]) -> None:
    """A wrong test, a wrong example, a branch without a test: each by its line."""
    pytest.importorskip("coverage")
    source = GOOD.replace('"12", 12', '"12", 13').replace("    3\n    ", "    4\n    ")
    source = source.replace("    if not text:", "    if text == 'x':\n        return 1\n    if not text:")
    source = source.replace('task_func("", 4), 4', 'task_func("5"), 5')

    findings = try_task_file(write_file("task.py", source))

    assert [(finding.line, finding.what.partition(" (")[0]) for finding in findings] == [
        (*lines_of("def task_func", source), "the example does not hold"),
        (*lines_of("return 1", source), "no test comes here"),
        (*lines_of("return default", source), "no test comes here"),
        (*lines_of("def test_number", source), "test_number does not pass"),
    ]
    assert "AssertionError: 12 != 13" in findings[-1].what


def test_running_tells_what_cannot_be_imported(write_file: Callable[..., Path]) -> None:
    """A library that is missing is named."""
    source = GOOD.replace("import json\n", "import json\nimport no_such_library as nsl\n").replace(
        "json.loads", "nsl.x"
    )

    [finding] = try_task_file(write_file("task.py", source))

    assert "No module named 'no_such_library'" in finding.what


def test_the_command_ends_with_one_for_findings(
    write_file: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that it can guard a repository; with nothing to say it ends with zero."""
    write_file("tasks/good.py", GOOD)

    assert main(["check-tasks", str(tmp_path / "tasks")]) == 0
    assert capsys.readouterr().out == "1 task file checked, no findings\n"

    bad = write_file("tasks/bad.py", GOOD.replace("import json\n", "import json\nimport re\n"))
    assert main(["check-tasks", "--run", str(bad)]) == 1
    assert capsys.readouterr().out == (
        f"{bad}:2: the imported name 're' is used neither by task_func nor by TestCases; remove it\n"
        "1 task file checked, 1 finding\n"
    )


@pytest.mark.parametrize("path", ["nowhere", "empty"])
def test_a_path_without_task_files_is_a_mistake(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt folder must not look like a dataset without faults."""
    (tmp_path / "empty").mkdir()

    assert main(["check-tasks", str(tmp_path / path)]) == 2

    assert capsys.readouterr().err.startswith(f"bcb: error: {tmp_path / path}: ")


def test_the_starter_dataset_has_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    """The embedded tasks keep the rules that they are to teach."""
    tasks = Path(__file__).resolve().parents[2] / "tasks"

    assert main(["check-tasks", str(tasks)]) == 0
    assert capsys.readouterr().out == "140 task files checked, no findings\n"
