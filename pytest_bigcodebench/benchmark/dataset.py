"""A dataset: tasks with a name and a version, from wherever a person names them."""

from __future__ import annotations

import difflib
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from pytest_bigcodebench.benchmark import hub, records, taskfile
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.hard import OFFICIAL_HARD
from pytest_bigcodebench.benchmark.task import Task

__all__ = ["NAMES", "Dataset", "dataset_name_for", "load_dataset", "starter_folder"]

#: The datasets that have a name; any other is named by its path.
NAMES: Final = ("starter", *hub.REPOSITORIES)

#: First part of a task id -> name of its dataset.
_NAME_BY_PREFIX: Final = {"starter": "starter", "BigCodeBench": "bigcodebench"}

_FILE_SUFFIXES: Final = (".jsonl", ".jsonl.gz", ".parquet")
_PATH_FORMS: Final = f"a folder of task files or a {', '.join(_FILE_SUFFIXES)} file"


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A set of tasks with a name and a version."""

    #: ``starter``, ``bigcodebench``, ``bigcodebench-hard``, or the path it was read from, as the user named it.
    name: str
    #: ``v0.1.4`` for the official ones; else the first twelve digits of `hash`.
    version: str
    #: Task id -> task, in the dataset's order.
    tasks: dict[str, Task]

    @cached_property
    def hash(self) -> str:
        """SHA-256 of everything its tasks say, in hexadecimal: equal for equal contents, wherever they were read."""
        return _hash_of(self.tasks.values())

    @property
    def subset(self) -> Literal["full", "hard"]:
        """``hard`` when every task belongs to the *Hard* subset."""
        return "hard" if all(task.hard for task in self.tasks.values()) else "full"

    @property
    def label(self) -> str:
        """Name and version in one word, ``bigcodebench@v0.1.4``."""
        return f"{self.name}@{self.version}"


def load_dataset(name_or_path: str | os.PathLike[str] = "starter") -> Dataset:
    """Load a dataset by its name or its path.

    ``starter`` is embedded. ``bigcodebench`` and ``bigcodebench-hard`` are the official ones, version v0.1.4 unless
    another is named (``bigcodebench@v0.1.2``), read from the folder ``BCB_DATASET_DIR``, from Hugging Face's cache, or
    downloaded. Anything else is the path of a folder of task files or of a ``.jsonl``, ``.jsonl.gz`` or ``.parquet``
    file in the official schema.

    Raises `InputError` when there is no such dataset, or one of its tasks is broken.
    """
    text = os.fspath(name_or_path)
    if not text:
        raise InputError("the dataset must be a name or a path", remedy=f"the names are {', '.join(NAMES)}")
    name, _, version = text.partition("@")
    if isinstance(name_or_path, str) and name in NAMES:
        return _load_named(name, version)
    path = Path(text)
    # os.path's questions are answered for a path that is too long or may not be looked at, too.
    if os.path.isdir(path):
        folder = path.resolve()
        return _make(str(path), taskfile.read_folder(path, prefix=folder.name), where=text)
    if os.path.exists(path) and text.endswith(_FILE_SUFFIXES):
        return _make(str(path), records.read_tasks(path), where=text)
    raise _no_such_dataset(text)


def dataset_name_for(task_ids: Iterable[str]) -> str:
    """Tell which dataset some task ids call for.

    ``BigCodeBench/...`` calls for ``bigcodebench``, exactly the 148 ids of its *Hard* subset for ``bigcodebench-hard``,
    ``starter/...`` for ``starter``. Ids of no known form have no say while others have one; no ids at all call for
    ``starter``.

    Raises `InputError` when the ids call for two datasets, or none of them calls for a known one.
    """
    ids = set(task_ids)
    examples = {name: task_id for task_id in sorted(ids) if (name := _NAME_BY_PREFIX.get(task_id.partition("/")[0]))}
    if len(examples) > 1:
        first, second = examples.values()
        what = f"the samples are for two datasets ({first!r} and {second!r})"
        raise InputError(what, remedy="judge them in two runs, or name one dataset that has them all")
    if ids and not examples:
        what = f"no dataset is known for task ids like {min(ids)!r}"
        raise InputError(what, remedy=f"name the dataset they belong to: {', '.join(NAMES)}, or the path of one")
    if ids == OFFICIAL_HARD:
        return "bigcodebench-hard"
    return next(iter(examples), "starter")


def starter_folder() -> Path:
    """Return the folder of the starter dataset's task files, in an installed package or a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "starter_tasks", package.parent / "tasks"):
        if folder.is_dir():
            return folder
    what = "the starter dataset's task files are not there"
    raise InputError(what, where=str(package / "starter_tasks"), remedy="install pytest-bigcodebench again")


def _load_named(name: str, version: str) -> Dataset:
    if name in hub.REPOSITORIES:
        version = version or hub.DEFAULT_VERSION
        path = hub.find_file(name, version)
        return _make(name, records.read_tasks(path), where=str(path), version=version)
    if version:
        what = f"the starter dataset has no version {version!r}"
        raise InputError(what, remedy="it comes with the package: name it without @")
    folder = starter_folder()
    return _make(name, taskfile.read_folder(folder, prefix="starter"), where=str(folder))


def _make(name: str, tasks: list[Task], *, where: str, version: str = "") -> Dataset:
    """Make a dataset of tasks that must be there and differ in their ids."""
    if not tasks:
        raise InputError("holds no task", where=where, remedy=f"a dataset is {_PATH_FORMS}")
    by_id: dict[str, Task] = {}
    for task in tasks:
        if task.task_id in by_id:
            raise InputError(f"the task {task.task_id!r} is there twice", where=where, remedy="remove one of them")
        by_id[task.task_id] = task
    return Dataset(name=name, version=version or _hash_of(tasks)[:12], tasks=by_id)


def _hash_of(tasks: Iterable[Task]) -> str:
    contents = json.dumps([astuple(task) for task in tasks])
    return hashlib.sha256(contents.encode()).hexdigest()


def _no_such_dataset(text: str) -> InputError:
    """Say why a text names no dataset: a path of another form, a path of nothing, or an unknown name."""
    path = Path(text)
    if os.path.exists(path):
        return InputError("is no dataset", where=text, remedy=f"a dataset is {_PATH_FORMS}")
    if text.endswith(_FILE_SUFFIXES) or os.sep in text:
        return InputError("there is no such dataset file or folder", where=text, remedy="check the path")
    close = difflib.get_close_matches(text.partition("@")[0].lower(), NAMES, n=2)
    hint = f"did you mean {' or '.join(close)}? " if close else ""
    names = f"the names are {', '.join(NAMES)} (a version of the official ones with @{hub.DEFAULT_VERSION})"
    remedy = f"{hint}{names}, anything else must be the path of {_PATH_FORMS}"
    return InputError(f"there is no dataset {text!r}", remedy=remedy)
