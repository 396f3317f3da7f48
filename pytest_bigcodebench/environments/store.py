"""The environments that there are: folders in the user's cache that were put in place when they were complete."""

from __future__ import annotations

import fcntl
import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
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
    "locked",
    "not_writable",
    "recipe_for",
    "remove",
    "unfinished",
]

#: The file that says what an environment was made of; written last, so that what has none is not complete.
MARK: Final = "bcb-environment.json"

#: What the folder of an environment begins with while it is being made; its name and a process id follow.
BUILDING: Final = ".building"

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What an environment is made of."""

    name: str
    #: File with one requirement a line.
    pins: Path
    #: What stands in it.
    text: str
    #: Version of Python, ``3.10``.
    python: str
    #: Requirements beside the pins.
    beside: tuple[str, ...] = ()
    #: MiB of disk that must be free to begin.
    space_mib: int = 0

    @property
    def digest(self) -> str:
        """Changes with the version of Python and all requirements."""
        return hashlib.sha256("\n".join((self.python, self.text, *self.beside)).encode()).hexdigest()[:16]


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
    #: Whether a process makes or removes it; if not, its making or its removal was cut short.
    at_work: bool

    def __str__(self) -> str:
        if self.at_work:
            return "another process makes or removes it"
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
        own = Path(__file__).with_name("official.txt")
        # The list names no setuptools, and librosa 0.10.1 (BigCodeBench/227) imports pkg_resources, which only those
        # before 81 have.
        beside = ("setuptools<81",)
        return Recipe(name=name, pins=own, text=_read_pins(own), python="3.10", beside=beside, space_mib=4000)
    if pins is None:
        raise BenchmarkError(f"only the environment official has pins of its own; give {name!r} some with --pins=FILE")
    if not pins.is_file():
        raise BenchmarkError(f"{pins}: there is no such file; --pins names a list of requirements, one a line")
    return Recipe(name=name, pins=pins, text=_read_pins(pins), python=python or "3.10")


def _read_pins(path: Path) -> str:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise BenchmarkError(f"{path}: cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise BenchmarkError(f"{path}: it is not UTF-8; save it as that") from None
    # A change in another file would not be seen: an environment with other pins would count as the same.
    if other := re.search(r"^\s*(-r|-c|--requirement|--constraint).*", text, re.MULTILINE):
        raise BenchmarkError(f"{path}: {other[0].strip()}: pins stand in one file; put that one's lines here")
    return text


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
    if at_work := [each for each in begun if each.at_work]:
        raise BenchmarkError(f"the environment {name!r} is not complete: {at_work[0]}; wait for its end")
    names = str(begun[0]) if begun else f"there are {', '.join(there)}" if there else "there is none"
    how = f"bcb env create {name}" if name == "official" else f"bcb env create {name} --pins=FILE"
    raise BenchmarkError(f"there is no environment {name!r} ({names}); make it with: {how}")


def remove(name: str) -> list[Path]:
    """Remove an environment and what cut-short builds left of it; from the first moment on it is not complete any more.

    Returns the folders that are gone; raises `BenchmarkError` if there is nothing to remove, or a process makes it.
    """
    if all(each.name != name for each in unfinished()):
        find_environment(name)
    with locked(name):
        left = [each.path for each in unfinished() if each.name == name]
        for stored in environments():
            if stored.name == name:
                (stored.path / MARK).unlink()
                left.append(stored.path)
        for path in left:
            shutil.rmtree(path)
    return left


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Keep other processes from making or removing an environment.

    The lock goes with its process, however that ends. A process id would not do: other containers that share the
    folder have the same ones, and do not see ours.

    Raises `BenchmarkError` where another process has it, or the folder cannot be written to.
    """
    folder = environments_folder()
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = stack.enter_context(_lock_of(name).open("a"))
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"another process makes or removes the environment {name!r} in {folder}; wait for its end"
            raise BenchmarkError(message) from None
        except OSError as error:
            raise not_writable(folder, error) from None
        yield


def not_writable(folder: Path, error: OSError) -> BenchmarkError:
    """What is said of a folder for environments in which nothing can be made."""
    return BenchmarkError(
        f"{folder}: cannot be written to ({error.strerror or error}); name another cache folder with XDG_CACHE_HOME"
    )


def _lock_of(name: str) -> Path:
    """An empty file that stays: were it removed, two processes could each lock one of that name."""
    return environments_folder() / f".{name}.lock"


def _is_locked(name: str) -> bool:
    with suppress(OSError), _lock_of(name).open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _stored(path: Path) -> Stored | None:
    with suppress(OSError, ValueError):
        facts = json.loads((path / MARK).read_text("utf-8"))
        if isinstance(facts, dict) and (path / "bin" / "python").exists():
            return Stored(name=path.name, path=path, facts=facts)
    return None


def _unfinished(path: Path) -> Unfinished | None:
    if path.name.startswith("."):
        prefix, _, pid = path.name.rpartition("-")
        name = prefix.removeprefix(f"{BUILDING}-") if prefix.startswith(f"{BUILDING}-") and pid.isdecimal() else ""
    else:
        name = "" if _stored(path) else path.name
    return Unfinished(name=name, path=path, at_work=_is_locked(name)) if name else None
