"""What a child does: execute one sample with its tests as the official evaluator does, and answer with plain data.

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import ast
import builtins
import json
import os
import random
import struct
import sys
import tempfile
import traceback
import types
import unittest

import bcb_conditions
import bcb_guard

MODULE = "__test__"
FILE = "__test__.py"
#: Characters of an exception's text, and of a traceback, that are kept.
MOST_MESSAGE, MOST_TRACE, MOST_FAILURES = 4000, 8000, 40

_private = bcb_guard.private_unittest()
# Held here because a solution can replace what a module's name leads to.
_compile, _exec, _parse, _dump = compile, exec, ast.parse, ast.dump
_exit, _write = os._exit, os.write
_dumps = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


class Swallowed(Exception):
    """The solution's text took a part of the tests' text into itself."""


def run(job, answer_to, guard):
    """Judge one sample and write the answer; never returns.

    ``job`` is the plain form that the parent's side made: the texts before the tests (``code``) and of the tests (``test``), ``token``, ``seed``,
    ``most_output``. The answer is one frame: its length in 4 bytes, the token, JSON.
    """
    report = _Report()
    token = bytes.fromhex(job.pop("token"))
    try:
        os.chdir(tempfile.mkdtemp())
        random.seed(job["seed"])
        bcb_conditions.set_up(job["most_output"])
        _judge(job, report, guard)
    except BaseException as trouble:
        report.stage_error(trouble)
    answer = token + _dumps(report.plain()).encode("ascii")
    view = memoryview(struct.pack("!I", len(answer)) + answer)
    while view:
        view = view[_write(answer_to, view) :]
    _exit(0)


def _judge(job, report, guard):
    code, test, flags = _compile_parts(job["code"], job["test"])
    module = types.ModuleType(MODULE)
    module.__dict__.update(
        {
            "__builtins__": builtins,
            "__file__": FILE,
            "__package__": None,
            "__doc__": None,
            "sys": sys,
            "os": os,
            "environ": os.environ,
        }
    )
    report.stage = "solution"
    _exec(code, module.__dict__)
    if report.tampered(guard.changes()):
        return
    module.__dict__.pop("TestCases", None)
    report.stage = "test"
    _exec(_compile(test, FILE, "exec", flags, True), module.__dict__)
    sys.modules[MODULE] = module
    report.stage = "run"
    _run_tests(module.TestCases, report, guard)
    report.stage = "done"


def _compile_parts(code, test):
    """Compile the solution's part, and parse the tests' part, of the one module that both form."""
    tree = _parse(code + "\n" + test, FILE)
    last_line = code.count("\n") + 1
    ours = [node for node in tree.body if _first_line(node) > last_line]
    theirs = tree.body[: len(tree.body) - len(ours)]
    expected = _parse(test, FILE)
    if [_dump(node) for node in ours] != [_dump(node) for node in expected.body]:
        raise Swallowed("the tests do not stand behind the solution as they were written")
    if any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in ours):
        raise SyntaxError("from __future__ imports must occur at the beginning of the file")
    compiled = _compile(ast.Module(body=theirs, type_ignores=[]), FILE, "exec", 0, True)
    flags = compiled.co_flags & _FUTURE
    return compiled, ast.Module(body=ours, type_ignores=[]), flags


def _first_line(node):
    return min([node.lineno] + [decorator.lineno for decorator in getattr(node, "decorator_list", [])])


def _future_flags():
    import __future__

    flags = 0
    for name in __future__.all_feature_names:
        flags |= getattr(__future__, name).compiler_flag
    return flags


_FUTURE = _future_flags()


def _run_tests(cases, report, guard):
    result = _Result(report, guard)
    loader = _private.TestLoader()
    loader.suiteClass = _Suite
    suite = loader.loadTestsFromTestCase(cases)
    report.tests.update((test._testMethodName, "not_run") for test in suite)
    suite.run(result)
    result.settle()
    report.tampered(guard.changes())


class _Suite(_private.TestSuite):
    """Runs its tests as unittest's suite does, each through the private machinery."""

    def run(self, result, debug=False):
        for test in self:
            self._tearDownPreviousClass(test, result)
            self._handleModuleFixture(test, result)
            self._handleClassSetUp(test, result)
            result._previousTestClass = test.__class__
            if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                continue
            _bind(test)
            test.run(result)
            result.settle()
        self._tearDownPreviousClass(None, result)
        self._handleModuleTearDown(result)
        return result


_PUBLIC_MEMBERS = dict(vars(unittest.TestCase))
_PRIVATE_MEMBERS = {
    name: member for name, member in vars(_private.TestCase).items() if isinstance(member, types.FunctionType) and not (name.startswith("__"))
}


def _bind(test):
    """Give one test the private form of everything that it inherits from unittest's TestCase as it is."""
    for name, function in _PRIVATE_MEMBERS.items():
        for cls in type(test).__mro__:
            if name in vars(cls):
                if cls is unittest.TestCase:
                    test.__dict__[name] = types.MethodType(function, test)
                break


class _Result(_private.TestResult):
    """Keeps each test's outcome, and what went wrong, as plain data at once."""

    def __init__(self, report, guard):
        super().__init__()
        self._report = report
        self._guard = guard
        self._mirrorOutput = False

    def settle(self):
        """See after each test whether the machinery is still as it was."""
        self._report.tampered(self._guard.changes())

    def _note(self, test, outcome, error=None):
        name = test.id().split(".")[-1]
        tests = self._report.tests
        if outcome == "passed" and tests.get(name) not in (None, "not_run", "passed"):
            return
        if name in tests:
            tests[name] = outcome
        if error is not None:
            self._report.failure(name, *error)

    def addSuccess(self, test):
        self._note(test, "passed")

    def addFailure(self, test, err):
        self._note(test, "failed", err)

    def addError(self, test, err):
        self._note(test, "error", err)

    def addSkip(self, test, reason):
        self._note(test, "skipped")

    def addExpectedFailure(self, test, err):
        self._note(test, "expected_failure")

    def addUnexpectedSuccess(self, test):
        self._note(test, "unexpected_success")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self._note(test, "failed" if failed else "error", err)


class _Report:
    """What is known so far, ready to be sent at any moment."""

    def __init__(self):
        self.stage = "compile"
        self.tests = {}
        self.failures = []
        self.error = None
        self.tamper = []

    def plain(self):
        return {
            "stage": self.stage,
            "tests": self.tests,
            "failures": self.failures,
            "error": self.error,
            "tampered": self.tamper[:20],
        }

    def tampered(self, changes):
        """Remember what was found changed; returns whether there was anything."""
        for change in changes:
            if change not in self.tamper and len(self.tamper) < 50:
                self.tamper.append(change)
        return bool(changes)

    def failure(self, name, kind, value, trace):
        if len(self.failures) < MOST_FAILURES:
            self.failures.append(dict(_describe(kind, value, trace), test=name))

    def stage_error(self, trouble):
        if isinstance(trouble, Swallowed):
            self.tamper.append(str(trouble))
        self.error = _describe(type(trouble), trouble, trouble.__traceback__)


def _describe(kind, value, trace):
    """An exception as plain data: class, text, the places in the sample's module, a traceback text."""
    places = []
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            places.append([trace.tb_lineno, trace.tb_frame.f_code.co_name])
        trace = trace.tb_next
    if isinstance(value, SyntaxError) and value.filename == FILE:
        places.append([value.lineno or 0, "<module>"])
    return {
        "error": getattr(kind, "__name__", str(kind)),
        "missing": str(value.name) if isinstance(value, ImportError) and value.name else "",
        "memory": issubclass(kind, MemoryError),
        "message": _text(value),
        "places": places[:3] + places[3:][-12:],
        "trace": _trace_text(kind, value),
    }


def _text(value):
    try:
        return str(value)[:MOST_MESSAGE]
    except BaseException as trouble:
        return "<its text cannot be had: %s>" % type(trouble).__name__


def _trace_text(kind, value):
    try:
        text = "".join(traceback.format_exception(kind, value, value.__traceback__, limit=-12))
    except BaseException as trouble:
        return "<its traceback cannot be had: %s>" % type(trouble).__name__
    return text if len(text) <= MOST_TRACE else text[: MOST_TRACE // 2] + "\n[...]\n" + text[-MOST_TRACE // 2 :]
