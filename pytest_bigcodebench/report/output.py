"""``--bcb-output=DIR``: ``verdicts.jsonl``, a line a verdict, and ``summary.json``.

While the run lasts, each line is flushed to ``verdicts.jsonl.partial`` as its verdict comes. At the end, an
interrupted run's too, the lines are put in the order of samples files, tasks and samples, however the run was
distributed, and each file takes its name when it is whole.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.scoring.record import Record

__all__ = ["OutputFolder"]

_VERDICTS: Final = "verdicts.jsonl"
_SUMMARY: Final = "summary.json"


class OutputFolder:
    """The folder that a run's results are written to."""

    def __init__(self, folder: Path, order: Callable[[Record], tuple[int, int, int]]) -> None:
        self.folder = folder
        #: Why nothing is written any more, for a person; empty while all is well.
        self.fault = ""
        self._order = order
        self._file: IO[bytes] | None = None
        self._lines: list[tuple[tuple[int, int, int], int, int]] = []

    def open(self) -> None:
        """Make the folder and begin to write; raises `InputError` where that cannot be."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._file = self._partial.open("w+b")
        except OSError as error:
            what = f"cannot be written to ({error.strerror or error})"
            raise InputError(what, where=str(self.folder), remedy="give --bcb-output a folder that can be") from None

    def add(self, record: Record) -> None:
        """Write one line; it is with the operating system when this returns. A fault ends the output, not the run."""
        if self._file is None:
            return
        line = json.dumps(record.to_plain()).encode() + b"\n"
        try:
            self._lines.append((self._order(record), self._file.tell(), len(line)))
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            self._give_up(error)

    def finish(self, summary: Mapping[str, Any]) -> None:
        """Put the lines in order and give both files their names."""
        if self._file is None:
            return
        try:
            self._finish_verdicts(self._file)
            self._write_whole(_SUMMARY, json.dumps(summary, indent=2).encode() + b"\n")
        except OSError as error:
            self._give_up(error)

    @property
    def _partial(self) -> Path:
        return self.folder / f"{_VERDICTS}.partial"

    def _finish_verdicts(self, file: IO[bytes]) -> None:
        ordered = sorted(self._lines)
        if ordered != self._lines:
            with (self.folder / f"{_VERDICTS}.sorted").open("wb") as copy:
                for _, offset, length in ordered:
                    copy.write(os.pread(file.fileno(), length, offset))
            Path(copy.name).replace(self._partial)
        file.close()
        self._file = None
        self._partial.replace(self.folder / _VERDICTS)

    def _write_whole(self, name: str, content: bytes) -> None:
        beside = self.folder / f"{name}.partial"
        beside.write_bytes(content)
        beside.replace(self.folder / name)

    def _give_up(self, error: OSError) -> None:
        self.fault = f"{self.folder} cannot be written to ({error.strerror or error}): its files are not complete"
        if self._file is not None:
            # It holds what could not be written, tries again, and would complain of it when it is forgotten.
            with suppress(OSError):
                self._file.close()
            self._file = None
