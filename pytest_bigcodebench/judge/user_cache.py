"""The folder of a user's cache in which environments and what ground truths showed are kept."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["user_cache"]


def user_cache() -> Path:
    """``$XDG_CACHE_HOME/pytest-bigcodebench``, else ``~/.cache/pytest-bigcodebench``; it need not exist.

    For a user who has no home, as in a container that runs under any number, it is one that nobody can make.
    """
    # An empty or relative value must be ignored, by the XDG Base Directory Specification.
    candidates = (os.environ.get("XDG_CACHE_HOME", ""), os.path.expanduser("~/.cache"))
    # What is not expanded would be a folder called ~ wherever they are.
    return Path(next(filter(os.path.isabs, candidates), os.devnull)) / "pytest-bigcodebench"
