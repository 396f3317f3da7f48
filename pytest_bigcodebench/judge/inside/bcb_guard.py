"""What a solution must not change: the machinery that judges it.

The tests run through private copies of unittest's parts (`private_unittest`), so that patches to the public ones do not reach the
verdict; a snapshot of the public ones shows who tried (`Guard`).

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import builtins
import importlib
import sys
import threading
import types
import unittest
import unittest.mock

_UNITTEST = ("unittest", "unittest.case", "unittest.suite", "unittest.loader", "unittest.result", "unittest.util", "unittest.mock")
#: Assertion helpers that tests of the field call, watched where the judged code's template has imported them.
_HELPERS = (
    "numpy.testing",
    "numpy.testing._private.utils",
    "pandas.testing",
    "pandas._testing",
    "pandas._testing.asserters",
    "math",
    "operator",
    "copy",
)
#: Builtins that assertions rest on. Tests patch others (open, print, input) for good reasons.
_BUILTINS = (
    "abs all any bool bytes callable dict dir divmod enumerate filter float format frozenset getattr hasattr hash id int "
    "isinstance issubclass iter len list map max min next object pow range repr reversed round set setattr sorted str sum "
    "super tuple type vars zip AssertionError BaseException Exception __build_class__"
).split()


def private_unittest():
    """Import unittest's packages a second time, apart from the public ones, and return the private package.

    Only the exceptions that tests raise on purpose stay shared.
    """
    public = {name: module for name, module in sys.modules.items() if name == "unittest" or name.startswith("unittest.")}
    for name in public:
        del sys.modules[name]
    try:
        private = importlib.import_module("unittest")
        importlib.import_module("unittest.case")
    finally:
        for name in [name for name in sys.modules if name == "unittest" or name.startswith("unittest.")]:
            del sys.modules[name]
        sys.modules.update(public)
    private.case.SkipTest = private.SkipTest = unittest.SkipTest
    return private


class Guard:
    """A snapshot of the public machinery; `changes` tells what is no longer as it was."""

    def __init__(self):
        self._entries = []
        self._functions = []
        seen = set()
        for name in _UNITTEST + _HELPERS:
            module = sys.modules.get(name)
            if module is not None:
                self._watch_module(name, module, seen)
        for name in _BUILTINS:
            self._entries.append((vars(builtins), name, vars(builtins)[name], "builtins." + name))
        for name in _UNITTEST:
            self._entries.append((sys.modules, name, sys.modules[name], "sys.modules[%r]" % name))

    def _watch_module(self, name, module, seen):
        for key, value in vars(module).items():
            # What is no function and no class is state, and honest use changes it.
            if not callable(value):
                continue
            self._entries.append((vars(module), key, value, "%s.%s" % (name, key)))
            if isinstance(value, type) and value.__module__ == name:
                self._watch_class(value, seen)
            elif isinstance(value, types.FunctionType):
                self._watch_function(value, seen)

    def _watch_class(self, cls, seen):
        if cls in seen:
            return
        seen.add(cls)
        # A mappingproxy is a live view, so that a change shows in it.
        members = vars(cls)
        for key, value in members.items():
            if key in _VOLATILE:
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
        if unittest.TestCase.__dict__.get("__getattribute__"):
            found.append("TestCase.__getattribute__")
        if sys.gettrace() is not None or sys.getprofile() is not None:
            found.append("sys.settrace or sys.setprofile")
        if getattr(threading, "_trace_hook", None) is not None or getattr(threading, "_profile_hook", None) is not None:
            found.append("threading.settrace or threading.setprofile")
        return found


#: Class members that ordinary use changes.
_VOLATILE = {"__dict__", "__weakref__", "__doc__", "_class_cleanups", "__abstractmethods__", "_abc_impl"}
