"""What a solution must not change: the machinery that judges it.

The tests run through private copies of unittest's parts (`private_unittest`), so that patches to the public ones do
not reach the verdict; a snapshot of the public ones shows who tried (`Guard`).

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import ast
import builtins
import functools
import gc
import importlib
import sys
import threading
import types
import unittest
import unittest.mock

_UNITTEST = (
    "unittest",
    "unittest.case",
    "unittest.suite",
    "unittest.loader",
    "unittest.result",
    "unittest.util",
    "unittest.mock",
)
#: Assertion helpers that tests of the field call, watched where the judged code's template has imported them.
_HELPERS = (
    "numpy.testing",
    "numpy.testing._private.utils",
    "pandas.testing",
    "pandas._testing",
    "pandas._testing.asserters",
    "contextlib",
    "copy",
    "math",
    "operator",
)
#: Builtins that assertions rest on. Tests patch others (open, print, input) for good reasons.
_BUILTINS = [
    "abs",
    "all",
    "any",
    "bool",
    "bytes",
    "callable",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "hasattr",
    "hash",
    "id",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "map",
    "max",
    "min",
    "next",
    "object",
    "pow",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "sorted",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
    "AssertionError",
    "BaseException",
    "Exception",
    "__build_class__",
    "__import__",
]


def private_copy(package):
    """Import a standard package a second time, apart from the public one, and return the private modules by name."""

    def members():
        return [name for name in sys.modules if name == package or name.startswith(package + ".")]

    importlib.import_module(package)
    public = {name: sys.modules.pop(name) for name in members()}
    try:
        importlib.import_module(package)
        return {name: sys.modules[name] for name in members()}
    finally:
        for name in members():
            del sys.modules[name]
        sys.modules.update(public)


def private_unittest():
    """A private unittest; only the exception that tests raise on purpose stays shared."""
    private = private_copy("unittest")
    private["unittest.case"].SkipTest = private["unittest"].SkipTest = unittest.SkipTest
    # Only a result that stops at the first failure raises it, and ours does not; a test that raised it would count as
    # passed.
    private["unittest.case"]._ShouldStop = ()
    return private["unittest"]


def import_helpers():
    """Import the assertion helpers of the libraries that are there, so that they can be watched from the start."""
    for name in _HELPERS:
        if name.partition(".")[0] in sys.modules:
            try:
                importlib.import_module(name)
            except Exception:
                continue
    _settle_hypothesis()


def _settle_hypothesis():
    """Have hypothesis do what else the first property would, and explain no failure.

    It would hang up a callback of the collector's, that it times with. Its explanations run a failing property again
    and again under a tracer, which takes most of the time that a wrong solution costs, and change no verdict.
    """
    if "hypothesis" in sys.modules:
        try:
            importlib.import_module("hypothesis.internal.conjecture.junkdrawer").gc_cumulative_time()
            hypothesis = sys.modules["hypothesis"]
            phases = [phase for phase in hypothesis.settings.default.phases if phase.name != "explain"]
            hypothesis.settings.register_profile("judged", hypothesis.settings.default, phases=phases)
            hypothesis.settings.load_profile("judged")
        except Exception:
            pass


class Guard:
    """A snapshot of the public machinery; `changes` tells what is no longer as it was."""

    def __init__(self):
        self._entries = []
        self._functions = []
        self._wide = []
        self._modules = []
        self._gc_callbacks = list(gc.callbacks)
        self._open = builtins.open
        self._trace = sys.gettrace, sys.getprofile
        self._seen = seen = set()
        for name in _UNITTEST + _HELPERS:
            module = sys.modules.get(name)
            if module is not None:
                self._watch_module(name, module, seen)
        for name in _BUILTINS:
            self._entries.append((vars(builtins), name, vars(builtins)[name], "builtins." + name))
        for name in _UNITTEST:
            self._entries.append((sys.modules, name, sys.modules[name], "sys.modules[%r]" % name))

    def _watch_module(self, name, module, seen):
        self._modules.append((name, module, type(module)))
        for key, value in vars(module).items():
            # What is no function and no class is state, and honest use changes it.
            if not callable(value):
                continue
            self._entries.append((vars(module), key, value, "%s.%s" % (name, key)))
            # By type(), because asking a lazy object for its class would wake it (django.conf.settings).
            if issubclass(type(value), type) and value.__module__ == name:
                self._watch_class(value, seen)
            elif type(value) is types.FunctionType:
                self._watch_function(value, seen)

    def _watch_class(self, cls, seen):
        if cls in seen:
            return
        seen.add(cls)
        # A mappingproxy is a live view, so that a change shows in it.
        members = vars(cls)
        for key, value in members.items():
            if key in VOLATILE:
                continue
            self._entries.append((members, key, value, "%s.%s" % (cls.__qualname__, key)))
            function = getattr(value, "__func__", value)
            if isinstance(function, types.FunctionType):
                self._watch_function(function, seen)

    def _watch_function(self, function, seen):
        if function in seen:
            return
        seen.add(function)
        self._functions.append((function, function.__code__, function.__defaults__, function.__kwdefaults__))

    def changes(self):
        """Name what is no longer as it was, in words; empty when all is well."""
        found = [label for members, key, value, label in self._entries if members.get(key) is not value]
        found += [
            "%s.__code__" % function.__qualname__
            for function, code, defaults, kwdefaults in self._functions
            if function.__code__ is not code
            or function.__defaults__ is not defaults
            or function.__kwdefaults__ is not kwdefaults
        ]
        found += [
            "TestCase.%s" % name
            for name in ("__getattribute__", "__getattr__", "__setattr__")
            if name in vars(unittest.TestCase)
        ]
        # One that loads itself late becomes an ordinary module.
        found += [
            "the class of %s" % name
            for name, module, kind in self._modules
            if type(module) not in (kind, types.ModuleType)
        ]
        # Tests and their libraries put another open in place for good reasons, but never the sample's.
        if builtins.open is not self._open and _is_of_sample(builtins.open):
            found.append("builtins.open")
        return found

    def oddities(self):
        """Name what watches the interpreter at its work: seldom honest, and no proof of anything."""
        found = []
        if gc.callbacks != self._gc_callbacks:
            found.append("gc.callbacks")
        if any(get() is not None for get in self._trace):
            found.append("sys.settrace or sys.setprofile")
        if getattr(threading, "_trace_hook", None) is not None or getattr(threading, "_profile_hook", None) is not None:
            found.append("threading.settrace or threading.setprofile")
        return found

    def watch(self, modules):
        """Watch the functions and classes of further modules as well, as far as they are imported.

        The standard library's are imported for that: a template need not have been made for these tests.
        """
        for name in [*modules, *(["os.path"] if "os" in modules else [])]:
            if name.partition(".")[0] in _IMPORTABLE:
                try:
                    importlib.import_module(name)
                except Exception:
                    continue
            module = sys.modules.get(name)
            if isinstance(module, types.ModuleType) and name not in _UNITTEST + _HELPERS:
                self._modules.append((name, module, type(module)))
                for key, value in vars(module).items():
                    if callable(value) and (name, key) not in FREE:
                        self._wide.append((vars(module), key, value, "%s.%s" % (name, key)))
                    if issubclass(type(value), type) and value.__module__ == name:
                        self._wide += [
                            (vars(value), member, function, "%s.%s" % (key, member))
                            for member, function in vars(value).items()
                            if isinstance(function, types.FunctionType)
                        ]

    def wide_changes(self):
        """What of the further modules is no longer as it was, but for what the tests' own mocks stand in for."""
        return [
            label
            for members, key, value, label in self._wide
            if members.get(key) is not value
            and not may_stand_in(members.get(key), label)
            and not (label == "RawConfigParser.optionxform" and keeps_case(members.get(key)))
        ]

    def lend_helpers(self, report):
        """Put functions that look at what they are given in the assertion helpers' place, for the tests to find."""
        for name in _LENT:
            module = sys.modules.get(name)
            for key, value in list(vars(module).items()) if module is not None else ():
                if key.startswith("assert_") and isinstance(value, types.FunctionType):
                    lent = functools.wraps(value)(report.looks_at_operands(value, key))
                    vars(module)[key] = lent
                    self._entries = [
                        entry for entry in self._entries if entry[0] is not vars(module) or entry[1] != key
                    ]
                    self._entries.append((vars(module), key, lent, "%s.%s" % (name, key)))

    def watch_tests(self, cases, code):
        """Watch the tests' class; returns what in it is not as the tests' compiled ``code`` made it."""
        compiled = {}
        frontier = [code]
        while frontier:
            each = frontier.pop()
            compiled.setdefault(each.co_name, []).append(each)
            frontier += [const for const in each.co_consts if isinstance(const, types.CodeType)]
        strange = []
        for cls in cases.__mro__:
            if cls.__module__ == "__test__":
                self._watch_class(cls, self._seen)
                for name, member in vars(cls).items():
                    judges = name.startswith("test") or name in _FIXTURES
                    if judges and isinstance(member, types.FunctionType):
                        known = any(code is each for code in _codes_in(member) for each in compiled.get(name, ()))
                        if known:
                            continue
                        strange.append("%s.%s" % (cls.__name__, name))
        return strange


def may_stand_in(value, label):
    """Whether a replacement is a mock of the tests', or a builtin type of that name (``np.bool = bool``)."""
    if type(value) is type and vars(builtins).get(value.__name__) is value:
        return label.rpartition(".")[2].strip("_") == value.__name__
    return issubclass(type(value), unittest.mock.NonCallableMock)


def keeps_case(value):
    """Whether a parser's options are kept as they are, as the documentation tells how; other ways could forge names."""
    if type(value) is types.FunctionType:
        return (value.__code__.co_code, value.__code__.co_argcount) == (_KEEPING.co_code, 2)
    return value is str or (type(value) is staticmethod and value.__func__ is str)


_KEEPING = (lambda self, option: option).__code__


def _is_of_sample(value):
    """Whether a callable was made in the executed module."""
    return getattr(value, "__module__", None) == "__test__" or type(value).__module__ == "__test__"


def _codes_in(function):
    """The code of a function, and of those that decorators were put around (mock's, hypothesis's, any closure's)."""
    codes, frontier, seen = [], [function], set()
    while frontier and len(seen) < 50:
        each = frontier.pop()
        if type(each) is not types.FunctionType or id(each) in seen:
            continue
        seen.add(id(each))
        codes.append(each.__code__)
        members = vars(each)
        frontier += [members.get("__wrapped__"), getattr(members.get("hypothesis"), "inner_test", None)]
        frontier += [cell.cell_contents for cell in each.__closure__ or () if _is_filled(cell)]
    return codes


def _is_filled(cell):
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False


_FIXTURES = ("setUp", "tearDown")
#: Functions that honest code replaces, as documentation tells it to or so that nothing is shown and nobody waits.
FREE = {
    ("ssl", "_create_default_https_context"),
    ("socket", "socket"),
    ("warnings", "showwarning"),
    ("warnings", "formatwarning"),
    ("warnings", "warn"),
    ("matplotlib.pyplot", "show"),
    ("time", "sleep"),
    ("sys", "excepthook"),
    ("sys", "unraisablehook"),
    ("sys", "breakpointhook"),
    ("sys", "displayhook"),
    ("threading", "excepthook"),
    # What setLoggerClass and setLogRecordFactory set: who logs may say in what words anyway.
    ("logging", "_loggerClass"),
    ("logging", "_logRecordFactory"),
}

#: The standard library's modules, but for those that show something when they are imported.
_IMPORTABLE = frozenset(getattr(sys, "stdlib_module_names", ())) - {
    "antigravity",
    "this",
    "turtle",
    "tkinter",
    "idlelib",
}

#: Where tests find the assertion helpers of the field.
_LENT = ("numpy.testing", "pandas.testing")


def modules_named_in(tree):
    """Modules that a syntax tree imports, with those on the way to them."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            wanted = [node.module] + ["%s.%s" % (node.module, alias.name) for alias in node.names]
        else:
            continue
        names.update(dict.fromkeys(part for name in wanted for part in on_the_way(name)))
    return list(names)


def modules_named_by(code):
    """The same of compiled code, which is sooner read than parsed; names that are no module's are among them."""
    names, frontier = set(), [code]
    while frontier:
        each = frontier.pop()
        names.update(part for name in each.co_names for part in on_the_way(name))
        frontier += [const for const in each.co_consts if isinstance(const, types.CodeType)]
    return names


def on_the_way(name):
    """The packages on the way to a module, the outermost first, and the module."""
    parts = name.split(".")
    return [".".join(parts[: end + 1]) for end in range(len(parts))]


class GenuineBuiltins(ast.NodeTransformer):
    """Lets the tests' text name the interpreter's own builtins, whatever the solution has put in their place."""

    PREFIX = "bcb_genuine_"
    #: The builtins that a solution can hide from the tests by giving their names to something else.
    NAMES = frozenset(_BUILTINS) - {"__build_class__", "__import__", "super"}
    #: Put into the module's namespace beside the tests.
    NAMESPACE = {"bcb_genuine_" + name: vars(builtins)[name] for name in NAMES}

    def __init__(self, tree):
        self._tree, self._own = tree, set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                if not isinstance(node.ctx, ast.Load):
                    self._own.add(node.id)
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                self._own.add(node.name)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                self._own.update(alias.asname or alias.name for alias in node.names)
            elif isinstance(node, ast.arg):
                self._own.add(node.arg)

    def rewritten(self):
        """The tree with those names in it; it is changed in place."""
        return self.visit(self._tree)

    def visit_Name(self, node):
        if node.id in self.NAMES and node.id not in self._own:
            return ast.copy_location(ast.Name(self.PREFIX + node.id, node.ctx), node)
        return node


class Text:
    """What a solution's syntax tree shows of its ways."""

    def __init__(self, nodes):
        words, defined, stored, foreign = set(), set(), set(), False
        for top in nodes:
            for node in ast.walk(top):
                words.update(_words(node))
                if isinstance(node, ast.ClassDef):
                    defined.add(node.name)
                elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                    stored.add(node.attr)
                    foreign = foreign or not (isinstance(node.value, ast.Name) and node.value.id == "self")
        #: Names that reach for what stands around a call, or for the tests themselves.
        self.reaching = sorted(words & _REACHING)
        if "TestCases" in words and "TestCases" not in defined:
            self.reaching.append("TestCases")
        if "builtins" in words and words & _CHANGING:
            self.reaching.append("builtins")
        if words & _TESTING and (words & _CHANGING or stored & {"__code__", "__defaults__"}):
            self.reaching.append("the assertion helpers")
        #: Whether it can name things in ways which its text does not show.
        self.dynamic = bool(words & _DYNAMIC)
        #: Whether it can change things that are not its own.
        self.changing = foreign or bool(words & (_CHANGING | _DYNAMIC | _TESTING | {"builtins", "unittest"}))
        #: Whether it makes mocks.
        self.mocks = any("mock" in word.lower() or word == "ANY" for word in words if word.isidentifier())


#: Calls through which a text can name what it does not show.
_DYNAMIC = frozenset(
    [
        "getattr",
        "eval",
        "exec",
        "compile",
        "__import__",
        "vars",
        "attrgetter",
        "methodcaller",
        "__dict__",
        "__getattribute__",
        "import_module",
    ]
)
#: Words with which a text changes what is not its own.
_CHANGING = frozenset(["setattr", "delattr", "vars", "__dict__", "__globals__", "globals"])
#: Where the assertion helpers of the field live.
_TESTING = frozenset(
    [
        "testing",
        "_testing",
        "numpy.testing",
        "pandas.testing",
        "pandas._testing",
        "pandas._testing.asserters",
        "numpy.testing._private.utils",
    ]
)


#: Names that only reach for what stands around a call, or for the tests themselves; no honest solution was seen to
#: need one.
_REACHING = frozenset(
    [
        "f_back",
        "f_locals",
        "f_globals",
        "f_builtins",
        "tb_frame",
        "gi_frame",
        "cr_frame",
        "ag_frame",
        "co_consts",
        "co_code",
        "get_referrers",
        "get_referents",
        "get_objects",
        "_current_frames",
        "__build_class__",
        "capture_locals",
        "call_tracing",
        "from_address",
        "pythonapi",
        "py_object",
        "memmove",
        "memset",
    ]
)


def _words(node):
    if isinstance(node, ast.Attribute):
        return (node.attr,)
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.keyword):
        return (node.arg or "",)
    if isinstance(node, ast.alias):
        return (node.name,)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    return ()


#: Class members that ordinary use changes: the last three decide how a failure reads, and the public loader's order.
VOLATILE = {
    *("__dict__", "__weakref__", "__doc__", "_class_cleanups", "__abstractmethods__", "_abc_impl"),
    *("maxDiff", "longMessage", "sortTestMethodsUsing"),
}
