"""Where verdicts come from, for reports that have a place for what holds of the whole run."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

__all__ = ["tell_at_end", "tell_at_start"]


def tell_at_start(config: pytest.Config, facts: Mapping[str, str]) -> None:
    """Tell JUnit XML, as properties of the test suite, and pytest-metadata, which pytest-html shows."""
    for plugin in config.pluginmanager.get_plugins():
        # pytest has no other way to them than a fixture of tests, which samples are not.
        if callable(add := getattr(plugin, "add_global_property", None)):
            for name, value in facts.items():
                add(f"bcb.{name}", value)
    with suppress(ImportError, KeyError):
        from pytest_metadata.plugin import metadata_key

        config.stash[metadata_key]["BigCodeBench"] = dict(facts)


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
