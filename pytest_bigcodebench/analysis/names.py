"""Names of a source resolved to libraries: ``np.zeros(3)`` is a call of ``numpy.zeros``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pytest_bigcodebench.judge.syntax import lines_of, parsed

__all__ = ["Call", "Code", "words"]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a library's function in a source."""

    #: ``pandas.DataFrame.append``; ``pandas.read_csv().append`` for a method of what a function gave.
    name: str
    #: First and last line, from 1.
    first: int
    last: int

    @property
    def is_direct(self) -> bool:
        """Whether the function itself is named, not a method of some function's result."""
        return "()" not in self.name


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


class Code:
    """A solution whose names are resolved through its own imports and its prompt's.

    One pass that knows no scopes: a name means what any import of the source, wherever it stands, binds it to.
    """

    def __init__(self, solution: str, prompt: str = "") -> None:
        self._solution = solution
        self._tree = parsed(solution)
        #: Whether it could be parsed; nothing is found where not.
        self.is_valid = self._tree is not None
        self._aliases = {**_aliases_of(prompt)} if self.is_valid else {}
        self._values: dict[str, str] = {}
        self._nodes = list(_walk(self._tree)) if self._tree else []
        for node in self._nodes:
            self._aliases.update(_bound_by(node))
        for node in self._nodes:
            self._note_value(node)

    def libraries(self) -> set[str]:
        """Top-level modules of which something is used, beyond being imported."""
        used = {node.id for node in self._nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        return {self._aliases[name].partition(".")[0] for name in used if name in self._aliases}

    def calls(self) -> Iterator[Call]:
        """Every call that can be resolved to a library's function, outer ones before those in their arguments."""
        for node in self._nodes:
            if isinstance(node, ast.Call) and (name := self._resolve(node.func)):
                yield Call(name, node.lineno, node.end_lineno or node.lineno)

    def attributes(self, line: int, attribute: str) -> Iterator[str]:
        """The dotted names, empty where unknown, of what an attribute is asked of on a line."""
        for node in self._nodes:
            if isinstance(node, ast.Attribute) and node.attr == attribute and _spans(node, line):
                yield self._resolve(node.value)

    def text_at(self, line: int, function: str) -> str:
        """The source of the call of a function on a line, whatever it is called on; the whole line without one."""
        for node in self._nodes:
            if isinstance(node, ast.Call) and _spans(node, line) and _last_name(node.func) == function:
                return ast.unparse(node)
        lines = lines_of(self._solution)
        return lines[line - 1].strip() if 0 < line <= len(lines) else ""

    def is_only_call(self, call: Call) -> bool:
        """Whether no other call shares a line with this one."""
        lines = range(call.first, call.last + 1)
        return sum(any(_spans(node, line) for line in lines) for node in self._nodes if isinstance(node, ast.Call)) == 1

    def _note_value(self, node: ast.AST) -> None:
        """Remember what library a variable's value came from."""
        target: ast.expr | None = None
        value: ast.expr | None = None
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
        elif isinstance(node, ast.withitem):
            target, value = node.optional_vars, node.context_expr
        if isinstance(target, ast.Name) and target.id not in self._aliases and isinstance(value, ast.Call):
            name = self._resolve(value)
            if name:
                self._values.setdefault(target.id, name)

    def _resolve(self, node: ast.expr | None) -> str:
        """The dotted name of an expression's value; empty where it comes from no library."""
        if isinstance(node, ast.Name):
            return self._aliases.get(node.id) or self._values.get(node.id, "")
        if isinstance(node, ast.Attribute):
            base = self._resolve(node.value)
            return f"{base}.{node.attr}" if base else ""
        if isinstance(node, ast.Subscript):
            return self._resolve(node.value)
        if isinstance(node, ast.Call):
            name = self._resolve(node.func)
            # A class called gives its instance, whose methods are the class's.
            is_class = name.rpartition(".")[2][:1].isupper()
            return name if is_class or not name else f"{name}()"
        return ""


@lru_cache(maxsize=4096)
def _aliases_of(source: str) -> dict[str, str]:
    tree = parsed(source)
    bound: dict[str, str] = {}
    for node in _walk(tree) if tree else ():
        bound.update(_bound_by(node))
    return bound


def _walk(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node, in the order of the source (`ast.walk` goes level by level)."""
    pending = [tree]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(list(ast.iter_child_nodes(node))))


def _bound_by(node: ast.AST) -> dict[str, str]:
    """Names that an import binds, and what each stands for."""
    if isinstance(node, ast.Import):
        return {
            alias.asname or alias.name.partition(".")[0]: alias.name if alias.asname else alias.name.partition(".")[0]
            for alias in node.names
        }
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names if alias.name != "*"}
    return {}


def _last_name(node: ast.expr) -> str:
    """``append`` of ``frame.append``."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _spans(node: ast.expr, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)
