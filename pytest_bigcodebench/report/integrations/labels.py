"""What dashboards sort samples by: labels, each a key and a value, from an item before it runs and from its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_bigcodebench.judge.text import clipped, printable
from pytest_bigcodebench.report.origin import model_of, split_of

if TYPE_CHECKING:
    from pytest_bigcodebench.items import SampleItem
    from pytest_bigcodebench.judge.verdict import Verdict

__all__ = [
    "Label",
    "domain_labels",
    "environment_labels",
    "origin_labels",
    "sample_labels",
    "sample_of",
    "set_marks",
    "verdict_labels",
]

Label = tuple[str, str]


def sample_of(item: pytest.Item) -> SampleItem | None:
    """The item if it is a sample; None for any other test of the run."""
    from pytest_bigcodebench.items import SampleItem

    return item if isinstance(item, SampleItem) else None


def sample_labels(item: SampleItem) -> list[Label]:
    """Task and sample."""
    task_id, index = item.key
    return [("task_id", printable(task_id)), ("sample", str(index))]


def origin_labels(item: SampleItem) -> list[Label]:
    """Model and split; a split that nothing tells is left out."""
    path = item.source.path
    split = item.settings.split or split_of(path)
    return [("model", clipped(model_of(path), 100)), *([("split", split)] if split else [])]


def domain_labels(item: SampleItem) -> list[Label]:
    """A label for each domain, ``domain.network``, for what keeps one value for a key."""
    return [(f"domain.{domain}", "true") for domain in item.task.domains]


def environment_labels(item: SampleItem) -> list[Label]:
    """The fingerprint of what verdicts depend on; nothing where items are only collected, for which no judge starts."""
    from pytest_bigcodebench.items import EVALUATION

    fingerprint = item.config.stash[EVALUATION].fingerprint
    return [("fingerprint", fingerprint)] if fingerprint else []


def verdict_labels(verdict: Verdict) -> list[Label]:
    """Status, and the kind of a failure."""
    return [("status", verdict.status), *([("kind", verdict.kind)] if verdict.kind else [])]


def set_marks(item: SampleItem, name: str, marks: list[pytest.Mark], *, key: str | None = None) -> None:
    """Give an item markers of one name, in the place of those that it has; with a key only of those for this key.

    They are no keywords of the item: ``-k`` and reports stay as they are.
    """
    kept = [mark for mark in item.own_markers if mark.name != name or (key is not None and key not in mark.args)]
    item.own_markers[:] = [*kept, *marks]
