"""What is put on pytest's own reports of a sample: its time, the official details, and what JUnit XML is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pytest_bigcodebench.report.integrations.labels import (
    Label,
    environment_labels,
    origin_labels,
    sample_labels,
    verdict_labels,
)
from pytest_bigcodebench.report.official import DETAILS, details_of

if TYPE_CHECKING:
    import pytest

    from pytest_bigcodebench.items import SampleItem

__all__ = ["complete_report"]

#: Properties that need not stand in JUnit XML: it has them in other places, or nobody sorts by them.
_NOT_IN_JUNIT: Final = frozenset(
    {"samples_file", "detail", "message", "tests", "wall_s", "stored", "tools", "misused", "fingerprint"}
)


def complete_report(report: pytest.TestReport, item: SampleItem) -> None:
    """Let a report of an item say what its sample's verdict does.

    An item's duration is its sample's: how long pytest waited for a judge that ran ahead says nothing. JUnit XML and
    pytest-json-report take the properties of the last report, that of teardown; the plugin's own reporters take those
    of the call.
    """
    verdict = item.verdict
    if verdict:
        if report.when == "call":
            # For logs of reports, which have no other place for it.
            report.user_properties += environment_labels(item)
        report.duration = verdict.wall_s if report.when == "call" else 0.0
        if report.when == "call" and item.settings.output and (details := details_of(verdict)):
            setattr(report, DETAILS, details)
    if report.when == "teardown":
        report.user_properties = _junit_properties(report, item)


def _junit_properties(report: pytest.TestReport, item: SampleItem) -> list[tuple[str, object]]:
    """Task, sample, domains, model, split, status, kind, CPU seconds and memory, and what others gave the item."""
    verdict = item.verdict
    own: list[Label] = [*sample_labels(item), ("domains", " ".join(item.task.domains)), *origin_labels(item)]
    own += verdict_labels(verdict) if verdict else []
    names = {*dict(own), "kind", *_NOT_IN_JUNIT}
    return [*own, *((name, value) for name, value in report.user_properties if name not in names)]
