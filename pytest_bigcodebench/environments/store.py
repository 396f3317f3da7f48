"""The environments that there are: folders in the user's cache that were put in place when they were complete."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.judge.user_cache import user_cache

__all__ = [
    "BUILDING",
    "MARK",
    "Recipe",
    "Stored",
    "Unfinished",
    "environments",
    "environments_folder",
    "find_environment",
    "recipe_for",
    "remove",
    "unfinished",
]

#: The file that says what an environment was made of; written last, so that what has none is not complete.
MARK: Final = "bcb-environment.json"

#: What the folder of an environment begins with while it is being made; its name and the maker's process id follow.
BUILDING: Final = ".building"

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What an environment is made of."""

    name: str
    #: File with one requirement a line.
    pins: Path
    #: Version of Python, ``3.10``.
    python: str
    #: MiB of disk that must be free to begin.
    space_mib: int = 0

    @property
    def digest(self) -> str:
        """Changes with the pins and the version of Python."""
        return hashlib.sha256(f"{self.python}\n{self.pins.read_text('utf-8')}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A complete environment."""

    name: str
    path: Path
    #: What its mark says: digest of its recipe, version of Python, number of pins, when it was made.
    facts: Mapping[str, Any]

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.path / "bin" / "python"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """What is there of an environment that is not complete, and that nothing uses."""

    name: str
    path: Path
    #: The process that makes it; None: its making or its removal was cut short.
    maker: int | None

    def __str__(self) -> str:
        if self.maker:
            return f"process {self.maker} is making it"
        return "it is not complete: its making, or its removal, was cut short"


def recipe_for(name: str, pins: Path | None = None, python: str | None = None) -> Recipe:
    """The recipe of an environment: the official one, or one with a person's own pins.

    Raises `BenchmarkError` for a bad name, for pins that cannot be read, and where only ``official`` has pins.
    """
    if not _NAME.fullmatch(name):
        raise BenchmarkError(f"{name!r} cannot name an environment; use letters, digits, - and _")
    if name == "official":
        if pins or python:
            raise BenchmarkError("the environment official has its own pins and Python; give another name to yours")
        return Recipe(name=name, pins=Path(__file__).with_name("official.txt"), python="3.10", space_mib=4000)
    if pins is None:
        raise BenchmarkError(f"only the environment official has pins of its own; give {name!r} some with --pins=FILE")
    if not pins.is_file():
        raise BenchmarkError(f"{pins}: there is no such file; --pins names a list of requirements, one a line")
    return Recipe(name=name, pins=pins, python=python or "3.10")


def environments_folder() -> Path:
    """The folder that holds them; it need not exist."""
    return user_cache() / "environments"


def environments() -> list[Stored]:
    """The complete environments, by name."""
    with suppress(OSError):
        found = (_stored(path) for path in sorted(environments_folder().iterdir()) if path.name[0] != ".")
        return [each for each in found if each]
    return []


def unfinished() -> list[Unfinished]:
    """What is there of environments that are not complete, by name."""
    with suppress(OSError):
        found = (_unfinished(path) for path in sorted(environments_folder().iterdir()) if path.is_dir())
        return sorted((each for each in found if each), key=lambda each: each.name)
    return []


def find_environment(name: str) -> Stored:
    """The environment of a name; raises `BenchmarkError` if there is none or it is not complete."""
    there = {each.name: each for each in environments()}
    if name in there:
        return there[name]
    begun = [each for each in unfinished() if each.name == name]
    if makers := [each for each in begun if each.maker]:
        raise BenchmarkError(f"the environment {name!r} is not complete: {makers[0]}; wait for its end")
    names = str(begun[0]) if begun else f"there are {', '.join(there)}" if there else "there is none"
    how = f"bcb env create {name}" if name == "official" else f"bcb env create {name} --pins=FILE"
    raise BenchmarkError(f"there is no environment {name!r} ({names}); make it with: {how}")


def remove(name: str) -> list[Path]:
    """Remove an environment and what cut-short builds left of it; from the first moment on it is not complete any more.

    Returns the folders that are gone; raises `BenchmarkError` if there is nothing to remove.
    """
    left = [each.path for each in unfinished() if each.name == name and each.maker is None]
    if not left or any(each.name == name for each in environments()):
        stored = find_environment(name)
        (stored.path / MARK).unlink()
        left.append(stored.path)
    for path in left:
        shutil.rmtree(path)
    return left


def _stored(path: Path) -> Stored | None:
    with suppress(OSError, ValueError):
        facts = json.loads((path / MARK).read_text("utf-8"))
        if isinstance(facts, dict) and (path / "bin" / "python").exists():
            return Stored(name=path.name, path=path, facts=facts)
    return None


def _unfinished(path: Path) -> Unfinished | None:
    if not path.name.startswith("."):
        return None if _stored(path) else Unfinished(name=path.name, path=path, maker=None)
    prefix, _, pid = path.name.rpartition("-")
    if not prefix.startswith(f"{BUILDING}-") or not pid.isdecimal():
        return None
    maker = int(pid) if _is_running(int(pid)) else None
    return Unfinished(name=prefix.removeprefix(f"{BUILDING}-"), path=path, maker=maker)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (OverflowError, ProcessLookupError):
        return False
    except PermissionError:
        pass
    return True
