"""pytest-timeout's limits, for the child instead of for pytest: its timers could end the session or an xdist worker."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

__all__ = ["configured_timeout", "timeout_of"]


def timeout_of(item: pytest.Item) -> float | None:
    """Seconds that pytest-timeout sets for an item: its marker's, else what is configured; None without a limit."""
    config = item.config
    if not _is_installed(config):
        return None
    marker = item.get_closest_marker("timeout")
    if marker is None:
        return configured_timeout(config)
    return _seconds(marker.args[0] if marker.args else marker.kwargs.get("timeout"))


def configured_timeout(config: pytest.Config) -> float | None:
    """Seconds that pytest-timeout sets for all items: of the option, the environment, or the ini file, in its order."""
    if not _is_installed(config):
        return None
    values = (config.getoption("timeout", None), os.environ.get("PYTEST_TIMEOUT"), config.getini("timeout"))
    return _seconds(next((value for value in values if value not in (None, "")), None))


def _is_installed(config: pytest.Config) -> bool:
    """Whether pytest-timeout takes part, by its entry point's name or by ``-p``."""
    return any(config.pluginmanager.hasplugin(name) for name in ("timeout", "pytest_timeout"))


def _seconds(value: Any) -> float | None:
    """A limit above 0, or None; pytest-timeout itself complains of what is no number."""
    with suppress(TypeError, ValueError):
        seconds = float(value)
        return seconds if seconds > 0 else None
    return None
