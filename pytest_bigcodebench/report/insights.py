"""What the terminal's summary says beside the rates: two samples files against each other, the shard, the gate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pytest_bigcodebench.report.comparison import anchor_line, comparison_lines
from pytest_bigcodebench.scoring.comparison import Comparison, Entry, compare, split_of

if TYPE_CHECKING:
    import pytest

    from pytest_bigcodebench.benchmark.dataset import Dataset
    from pytest_bigcodebench.report.gate import Gate
    from pytest_bigcodebench.report.results import Results

__all__ = ["comparison_of", "is_official", "write_more"]


def is_official(dataset: Dataset) -> bool:
    """Whether a dataset is the full official one, of which there are published rates."""
    return dataset.name == "bigcodebench" and dataset.subset == "full"


def comparison_of(results: Results) -> Comparison | None:
    """The second of exactly two samples files against the first; Complete stands first where the names tell."""
    entries = [Entry(name, tally.scores()) for name, tally in results.tallies.items() if tally.samples]
    if len(entries) != 2:
        return None
    if [split_of(entry.name) for entry in entries] == ["instruct", "complete"]:
        entries.reverse()
    return compare(*entries)


def write_more(terminal: pytest.TerminalReporter, results: Results, gate: Gate | None) -> None:
    """Write it, under a heading of its own where there is any."""
    if terminal.config.get_verbosity() < -1 or terminal.config.option.no_summary or not results.environment:
        return
    if comparison := comparison_of(results):
        terminal.write_sep("-", _heading(comparison))
        terminal.write_line("\n".join(comparison_lines(comparison)))
    for line in _lines(results):
        terminal.write_line(line)
    if gate and (gate.checks or gate.obstacle):
        first, *others = gate.lines()
        terminal.write_line(first, bold=True, green=gate.is_open, red=not gate.is_open)
        terminal.write_line("\n".join(others))


def _heading(comparison: Comparison) -> str:
    splits = [split_of(comparison.first), split_of(comparison.second)]
    if splits == ["complete", "instruct"]:
        return "Complete against Instruct"
    return "two samples files, task by task"


def _lines(results: Results) -> Iterator[str]:
    if is_official(results.evaluation.dataset) and results.overall.samples:
        yield anchor_line()
    shard: dict[str, Any] | None = results.evaluation.shard
    if shard:
        yield f"shard {shard['index']}/{shard['count']}: {shard['samples']:,} of {shard['of']:,} samples"
