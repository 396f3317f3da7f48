"""Which samples can depend on calibration: on the names that only the task's ``code_prompt`` defines.

A calibrated run executes the prompt's imports before the solution. A solution that leaves them out passes only thanks
to that; the benchmark's authors call it laziness. That is known when the sample is judged without the prompt,
which is worth its time only where the outcome can differ. `can_depend` says so from the source, and errs on one side:
what it cannot tell, can depend.

The executed module is prompt, solution and tests in one namespace. It can do without the prompt if

- the prompt does nothing but import, define and assign (no call, no star import, no ``from __future__``);
- every name that the prompt binds and solution or tests use is bound by themselves, without a condition, before
  anything can use it;
- no submodule is reached that only the prompt imports (``import xml`` and ``xml.etree``);
- nothing looks names up while it runs (``globals()``, ``exec``, ``sys.modules``, ``inspect``, a name in a string).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pytest_bigcodebench.analysis.names import words
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.program import stub_of
from pytest_bigcodebench.judge.syntax import parsed

__all__ = ["can_depend"]

#: Names with which a program looks up, or changes, names while it runs, and attributes with which it does.
_DYNAMIC_NAMES: Final = words("""
    __builtins__ __import__ __loader__ __main__ __spec__ __test__ compile eval exec globals locals reload vars
""")
_DYNAMIC_ATTRIBUTES: Final = words("""
    __builtins__ __dict__ __globals__ __import__ _getframe co_names eval exec f_builtins f_globals f_locals interact
    modules reload run_module run_path testmod
""")
#: The same of the module inspect, whose words mean other things elsewhere (``numpy.stack``).
_INSPECTING: Final = words("""
    currentframe getframeinfo getmembers getmodule getsource getsourcefile getsourcelines stack trace
""")
_WORD: Final = re.compile(r"\w+")
#: The executed module, by the name that it has and the one that it seems to have.
_OWN_NAMES: Final = frozenset({"__main__", "__test__"})
_NESTED: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True, slots=True)
class _Prompt:
    """What a task's prompt brings into the module."""

    names: frozenset[str]
    #: Dotted modules that it imports, ``xml.etree.ElementTree``, with their parents.
    modules: frozenset[str]
    #: Whether it does more than bind names.
    is_active: bool


def can_depend(task: Task, solution: str) -> bool:
    """Whether judging a solution without its task's prompt before it can have another outcome."""
    prompt = _prompt_of(stub_of(task))
    tree, tests = parsed(solution), _tests_of(task.test)
    if prompt is None or prompt.is_active or tree is None or tests is None:
        return True
    body = [*tree.body, *tests.body]
    if _is_dynamic(tree, prompt.names) or _test_is_dynamic(task.test, stub_of(task)):
        return True
    return _needs_name(body, prompt.names) or _needs_module(body, prompt.modules)


@lru_cache(maxsize=4096)
def _prompt_of(source: str) -> _Prompt | None:
    tree = parsed(source)
    if tree is None:
        return None
    names = frozenset(name for node in tree.body for name in _bound(node))
    active = any(not _is_passive(node) for node in tree.body)
    return _Prompt(names, frozenset(_modules(tree)), active)


@lru_cache(maxsize=4096)
def _tests_of(source: str) -> ast.Module | None:
    return parsed(source)


@lru_cache(maxsize=4096)
def _test_is_dynamic(test: str, prompt: str) -> bool:
    tree, found = _tests_of(test), _prompt_of(prompt)
    return tree is None or found is None or _is_dynamic(tree, found.names)


def _is_passive(node: ast.stmt) -> bool:
    """Whether a statement of a prompt does no more than bind names (nothing but the module can tell that it ran)."""
    if isinstance(node, ast.Import):
        return True
    if isinstance(node, ast.ImportFrom):
        return node.module != "__future__" and all(alias.name != "*" for alias in node.names)
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return not node.decorator_list
    if isinstance(node, ast.Assign):
        # What an expression does while it is evaluated is anyone's guess once it calls something.
        simple = all(isinstance(target, ast.Name) for target in node.targets)
        return simple and not any(isinstance(part, (ast.Call, ast.Await)) for part in ast.walk(node.value))
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_dynamic(tree: ast.Module, names: frozenset[str]) -> bool:
    """Whether a source may reach names in a way that does not show them as names."""
    harmless = set(map(id, _harmless(tree)))
    inspecting = _INSPECTING if "inspect" in set(_modules(tree)) else frozenset()
    for node in ast.walk(tree):
        if id(node) in harmless:
            continue
        if isinstance(node, ast.Name) and (node.id in _DYNAMIC_NAMES | inspecting or node.id == "__name__"):
            return True
        if isinstance(node, ast.Attribute) and node.attr in _DYNAMIC_ATTRIBUTES | inspecting:
            return True
        if isinstance(node, (ast.Import, ast.ImportFrom)) and _OWN_NAMES & _sources(node):
            return True
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            # patch("__test__.requests.get"), and pandas' query("a > @np.pi"); patch("requests.get") imports it.
            found = set(_WORD.findall(node.value))
            if found & _OWN_NAMES or ("@" in node.value and found & names):
                return True
    return False


def _sources(node: ast.Import | ast.ImportFrom) -> set[str]:
    """The modules that an import names, as far as they are its own words."""
    return {getattr(node, "module", None) or "", *(alias.name for alias in node.names)}


def _harmless(tree: ast.Module) -> Iterator[ast.AST]:
    """What looks like a look-up and is none: strings that stand alone (docstrings), and ``__name__ == "__main__"``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.Compare) and isinstance(node.left, ast.Name) and node.left.id == "__name__":
            yield node.left
            yield from node.comparators


def _needs_name(body: list[ast.stmt], names: frozenset[str]) -> bool:
    """Whether a module of these statements may use one of some names before it has bound it itself."""
    bound: set[str] = set()
    #: Names used in functions that were defined so far, and run when something calls them.
    deferred: set[str] = set()
    defined: set[str] = set()
    for node in body:
        now, later, calls = _uses(node)
        # A function that is defined here may be called by whatever uses its name, by a decorator, and, handed on under
        # another name (``handlers[0]()``), by any call.
        if now & defined or calls:
            now |= deferred
        if now & names - bound:
            return True
        bound.update(_bound(node))
        deferred |= later
        if isinstance(node, (*_NESTED, ast.ClassDef)):
            defined.add(node.name)
            if node.decorator_list and (later & names) - bound:
                return True
        elif later:
            # Functions inside other statements: a lambda in an assignment, a def under a condition.
            defined.update(_any_bound(node))
            if (later & names) - bound:
                return True
    return bool((deferred & names) - bound)


def _uses(node: ast.stmt) -> tuple[set[str], set[str], bool]:
    """Names that a statement uses when it is executed, those that functions in it use when called; whether it calls."""
    now: set[str] = set()
    calls = False
    later: set[str] = set()
    pending: list[tuple[ast.AST, bool]] = [(node, False)]
    while pending:
        each, inside = pending.pop()
        if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Store):
            (later if inside else now).add(each.id)
        elif isinstance(each, ast.Call):
            calls = calls or not inside
        elif isinstance(each, ast.Global):
            later.update(each.names)
        elif isinstance(each, ast.AugAssign) and isinstance(each.target, ast.Name):
            (later if inside else now).add(each.target.id)
        if isinstance(each, _NESTED):
            body = each.body if isinstance(each.body, list) else [each.body]
            local = {id(part) for part in body}
            pending.extend((part, inside or id(part) in local) for part in ast.iter_child_nodes(each))
        else:
            pending.extend((part, inside) for part in ast.iter_child_nodes(each))
    return now, later, calls


def _bound(node: ast.stmt) -> Iterator[str]:
    """Names that a statement of a module binds for certain."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            yield from (part.id for part in ast.walk(target) if isinstance(part, ast.Name) and _is_store(part))
    elif isinstance(node, ast.AnnAssign) and node.value and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.Try):
        # Either the whole body was executed, or the module ended, or a handler binds what it knows to be missing.
        yield from _bound_by_try(node)


def _bound_by_try(node: ast.Try) -> Iterator[str]:
    ways = [node.body + node.orelse, *(handler.body for handler in node.handlers)]
    names = [{name for part in way for name in _bound(part)} for way in ways]
    yield from set.intersection(*names)
    for part in node.finalbody:
        yield from _bound(part)


def _any_bound(node: ast.AST) -> set[str]:
    """Names that a statement may bind, under whatever condition."""
    found = {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and _is_store(part)}
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return found | {part.name for part in ast.walk(node) if isinstance(part, kinds)}


def _is_store(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _needs_module(body: list[ast.stmt], modules: frozenset[str]) -> bool:
    """Whether a submodule is reached as an attribute that none of these statements imports."""
    whole = ast.Module(body, [])
    missing = {module for module in modules - set(_modules(whole)) if "." in module}
    if not missing:
        return False
    aliases = {
        alias.asname or alias.name.partition(".")[0]: alias.name if alias.asname else alias.name.partition(".")[0]
        for node in ast.walk(whole)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    for node in ast.walk(whole):
        if isinstance(node, ast.ImportFrom) and node.module:
            aliases.update({alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names})
    return any(_dotted(node, aliases) in missing for node in ast.walk(whole) if isinstance(node, ast.Attribute))


def _modules(tree: ast.AST) -> Iterator[str]:
    """Dotted modules that a source imports, and their parents."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            # What is imported from a module may be a module itself.
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            yield from (".".join(parts[: end + 1]) for end in range(len(parts)))


def _dotted(node: ast.expr, aliases: dict[str, str]) -> str:
    attributes: list[str] = []
    while isinstance(node, ast.Attribute):
        attributes.insert(0, node.attr)
        node = node.value
    base = aliases.get(node.id, "") if isinstance(node, ast.Name) else ""
    return ".".join([base, *attributes]) if base else ""
