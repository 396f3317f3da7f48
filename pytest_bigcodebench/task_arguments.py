"""Which arguments of pytest ask for ground truths: ``--bcb-check-gt``, or a folder of task files (see decision 11)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

import pytest

from pytest_bigcodebench.settings import absolute

__all__ = ["claim_ground_truth"]

#: What a task file has on lines of their own; a file with neither is none, a file with one is a broken one.
_PARTS: Final = (re.compile(rb"^def task_func\(", re.MULTILINE), re.compile(rb"^class TestCases\b", re.MULTILINE))
#: Bytes of a file that are looked at.
_LOOKED_AT: Final = 1 << 20


def claim_ground_truth(config: pytest.Config, samples: Sequence[Path]) -> Path | None:
    """Find what a run is to judge the ground truths of: a folder of task files, or the place for a whole dataset.

    Without ``--bcb-check-gt``, folders of task files are looked for among the arguments only; None if there is none.
    """
    given = config.args if config.args_source == config.ArgsSource.ARGS else []
    if config.option.bcb_check_gt:
        if samples:
            text = "--bcb-check-gt judges a dataset's ground truths and no samples; leave the samples file out"
            raise pytest.UsageError(text)
        return _claim_dataset(config, given)
    folders = {argument: folder for argument in given if (folder := _dataset_of(argument, config))}
    if not folders:
        return None
    if samples:
        text = f"{next(iter(folders))} holds task files, and {samples[0]} samples; judge them in two runs"
        raise pytest.UsageError(text)
    first, *others = dict.fromkeys(folders.values())
    if others:
        raise pytest.UsageError(f"{first} and {others[0]} are two datasets of task files; judge them in two runs")
    return first


def _claim_dataset(config: pytest.Config, given: Sequence[str]) -> Path:
    """Let pytest collect a whole dataset's ground truths, or those that the arguments name."""
    from pytest_bigcodebench.benchmark.ground_truth import GROUND_TRUTH, PLACE

    named = [argument for argument in given if argument.partition("::")[0] == GROUND_TRUTH]
    others = [argument for argument in given if argument not in named and argument != str(PLACE)]
    places = [argument.replace(GROUND_TRUTH, str(PLACE), 1) for argument in named]
    if folders := [argument for argument in others if _dataset_of(argument, config)]:
        text = "judges a whole dataset; name it with --bcb-dataset, or leave the option out to judge"
        raise pytest.UsageError(f"--bcb-check-gt {text} {folders[0]}")
    config.args = [*others, *(places or [str(PLACE)])]
    config.args_source = config.ArgsSource.ARGS
    return PLACE


def _dataset_of(argument: str, config: pytest.Config) -> Path | None:
    """The folder of task files that an argument names or names a part of; None if it names something else.

    It is the outermost one below pytest's root, so that a task has the same id whichever part of it is named.
    """
    base, _, names = argument.partition("::")
    path = absolute(base.partition("[")[0], config.invocation_params.dir)
    if names.startswith("TestCases") or not os.path.exists(path):
        return None
    patterns = config.getini("python_files") if config.pluginmanager.hasplugin("python") else []
    folder = path if os.path.isdir(path) else path.parent
    if (os.path.isfile(path) and path.suffix != ".py") or not _is_dataset(folder, patterns):
        return None
    for parent in folder.parents:
        if parent == config.rootpath or config.rootpath not in parent.parents or not _is_dataset(parent, patterns):
            break
        folder = parent
    return folder


def _is_dataset(folder: Path, patterns: Sequence[str]) -> bool:
    """Whether every Python file below a folder is a task file, if perhaps a broken one.

    The first other file ends the search, so that in a folder of tests one file is looked at. A folder in which pytest
    itself would collect each file (``test_*.py``) is left to it.
    """
    whole = foreign = 0
    with suppress(OSError):
        for path in _python_files(folder):
            head = _head(path)
            parts = sum(bool(part.search(head)) for part in _PARTS)
            if not parts:
                return False
            whole += parts == len(_PARTS)
            foreign += not any(fnmatch(path.name, pattern) for pattern in patterns)
    return whole > 0 and foreign > 0


def _python_files(folder: Path) -> Iterator[Path]:
    """The files that would be task files, folder by folder, those directly in it first."""
    entries = sorted(folder.iterdir())
    for entry in entries:
        if entry.suffix == ".py" and entry.name != "conftest.py" and entry.name[0] not in "._" and entry.is_file():
            yield entry
    for entry in entries:
        if entry.name[0] not in "._" and entry.is_dir() and not entry.is_symlink():
            yield from _python_files(entry)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LOOKED_AT)
