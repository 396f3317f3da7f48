"""ReportPortal's agent makes an attribute of every marker: its name the key, its first argument the value."""

from __future__ import annotations

from typing import Final

import pytest

from pytest_bigcodebench.report.integrations.labels import (
    environment_labels,
    origin_labels,
    sample_labels,
    sample_of,
    set_marks,
)

__all__ = ["ReportPortalHooks"]

#: The keys of a sample's attributes, which are the names of its markers.
_KEYS: Final = ("task_id", "sample", "model", "split", "domain", "kind", "fingerprint")


class ReportPortalHooks:
    """Gives samples their attributes; of several domains each is an attribute of its own."""

    def __init__(self, config: pytest.Config) -> None:
        for key in _KEYS:
            config.addinivalue_line("markers", f"{key}(value): an attribute for ReportPortal (pytest-bigcodebench)")

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Mark what is known before the run; not earlier, since ``-k`` reads the names of markers."""
        for sample in filter(None, map(sample_of, session.items)):
            for key, value in [*sample_labels(sample), *origin_labels(sample), *environment_labels(sample)]:
                set_marks(sample, key, [_mark(key, value)])
            set_marks(sample, "domain", [_mark("domain", domain) for domain in sample.task.domains])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Mark the kind of a failure; the agent sends attributes again as the item finishes."""
        if sample := sample_of(item):
            kind = sample.verdict.kind if sample.verdict else ""
            set_marks(sample, "kind", [_mark("kind", kind)] if kind else [])


def _mark(key: str, value: str) -> pytest.Mark:
    mark: pytest.Mark = getattr(pytest.mark, key)(value).mark
    return mark
