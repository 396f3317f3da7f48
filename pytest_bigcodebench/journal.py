"""The journal: every verdict on disk the moment it is there, so that a run which was killed resumes and loses nothing.

A journal is a file of JSON lines in pytest's cache directory. There is one for each samples file and each way of
judging it, its fingerprint: contents of samples file and dataset, judged interpreter, sandbox, limits. The first line
holds the fingerprint, each other line one verdict, and the last line on a sample counts. Whichever process has a
verdict (pytest's own, or an xdist worker) adds its line with one ``write`` to a file opened for appending, so lines
never mix and nothing is lost with a process. A line that a killed process left unfinished is skipped.
"""

from __future__ import annotations

import glob
import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from pytest_bigcodebench.judge.verdict import Verdict

__all__ = ["Journal", "content_hash", "journal_path"]

#: A sample's task id and its index among the samples for this task.
Key = tuple[str, int]

#: Journals that are kept for one samples file.
_KEPT: Final = 4


class Journal:
    """The verdicts on one samples file, judged in one way."""

    def __init__(self, path: Path, fingerprint: Mapping[str, Any] | None = None) -> None:
        self.path = path
        self._fingerprint = fingerprint or {}
        #: Why nothing is written any more, for a person; empty while all is well.
        self.fault = ""
        self._descriptor: int | None = None
        self._offsets: dict[Key, int] = {}

    def __len__(self) -> int:
        return len(self._offsets)

    def __contains__(self, key: Key) -> bool:
        return key in self._offsets

    def load(self) -> None:
        """Find the verdicts that are there; they are read when they are taken."""
        self._offsets = {key: offset for offset, key, _ in _entries(self.path)}

    def entries(self) -> Iterator[tuple[Key, Verdict]]:
        """Read every stored verdict; of several on one sample the last counts."""
        for _, key, line in _entries(self.path):
            yield key, Verdict.from_plain(json.loads(line)["verdict"])

    def take(self, key: Key) -> Verdict | None:
        """Read the stored verdict on a sample, once; None if there is none."""
        offset = self._offsets.pop(key, None)
        if offset is None:
            return None
        with self.path.open("rb") as file:
            file.seek(offset)
            return Verdict.from_plain(json.loads(file.readline())["verdict"])

    def begin(self, anew: Collection[Key]) -> None:
        """Make the file ready to be added to; verdicts on samples that are to be judged anew go, others stay.

        Nothing else may be adding to it meanwhile.
        """
        beside = self.path.with_suffix(f".{os.getpid()}.tmp")
        try:
            if self.path.exists() and not any(key in anew for _, key, _ in _entries(self.path)):
                return
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(_line({"fingerprint": self._fingerprint}))
                file.writelines(line for _, key, line in _entries(self.path) if key not in anew)
            beside.replace(self.path)
        except OSError as error:
            self._give_up(error)
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        else:
            _remove_old(self.path)

    def add(self, key: Key, verdict: Verdict) -> None:
        """Append one verdict, which is with the operating system when this returns; a fault ends the journal only."""
        if self.fault:
            return
        line = _line({"task_id": key[0], "sample": key[1], "verdict": verdict.to_plain()})
        try:
            if self._descriptor is None:
                # No O_CREAT: the controller made the file, or it noted the fault.
                self._descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND)
            if os.write(self._descriptor, line) < len(line):
                raise OSError("the disk is full")
        except OSError as error:
            self._give_up(error)

    def close(self) -> None:
        """Close the file; more can be added afterwards."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def changes(self) -> list[str] | None:
        """What differs from the newest other run on this samples file, by name; None if there was no other run."""
        newest = max(_siblings(self.path) - {self.path}, key=_age, default=None)
        if newest is None:
            return None
        before = _fingerprint_of(newest)
        return [name for name, value in self._fingerprint.items() if before.get(name) != value]

    def _give_up(self, error: OSError) -> None:
        self.close()
        self.fault = f"the journal {self.path} cannot be written ({_text_of(error)}): this run cannot be resumed"


def journal_path(folder: Path, samples: Path, fingerprint: Mapping[str, Any]) -> Path:
    """Where the journal for a samples file stands in a folder, when it is judged in the way the fingerprint says."""
    return folder / f"{samples.name}-{_digest(str(samples))}-{_digest(json.dumps(fingerprint, sort_keys=True))}.jsonl"


def content_hash(path: Path) -> str:
    """SHA-256 of a file, or of a folder's files and their names, in hexadecimal."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(f"{file.relative_to(path)}\0{file.stat().st_size}\0".encode(errors="surrogateescape"))
            with file.open("rb") as stream:
                while block := stream.read(1 << 20):
                    digest.update(block)
    return digest.hexdigest()


def _line(value: Mapping[str, Any]) -> bytes:
    """One line; a newline before it ends what a killed process may have left unfinished (blank lines mean nothing)."""
    return b"\n" + json.dumps(value, separators=(",", ":")).encode() + b"\n"


def _entries(path: Path) -> Iterator[tuple[int, Key, bytes]]:
    """Every whole verdict of a journal as ``(offset, key, line)``; nothing if there is no journal."""
    with suppress(FileNotFoundError), path.open("rb") as file:
        offset = 0
        for line in file:
            start, offset = offset, offset + len(line)
            key = _key_of(line) if line.endswith(b"\n") else None
            if key is not None:
                yield start, key, line


def _key_of(line: bytes) -> Key | None:
    """The sample that a line is on; None for a line that is broken or holds no verdict."""
    try:
        entry = json.loads(line)
        Verdict.from_plain(entry["verdict"])
        return str(entry["task_id"]), int(entry["sample"])
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _fingerprint_of(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, KeyError, TypeError), path.open("rb") as file:
        for line in file:
            if line.strip():
                return dict(json.loads(line)["fingerprint"])
    return {}


def _siblings(path: Path) -> set[Path]:
    """All journals of the same samples file."""
    return set(path.parent.glob(f"{glob.escape(path.name.rpartition('-')[0])}-*.jsonl"))


def _remove_old(path: Path) -> None:
    for old in sorted(_siblings(path) - {path}, key=_age, reverse=True)[_KEPT - 1 :]:
        with suppress(OSError):
            old.unlink()


def _age(path: Path) -> float:
    """When a file was last written; a file that is gone is the oldest."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _text_of(error: OSError) -> str:
    return error.strerror or str(error)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()[:10]
