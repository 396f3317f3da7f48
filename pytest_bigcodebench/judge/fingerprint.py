"""What the verdicts of a dataset depend on in the judged environment: interpreter, libraries, data."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.imports import imports_of_task, library_of
from pytest_bigcodebench.judge.interpreter import Interpreter

__all__ = ["READERS", "Fingerprint", "data_places", "named_data_places"]

#: Libraries that read nltk's data.
READERS: Final = frozenset({"nltk", "textblob"})

#: What stands for the version of a library that is not installed.
MISSING: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """An environment as far as it decides verdicts: equal fingerprints, equal verdicts (but for chance)."""

    #: Version, implementation and processor of the judged interpreter, ``3.10.13 cpython Linux-x86_64``.
    interpreter: str = ""
    #: Library of the dataset's tasks -> its version, or `MISSING`; without what comes with Python.
    libraries: Mapping[str, str] = field(default_factory=dict)
    #: nltk's data that the judged code can read, ``corpora/stopwords``.
    data: tuple[str, ...] = ()
    #: What stands for everything that is installed, whether or not tasks name it; no part of equality.
    installed: str = field(default="", compare=False)

    @classmethod
    def of(cls, interpreter: Interpreter, dataset: Dataset) -> Fingerprint:
        """Take the fingerprint of an interpreter for a dataset."""
        named = {library for task in dataset.tasks.values() for library in _libraries_of(task)}
        return cls(
            interpreter=f"{interpreter.version_text} {interpreter.build}",
            libraries={lib: _version(interpreter, lib) for lib in sorted(named - interpreter.standard)},
            data=tuple(sorted(set(_data_in(data_places(interpreter))))),
            installed=_digest(interpreter.installed),
        )

    @property
    def short(self) -> str:
        """Twelve hexadecimal digits that stand for all of it."""
        return _digest(self._parts)[:12]

    @property
    def _parts(self) -> dict[str, Any]:
        return {"interpreter": self.interpreter, "libraries": dict(self.libraries), "data": list(self.data)}

    @property
    def missing(self) -> tuple[str, ...]:
        """The libraries that are not installed."""
        return tuple(lib for lib, version in self.libraries.items() if version == MISSING)

    def libraries_of(self, task: Task) -> set[str]:
        """Those of its libraries that a task names, or that its ground truth or its tests import."""
        return _libraries_of(task) & self.libraries.keys()

    def key_of(self, task: Task) -> str:
        """What stands for one task in this environment; it changes with the task, its data, and what is installed.

        All that is installed, since a library may need another that no task names.
        """
        data = self.data if READERS & self.libraries_of(task) else ()
        # The official tasks have working conditions of their own.
        parts = (task.complete_prompt, task.canonical_solution, task.test, task.entry_point, task.is_official)
        return _digest([self.interpreter, self.installed, data, parts])[:24]

    def to_plain(self) -> dict[str, Any]:
        """The fingerprint as JSON-compatible data."""
        return {"short": self.short, **self._parts}


def data_places(interpreter: Interpreter) -> list[str]:
    """The folders in which nltk looks for data inside the sandbox, in its order: ``NLTK_DATA``, then its own."""
    own = [os.path.join(interpreter.prefix, *below, "nltk_data") for below in ((), ("share",), ("lib",))]
    system = [f"/usr/{below}nltk_data" for below in ("share/", "local/share/", "lib/", "local/lib/")]
    return [*named_data_places(), *own, *system]


def named_data_places() -> list[str]:
    """The folders that ``NLTK_DATA`` names, absolute: samples work in another directory."""
    return [os.path.abspath(path) for path in os.environ.get("NLTK_DATA", "").split(os.pathsep) if path]


def _data_in(places: Iterable[str]) -> Iterable[str]:
    for place in filter(os.path.isdir, places):
        for category in _entries_of(place):
            if category.is_dir() and not category.name.startswith("."):
                for entry in _entries_of(category.path):
                    yield f"{category.name}/{entry.name.removesuffix('.zip')}"


def _entries_of(folder: str) -> list[os.DirEntry[str]]:
    # What may not be listed is not there for the judged code either.
    with suppress(OSError):
        return list(os.scandir(folder))
    return []


def _version(interpreter: Interpreter, library: str) -> str:
    # mpl_toolkits comes with matplotlib, which does not always name it.
    return interpreter.installed.get(library) or interpreter.installed.get(_PARTS.get(library, library), MISSING)


_PARTS = {"mpl_toolkits": "matplotlib"}


def _libraries_of(task: Task) -> set[str]:
    return {*task.libs, *map(library_of, imports_of_task(task))}


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
