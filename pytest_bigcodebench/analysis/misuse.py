"""Misused APIs: failures that were raised in a library's function, or at the call of it, with the call.

The traceback says on which line of the solution a failure came up and whether a library was entered there; the
solution's source says which call stands on that line.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from pytest_bigcodebench.analysis.names import Call, Code, words
from pytest_bigcodebench.judge.verdict import Failure

__all__ = ["Misuse", "misuses"]

#: Errors that come from files, the network or the judge rather than from how a library is called.
_NOT_ASKED: Final = words("""
    AssertionError BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError
    ConnectionRefusedError ConnectionResetError ConnectTimeout FileExistsError FileNotFoundError GeneratorExit HTTPError
    ImportError InterruptedError IsADirectoryError KeyboardInterrupt LookupError MaxRetryError MemoryError
    ModuleNotFoundError NameError NotADirectoryError OSError PermissionError ProcessLookupError ReadTimeout
    RecursionError SystemExit TimeoutError URLError UnboundLocalError gaierror
""")
#: Python's own errors that come up where a function is called in a way that it does not take; a library that is not
#: written in Python raises those of its own there too.
_AT_THE_CALL: Final = frozenset({"AttributeError", "OverflowError", "TypeError", "ValueError"})

_FRAME: Final = re.compile(r'^  File "(.*)", line (\d+), in (.*)$', re.MULTILINE)
#: The module that is executed, as tracebacks name it.
_OWN: Final = "__test__.py"
_LIBRARY_PATH: Final = re.compile(
    r"/(?:site-packages|dist-packages|python\d+\.\d+|python\d+\.zip)(?=/((?!site-packages)[^/]+?)(?:/|\.pyc?$))"
)
_NO_ATTRIBUTE: Final = re.compile(
    r"(?:module '([\w.]+)'|'([\w.]+)' object|type object '([\w.]+)') has no attribute '(\w+)'"
)
#: Types whose missing attributes are Python's own matter.
_BUILTIN_TYPES: Final = words("""
    NoneType bool builtin_function_or_method bytearray bytes complex dict dict_items dict_keys dict_values float
    frozenset function generator int list method range set str tuple type
""")
_MESSAGE: Final = 100
_NAME: Final = 100
#: Misuses that are kept of one sample; a solution that fails in a hundred ways tells no more.
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Misuse:
    """A library's function, and the error it was answered with."""

    #: Top-level module, ``pandas``.
    library: str
    #: What was called in it, ``DataFrame.append``.
    function: str
    #: The exception's class, and its text's first line, clipped.
    error: str
    message: str
    #: Line of the solution, from 1, and the call on it, or where none can be told the line's text; clipped.
    line: int
    call: str = ""

    def to_plain(self) -> dict[str, str | int]:
        """The misuse as JSON-compatible data."""
        return asdict(self)


def misuses(failures: Sequence[Failure], code: Code) -> tuple[Misuse, ...]:
    """Find the misused APIs in a verdict's failures, each function and error once."""
    found: dict[tuple[str, str, str], Misuse] = {}
    for failure in failures:
        if misuse := _misuse(failure, code):
            found.setdefault((misuse.library, misuse.function, misuse.error), misuse)
    return tuple(found.values())[:_MOST]


def _misuse(failure: Failure, code: Code) -> Misuse | None:
    error = failure.error.rpartition(".")[2]
    if error in _NOT_ASKED or not failure.places or failure.places[-1][0] != "solution":
        return None
    line = failure.places[-1][1]
    entered = _entered(failure.trace)
    if entered:
        name = _called(code, line, *entered)
    elif error in _AT_THE_CALL or not hasattr(builtins, error):
        name = _refused(code, line, failure.message)
    else:
        name = ""
    library, _, function = name.partition(".")
    if not function:
        return None
    message = " ".join(failure.message.split())[:_MESSAGE]
    call = " ".join(code.text_at(line, function.rpartition(".")[2]).split())[:_MESSAGE]
    return Misuse(library, function[-_NAME:], error, message, line, call)


def _entered(trace: str) -> tuple[str, str] | None:
    """Library and function that the innermost frame of the solution called into; None if it raised by itself."""
    frames = list(_FRAME.finditer(trace))
    own = max((number for number, frame in enumerate(frames) if frame[1].endswith(_OWN)), default=-1)
    if not 0 <= own < len(frames) - 1:
        return None
    deeper = frames[own + 1]
    # The library's folder is the last that follows one of these: site-packages stands inside python3.10.
    folders = _LIBRARY_PATH.findall(deeper[1])
    return folders[-1] if folders else "", deeper[3]


def _called(code: Code, line: int, library: str, function: str) -> str:
    """The call on a line that led into a library's function: by that name, else into that library, else unknown."""
    calls = [call for call in code.calls() if call.first <= line <= call.last]
    by_name = [call for call in calls if call.name.rpartition(".")[2] == function]
    # A class is entered by its __init__, a wrapped function by its wrapper's name.
    by_library = [call for call in calls if _top(call) == library]
    likely: list[Call] = [*by_name, *by_library[-1:], *(calls if len(calls) == 1 else ())]
    if likely:
        return likely[0].name
    return f"{library}.{function}" if library and not library.startswith("_") else ""


def _refused(code: Code, line: int, message: str) -> str:
    """The library's function that was not there, or did not take its arguments."""
    if missing := _NO_ATTRIBUTE.search(message):
        module, *types, attribute = missing.groups()
        if module:
            return f"{module}.{attribute}"
        return _missing_method(code, line, next(filter(None, types)), attribute)
    calls = [call for call in code.calls() if call.first <= line <= call.last]
    for call in calls:
        if re.search(rf"\b{re.escape(call.name.rpartition('.')[2])}\(\)", message):
            return call.name
    return calls[0].name if len(calls) == 1 and code.is_only_call(calls[0]) else ""


def _missing_method(code: Code, line: int, kind: str, attribute: str) -> str:
    """A method that a library's type lacks, ``pandas.DataFrame.append``; empty for types of no library."""
    kind = kind.rpartition(".")[2]
    if kind in _BUILTIN_TYPES:
        return ""
    for owner in code.attributes(line, attribute):
        if owner:
            return f"{owner.partition('.')[0]}.{kind}.{attribute}"
    libraries = code.libraries()
    # Without a trace of where the object came from, a library is named only where there is one.
    return f"{libraries.pop()}.{kind}.{attribute}" if len(libraries) == 1 else ""


def _top(call: Call) -> str:
    return call.name.partition(".")[0]
