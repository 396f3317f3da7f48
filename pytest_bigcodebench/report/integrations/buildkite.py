"""Buildkite's collector reads ``execution_tag(key, value)`` markers: one value for a key, and ten tags of one's own."""

from __future__ import annotations

import pytest

from pytest_bigcodebench.report.integrations.labels import (
    Label,
    domain_labels,
    origin_labels,
    sample_of,
    set_marks,
    verdict_labels,
)

__all__ = ["BuildkiteHooks"]

_MARK = "execution_tag"
_KIND = "bcb.kind"


class BuildkiteHooks:
    """Tags every sample: model, split, kind, and each of the seven domains make ten at the most.

    Task and sample are in the test's name, and the status is Buildkite's own.
    """

    def pytest_itemcollected(self, item: pytest.Item) -> None:
        """Tag what is known before the run, in time for ``--tag-filters``."""
        if sample := sample_of(item):
            labels = [*origin_labels(sample), *domain_labels(sample)]
            set_marks(sample, _MARK, [_tag((f"bcb.{key}", value)) for key, value in labels])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Tag what the verdict says, before the collector looks."""
        if (sample := sample_of(item)) and sample.verdict:
            labels = dict(verdict_labels(sample.verdict))
            tags = [_tag((_KIND, labels["kind"]))] if "kind" in labels else []
            set_marks(sample, _MARK, tags, key=_KIND)


def _tag(label: Label) -> pytest.Mark:
    return pytest.mark.execution_tag(*label).mark
