"""Where verdicts come from, for reports that have a place for what holds of the whole run."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest

__all__ = ["tell_at_end", "tell_at_start"]


_NAME: Final = "BigCodeBench"


def tell_at_start(config: pytest.Config, facts: Mapping[str, str]) -> None:
    """Tell JUnit XML, as properties of its suite, pytest-metadata (which pytest-html shows), and pytest-json-report."""
    for plugin in config.pluginmanager.get_plugins():
        # pytest has no other way to them than a fixture of tests, which samples are not.
        if callable(add := getattr(plugin, "add_global_property", None)):
            for name, value in facts.items():
                add(f"bcb.{name}", value)
    with suppress(ImportError, KeyError):
        from pytest_metadata.plugin import metadata_key

        config.stash[metadata_key][_NAME] = dict(facts)
    if getattr(config.option, "json_report", False):
        config.pluginmanager.register(_JsonReportHooks(facts), "bcb-json-report")


def tell_at_end(config: pytest.Config, facts: Mapping[str, str]) -> str:
    """Tell Allure, in the file that it shows as the environment; return what kept that from being, or nothing."""
    folder = getattr(config.option, "allure_report_dir", None)
    if not folder:
        return ""
    path = Path(folder, "environment.properties")
    lines = [f"bcb.{name} = {_escaped(value)}\n" for name, value in facts.items()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        others = [line for line in _lines_of(path) if not line.startswith("bcb.")]
        path.write_text("".join([*others, *lines]), "utf-8")
    except OSError as error:
        return f"{path} cannot be written ({error.strerror or error}): Allure shows no environment"
    return ""


def _lines_of(path: Path) -> list[str]:
    """What a person wrote into the file stays there."""
    return path.read_text("utf-8", "replace").splitlines(keepends=True) if path.is_file() else []


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


class _JsonReportHooks:
    def __init__(self, facts: Mapping[str, str]) -> None:
        self._facts = facts

    @pytest.hookimpl(optionalhook=True)
    def pytest_json_modifyreport(self, json_report: dict[str, Any]) -> None:
        json_report.setdefault("environment", {})[_NAME] = dict(self._facts)
