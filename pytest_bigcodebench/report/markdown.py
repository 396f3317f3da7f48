"""``--bcb-markdown=FILE`` and GitHub's ``$GITHUB_STEP_SUMMARY``: the rates by domain, and the worst tasks, as Markdown.

Everything that came from samples stands in tables as HTML entities: nothing of it is markup, a link or a mention.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pytest_bigcodebench.judge.text import clipped, printable
from pytest_bigcodebench.report.provenance import where_line

if TYPE_CHECKING:
    from pytest_bigcodebench.evaluation import Source
    from pytest_bigcodebench.report.results import Results
    from pytest_bigcodebench.scoring.rates import Rate
    from pytest_bigcodebench.scoring.record import Record

__all__ = ["MarkdownReport"]

#: Worst tasks of a samples file that are named.
_WORST: Final = 25
#: Longest message of one, in characters.
_MESSAGE: Final = 160
#: What GitHub takes of one step, in bytes.
_STEP_LIMIT: Final = 1 << 20
#: Bytes kept free for the line that says what was left out.
_RESERVE: Final = 400


@dataclass(slots=True)
class _Task:
    """What came of the samples of one task."""

    samples: int = 0
    passed: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    #: Why the first of them that did not pass did not.
    message: str = ""


class MarkdownReport:
    """A file for the summary, and the summary of the step where GitHub runs one."""

    def __init__(self, path: Path | None, step_summary: str = "") -> None:
        self._path = path
        self._step_summary = step_summary
        #: What could not be written, for a person.
        self.faults: list[str] = []
        self._tasks: dict[tuple[str, str], _Task] = {}

    @property
    def is_wanted(self) -> bool:
        """Whether there is anywhere to write to."""
        return bool(self._path or self._step_summary)

    def add(self, record: Record) -> None:
        """Count one record."""
        task = self._tasks.setdefault((record.samples_file, record.task_id), _Task())
        task.samples += 1
        if record.passed:
            task.passed += 1
        else:
            task.kinds[record.kind] += 1
            task.message = task.message or clipped(record.message, _MESSAGE)

    def finish(self, results: Results) -> None:
        """Write what there is; a fault is kept, not raised."""
        if not self.is_wanted or not results.overall.samples:
            return
        text = "\n".join(self._lines(results)) + "\n"
        if self._path:
            self._write(self._path, _cut(text, _STEP_LIMIT - 1), "wb")
        if self._step_summary:
            path = Path(self._step_summary)
            self._write(path, _cut(text, _STEP_LIMIT - 1 - _size_of(path)), "ab")

    def _write(self, path: Path, content: bytes, mode: str) -> None:
        try:
            with path.open(mode) as file:
                file.write(content)
        except OSError as error:
            self.faults.append(f"{path} cannot be written ({error.strerror or error}): it holds no summary")

    def _lines(self, results: Results) -> Iterator[str]:
        evaluation = results.evaluation
        for source in evaluation.sources.values():
            if results.tallies[source.name].samples:
                yield from self._rate_lines(results, source)
                yield from self._worst_lines(results, source)
        if environment := results.environment:
            where = where_line(evaluation.dataset, environment)
            yield f"{_text(where)}: {results.overall.samples:,} verdicts"

    def _rate_lines(self, results: Results, source: Source) -> Iterator[str]:
        tally = results.tallies[source.name]
        overall = tally.overall(results.pass_k)
        ks = [k for k in results.pass_k if k in overall.pass_at and k != 1]
        yield f"### {_text(source.name)}: {overall.passed:,} of {overall.samples:,} samples passed"
        yield ""
        rates = {**tally.domains(results.pass_k), "**all**": overall}
        heads = ["domain", "tasks", "samples", "passed", "pass@1", "95 %", *(f"pass@{k}" for k in ks), "not passed"]
        yield from _table(heads, [_rate_row(name, rate, ks) for name, rate in rates.items()])
        yield ""
        if errors := results.errors[source.name]:
            yield f"Not judged, and in no rate: {errors:,}"
            yield ""

    def _worst_lines(self, results: Results, source: Source) -> Iterator[str]:
        """The tasks with the lowest pass rates, of those the ones with most samples, then in the dataset's order."""
        names = map(printable, results.evaluation.dataset.tasks)
        tasks = [(name, task) for name in names if (task := self._tasks.get((source.name, name)))]
        failing = [(name, task) for name, task in tasks if task.passed < task.samples]
        if not failing:
            return
        worst = sorted(failing, key=lambda pair: (pair[1].passed / pair[1].samples, -pair[1].samples))[:_WORST]
        title = f"Worst {len(worst):,} of {len(failing):,} tasks with samples that did not pass"
        yield f"<details><summary>{title}</summary>"
        yield ""
        rows = [
            [_text(name), f"{task.passed:,} of {task.samples:,}", _text(_counts(task.kinds)), _text(task.message)]
            for name, task in worst
        ]
        yield from _table(["task", "passed", "kinds", "first of them"], rows)
        yield ""
        yield "</details>"
        yield ""


def _rate_row(name: str, rate: Rate, ks: Sequence[int]) -> list[str]:
    interval = f"{rate.interval.low:.1%} - {rate.interval.high:.1%}" if rate.interval else "-"
    shown = [name, f"{rate.tasks:,}", f"{rate.samples:,}", f"{rate.passed:,}", f"{rate.pass_at[1]:.1%}", interval]
    return [*shown, *(f"{rate.pass_at[k]:.1%}" if k in rate.pass_at else "-" for k in ks), _counts(rate.kinds) or "-"]


def _counts(kinds: Mapping[str, int]) -> str:
    items = sorted(kinds.items(), key=lambda item: -item[1])
    return ", ".join(f"{kind} {count:,}" for kind, count in items)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _text(text: str) -> str:
    """A text of which nothing is Markdown, HTML, a link or a mention: entities for all but letters and digits."""
    flat = " ".join(text.split())
    return "".join(char if char.isalnum() or char == " " else f"&#{ord(char)};" for char in flat)


def _cut(text: str, most: int) -> bytes:
    """A text as UTF-8 in at most so many bytes, cut between lines."""
    content = text.encode("utf-8", "backslashreplace")
    if len(content) <= most:
        return content
    kept = content[: max(0, most - _RESERVE)].rpartition(b"\n")[0]
    opened = kept.count(b"<details>") > kept.count(b"</details>")
    rest = b"\n\n</details>" if opened else b""
    note = b"\n\n... cut here, GitHub takes 1 MiB a step; --bcb-output has all of it\n"
    return kept + rest + note if most > _RESERVE else b""


def _size_of(path: Path) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
