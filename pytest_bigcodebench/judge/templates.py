"""Which libraries are imported beforehand, and in which template: a chain of warm processes, each forked from the last.

A fork costs by what the process holds: with the standard library it is a tenth of what it is with everything that
the official tasks import (docs/decisions/013-a-chain-of-templates.md). So the first template of the chain holds the
standard library, and each one behind it some rarer libraries more; a sample is forked from the first that holds what it
and its task import.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.imports import imports_of, imports_of_task, library_of

__all__ = ["Templates"]

#: The chain: a template's name, and the share of the tasks that must use a library for it to be imported there.
_CHAIN: Final = (("standard", 1.1), ("frequent", 0.25), ("common", 0.05), ("rare", 0.0))
#: The chain's link with what nearly every task of machine learning uses besides.
_BASE_OF_UNFORKABLE: Final = "common"
#: Libraries that start threads when they are used and want a template of their own.
_UNFORKABLE: Final = frozenset({"tensorflow", "keras", "torch"})
#: What the official evaluator has imported itself, so that a sample that only says ``import urllib`` finds
#: ``urllib.parse`` there, and numpy's generator has its state before a sample imports numpy.
_OFFICIAL: Final = {
    "standard": (
        *("concurrent.futures.process", "datetime", "hashlib", "importlib.abc", "importlib.resources"),
        *("multiprocessing.managers", "multiprocessing.pool", "tempfile", "urllib.parse"),
    ),
    "frequent": ("matplotlib.pyplot", "numpy"),
}
#: Modules that must not be imported for warmth: they open windows or browsers, or print.
_NEVER_WARM: Final = frozenset(
    {"antigravity", "this", "turtle", "tkinter", "idlelib", "__future__", "__main__", "__test__"}
)


class Templates:
    """The templates for some tasks, and which of them each sample wants."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        """Plan for these tasks; others can be judged as well, with less of what they need at hand."""
        tasks = list(tasks)
        imports = [imports_of_task(task) for task in tasks]
        uses = Counter(library for names in imports for library in {library_of(name) for name in names})
        self._level = {library: _level(library, count / len(imports)) for library, count in uses.items()}
        official = _OFFICIAL if any(task.is_official for task in tasks) else {}
        self._level |= {library_of(name): level for level, names in official.items() for name in names}
        self._modules = {name: set(official.get(name, ())) for name in (*dict(_CHAIN), "unforkable")}
        if "numpy" not in self._level:
            # A solution may import it all the same, or what imports it, and its generator must have its state before.
            self._level["numpy"] = "rare"
            self._modules["rare"].add("numpy")
        for names in imports:
            for name in names:
                if library_of(name) not in _NEVER_WARM:
                    self._modules[self._level[library_of(name)]].add(name)

    def to_plain(self) -> dict[str, dict[str, Any]]:
        """Name -> the template it is forked from (empty for the first) and its modules, in an order that is fixed."""
        bases = {name: base for (base, _), (name, _) in pairwise(_CHAIN)}
        bases["unforkable"] = _BASE_OF_UNFORKABLE
        return {
            name: {"base": bases.get(name, ""), "modules": sorted(modules)} for name, modules in self._modules.items()
        }

    def template_for(self, task: Task, solution: str) -> str:
        """Name of the first template that holds what the task and the solution import, as far as any does."""
        names = {*imports_of_task(task), *imports_of(solution)}
        levels = {self._level.get(library) or self._unplanned_level(library) for library in map(library_of, names)}
        return next((name for name in reversed(self._modules) if name in levels), "standard")

    def _unplanned_level(self, library: str) -> str:
        """For a library that no task uses: most of them need numpy."""
        return "standard" if library in sys.stdlib_module_names else self._level["numpy"]


def _level(library: str, share: float) -> str:
    if library in _UNFORKABLE:
        return "unforkable"
    if library in sys.stdlib_module_names:
        return "standard"
    return next(name for name, least in _CHAIN if share >= least)
