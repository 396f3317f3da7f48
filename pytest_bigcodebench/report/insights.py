"""What the terminal's summary says beside the rates: two samples files against each other, the shard, the gate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pytest_bigcodebench.judge.text import clipped
from pytest_bigcodebench.report.comparison import anchor_line, comparison_lines
from pytest_bigcodebench.scoring.comparison import Comparison, is_official, split_of

if TYPE_CHECKING:
    import pytest

    from pytest_bigcodebench.analysis.summary import Insights
    from pytest_bigcodebench.report.gate import Gate
    from pytest_bigcodebench.report.results import Results
    from pytest_bigcodebench.scoring.record import Record

__all__ = ["add_insight", "comparison_heading", "write_more"]


def add_insight(insights: Insights, record: Record) -> None:
    """Count what a record says beside pass or fail."""
    insights.add(
        f"{record.task_id}[{record.sample}]",
        passed=record.passed,
        misused=record.misused,
        tools=record.tools,
        lazy=record.lazy,
    )


def write_more(terminal: pytest.TerminalReporter, results: Results, gate: Gate | None) -> None:
    """Write it, under a heading of its own where there is any."""
    if terminal.config.get_verbosity() < -1 or terminal.config.option.no_summary or not results.environment:
        return
    if comparison := results.comparison():
        terminal.write_sep("-", comparison_heading(comparison))
        terminal.write_line("\n".join(comparison_lines(comparison)))
    # What a ground truth uses and misuses says nothing of a model.
    for name, insights in ({} if results.evaluation.ground_truth else results.insights).items():
        for line in insights.lines():
            prefix = f"{name}: " if len(results.insights) > 1 else ""
            terminal.write_line(clipped(f"{prefix}{line}", 500))
    for line in _lines(results):
        terminal.write_line(line)
    if gate and (gate.checks or gate.obstacle):
        first, *others = gate.lines()
        terminal.write_line(first, bold=True, green=gate.is_open, red=not gate.is_open)
        terminal.write_line("\n".join(others))


def comparison_heading(comparison: Comparison) -> str:
    """What two samples files of one run are to each other, as far as their names tell."""
    splits = [split_of(comparison.first), split_of(comparison.second)]
    if splits == ["complete", "instruct"]:
        return "Complete against Instruct"
    return "two samples files, task by task"


def _lines(results: Results) -> Iterator[str]:
    evaluation = results.evaluation
    if is_official(evaluation.dataset) and results.overall.samples and not evaluation.ground_truth:
        yield anchor_line()
    shard: dict[str, Any] | None = results.evaluation.shard
    if shard:
        yield f"shard {shard['index']}/{shard['count']}: {shard['samples']:,} of {shard['of']:,} samples"
