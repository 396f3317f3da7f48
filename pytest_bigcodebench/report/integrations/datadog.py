"""Datadog's plugin reads ``dd_tags(**tags)`` markers as an item begins to run: one value for a key."""

from __future__ import annotations

import pytest

from pytest_bigcodebench.report.integrations.labels import (
    domain_labels,
    environment_labels,
    origin_labels,
    sample_labels,
    sample_of,
    set_marks,
)

__all__ = ["DatadogHooks"]


class DatadogHooks:
    """Tags every sample; the kind of a failure, unknown then, begins the message of its error."""

    def pytest_itemcollected(self, item: pytest.Item) -> None:
        """Tag what is known before the run."""
        if sample := sample_of(item):
            joined = [("domains", ",".join(sample.task.domains)), ("libraries", ",".join(sample.task.libs))]
            labels = [*sample_labels(sample), *origin_labels(sample), *joined, *domain_labels(sample)]
            labels += environment_labels(sample)
            tags = {f"bcb.{key}": value for key, value in labels}
            set_marks(sample, "dd_tags", [pytest.mark.dd_tags(**tags).mark])
