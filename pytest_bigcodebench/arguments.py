"""Which arguments of pytest are samples files, and the arguments that ``--bcb-samples`` stands for."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pytest_bigcodebench.settings import absolute, is_asked_for

if TYPE_CHECKING:
    import pytest

__all__ = ["claim_samples"]

#: Bytes of a file that are looked at; a first line longer than this is no sample anyone could answer with.
_LOOKED_AT: Final = 1 << 22

_SAMPLES_SUFFIXES: Final = (".jsonl", ".jsonl.gz")
_TASK_FOLDER: Final = re.compile(r"BigCodeBench_\d+|starter_\w+")


def claim_samples(config: pytest.Config, named: Sequence[Path]) -> list[Path]:
    """Find the samples files of a run, absolute and each once: those `named`, then those among the arguments.

    Each becomes an argument of pytest's unless one names it already, or some of its samples
    (``out.jsonl::BigCodeBench/13[0]``). Where there was no argument, the samples are collected instead of what pytest
    would look for.
    """
    given = config.args if config.args_source == config.ArgsSource.ARGS else []
    arguments: dict[object, str] = {}
    found = []
    for argument in given:
        samples = _samples_of(argument, config, named)
        found += [samples] if samples else []
        arguments.setdefault((samples, argument.partition("::")[2]) if samples else argument, argument)
    if not named and not found:
        return []
    config.args = [*arguments.values(), *(str(path) for path in named if path not in found)]
    config.args_source = config.ArgsSource.ARGS
    return list(dict.fromkeys([*named, *found]))


def _samples_of(argument: str, config: pytest.Config, named: Sequence[Path]) -> Path | None:
    """The samples file that an argument names, or names a part of; None if it names something else."""
    base = argument.partition("[")[0].partition("::")[0]
    path = absolute(base, config.invocation_params.dir)
    for candidate in (path, path.parent.parent):
        if candidate in named:
            return candidate
    if path.is_file() and (_holds_samples(path) or (path.name.endswith(_SAMPLES_SUFFIXES) and is_asked_for(config))):
        return path
    solution = path.suffix == ".py" and path.stem.isdecimal()
    folder = path.parent.parent if solution else path
    return folder if _is_samples_folder(folder) else None


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


def _is_samples_folder(path: Path) -> bool:
    """Whether a folder holds one folder a task and nothing else."""
    if not path.is_dir():
        return False
    names = [entry.name for entry in path.iterdir() if not entry.name.startswith((".", "__"))]
    return bool(names) and all(map(_TASK_FOLDER.fullmatch, names))
