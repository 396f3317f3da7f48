"""Which solutions could reach what is not theirs, by their text: those whose pass gets a second look.

Suspicion is no accusation (`second_look` decides), so it may be broad. It only spares the great majority of solutions,
which import libraries and call them, a second run.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from pytest_bigcodebench.benchmark.domains import DOMAIN_OF
from pytest_bigcodebench.judge.text import clipped

__all__ = ["suspicion"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Modules that lead to the interpreter's own state, to code that the text does not show, or to objects of odd equality.
_MODULES: Final = _set(
    """
    __main__ __test__ ast atexit bdb builtins cffi cloudpickle code codeop copyreg ctypes dill dis doctest
    faulthandler gc imp importlib inspect joblib linecache marshal mock opcode pdb pickle pkgutil profile pytest
    runpy sympy symtable test testing _testing timeit trace traceback tracemalloc types unittest weakref
    """
)
#: Names with which a text reaches what it does not name, or changes what is not its own.
_NAMES: Final = _set(
    """
    attrgetter breakpoint delattr dir eval exec Formatter format_map getattr get_field globals locals methodcaller
    modules mro pythonapi setattr setprofile settrace vars TestCases f_back f_builtins f_code f_globals f_locals
    tb_frame gi_frame cr_frame ag_frame co_consts co_code capture_locals _getframe _current_frames addaudithook
    """
)
#: Names of the field's libraries that find an object by a name, run a text or unpickle, or make what compares equal.
_OF_LIBRARIES: Final = _set(
    """
    BaseConfigurator dictConfig fileConfig ForwardRef get_type_hints import_string resolve allow_pickle read_pickle
    unsafe_load UnsafeLoader full_load FullLoader Pipe from_string render_template_string runstring
    as_strided ma masked masked_all masked_all_like masked_array masked_invalid masked_where MaskedArray
    query update_wrapper
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
#: Characters of a word that is told.
_MOST_SHOWN: Final = 100
_SPECIAL: Final = re.compile(r"__\w|\w__")
#: A format that looks an attribute or an element up: ``{0.name}``, ``{[key]}``.
_LOOKING_FORMAT: Final = re.compile(r"\{[^{}:!]*[.\[]")


def suspicion(tree: ast.Module) -> str:
    """The first word of a solution that calls for a second look; empty for one that calls for none."""
    own, idle = frozenset(_own_attributes(tree)), frozenset(_idle_texts(tree))
    words = (word for node in ast.walk(tree) if id(node) not in idle for word in _strange_words(node, own))
    word = next(words, "") or next(_hands_type_on(tree), "") or next(_wraps_in_place(tree), "")
    return clipped(" ".join(word.split()), _MOST_SHOWN)


def _own_attributes(tree: ast.Module) -> Iterator[int]:
    """Attributes of the object, or the class, that a method is called with (their nodes' ids)."""
    for cls in ast.walk(tree):
        for method in cls.body if isinstance(cls, ast.ClassDef) else ():
            if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)) or not method.args.args:
                continue
            first = method.args.args[0]
            nodes = list(ast.walk(method))
            bound = {node.arg for node in nodes if isinstance(node, ast.arg) and node is not first}
            bound |= {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
            static = any(_last(decorator) == "staticmethod" for decorator in method.decorator_list)
            if first.arg in ("self", "cls") and first.arg not in bound and not static:
                yield from (id(node) for node in nodes if isinstance(node, ast.Attribute) and _root(node) == first.arg)


def _idle_texts(tree: ast.Module) -> Iterator[int]:
    """Texts that are statements, such as docstrings (their nodes' ids)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)


def _strange_words(node: ast.AST, own: frozenset[int]) -> Iterator[str]:
    yield from (name for name in _identifiers(node) if _is_strange(name))
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if not _is_plain_module(alias.name))
    elif isinstance(node, ast.ImportFrom):
        if node.level or not _is_plain_module(node.module or ""):
            yield node.module or "."
        yield from (alias.name for alias in node.names if alias.name in _MODULES | _OF_LIBRARIES)
        if node.module == "sys":
            yield from (alias.name for alias in node.names if alias.name not in _PLAIN_SYS)
    elif isinstance(node, ast.Attribute):
        of_sys = _last(node.value).lstrip("_") == "sys"
        if node.attr in (_MODULES - {"code", "test"}) | _OF_LIBRARIES or (of_sys and node.attr not in _PLAIN_SYS):
            yield node.attr
        if not isinstance(node.ctx, ast.Load) and id(node) not in own:
            yield f"{_root(node)}...{node.attr} ="
        if node.attr == "format" and not isinstance(node.value, ast.Constant):
            yield "a format that is no literal"
    elif isinstance(node, ast.Name):
        if node.id == "compile":
            yield node.id
    elif isinstance(node, ast.Call):
        yield from (f"{keyword.arg}=" for keyword in node.keywords if keyword.arg in _OF_LIBRARIES)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
        if text not in _PLAIN_SPECIAL and (_SPECIAL.search(text) or _LOOKING_FORMAT.search(text)):
            yield text
    elif isinstance(node, ast.ClassDef):
        yield from (f"{keyword.arg}=" for keyword in node.keywords)
        yield from (_last(base) or "a base that is computed" for base in node.bases if _last(base) not in _PLAIN_BASES)
    elif isinstance(node, ast.MatchClass):
        yield "a class pattern"
    elif isinstance(node, ast.Global):
        yield "global"
    elif isinstance(node, ast.GeneratorExp):
        # Names that it binds are those of the module around it, at whatever time it is run.
        yield from ("a generator that binds" for inner in ast.walk(node) if isinstance(inner, ast.NamedExpr))


def _identifiers(node: ast.AST) -> Iterator[str]:
    """Every name that a node of a syntax tree gives, takes or binds, whatever its field is called."""
    if isinstance(node, (ast.Constant, ast.ImportFrom)):
        return
    for _, value in ast.iter_fields(node):
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (each for each in value if isinstance(each, str))


def _hands_type_on(tree: ast.Module) -> Iterator[str]:
    """Uses of ``type`` that may make a class: any but those that ask for an object's class and compare or show it."""
    if not any(isinstance(node, ast.Name) and node.id == "type" for node in ast.walk(tree)):
        return
    parents = {id(child): parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "type":
            call = parents[id(node)]
            asks = isinstance(call, ast.Call) and call.func is node and len(call.args) == 1 and not call.keywords
            if not (asks and _shows(call, parents[id(call)])) and not _shows(node, call):
                yield "type"


def _wraps_in_place(tree: ast.Module) -> Iterator[str]:
    """Uses of ``functools.wraps``, which binds the names it is told, but for ``@wraps(function)``."""
    plain = {
        id(call.func)
        for node in ast.walk(tree)
        for call in getattr(node, "decorator_list", ())
        if isinstance(call, ast.Call) and len(call.args) == 1 and not call.keywords
    }
    for node in ast.walk(tree):
        used = isinstance(node, (ast.Name, ast.Attribute)) and _last(node) == "wraps" and id(node) not in plain
        if used or (isinstance(node, ast.alias) and node.name == "wraps" and node.asname):
            yield "wraps"


def _shows(node: ast.AST, parent: ast.AST) -> bool:
    """Whether a class is only compared, shown or asked for a name of its own."""
    if isinstance(parent, ast.Call):
        return _last(parent.func) in ("isinstance", "issubclass", "print", "str", "repr", "format", "len", "set")
    return isinstance(parent, (ast.Compare, ast.FormattedValue)) or (
        isinstance(parent, ast.Attribute) and parent.attr == "__name__"
    )


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
