"""What dashboards sort samples by: labels, each a key and a value, from an item before it runs and from its verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pytest_bigcodebench.report.origin import model_of, split_of
from pytest_bigcodebench.report.text import printable

if TYPE_CHECKING:
    from pytest_bigcodebench.items import SampleItem
    from pytest_bigcodebench.judge.verdict import Verdict

__all__ = ["Label", "domain_labels", "origin_labels", "sample_labels", "verdict_labels"]

Label = tuple[str, str]


def origin_labels(item: SampleItem) -> list[Label]:
    """Model and split; a split that nothing tells is left out."""
    path = item.source.path
    split = item.settings.split or split_of(path)
    return [("model", printable(model_of(path))), *([("split", split)] if split else [])]


def sample_labels(item: SampleItem) -> list[Label]:
    """Task and sample."""
    task_id, index = item.key
    return [("task_id", printable(task_id)), ("sample", str(index))]


def domain_labels(domains: Iterable[str]) -> list[Label]:
    """A label for each domain, ``domain.network``, for what keeps one value for a key."""
    return [(f"domain.{domain}", "true") for domain in domains]


def verdict_labels(verdict: Verdict) -> list[Label]:
    """Status, and the kind of a failure."""
    return [("status", verdict.status), *([("kind", verdict.kind)] if verdict.kind else [])]
