"""The folder of a user's cache in which environments and what ground truths showed are kept."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["user_cache"]


def user_cache() -> Path:
    """``$XDG_CACHE_HOME/pytest-bigcodebench``, else ``~/.cache/pytest-bigcodebench``; it need not exist."""
    # An empty or relative value must be ignored, by the XDG Base Directory Specification.
    named = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~/.cache"))
    return base / "pytest-bigcodebench"
