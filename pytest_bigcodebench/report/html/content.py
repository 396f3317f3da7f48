"""What the page tells of samples and tasks, as rows of plain data that the page's script reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.judge.text import clipped, printable
from pytest_bigcodebench.scoring.rates import Rate, Tally
from pytest_bigcodebench.scoring.record import Record

if TYPE_CHECKING:
    from pytest_bigcodebench.benchmark.task import Task
    from pytest_bigcodebench.evaluation import Evaluation, Source
    from pytest_bigcodebench.report.html.highlight import Highlighter

__all__ = ["Content", "Entry"]

#: Longest solution that is shown, in characters, and longest message in the list.
_SOLUTION: Final = 100_000
_MESSAGE: Final = 160

#: A failure's way through solution and tests, as its text tells it: a line with the place, then the source.
_PLACE: Final = re.compile(r"^ *# (solution|test), line (\d+)[^\n]*\n>", re.MULTILINE)


class Entry(NamedTuple):
    """One sample's report."""

    #: Its status is ``error`` if it could not be judged.
    record: Record
    nodeid: str
    #: The text of its failure as pytest shows it.
    text: str


class Content:
    """The samples that were reported, their tasks, and what these add up to by library."""

    def __init__(self, evaluation: Evaluation, entries: Sequence[Entry], highlighter: Highlighter) -> None:
        self.entries = entries
        self._dataset = evaluation.dataset
        self._highlighter = highlighter
        self._sources = {source.name: source for source in evaluation.sources.values()}
        #: Names of the samples files, in the order of the command line.
        self.runs = tuple(self._sources)
        by_name = {printable(task_id): task for task_id, task in self._dataset.tasks.items()}
        #: The tasks that have a sample here, by their printable ids, in the dataset's order.
        reported = {entry.record.task_id for entry in entries}
        self.tasks: dict[str, Task] = {name: task for name, task in by_name.items() if name in reported}

    def lib_rates(self) -> dict[str, list[Rate | None]]:
        """Library -> its rate in each run; the libraries that most of the tasks use come first."""
        tallies = {run: Tally() for run in self.runs}
        for record, _, _ in self.entries:
            if record.status != "error":
                # A tally adds up by domain; here a task's libraries stand in their place.
                tallies[record.samples_file].add(replace(record, domains=self.tasks[record.task_id].libs))
        of_runs = [tally.domains((1,)) for tally in tallies.values()]
        names = {
            name: max(rates[name].tasks for rates in of_runs if name in rates) for rates in of_runs for name in rates
        }
        return {
            name: [rates.get(name) for rates in of_runs]
            for name in sorted(names, key=lambda name: (-names[name], name))
        }

    def index(self) -> dict[str, Any]:
        """What the list shows and filters by: tasks, and the samples as columns."""
        task_numbers = {name: number for number, name in enumerate(self.tasks)}
        run_numbers = {run: number for number, run in enumerate(self.runs)}
        records = [entry.record for entry in self.entries]
        return {
            "runs": [{"name": run, "nodeid": self._sources[run].nodeid} for run in self.runs],
            "tasks": [
                {"id": name, "domains": task.domains, "libs": task.libs, "hard": task.hard, "entry": task.entry_point}
                for name, task in self.tasks.items()
            ],
            "task": [task_numbers[record.task_id] for record in records],
            "run": [run_numbers[record.samples_file] for record in records],
            "number": [record.sample for record in records],
            "status": [record.status for record in records],
            "kind": [record.kind for record in records],
            "wall": [round(record.wall_s, 2) for record in records],
            "message": [clipped(record.message, _MESSAGE) for record in records],
            "nodeid": {
                number: entry.nodeid
                for number, entry in enumerate(self.entries)
                if entry.nodeid != self._usual_nodeid(entry.record)
            },
        }

    def samples(self) -> Iterator[dict[str, Any]]:
        """The rest of each sample, in the index's order; solutions are read one by one."""
        source: Source | None = None
        positions: dict[tuple[str, int], int] = {}
        for record, _, text in self.entries:
            if source is None or source.name != record.samples_file:
                source = self._sources[record.samples_file]
                positions = _positions(source)
            solution = self._solution(source, positions.get((record.task_id, record.sample)))
            yield {
                "code": solution,
                "marks": self._highlighter.marks(solution),
                "text": text,
                "detail": record.detail,
                "message": record.message,
                "tests": dict(record.tests),
                "cpu": round(record.cpu_s, 2),
                "mib": round(record.peak_mib),
                "places": _places(text),
                "stored": record.stored,
            }

    def task_rows(self) -> Iterator[dict[str, Any]]:
        """The rest of each task, in the index's order."""
        for task in self.tasks.values():
            canonical = f"{task.code_prompt.rstrip()}\n{task.canonical_solution}"
            yield {
                "instruct": task.instruct_prompt,
                "complete": self._code(task.complete_prompt),
                "canonical": self._code(canonical),
                "test": self._code(task.test),
            }

    def _code(self, code: str) -> list[str]:
        """A dataset's code with its marks; it may be long, since nobody made it to be slow."""
        return [code, self._highlighter.marks(code, longest=_SOLUTION)]

    def _solution(self, source: Source, position: int | None) -> str:
        if position is None:
            return ""
        try:
            solution = source.index.read(position, self._dataset).solution
        except BenchmarkError as error:
            return f"# cannot be shown: {error}"
        if len(solution) <= _SOLUTION:
            return solution
        return f"{solution[:_SOLUTION]}\n# ... and {len(solution) - _SOLUTION:,} more characters"

    def _usual_nodeid(self, record: Record) -> str:
        return f"{self._sources[record.samples_file].nodeid}::{record.task_id}[{record.sample}]"


def _positions(source: Source) -> dict[tuple[str, int], int]:
    """Where each sample stands in its samples file's index."""
    refs = (source.index.ref(position) for position in range(len(source.index)))
    return {(printable(ref.task_id), ref.number): position for position, ref in enumerate(refs)}


def _places(text: str) -> dict[str, list[int]]:
    """The lines of solution and tests that a failure went through."""
    places: dict[str, list[int]] = {}
    for part, line in _PLACE.findall(text):
        places.setdefault(part, []).append(int(line))
    return places
