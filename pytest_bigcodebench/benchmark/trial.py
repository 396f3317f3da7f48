"""What a task file shows only when it is run: does it pass, how long do its tests take, is every branch tried.

A file is run by this module as a program, in a process and an empty folder of its own, like the judge would run it but
without walls: these are a person's own files. Coverage is measured if coverage.py is installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pytest_bigcodebench.benchmark.quality import Finding
from pytest_bigcodebench.benchmark.taskfile import TaskFile

__all__ = ["try_task_file"]

#: Seconds that a test may take; nearly all take a twentieth.
TEST_LIMIT_S: Final = 2.0

#: Seconds after which a file is given up.
_FILE_LIMIT_S: Final = 120

#: Runs a task file (its first argument) and prints what came of it as JSON, in the last line.
_PROGRAM: Final = r"""
import doctest, io, json, sys, time, types, unittest
from contextlib import redirect_stderr, redirect_stdout
path, report = sys.argv[1:]
source = open(path, encoding="utf-8-sig").read()
try:
    import coverage
except ImportError:
    coverage = None
answer = {"tests": {}, "failures": {}, "example": "", "missing": None}

class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.started = time.perf_counter()
    def stopTest(self, test):
        super().stopTest(test)
        answer["tests"][test.id().rpartition(".")[2]] = time.perf_counter() - self.started

module = types.ModuleType("__test__")
sys.modules["__test__"] = module
measure = coverage.Coverage(branch=True, data_file=None, include=[path], config_file=False) if coverage else None
with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
    if measure:
        measure.start()
    exec(compile(source, path, "exec"), module.__dict__)
    result = Result()
    unittest.defaultTestLoader.loadTestsFromTestCase(module.TestCases).run(result)
    if measure:
        measure.stop()
        measure.json_report(outfile=report)
        (found,) = json.load(open(report))["files"].values()
        answer["missing"] = found["missing_lines"], found["missing_branches"]
for test, text in [*result.failures, *result.errors]:
    name = test.id().rpartition(".")[2]
    answer["failures"][name] = text.strip().splitlines()[-1][:200]
examples = doctest.DocTestFinder(recurse=False).find(module.task_func, "task_func", module=False, globs=vars(module))
said = io.StringIO()
runner = doctest.DocTestRunner(verbose=False)
for example in examples:
    runner.run(example, out=said.write)
lines = [line.strip() for line in said.getvalue().splitlines() if line.strip()]
answer["example"] = " ".join(lines[lines.index("Failed example:"):] if "Failed example:" in lines else lines)[:300]
print(json.dumps(answer))
"""


#: Line, fault, remedy.
_Fault = tuple[int, str, str]


def try_task_file(path: Path) -> list[Finding]:
    """Run a task file that could be read, and return what is not as it should be."""
    file = TaskFile.parse(path)
    faults: list[_Fault]
    try:
        answer = _run(path.resolve())
    except subprocess.TimeoutExpired:
        faults = [(file.tests.lineno, f"still running after {_FILE_LIMIT_S} s", "make the tests end")]
    except subprocess.CalledProcessError as error:
        faults = [(1, f"cannot be run ({_reason(error)})", "install what it imports, or correct it")]
    else:
        faults = [*_faults_of_tests(file, answer), *_faults_of_example(file, answer), *_untested(file, answer)]
    return sorted(Finding(path=str(path), line=line, what=what, remedy=remedy) for line, what, remedy in faults)


def _reason(error: subprocess.CalledProcessError) -> str:
    lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit status {error.returncode}"


def _faults_of_tests(file: TaskFile, answer: Mapping[str, Any]) -> Iterator[_Fault]:
    """Tests that fail, and tests that take long."""
    lines = {getattr(node, "name", ""): node.lineno for node in file.tests.body}
    for test, reason in answer["failures"].items():
        name = test.partition(" ")[0]  # A subtest's parameters follow.
        what = f"{name} does not pass ({reason})"
        yield lines.get(name, file.tests.lineno), what, "correct the solution or the test"
    for name, seconds in answer["tests"].items():
        if seconds > TEST_LIMIT_S:
            yield (
                lines.get(name, file.tests.lineno),
                f"{name} takes {seconds:.1f} s",
                f"stay below {TEST_LIMIT_S:.0f} s",
            )


def _faults_of_example(file: TaskFile, answer: Mapping[str, Any]) -> Iterator[_Fault]:
    if answer["example"]:
        yield file.function.lineno, f"the example does not hold ({answer['example']})", "correct it"


def _untested(file: TaskFile, answer: Mapping[str, Any]) -> Iterator[_Fault]:
    """Lines and branches of the solution that no test reaches; none where coverage was not measured."""
    first, last = file.function.lineno, file.function.end_lineno or 0
    missing_lines, missing_branches = answer["missing"] or ((), ())
    for number in missing_lines:
        if first <= number <= last:
            yield number, "no test comes here", "test it, or do without it"
    for start, end in missing_branches:
        if first <= start <= last and start not in missing_lines and end not in missing_lines:
            where = f"to line {end}" if end > 0 else "out of the function"
            yield start, f"no test goes from here {where}", "test it, or do without it"


def _run(path: Path) -> dict[str, Any]:
    """Run a file in a process of its own; return what that says."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "work"
        work.mkdir()
        environment = os.environ | {"TZ": "UTC", "MPLBACKEND": "Agg", "OMP_NUM_THREADS": "1", "TMPDIR": folder}
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(path), str(Path(folder) / "coverage.json")],
            cwd=work,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_FILE_LIMIT_S,
            check=True,
        )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer
