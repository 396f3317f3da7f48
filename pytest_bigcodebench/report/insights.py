"""From a record to what a summary says of a model beside its rates."""

from __future__ import annotations

from pytest_bigcodebench.analysis.summary import Insights
from pytest_bigcodebench.scoring.record import Record

__all__ = ["add_insight"]


def add_insight(insights: Insights, record: Record) -> None:
    """Count what a record says beside pass or fail."""
    insights.add(
        f"{record.task_id}[{record.sample}]",
        passed=record.passed,
        misused=record.misused,
        tools=record.tools,
        lazy=record.lazy,
    )
