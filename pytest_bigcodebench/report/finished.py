"""Finished outputs of ``--bcb-output``, read back: whole ones only, and whatever is wrong said in one line."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.lines import numbered_lines, open_bytes, parse_object
from pytest_bigcodebench.scoring.comparison import Entry
from pytest_bigcodebench.scoring.rates import Tally
from pytest_bigcodebench.scoring.record import Record

__all__ = ["FinishedOutput", "entries_of", "require_same_dataset"]

_REMEDY: Final = "give a folder that a finished run's --bcb-output wrote"
#: What a record must say to be counted.
_NEEDED: Final = ("samples_file", "task_id", "sample", "status", "domains")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_misuses(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict) and all(_is_text(each.get(name)) for name in ("library", "function", "error"))
        for each in value
    )


def _is_tools(value: Any) -> bool:
    names = ("libs_used", "libs_unused", "libs_other", "calls_used", "calls_unused")
    return value is None or (isinstance(value, dict) and all(_is_texts(value.get(name)) for name in names))


#: Field of a record -> whether a value can be one. Somebody may have edited the file, or cut it.
_FITS: Final[Mapping[str, Callable[[Any], bool]]] = {
    "samples_file": _is_text,
    "task_id": _is_text,
    "sample": lambda value: type(value) is int and value >= 0,
    "status": lambda value: value in ("pass", "fail", "timeout"),
    "kind": _is_text,
    "domains": _is_texts,
    "misused": _is_misuses,
    "tools": _is_tools,
    "lazy": lambda value: value is None or isinstance(value, bool),
    "tests": lambda value: isinstance(value, dict),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedOutput:
    """The output folder of one finished run."""

    folder: Path
    #: Its ``summary.json``.
    summary: Mapping[str, Any]
    #: Name of a samples file -> what its records add up to, in the order of the records.
    tallies: Mapping[str, Tally]

    @classmethod
    def read(cls, folder: Path) -> FinishedOutput:
        """Read a folder's two files and see that they are whole and fit each other.

        Raises `InputError` when a file is missing, half-written or broken, or the run was interrupted.
        """
        summary = _read_summary(folder)
        tallies: dict[str, Tally] = {}
        count = 0
        for record in read_records(folder):
            tallies.setdefault(record.samples_file, Tally()).add(record)
            count += 1
        told = summary["overall"]["samples"]
        if count != told:
            what = f"holds {count:,} verdicts where summary.json tells of {told:,}"
            raise InputError(what, where=str(folder / "verdicts.jsonl"), remedy=_REMEDY)
        return cls(folder=folder, summary=summary, tallies=tallies)

    @property
    def dataset(self) -> Mapping[str, Any]:
        """Name, version, subset, hash and number of tasks of its dataset."""
        dataset: Mapping[str, Any] = self.summary["dataset"]
        return dataset

    @property
    def environment(self) -> Mapping[str, Any]:
        """Where it was judged, as far as it says; ``fingerprint`` is the environment's in short, None without one."""
        environment: Mapping[str, Any] = self.summary.get("environment") or {}
        return {**environment, "fingerprint": (environment.get("fingerprint") or {}).get("short")}

    @property
    def label(self) -> str:
        """Its dataset in one word, ``bigcodebench@v0.1.4``."""
        return f"{self.dataset['name']}@{self.dataset['version']}"

    @property
    def is_official(self) -> bool:
        """Whether it is on the full official dataset, of which there are published rates."""
        return bool(self.dataset["name"] == "bigcodebench" and self.dataset["subset"] == "full")


def read_records(folder: Path) -> Iterator[Record]:
    """Read the records of an output folder one by one; raises `InputError` at the first broken line."""
    path = folder / "verdicts.jsonl"
    with open_bytes(path) as file:
        for number, _, line in numbered_lines(file):
            where = f"{path}:{number}"
            plain = parse_object(line, where)
            if missing := [name for name in _NEEDED if name not in plain]:
                raise InputError(f'is no verdict: "{missing[0]}" is missing', where=where, remedy=_REMEDY)
            if unfit := [name for name, fits in _FITS.items() if name in plain and not fits(plain[name])]:
                raise InputError(f'is no verdict: "{unfit[0]}" is not what it should be', where=where, remedy=_REMEDY)
            yield Record.from_plain(plain)


def require_same_dataset(outputs: Sequence[FinishedOutput]) -> None:
    """Raise `InputError` unless some outputs are on one dataset."""
    first = outputs[0]
    for other in outputs[1:]:
        if other.dataset["hash"] != first.dataset["hash"]:
            what = f"{first.folder} is on {first.label}, {other.folder} on {other.label}"
            if first.label == other.label:
                what += " with other tasks"
            raise InputError(f"these outputs are of different datasets: {what}", remedy="give outputs of one dataset")


def entries_of(outputs: Sequence[FinishedOutput]) -> list[Entry]:
    """An entry for each samples file of some outputs, named after its folder, and after itself where that is needed."""
    names = [output.folder.name or str(output.folder) for output in outputs]
    if len(set(names)) < len(names):
        names = [str(output.folder) for output in outputs]
    entries = []
    for name, output in zip(names, outputs, strict=True):
        for file, tally in output.tallies.items():
            entries.append(Entry(name if len(output.tallies) == 1 else f"{name}:{file}", tally.scores()))
    return entries


def _read_summary(folder: Path) -> dict[str, Any]:
    if not os.path.isdir(folder):
        raise InputError("there is no such folder", where=str(folder), remedy=_REMEDY)
    if os.path.exists(folder / "verdicts.jsonl.partial"):
        what = "is half-written (verdicts.jsonl.partial is there): its run has not ended, or was killed"
        raise InputError(what, where=str(folder), remedy="wait for it, or judge again into this folder (--bcb-resume)")
    for name in ("summary.json", "verdicts.jsonl"):
        if not os.path.isfile(folder / name):
            raise InputError(f"has no {name}", where=str(folder), remedy=_REMEDY)
    path = folder / "summary.json"
    try:
        summary = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        summary = None
    if not _is_summary(summary):
        raise InputError("is no summary of --bcb-output", where=str(path), remedy=_REMEDY)
    if not summary["complete"]:
        judged = summary["overall"]["samples"] + summary["errors"]
        of = f" of {summary['expected']:,}" if "expected" in summary else ""
        what = f"is of a run that did not come to its end ({judged:,}{of} samples judged)"
        raise InputError(what, where=str(path), remedy="judge the rest with --bcb-resume and the same --bcb-output")
    return dict(summary)


def _is_summary(value: Any) -> bool:
    """Whether a value has all that is read of a summary, each part in its form."""
    try:
        environment = value.get("environment") or {}
        return (
            all(isinstance(count, int) for count in (value["overall"]["samples"], value["errors"]))
            and value["dataset"].keys() >= {"name", "version", "subset", "hash", "tasks"}
            and isinstance(environment, dict)
            and isinstance(environment.get("fingerprint") or {}, dict)
            and isinstance(value.get("expected", 0), int)
            and "complete" in value
        )
    except (KeyError, TypeError, AttributeError):
        return False
