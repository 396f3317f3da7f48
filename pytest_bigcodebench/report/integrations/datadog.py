"""Datadog's plugin reads ``dd_tags(**tags)`` markers as an item begins to run: one value for a key."""

from __future__ import annotations

import os

import pytest

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.report.integrations.labels import (
    domain_labels,
    environment_labels,
    origin_labels,
    sample_labels,
    sample_of,
    set_marks,
)

__all__ = ["DatadogHooks", "check_key"]


def check_key() -> None:
    """Refuse a run that is to send results to Datadog itself, without an agent, and has no key; raises `InputError`."""
    agentless = os.environ.get("DD_CIVISIBILITY_AGENTLESS_ENABLED", "").lower() in ("1", "true")
    if agentless and not (os.environ.get("DD_API_KEY") or os.environ.get("_CI_DD_API_KEY")):
        raise InputError(
            "DD_API_KEY is not set, and nothing would be sent", where="--ddtrace", remedy="set it in the environment"
        )


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
