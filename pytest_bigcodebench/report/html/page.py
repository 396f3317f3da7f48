"""The page's life: its needs are looked for before the run, each report is put aside, the file is written at the end.

Reports wait in a nameless temporary file, so that the memory of a long run does not grow with its failures' texts. The
file takes its name when it is whole.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from pytest_bigcodebench.benchmark.errors import BenchmarkError, InputError
from pytest_bigcodebench.judge.text import clipped, printable
from pytest_bigcodebench.report.html.content import Entry
from pytest_bigcodebench.report.places import is_special
from pytest_bigcodebench.scoring.record import Record

if TYPE_CHECKING:
    import pytest

    from pytest_bigcodebench.evaluation import Evaluation
    from pytest_bigcodebench.report.results import Results

__all__ = ["HtmlPage"]

#: What the page is made with: module -> name of its distribution.
_NEEDED: Final = {"jinja2": "Jinja2", "pygments": "Pygments", "vl_convert": "vl-convert-python"}

#: Longest failure text that is kept, in characters.
_TEXT: Final = 8000

Order = tuple[int, int, int]


class HtmlPage:
    """The page that ``--bcb-html`` asks for."""

    def __init__(self, path: Path, evaluation: Evaluation, order: Callable[[Record], Order]) -> None:
        self.path = path
        #: The file itself, which a link may lead to; first written beside it, unless it is a device or a pipe, whose
        #: place no file may take.
        self._target = self._partial = path
        if not is_special(path):
            self._target = Path(os.path.realpath(path))
            self._partial = self._target.with_name(f"{self._target.name}.partial")
        #: Why there is no page, or not a whole one, for a person; empty while all is well.
        self.fault = ""
        #: Where the page is, for a person; empty until it is there.
        self.written = ""
        self._evaluation = evaluation
        self._order = order
        self._task_ids = {printable(task_id): task_id for task_id in evaluation.dataset.tasks}
        self._spool: IO[bytes] | None = None
        #: Where each sample's last report stands in the spool, by its place in the order.
        self._places: dict[Order, tuple[int, int]] = {}

    def prepare(self) -> None:
        """Find out what would keep the page from being written; raises `BenchmarkError` for it."""
        if absent := [name for module, name in _NEEDED.items() if find_spec(module) is None]:
            what = f"--bcb-html needs {', '.join(absent)}"
            raise BenchmarkError(f"{what}: pip install pytest-bigcodebench[html]")
        try:
            self._partial.parent.mkdir(parents=True, exist_ok=True)
            if self._partial != self._target:
                self._partial.open("wb").close()
                self._partial.unlink()
            self._spool = tempfile.TemporaryFile(prefix="bcb-html-")  # noqa: SIM115 (open as long as the run lasts)
        except OSError as error:
            what = f"cannot be written ({error.strerror or error})"
            raise InputError(what, where=self._name, remedy="give --bcb-html a file that can be") from None

    def add(self, report: pytest.TestReport, record: Record | None) -> None:
        """Put a report aside; without a record it is on a sample that could not be judged."""
        if self._spool is None or (record is None and (record := self._unjudged(report)) is None):
            return
        text = "" if record.passed else clipped(report.longreprtext, _TEXT)
        line = json.dumps({"record": record.to_plain(), "nodeid": report.nodeid, "text": text}).encode()
        try:
            self._places[self._order(record)] = (self._spool.seek(0, 2), len(line))
            self._spool.write(line)
        except OSError as error:
            self._give_up(error)

    def finish(self, results: Results, run: Mapping[str, Any]) -> None:
        """Write the page; a fault costs the page, not the run."""
        if self._spool is None:
            return
        from pytest_bigcodebench.report.html.render import render

        try:
            with self._partial.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.writelines(render(results, run, list(self._entries())))
            if self._partial != self._target:
                self._partial.replace(self._target)
        except OSError as error:
            self._give_up(error)
        else:
            self.written = f"{self._name} ({self.path.stat().st_size / 1e6:.1f} MB)"
            self._close()

    @property
    def _name(self) -> str:
        return printable(str(self.path))

    def _entries(self) -> Iterator[Entry]:
        """What was put aside, in the order of samples files, tasks and samples."""
        assert self._spool
        for _, (offset, length) in sorted(self._places.items()):
            self._spool.seek(offset)
            plain = json.loads(self._spool.read(length))
            yield Entry(Record.from_plain(plain["record"]), plain["nodeid"], plain["text"])

    def _unjudged(self, report: pytest.TestReport) -> Record | None:
        """What stands for the verdict of a sample that has none; None for another item."""
        source = self._evaluation.source_of(report.nodeid)
        task_id, _, number = printable(report.nodeid.partition("::")[2]).rpartition("[")
        if source is None or task_id not in self._task_ids:
            return None
        return Record(
            samples_file=source.name,
            task_id=task_id,
            sample=int(number.removesuffix("]")),
            status="error",
            domains=self._evaluation.dataset.tasks[self._task_ids[task_id]].domains,
            message=clipped(" ".join(report.longreprtext.split()), 300),
        )

    def _give_up(self, error: OSError) -> None:
        self.fault = f"{self._name} cannot be written ({error.strerror or error}): there is no page of this run"
        self._close()

    def _close(self) -> None:
        if self._spool is not None:
            self._spool.close()
            self._spool = None
