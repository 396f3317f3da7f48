"""ReportPortal's agent makes an attribute of every marker: its name the key, its first argument the value."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final

import pytest

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.report.integrations.labels import (
    environment_labels,
    origin_labels,
    sample_labels,
    sample_of,
    set_marks,
)

__all__ = ["ReportPortalHooks", "check_settings"]

#: The keys of a sample's attributes, which are the names of its markers.
_KEYS: Final = ("task_id", "sample", "model", "split", "domain", "kind", "fingerprint")

#: What the agent cannot do without: without one of the first two it sends nothing and does not say so, without a key
#: it ends in a traceback.
_NEEDED: Final = ("rp_endpoint", "rp_project", "rp_api_key")
#: What it takes in the place of the key, if all are there.
_OAUTH: Final = ("rp_oauth_uri", "rp_oauth_username", "rp_oauth_password", "rp_oauth_client_id")


def check_settings(config: pytest.Config) -> None:
    """Refuse a run whose agent has not been told where to send results; raises `InputError`."""
    missing = [name for name in _NEEDED if not _is_set(config, name)]
    if "rp_api_key" in missing and all(_is_set(config, name) for name in _OAUTH):
        missing.remove("rp_api_key")
    if missing:
        what = f"{_listed(missing)} {'are' if missing[1:] else 'is'} not set, and nothing would be sent"
        remedy = f"set {'them' if missing[1:] else 'it'} in pytest's ini file or as {_listed(map(str.upper, missing))}"
        raise InputError(what, where="--reportportal", remedy=f"{remedy} in the environment")


def _is_set(config: pytest.Config, name: str) -> bool:
    """Whether a setting is anywhere where the agent looks; older agents know fewer of them."""
    if os.environ.get(name.upper()) or getattr(config.option, name, None):
        return True
    try:
        return bool(config.getini(name))
    except ValueError:
        return False


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


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
