"""Which arguments of pytest are samples files, and the arguments that ``--bcb-samples`` stands for."""

from __future__ import annotations

import gzip
import json
import os
import re
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from pytest_bigcodebench.settings import absolute, check_name, is_asked_for

__all__ = ["claim_samples", "refuse_configuration", "refuse_conftests", "samples_folders"]

#: Bytes of a file that are looked at; a first line longer than this is no sample anyone could answer with.
_LOOKED_AT: Final = 1 << 22

_SAMPLES_SUFFIXES: Final = (".jsonl", ".jsonl.gz")
_TASK_FOLDER: Final = re.compile(
    r"BigCodeBench_\d+|starter_(computation|cryptography|general|network|system|time|visualization)_\w+"
)


def claim_samples(config: pytest.Config, named: Sequence[Path]) -> list[Path]:
    """Find the samples files of a run, absolute and each once: those `named`, then those among the arguments.

    Each becomes an argument of pytest's unless one names it already, or some of its samples
    (``out.jsonl::BigCodeBench/13[0]``). Where there was no argument, the samples are collected instead of what pytest
    would look for.
    """
    folder = config.invocation_params.dir
    given = config.args if config.args_source == config.ArgsSource.ARGS else []
    arguments: dict[object, str] = {}
    found = []
    for argument in given:
        samples = _samples_of(argument, config, named)
        base, _, names = argument.partition("::")
        if samples:
            check_name(samples, folder)
            found.append(samples)
        arguments.setdefault((absolute(base, folder), names) if samples else argument, argument)
    if not named and not found:
        return []
    config.args = [*arguments.values(), *(_argument_for(path, folder) for path in named if path not in found)]
    config.args_source = config.ArgsSource.ARGS
    return list(dict.fromkeys([*named, *found]))


def _argument_for(path: Path, folder: Path) -> str:
    """The argument that lets pytest collect a path: relative if a folder's name holds what no argument may."""
    return os.path.relpath(path, folder) if "[" in str(path) or "::" in str(path) else str(path)


def refuse_conftests(config: pytest.Config, folders: Sequence[Path]) -> None:
    """Refuse a ``conftest.py`` in a samples folder where pytest would execute it before it collects anything.

    It does so in the folders of its arguments, in those above them and in folders ``test*`` in them. Anywhere else in a
    samples folder the file is listed as one that is no sample.
    """
    known = config.known_args_namespace
    places = [absolute(argument.partition("::")[0], config.invocation_params.dir) for argument in known.file_or_dir]
    for folder in folders:
        for conftest in [*folder.glob("conftest.py"), *folder.glob("*/conftest.py")]:
            would = any(
                _reads_conftest_of(conftest.parent, place) for place in places or [config.invocation_params.dir]
            )
            if would and not known.noconftest:
                raise pytest.UsageError(f"{conftest}: is in a samples folder, and pytest would execute it; remove it")


def refuse_configuration(config: pytest.Config, folders: Sequence[Path]) -> None:
    """Refuse a ``pytest.ini`` or the like in one of these samples folders that pytest took for its own.

    Whoever wrote the solutions could set options by it, and a path to import from.
    """
    if config.inipath and not config.known_args_namespace.inifilename:
        for folder in folders:
            if config.inipath.is_relative_to(folder):
                text = "is in a samples folder, and pytest would be configured by it; remove it, or ask for it with -c"
                raise pytest.UsageError(f"{config.inipath}: {text}")


def samples_folders(config: pytest.Config, named: Sequence[Path]) -> list[Path]:
    """The samples files of a run that are folders, before pytest has settled what its arguments are."""
    arguments = config.known_args_namespace.file_or_dir
    samples = [folder for argument in arguments if (folder := _samples_of(argument, config, named))]
    return [path for path in dict.fromkeys([*named, *samples]) if os.path.isdir(path)]


def _reads_conftest_of(folder: Path, place: Path) -> bool:
    return folder in (place, *place.parents) or (folder.parent == place and folder.name.startswith("test"))


def _samples_of(argument: str, config: pytest.Config, named: Sequence[Path]) -> Path | None:
    """The samples file that an argument names, or names a part of; None if it names something else.

    A solution's file is never left to pytest, which would execute it, whatever else lies in its samples folder.
    """
    base, _, sample = argument.partition("::")
    path = absolute(base.partition("[")[0], config.invocation_params.dir)
    for candidate in (path, path.parent, path.parent.parent):
        if candidate in named:
            return candidate
    if os.path.isfile(path):
        if _holds_samples(path) or (path.name.endswith(_SAMPLES_SUFFIXES) and is_asked_for(config)):
            return path
        is_solution = path.suffix == ".py" and _is_of_task(path.parent.name, sample, config)
        return path.parent.parent if is_solution else None
    if os.path.isdir(path) and _TASK_FOLDER.fullmatch(path.name):
        return path.parent
    return path if _is_samples_folder(path, lenient=is_asked_for(config)) else None


def _is_of_task(folder: str, sample: str, config: pytest.Config) -> bool:
    """Whether a folder is a task's by its own name, or by the id of a sample in it."""
    task_id, _, number = sample.partition("[")
    if task_id.replace("/", "_") != folder:
        return bool(_TASK_FOLDER.fullmatch(folder))
    return "/" in task_id or (number.removesuffix("]").partition("@")[0].isdecimal() and is_asked_for(config))


def _holds_samples(path: Path) -> bool:
    """Whether a file's first line looks like a sample."""
    with suppress(OSError, EOFError, ValueError, zlib.error, RecursionError), path.open("rb") as raw:
        head = raw.read(2)
        compressed = head == b"\x1f\x8b"
        if not (compressed or head[:1] in b"{\xef \t\r\n"):
            return False
        raw.seek(0)
        text = (gzip.GzipFile(fileobj=raw) if compressed else raw).read(_LOOKED_AT)
        line = text.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
        if not line.startswith(b"{"):
            return False
        sample = json.loads(line)
        return isinstance(sample, dict) and "task_id" in sample and bool({"solution", "completion"} & sample.keys())
    return False


def _is_samples_folder(path: Path, *, lenient: bool) -> bool:
    """Whether a folder holds one folder a task, and no other and no Python file; `lenient`, whether it holds one."""
    tasks = others = 0
    with suppress(OSError):
        for entry in path.iterdir():
            is_task = bool(_TASK_FOLDER.fullmatch(entry.name))
            tasks += is_task
            if not (is_task or entry.name.startswith((".", "__"))):
                others += entry.suffix == ".py" or os.path.isdir(entry)
    return tasks > 0 and (lenient or not others)
