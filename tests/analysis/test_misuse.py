"""Misused APIs and tools, found in verdicts and sources."""

from __future__ import annotations

import pytest

from pytest_bigcodebench.analysis.insight import insight
from pytest_bigcodebench.analysis.misuse import misuses
from pytest_bigcodebench.analysis.names import Code
from pytest_bigcodebench.analysis.summary import Insights
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.verdict import Failure, Verdict

PROMPT = "import numpy as np\nimport pandas as pd\nfrom os import path\ndef task_func(x):\n    pass\n"


def failure(error: str, message: str, line: int, *, entered: str = "", function: str = "f") -> Failure:
    """A failure that came up on a line of the solution, in a library's file if one was entered."""
    trace = 'Traceback (most recent call last):\n  File "__test__.py", line 9, in task_func\n'
    trace += f'  File "{entered}", line 20, in {function}\n    raise it\n' if entered else ""
    return Failure(
        test="test_x",
        error=error,
        message=message,
        places=(("test", 3, "test_x", ""), ("solution", line, "task_func", "")),
        trace=f"{trace}{error}: {message}\n",
    )


SITE = "/env/lib/python3.10/site-packages"


@pytest.mark.parametrize(
    ("line", "found", "expected"),
    [
        ("return pd.read_cvs(x)", ("AttributeError", "module 'pandas' has no attribute 'read_cvs'"), "pandas.read_cvs"),
        (
            "return pd.DataFrame(x).append(x)",
            ("AttributeError", "'DataFrame' object has no attribute 'append'"),
            "pandas.DataFrame.append",
        ),
        (
            "return pd.read_csv(x, sep_=1)",
            ("TypeError", "read_csv() got an unexpected keyword argument 'sep_'"),
            "pandas.read_csv",
        ),
        ("return path.join(x)", ("TypeError", "expected str, bytes or os.PathLike object, not int"), "os.path.join"),
        ("return [n + 1 for n in np.zeros(3)]['a']", ("KeyError", "'a'"), None),
        ("return x.foo", ("AttributeError", "'int' object has no attribute 'foo'"), None),
        ("return len(np.zeros(x) + 'a')", ("TypeError", "can only concatenate str"), None),
    ],
)
def test_errors_at_a_call(line: str, found: tuple[str, str], expected: str | None) -> None:
    """What the interpreter raises at a library's call is that function's; what has to do with no call is nobody's."""
    code = Code(f"def task_func(x):\n    {line}\n", PROMPT)

    names = [f"{misuse.library}.{misuse.function}" for misuse in misuses([failure(*found, 2)], code)]

    assert names == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "file", "function", "expected"),
    [
        ("return np.dot(x, x)", f"{SITE}/numpy/core/multiarray.py", "dot", "numpy.dot"),
        ("return pd.DataFrame(x)", f"{SITE}/pandas/core/frame.py", "__init__", "pandas.DataFrame"),
        ("return x['a']", f"{SITE}/pandas/core/frame.py", "__getitem__", "pandas.__getitem__"),
        ("return path.join(x)", "/usr/lib/python3.12/posixpath.py", "join", "os.path.join"),
        ("return x.dumps()", "/usr/lib/python3.12/json/__init__.py", "dumps", "json.dumps"),
    ],
)
def test_errors_in_a_call(line: str, file: str, function: str, expected: str) -> None:
    """What comes up inside a library belongs to the call that led into it."""
    code = Code(f"def task_func(x):\n    {line}\n", PROMPT)

    (misuse,) = misuses([failure("ValueError", "no", 2, entered=file, function=function)], code)

    assert f"{misuse.library}.{misuse.function}" == expected
    assert (misuse.error, misuse.line) == ("ValueError", 2)


@pytest.mark.parametrize(
    ("line", "message", "call"),
    [
        (
            "y = pd.read_csv(\n        x, sep_=1)",
            "read_csv() got an unexpected keyword argument",
            "pd.read_csv(x, sep_=1)",
        ),
        ("y = pd.DataFrame(x).append(x)", "'DataFrame' object has no attribute 'append'", "pd.DataFrame(x).append(x)"),
        ("y = np.float", "module 'numpy' has no attribute 'float'", "y = np.float"),
    ],
)
def test_the_call_is_told_in_its_own_words(line: str, message: str, call: str) -> None:
    """A misuse holds the call as the solution has it, in one line; where nothing is called, the line."""
    code = Code(f"def task_func(x):\n    {line}\n", PROMPT)
    error = "AttributeError" if "attribute" in message else "TypeError"

    (misuse,) = misuses([failure(error, message, 2)], code)

    assert misuse.call == call


@pytest.mark.parametrize("error", ["AssertionError", "FileNotFoundError", "NameError", "MemoryError", "URLError"])
def test_what_is_no_misuse(error: str) -> None:
    """Missing files, networks and names, and failing assertions, say nothing of how a library was called."""
    code = Code("import os\ndef task_func(x):\n    return os.listdir(x)\n")

    assert not misuses([failure(error, "no", 3, entered="/usr/lib/python3.12/os.py")], code)


def task(**fields: str) -> Task:
    """A task that names two libraries."""
    return Task(
        task_id="T/1",
        complete_prompt='import json\nimport os.path\ndef task_func(x):\n    """Say."""\n',
        instruct_prompt="",
        code_prompt="import json\nimport os.path\ndef task_func(x):\n",
        canonical_solution="    return json.dumps(os.path.join(x, 'a'))\n",
        test="",
        entry_point="task_func",
        libs=("json", "os"),
        domains=("system",),
    )


def test_tools_are_held_against_the_ground_truths() -> None:
    """Libraries that are only imported are not used; calls are the same however they were imported."""
    solution = "import json, re\nfrom json import dumps as d\ndef task_func(x):\n    return d(re.escape(x))\n"

    tools = insight(task(), solution, Verdict(status="pass"), calibrated=True).tools

    assert tools is not None
    assert (tools.libs_used, tools.libs_unused, tools.libs_other) == (("json",), ("os",), ("re",))
    assert (tools.calls_used, tools.calls_unused) == (("json.dumps",), ("os.path.join",))


def test_calibration_lends_its_imports() -> None:
    """A calibrated solution uses what the prompt imported; an uncalibrated one does not."""
    solution = "def task_func(x):\n    return json.dumps(x)\n"
    passed = Verdict(status="pass")

    lent, own = (insight(task(), solution, passed, calibrated=calibrated).tools for calibrated in (True, False))

    assert lent is not None
    assert own is not None
    assert (lent.libs_used, own.libs_used) == (("json",), ())


@pytest.mark.parametrize("solution", ["def (", "x\0", "a" + ".b" * 5000 + "()"])
def test_no_solution_is_too_strange(solution: str) -> None:
    """What cannot be parsed, or is too deep, has no insight and raises nothing."""
    found = insight(task(), solution, Verdict(status="fail", failures=(failure("TypeError", "", 1),)), calibrated=True)

    assert found.misused == ()


def test_insights_add_up() -> None:
    """Functions are counted by sample, tools by pass and failure, lazy samples named."""
    insights = Insights()
    misuse = {"library": "pandas", "function": "concat", "error": "TypeError", "call": "pd.concat(x)"}
    used = {"libs_used": ["os"], "libs_unused": [], "libs_other": [], "calls_used": [], "calls_unused": ["os.stat"]}
    insights.add("T/1[0]", passed=False, misused=[misuse, {**misuse, "error": "ValueError"}], tools=used, lazy=None)
    insights.add("T/2[0]", passed=True, misused=[], tools={**used, "calls_unused": []}, lazy=True)
    insights.add("T/3[0]", passed=True, misused=[], tools=None, lazy=False)

    plain, lines = insights.to_plain(), list(insights.lines())

    errors = {"TypeError": 1, "ValueError": 1}
    expected = {"samples": 1, "errors": errors, "example": "T/1[0]", "call": "pd.concat(x)"}
    assert plain["misused_apis"] == {"samples": 1, "libraries": {"pandas": {"concat": expected}}}
    assert plain["tools"]["passed"] == {"samples": 1, "all_libraries": 1, "all_calls": 1, "other_libraries": 0}
    assert plain["tools"]["calls"]["os.stat"]["failed"] == {"named": 1, "used": 0}
    assert plain["laziness"] == {"passed": 2, "lazy": 1, "samples": ["T/2[0]"]}
    assert lines[0] == "misused APIs in 1 sample: pandas.concat 1 (TypeError, ValueError)"
    assert lines[1] == "  T/1[0]: pd.concat(x)"
    assert lines[3].startswith("laziness: 1 of 2 passes")
    assert lines[4] == "  T/2[0]"
