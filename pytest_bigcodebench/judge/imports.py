"""Which modules a source imports, found line by line.

Reading 1,140 tasks whole would take seconds in every process that judges. A line of prose or of a string may be taken
for an import: then a module is made warm in vain, or its version is looked at, and no more.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.syntax import lines_of, parsed

__all__ = ["imports_of", "imports_of_task", "library_of"]

#: A statement that begins with an import, on one line or several.
_IMPORT: Final = re.compile(
    r"^[ \t]*((?:from[ \t]+[\w.]+[ \t]+)?import\b(?:[ \t]*\([^()]*\)|(?:\\\n|[^\n\\])*))", re.MULTILINE
)


@lru_cache(maxsize=4096)
def imports_of_task(task: Task) -> frozenset[str]:
    """What a task's ground truth and its tests import."""
    return frozenset((*imports_of(task.ground_truth), *imports_of(task.test)))


def imports_of(source: str) -> Iterator[str]:
    """Modules that a source imports, ``a.b`` or ``a.b:name`` where ``name`` may be a module in it."""
    for statement in _IMPORT.findall("\n".join(lines_of(source))):
        yield from _imports_in(statement)


def library_of(name: str) -> str:
    """The top-level module of an import, ``a`` of ``a.b:name``."""
    return name.partition(":")[0].partition(".")[0]


@lru_cache(maxsize=4096)
def _imports_in(statement: str) -> tuple[str, ...]:
    tree = parsed(statement)
    return tuple(_names_in(tree.body)) if tree is not None else ()


def _names_in(statements: list[ast.stmt]) -> Iterator[str]:
    for node in statements:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}:{alias.name}" for alias in node.names)
