"""The official evaluator's files: ``<stem>_eval_results.json`` and ``<stem>_pass_at_k.json``, a pair a samples file.

What a report says of a sample goes to a nameless file as it comes; at the end the results are put together one sample
at a time, each solution read from its samples file, so that a run of 228,000 samples is never held in memory.
"""

from __future__ import annotations

import json
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

from pytest_bigcodebench.benchmark.errors import BenchmarkError, InputError
from pytest_bigcodebench.benchmark.ground_truth import GROUND_TRUTH, PLACE
from pytest_bigcodebench.judge.program import stub_of
from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.origin import official_model_of, split_of, stems

if TYPE_CHECKING:
    from pytest_bigcodebench.evaluation import Evaluation, Source
    from pytest_bigcodebench.judge.verdict import Verdict
    from pytest_bigcodebench.scoring.record import Record

__all__ = ["DETAILS", "OfficialFiles", "details_of", "read_results", "write_rates", "write_results"]

#: The attribute of a report that carries the official details to the controller.
DETAILS: Final = "bcb_details"

#: The official word for what keeps a module from being executed at all.
_ALL: Final = "ALL"

#: What stands before each line of an entry.
_INDENT: Final = " " * 6

#: Samples of one task that can be told apart in a number that holds task and sample.
_SAMPLES: Final = 1 << 24


def details_of(verdict: Verdict) -> dict[str, str]:
    """What the official ``details`` hold of a verdict: the traceback of each test that failed.

    Where the module could not be executed the key is ``ALL``, and the exception's text stands for its traceback.
    """
    found = {each.test: each.message if each.test == _ALL else each.trace or each.message for each in verdict.failures}
    if verdict.status == "fail" and not found:
        found = {_ALL: verdict.message or verdict.kind}
    return found


def write_results(path: Path, entries: Iterable[tuple[str, str]]) -> None:
    """Write what ``json.dump(results, file, indent=2)`` would, one entry at a time: its task id, and its own JSON."""
    beside = path.with_suffix(".json.partial")
    with beside.open("w", encoding="ascii") as file:
        file.write(f'{{\n  "date": "{datetime.now():%Y-%m-%d %H:%M}",\n  "eval": {{')
        for i, (task_id, found) in enumerate(groupby(entries, key=lambda entry: entry[0])):
            file.write(f"{',' if i else ''}\n    {json.dumps(task_id)}: [")
            for j, (_, text) in enumerate(found):
                indented = text.replace("\n", f"\n{_INDENT}")
                file.write(f"{',' if j else ''}\n{_INDENT}{indented}")
            file.write("\n    ]")
        file.write("\n  }\n}")
    beside.replace(path)


def read_results(path: Path) -> Iterator[tuple[str, str]]:
    """Read what `write_results` wrote, one entry at a time: a line in a file of such files holds one thing only."""
    task_id, lines = "", []
    with path.open(encoding="ascii") as file:
        for line in file:
            text = line.rstrip("\n")
            if text.startswith('    "'):
                task_id = json.loads(text.strip().removesuffix(": ["))
            elif text.startswith(_INDENT):
                lines.append(text.removeprefix(_INDENT))
                if lines[-1] in ("}", "},"):
                    lines[-1] = "}"
                    yield task_id, "\n".join(lines)
                    lines = []


def write_rates(path: Path, content: Mapping[str, Any]) -> None:
    """Write the rates of one samples file."""
    beside = path.with_suffix(".json.partial")
    beside.write_text(json.dumps(content, indent=2), "ascii")
    beside.replace(path)


class OfficialFiles:
    """Gathers a run's results, and writes them as the official tools read them."""

    def __init__(self, folder: Path, evaluation: Evaluation) -> None:
        self._folder = folder
        self._evaluation = evaluation
        #: Why something is not written, for a person; empty while all is well.
        self.fault = ""
        self._sources = list(evaluation.sources.values())
        self._stems = stems(map(_named, self._sources))
        self._tasks = list(evaluation.dataset.tasks.values())
        self._file_numbers = {source.name: number for number, source in enumerate(self._sources)}
        self._task_numbers = {printable(task.task_id): number for number, task in enumerate(self._tasks)}
        self._spool: IO[bytes] | None = None
        #: For each sample its place (see `_Place`), and where what is known of it stands in the spool.
        self._places, self._offsets, self._lengths = array("q"), array("q"), array("q")

    def open(self) -> None:
        """Find out whether the files can be written; raises `InputError` if not."""
        for path in (self._path(source, name) for source in self._sources for name in ("eval_results", "pass_at_k")):
            if path.is_dir():
                raise InputError("is a folder", where=str(path), remedy="give --bcb-output another folder")
        try:
            self._spool = tempfile.TemporaryFile(dir=self._folder, prefix=".bcb-")  # noqa: SIM115 (closed by finish)
        except OSError as error:
            what = f"cannot be written to ({error.strerror or error})"
            raise InputError(what, where=str(self._folder), remedy="give --bcb-output a folder that can be") from None

    def add(self, record: Record, details: Mapping[str, str]) -> None:
        """Take one sample's verdict. A fault ends these files, not the run."""
        if self._spool is None:
            return
        place = _Place(self._file_numbers[record.samples_file], self._task_numbers[record.task_id], record.sample)
        line = json.dumps([record.status, dict(details)]).encode()
        try:
            offset = self._spool.tell()
            self._spool.write(line)
        except OSError as error:
            self._give_up(error)
            return
        self._places.append(place.to_number(len(self._tasks)))
        self._offsets.append(offset)
        self._lengths.append(len(line))

    def finish(self, rates: Mapping[str, Mapping[str, Any]]) -> None:
        """Write both files of each samples file that has a verdict; `rates` holds ``pass@k`` by samples file."""
        if self._spool is None:
            return
        try:
            with self._spool as spool:
                for number, rows in groupby(self._ordered(), key=lambda row: row[0].file):
                    source = self._sources[number]
                    entries = self._entries(source, rows, spool)
                    texts = ((each["task_id"], json.dumps(each, indent=2)) for each in entries)
                    write_results(self._path(source, "eval_results"), texts)
                    self._write_rates(source, rates[source.name])
        except (OSError, BenchmarkError) as error:
            self._give_up(error)
        self._spool = None

    def _ordered(self) -> Iterator[tuple[_Place, int]]:
        """Each sample's place and its row, in the order of files, tasks and samples; of two rows on one the last."""
        rows = sorted(range(len(self._places)), key=self._places.__getitem__)
        for place, same in groupby(rows, key=self._places.__getitem__):
            *_, last = same
            yield _Place.from_number(place, len(self._tasks)), last

    def _entries(
        self, source: Source, rows: Iterator[tuple[_Place, int]], spool: IO[bytes]
    ) -> Iterator[dict[str, Any]]:
        """What the official file says of each sample; the solution with what a calibrated run put before it."""
        evaluation, positions = self._evaluation, _positions(source)
        for place, row in rows:
            task = self._tasks[place.task]
            spool.seek(self._offsets[row])
            status, details = json.loads(spool.read(self._lengths[row]))
            solution = source.index.read(positions[task.task_id][place.sample], evaluation.dataset).solution
            prompt = stub_of(task) if evaluation.settings.calibrated else ""
            yield {"task_id": task.task_id, "solution": prompt + solution, "status": status, "details": details}

    def _write_rates(self, source: Source, rates: Mapping[str, Any]) -> None:
        """Write the rates, and how many of the ground truths pass here."""
        evaluation = self._evaluation
        content = {
            **rates,
            "model": official_model_of(_named(source)),
            "split": evaluation.settings.split or split_of(_named(source)) or None,
            "subset": evaluation.dataset.subset,
            "calibrated": evaluation.settings.calibrated,
            **self._ground_truth(),
        }
        write_rates(self._path(source, "pass_at_k"), content)

    def _ground_truth(self) -> dict[str, Any]:
        """The rate of ground truths that pass, and those that do not; nothing is claimed unless each was judged."""
        known, tasks = self._evaluation.knowledge, self._evaluation.dataset.tasks
        if known is None or len(known.verdicts) < len(tasks):
            return {"gt_pass_rate": None, "failed_tasks": []}
        return {"gt_pass_rate": len(known.sound) / len(tasks), "failed_tasks": list(known.unsound)}

    def _path(self, source: Source, name: str) -> Path:
        return self._folder / f"{self._stems[_named(source)]}_{name}.json"

    def _give_up(self, error: Exception) -> None:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
        self.fault = f"the official result files in {self._folder} are not complete ({reason})"
        self._spool = None


class _Place(NamedTuple):
    """A sample among all of a run: number of its samples file, number of its task, its index for the task."""

    file: int
    task: int
    sample: int

    def to_number(self, tasks: int) -> int:
        """One number that sorts as the place does."""
        return (self.file * tasks + self.task) * _SAMPLES + self.sample

    @classmethod
    def from_number(cls, number: int, tasks: int) -> _Place:
        """The place that `to_number` made a number of."""
        rest, sample = divmod(number, _SAMPLES)
        return cls(*divmod(rest, tasks), sample)


def _named(source: Source) -> Path:
    """What a samples file's results are named after; a dataset's ground truths are in no file of the user's."""
    return Path(GROUND_TRUTH) if source.path == PLACE else source.path


def _positions(source: Source) -> dict[str, Sequence[int]]:
    """Where the samples of each task stand in the index of their samples file."""
    found: dict[str, array[int]] = {}
    for i in range(len(source.index)):
        found.setdefault(source.index.ref(i).task_id, array("i")).append(i)
    return dict(found)
