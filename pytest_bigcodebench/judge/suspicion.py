"""Which solutions could reach what is not theirs, by their text: those whose pass gets a second look.

Suspicion is no accusation (`second_look` decides), so that it may be broad: it is only to spare the great majority of
solutions, which import libraries and call them, a second run.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from pytest_bigcodebench.benchmark.domains import DOMAIN_OF

__all__ = ["suspicion"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Modules that lead to the interpreter's own state, to code that the text does not show, or to objects of odd equality.
_MODULES: Final = _set(
    """
    __main__ __test__ ast atexit bdb builtins cffi cloudpickle code codeop copyreg ctypes dill dis doctest
    faulthandler gc imp importlib inspect joblib linecache marshal mock opcode pdb pickle pkgutil profile pytest
    runpy symtable test testing _testing timeit trace traceback tracemalloc types unittest weakref
    """
)
#: Names with which a text reaches what it does not name, or changes what is not its own.
_NAMES: Final = _set(
    """
    attrgetter breakpoint delattr dir eval exec Formatter format_map getattr get_field globals locals methodcaller
    modules pythonapi setattr setprofile settrace vars TestCases f_back f_builtins f_code f_globals f_locals
    tb_frame gi_frame cr_frame ag_frame co_consts co_code capture_locals
    """
)
#: What a class may be derived from without a second look: nothing whose comparisons a test would use.
_PLAIN_BASES: Final = _set(
    """
    object Exception ValueError TypeError RuntimeError Thread Process HTMLParser
    """
)
#: What of the module sys is nobody's secret.
_PLAIN_SYS: Final = _set(
    """
    argv byteorder executable exit float_info getdefaultencoding getsizeof maxsize path platform stderr stdin stdout
    version version_info
    """
)
#: Special names that classes and scripts use for what they are meant for.
_PLAIN_SPECIAL: Final = _set(
    """
    __init__ __name__ __file__ __doc__ __version__ __main__ __enter__ __exit__
    """
)
_SPECIAL: Final = re.compile(r"__\w|\w__")
#: A format that looks an attribute or an element up: ``{0.name}``, ``{[key]}``.
_LOOKING_FORMAT: Final = re.compile(r"\{[^{}:!]*[.\[]")


def suspicion(tree: ast.Module) -> str:
    """The first word of a solution that calls for a second look; empty for one that calls for none."""
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    return next((word for node in ast.walk(tree) for word in _strange_words(node, imported)), "")


def _strange_words(node: ast.AST, imported: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if not _is_plain_module(alias.name))
    elif isinstance(node, ast.ImportFrom):
        if node.level or not _is_plain_module(node.module or ""):
            yield node.module or "."
        yield from (alias.name for alias in node.names if _is_strange(alias.name) or alias.name in _MODULES)
        if node.module == "sys":
            yield from (alias.name for alias in node.names if alias.name not in _PLAIN_SYS)
    elif isinstance(node, ast.Attribute):
        of_sys = isinstance(node.value, ast.Name) and node.value.id == "sys"
        if (
            _is_strange(node.attr)
            or node.attr in _MODULES - {"code", "test"}
            or (of_sys and node.attr not in _PLAIN_SYS)
        ):
            yield node.attr
        if not isinstance(node.ctx, ast.Load) and _root(node) in imported:
            yield f"{_root(node)}...{node.attr} ="
    elif isinstance(node, ast.Name):
        if _is_strange(node.id) or node.id == "compile":
            yield node.id
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
        if text not in _PLAIN_SPECIAL and (_SPECIAL.search(text) or _LOOKING_FORMAT.search(text)) and len(text) < 400:
            yield text
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        if _is_strange(node.name):
            yield node.name
        yield from (f"{keyword.arg}=" for keyword in getattr(node, "keywords", ()))
        yield from (ast.unparse(base) for base in getattr(node, "bases", ()) if _last(base) not in _PLAIN_BASES)
    elif isinstance(node, ast.MatchClass):
        yield "a class pattern"


def _root(node: ast.expr) -> str:
    """``a`` of ``a.b.c``."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _last(node: ast.expr) -> str:
    """``c`` of ``a.b.c``."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_plain_module(name: str) -> bool:
    parts = name.split(".")
    return parts[0] in DOMAIN_OF and not _MODULES.intersection(parts)


def _is_strange(name: str) -> bool:
    return name in _NAMES or (bool(_SPECIAL.search(name)) and name not in _PLAIN_SPECIAL)
