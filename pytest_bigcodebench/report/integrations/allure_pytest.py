"""Allure: domains as features (its plugin makes tags of the markers), prompt and solution as attachments."""

from __future__ import annotations

from typing import Any, Final

import allure
import pytest

from pytest_bigcodebench.report.integrations.labels import origin_labels, sample_of, set_marks
from pytest_bigcodebench.report.integrations.sources import prompt_of, solution_of

__all__ = ["AllureHooks"]

_MARK: Final = "allure_label"

#: Not typed, where it is installed.
_DYNAMIC: Final[Any] = allure.dynamic


class AllureHooks:
    """Tells Allure of samples, in the process that each is an item of."""

    def __init__(self, listener: Any) -> None:
        self._listener = listener

    def pytest_itemcollected(self, item: pytest.Item) -> None:
        """Label what is known before the run, in time for ``--allure-features``."""
        if sample := sample_of(item):
            labels = [("feature", domain) for domain in sample.task.domains] + origin_labels(sample)
            labels += [("library", name) for name in sample.task.libs]
            set_marks(sample, _MARK, [pytest.mark.allure_label(value, label_type=key).mark for key, value in labels])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Attach prompt and solution; the index is a parameter, or Allure would take a task's samples for retries."""
        if sample := sample_of(item):
            _DYNAMIC.parameter("sample", sample.key[1])
            for name, text in (("prompt", prompt_of(sample)), ("solution", solution_of(sample))):
                allure.attach(text, name=name, attachment_type=allure.attachment_type.TEXT)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Label the kind of a failure, and let the item have taken its sample's time."""
        sample = sample_of(item)
        if sample is None or sample.verdict is None:
            return
        if sample.verdict.kind:
            _DYNAMIC.label("kind", sample.verdict.kind)
        result = self._listener.allure_logger.get_test(None)
        if result and result.stop:
            result.start = result.stop - round(1000 * sample.verdict.wall_s)
