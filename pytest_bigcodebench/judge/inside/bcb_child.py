"""What a child does: execute one sample with its tests as the official evaluator does, and answer with plain data.

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import ast
import builtins
import importlib.util
import os
import struct
import sys
import traceback
import types
import unittest

import bcb_conditions
import bcb_guard
import bcb_impostors
import bcb_notes

MODULE = "__test__"
FILE = "__test__.py"
#: Characters of an exception's text, and of a traceback, that are kept.
MOST_MESSAGE, MOST_TRACE, MOST_FAILURES = 4000, 8000, 40
#: Characters of the name of an exception's class that are kept.
MOST_NAME = 200
#: How many assertions of a watched sample are preceded by a look round: a test may make thousands in a loop.
MOST_ROUNDS = 1000

_private = bcb_guard.private_unittest()
# Held here because a solution can replace what a module's name leads to.
_compile, _exec, _parse, _dump = compile, exec, ast.parse, ast.dump
_exit, _write, _getframe, _getpid = os._exit, os.write, sys._getframe, os.getpid
_find_spec = importlib.util.find_spec
_dumps = bcb_guard.private_copy("json")["json"].JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


class Swallowed(Exception):
    """The solution's text took a part of the tests' text into itself."""


def run(job, answer_to, guard, kept, places):
    """Judge one sample and write the answer; never returns.

    ``job`` is the plain form that the parent's side made: the texts before the tests (``code``) and of the tests
    (``test``), ``token``, ``most_output``, ``watch``, and whether the task is ``official``; ``places`` are those of
    libraries (`bcb_notes.library_places`). The answer is a frame: its length in 4 bytes, the token, JSON.
    """
    tell = _teller(answer_to, bytes.fromhex(job.pop("token")))
    notes = bcb_notes.Notes(tell, FILE, _lines_before_tests(job["code"]), job["watch"], places)
    report, pid = _Report(), _getpid()
    try:
        directory = os.path.join(os.environ.get("TMPDIR", "/tmp"), "sample-%d" % os.getpid())
        os.mkdir(directory, 0o700)
        os.chdir(directory)
        bcb_conditions.set_up(job["most_output"], job["official"])
        kept.settle(bcb_conditions.CHANGED)
    except BaseException as trouble:
        tell({"setup": repr(trouble)})
        _exit(1)
    try:
        notes.begin()
        _judge(job, report, guard, kept)
    except BaseException as trouble:
        report.stage_error(trouble)
    notes.end(report.left_changed)
    # Only the process that the judge started answers: a fork that forgot to leave says nothing.
    if _getpid() == pid:
        tell(report.plain())
    _exit(0)


def _teller(answer_to, token):
    """A function that writes a frame to the keeper."""

    def tell(message):
        frame = token + _dumps(message).encode("ascii")
        view = memoryview(struct.pack("!I", len(frame)) + frame)
        while view:
            view = view[_write(answer_to, view) :]

    return tell


def _judge(job, report, guard, kept):
    placed_test = "\n" * _lines_before_tests(job["code"]) + job["test"]
    source, code, compiled_test, flags = _compile_parts(job["code"], placed_test)
    genuine = None
    if job["watch"]:
        tree = _parse(placed_test, FILE)
        report.watch(guard, bcb_guard.Text(source if isinstance(source, list) else _parse(source, FILE).body))
        guard.watch(bcb_guard.modules_named_in(tree))
        genuine = bcb_guard.GenuineBuiltins(tree)
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
    # What the task's tests do not define themselves must not come from the solution.
    for name in ("TestCases", "setUpModule", "tearDownModule", "load_tests"):
        module.__dict__.pop(name, None)
    if report.looks_round(wide=True):
        return
    if report.guard is not None:
        guard.lend_helpers(report)
    elif bcb_guard.GenuineBuiltins.NAMES & module.__dict__.keys():
        genuine = bcb_guard.GenuineBuiltins(_parse(placed_test, FILE))
    if genuine is not None:
        module.__dict__.update(genuine.NAMESPACE)
        compiled_test = _compile(genuine.rewritten(), FILE, "exec", flags, True)
    report.stage = "test"
    _exec(compiled_test, module.__dict__)
    sys.modules[MODULE] = module
    report.stage = "run"
    # Read once: a thread of the sample's may put another class there between two looks.
    cases = module.TestCases
    if report.guard is None or not report.tampered(guard.watch_tests(cases, compiled_test)):
        _run_tests(cases, report)
    report.looks_round(wide=True)
    if report.guard is None and set(report.tests.values()) == {"passed"}:
        report.left_changed = kept.changes(bcb_guard.modules_named_by(compiled_test))
    report.stage = "done"


def _compile_parts(code, placed_test):
    """The solution's source and its code, the tests' code and the flags of both: parts of one module.

    The source is text, or the list of its statements where it forms a module with the tests only. Texts are compiled
    rather than trees, which can be converted only as deep as Python's stack.
    """
    source = code
    try:
        # What is whole by itself, and is followed by what is whole by itself, takes nothing of it in.
        compiled = _compile(code, FILE, "exec", 0, True)
    except SyntaxError:
        if _is_whole(code):
            raise
        source = _apart(code, placed_test)
        compiled = _compile(ast.Module(body=source, type_ignores=[]), FILE, "exec", 0, True)
    if "__future__" in placed_test and any(
        isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in _parse(placed_test, FILE).body
    ):
        raise SyntaxError("from __future__ imports must occur at the beginning of the file")
    flags = compiled.co_flags & _FUTURE
    return source, compiled, _compile(placed_test, FILE, "exec", flags, True), flags


def _is_whole(code):
    try:
        _parse(code, FILE)
    except SyntaxError:
        return False
    return True


def _lines_before_tests(code):
    """How many lines the code takes, with the newline behind it, as Python counts them."""
    return (code + "\n").replace("\r\n", "\n").replace("\r", "\n").count("\n")


def _apart(code, placed_test):
    """The solution's statements in the module that it forms with the tests only; its own error if it forms none."""
    last_line = _lines_before_tests(code)
    expected = _parse(placed_test, FILE)
    tree = _parse(code + "\n" + placed_test[last_line:], FILE)
    ours = [node for node in tree.body if _first_line(node) > last_line]
    if [_dump(node) for node in ours] != [_dump(node) for node in expected.body]:
        raise Swallowed("the tests do not stand behind the solution as they were written")
    return tree.body[: len(tree.body) - len(ours)]


def _first_line(node):
    return min([node.lineno] + [decorator.lineno for decorator in getattr(node, "decorator_list", [])])


def _future_flags():
    import __future__

    flags = 0
    for name in __future__.all_feature_names:
        flags |= getattr(__future__, name).compiler_flag
    return flags


_FUTURE = _future_flags()


def _run_tests(cases, report):
    result = _Result(report)
    loader = _private.TestLoader()
    loader.suiteClass = _Suite
    suite = loader.loadTestsFromTestCase(cases)
    report.tests.update((test._testMethodName, "not_run") for test in suite)
    suite.run(result)
    report.looks_round()


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
            _bind(test, result.report)
            cls = type(test)
            test.run(result)
            result.report.tampered(_instance_changes(test, cls))
            result.report.looks_round()
        self._tearDownPreviousClass(None, result)
        self._handleModuleTearDown(result)
        return result


_PRIVATE_MEMBERS = {
    name: member
    for name, member in vars(_private.TestCase).items()
    if isinstance(member, types.FunctionType) and not name.startswith("__")
}


def _bind(test, report):
    """Give one test the private form of everything that it inherits from unittest's TestCase as it is."""
    bound = {}
    for name, function in _PRIVATE_MEMBERS.items():
        for cls in type(test).__mro__:
            if name in vars(cls):
                if cls is unittest.TestCase:
                    bound[name] = types.MethodType(function, test)
                break
    for name, method in bound.items() if report.guard is not None else ():
        if name.startswith("assert") and not name.startswith(
            ("assertRaises", "assertWarns", "assertLogs", "assertNoLogs")
        ):
            bound[name] = report.looks_at_operands(method, "%s.%s" % (type(test).__name__, name))
    test.__dict__.update(bound)
    test.__dict__["_bcb_bound"] = bound


def _instance_changes(test, cls):
    """What in one test is no longer as it was bound."""
    if type(test) is not cls:
        return ["the class of a running test"]
    bound = test.__dict__.pop("_bcb_bound", None)
    if bound is None:
        return ["a running test"]
    return ["self.%s" % name for name, method in bound.items() if test.__dict__.get(name) is not method]


class _Result(_private.TestResult):
    """Keeps each test's outcome, and what went wrong, as plain data at once."""

    def __init__(self, report):
        super().__init__()
        self.report = report
        self._mirrorOutput = False

    def _note(self, test, outcome, error=None):
        name = test.id().split(".")[-1]
        tests = self.report.tests
        if outcome == "passed" and tests.get(name) not in (None, "not_run", "passed"):
            return
        if name in tests:
            tests[name] = outcome
        if error is not None:
            self.report.failure(name, *error)

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
        #: What was found odd and proves nothing, in the order of finding.
        self.odd = {}
        #: The guard, and what the solution's text shows; None for a solution that needs no watching.
        self.guard = None
        self.text = None
        #: What a sample that was not watched has left changed: no proof of anything either.
        self.left_changed = []
        self._classes = {}
        self._operands_left = bcb_impostors.MOST_OF_ALL
        self._rounds_left = MOST_ROUNDS

    def watch(self, guard, text):
        """Watch the solution with this guard."""
        self.guard, self.text = guard, text

    def looks_round(self, wide=False):
        """See whether the machinery is still as it was; returns whether something is not."""
        if self.guard is None:
            return False
        self.odd.update(dict.fromkeys(self.guard.oddities()))
        return self.tampered(self.guard.changes() + (self.guard.wide_changes() if wide else []))

    def plain(self):
        return {
            "stage": self.stage,
            "tests": self.tests,
            "failures": self.failures,
            "error": self.error,
            "tampered": self.tamper[:20],
            "reaching": [*self.odd, *self.text.reaching][:20] if self.text is not None else [],
        }

    def tampered(self, changes):
        """Remember what was found changed; returns whether there was anything."""
        for change in changes:
            if change not in self.tamper and len(self.tamper) < 50:
                self.tamper.append(change)
        return bool(changes)

    def looks_at_operands(self, assertion, label):
        """The assertion, with a look first whether what it is given, or its caller holds, agrees with everything."""

        def looking(*args, **kwargs):
            __unittest = True  # unittest's word for frames that tracebacks leave out
            if self.text.changing and self._rounds_left:
                self._rounds_left -= 1
                self.looks_round()
            for operand in (*args, *kwargs.values()):
                self._look_at(operand)
            if label.endswith(("assertTrue", "assertFalse")) and self._operands_left > 0:
                for value in list(_getframe(1).f_locals.values()):
                    self._look_at(value)
            return assertion(*args, **kwargs)

        return looking

    def _look_at(self, operand):
        impostor, looked = bcb_impostors.find(operand, self._classes, self.text.mocks, self._operands_left)
        self._operands_left -= looked
        if impostor:
            self.tampered(["an answer of class %s that agrees with everything" % impostor])

    def failure(self, name, kind, value, trace):
        if len(self.failures) < MOST_FAILURES:
            self.failures.append(dict(_described(kind, value, trace), test=name))

    def stage_error(self, trouble):
        if type(trouble) is Swallowed:
            self.tamper.append(str(trouble))
        self.error = _described(type(trouble), trouble, _traceback_of(trouble))


#: What a class says of itself, and an exception of its way, whatever was put in front of it.
_name_of, _traceback_of = type.__dict__["__name__"].__get__, BaseException.__dict__["__traceback__"].__get__


def _described(kind, value, trace):
    """An exception as plain data, also one whose own attributes raise when they are asked for."""
    try:
        return _describe(kind, value, trace)
    except BaseException:
        nothing = dict.fromkeys(("missing", "message", "trace"), "")
        return dict(nothing, error=_name_of(kind)[:MOST_NAME], memory=False, places=[])


def _describe(kind, value, trace):
    """An exception as plain data: class, text, the places in the sample's module, a traceback text."""
    places = []
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            places.append([trace.tb_lineno, trace.tb_frame.f_code.co_name])
        trace = trace.tb_next
    if isinstance(value, SyntaxError) and type(value.lineno) is int and value.filename == FILE:
        places.append([value.lineno, "<module>"])
    return {
        "error": _name_of(kind)[:MOST_NAME],
        "missing": _missing(value),
        "memory": issubclass(kind, MemoryError),
        "message": _text(value),
        "places": places[:3] + places[3:][-12:],
        "trace": _trace_text(kind, value),
    }


def _missing(value):
    """The module that was not found, if it is none that this interpreter has."""
    name = value.name if isinstance(value, ImportError) else None
    if type(name) is not str or not name:
        return ""
    try:
        return name if _find_spec(name.partition(".")[0]) is None else ""
    except BaseException:
        # A module without a spec (__main__, what a sample made itself) is there.
        return ""


def _text(value):
    try:
        return str(value)[:MOST_MESSAGE]
    except BaseException as trouble:
        return "<its text cannot be had: %s>" % type(trouble).__name__


def _trace_text(kind, value):
    try:
        told = traceback.TracebackException(kind, value, value.__traceback__)
        told.stack = traceback.StackSummary.from_list(
            [frame for frame in told.stack if not _is_machinery(frame.filename)][-12:]
        )
        text = "".join(told.format())
    except BaseException as trouble:
        return "<its traceback cannot be had: %s>" % type(trouble).__name__
    return text if len(text) <= MOST_TRACE else text[: MOST_TRACE // 2] + "\n[...]\n" + text[-MOST_TRACE // 2 :]


def _is_machinery(filename):
    return "/unittest/" in filename or os.path.basename(filename).startswith("bcb_")
