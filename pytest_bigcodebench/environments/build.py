"""Making an environment with uv: beside its place first, and in it when it is complete."""

from __future__ import annotations

import glob
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from time import monotonic
from typing import Final

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.environments.store import (
    BUILDING,
    MARK,
    Recipe,
    Stored,
    environments,
    environments_folder,
    find_environment,
    locked,
    not_writable,
    unfinished,
)

__all__ = ["create"]

#: Seconds of silence after which a person is told that uv is still at work.
_SILENCE: Final = 15.0

_FULL: Final = "the disk is full; free some space, or name a folder on another disk with XDG_CACHE_HOME"
_NO_NETWORK: Final = "the package index cannot be reached; see to the network, or name a mirror with UV_DEFAULT_INDEX"
_NOT_THERE: Final = "is not in the package index in use; see to the index (UV_DEFAULT_INDEX) or to the pin"
_NOT_BUILT: Final = (
    "cannot be built here; install a compiler and what it needs, or use an index that has a wheel for it"
)

_DISK: Final = r"No space left on device|os error 28\b"

#: What uv's complaints show, the culprit as ``what`` -> what is said of it; the first that is found counts.
_TROUBLES: Final = (
    (_DISK, _FULL),
    (r"error sending request|dns error|connection refused|timed out|Request failed after", _NO_NETWORK),
    (r"no version of (?P<what>\S+)", _NOT_THERE),
    (r"(?P<what>[\w.-]+) was not found in the package registry", _NOT_THERE),
    (r"(?P<what>[\w.-]+==\S+) has no (?:usable )?wheels", _NOT_THERE),
    (r"Failed to (?:build|download and build) [`'](?P<what>[^`']+)[`']", _NOT_BUILT),
    (r"Because you require (?P<what>.{1,200}?), we can conclude", "cannot be had together; see to the pins"),
)


def create(recipe: Recipe, *, say: Callable[[str], None]) -> Stored:
    """Make an environment; `say` is given each line of progress.

    Raises `BenchmarkError` when one with other pins is there, another process makes it, or something it needs cannot
    be had; nothing of it is left then.
    """
    if there := _made_before(recipe, say):
        return there
    # Of uv's configuration the user's and the system's counts, and not that of the project one happens to stand in; the
    # working directory stays, since relative paths in pins, and in uv's variables, start from it.
    uv = [_find_uv(), "--project=/"]
    place = environments_folder() / recipe.name
    _clear_away()
    with locked(recipe.name), _beside(place) as building:
        # Another process may have made it since.
        if there := _made_before(recipe, say):
            return there
        _prepare(building, recipe)
        say(f"making {place} with Python {recipe.python} and the pins of {recipe.pins.name}")
        base = _find_python(recipe.python)
        _run([*uv, "venv", "--relocatable", "--python", base, str(building)], say, _no_python(recipe))
        python = building / "bin" / "python"
        install = [*uv, "pip", "install", "--python", str(python), "--requirements", str(recipe.pins)]
        # Some tasks call pip, which uv leaves out.
        _run([*install, "pip", *recipe.beside], say, _what_failed)
        facts = {
            "recipe": recipe.digest,
            "python": recipe.python,
            "pins": sum(bool(line.strip()) for line in recipe.text.splitlines()),
            "made": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        }
        (building / MARK).write_text(json.dumps(facts) + "\n", "utf-8")
        shutil.rmtree(place, ignore_errors=True)  # What is there has no mark: it was half removed.
        building.rename(place)
    return find_environment(recipe.name)


def _made_before(recipe: Recipe, say: Callable[[str], None]) -> Stored | None:
    """What is there of that name already; raises `BenchmarkError` if it has other pins."""
    there = next((each for each in environments() if each.name == recipe.name), None)
    if there and there.facts.get("recipe") != recipe.digest:
        raise BenchmarkError(f"{there.path} has other pins; bcb env remove {recipe.name}, then create it again")
    if there:
        say(f"{recipe.name} is there already: {there.path}")
    return there


def _find_uv() -> str:
    with suppress(ImportError, FileNotFoundError):
        from uv import find_uv_bin

        return str(find_uv_bin())
    if found := shutil.which("uv"):
        return found
    raise BenchmarkError("environments are made with uv; pip install 'pytest-bigcodebench[env]' brings it")


def _find_python(version: str) -> str:
    """An interpreter of a version that uv may not see (pyenv's), else the version, which uv finds or fetches."""
    if version == f"{sys.version_info[0]}.{sys.version_info[1]}":
        return os.path.realpath(sys.executable)
    pyenv = Path(os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv")))
    inside = sorted(pyenv.glob(f"versions/{glob.escape(version)}.*/bin/python"))
    return str(inside[-1]) if inside else version


def _clear_away() -> None:
    """Clear what killed builds left."""
    for left in unfinished():
        if left.path.name.startswith(BUILDING):
            with suppress(BenchmarkError), locked(left.name):
                shutil.rmtree(left.path, ignore_errors=True)


def _prepare(building: Path, recipe: Recipe) -> None:
    """Make the folder to build in, and see whether there is room."""
    folder = building.parent
    try:
        building.mkdir()
        free = shutil.disk_usage(folder).free >> 20
    except OSError as error:
        raise not_writable(folder, error) from None
    if free < recipe.space_mib:
        raise BenchmarkError(
            f"{folder}: {free:,} MiB are free, the environment {recipe.name} needs {recipe.space_mib:,}; free some, "
            "or name a folder on another disk with XDG_CACHE_HOME"
        )


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A folder beside a place for what is not complete yet; gone afterwards unless it was renamed."""
    building = place.with_name(f"{BUILDING}-{place.name}-{os.getpid()}")
    try:
        yield building
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _run(command: Sequence[str], say: Callable[[str], None], explain: Callable[[str], str]) -> None:
    """Run uv, hand its lines on, and raise what `explain` makes of them if it fails."""
    environment = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "CONDA_PREFIX")}
    said: list[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        env=environment,
        start_new_session=True,
        preexec_fn=_end_with_parent,
    ) as process:
        try:
            for line in _lines_of(process, say):
                said.append(line)
                if not line.startswith("Activate with"):  # It is not to be used where it is being made.
                    say(f"  {line}")
        except BaseException:  # Whatever ends this ends uv and the compilers that it runs.
            os.killpg(process.pid, signal.SIGKILL)
            raise
    if process.returncode:
        raise BenchmarkError(explain("\n".join(said)))


def _lines_of(process: subprocess.Popen[str], say: Callable[[str], None]) -> Iterator[str]:
    """What a process writes to standard error, as it comes; `say` hears now and then that it is still at work."""
    lines: queue.Queue[str | None] = queue.Queue()

    def read() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            lines.put(line.rstrip())
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    started = monotonic()
    under_way: dict[str, None] = {}
    while True:
        try:
            line = lines.get(timeout=_SILENCE)
        except queue.Empty:
            on = f" on {', '.join(under_way)}" if under_way else ""
            say(f"  ... at work for {monotonic() - started:.0f} s{on}")
            continue
        if line is None:
            return
        verb, _, what = line.strip().partition(" ")
        if verb in ("Building", "Downloading"):
            under_way[what] = None
        elif verb in ("Built", "Downloaded"):  # The latter without the size that the former has.
            under_way = {each: None for each in under_way if each.partition(" ")[0] != what}
        yield line.strip()


def _end_with_parent() -> None:
    """Let the process that begins here end when the one that started it is killed, where the system can do that."""
    if sys.platform == "linux":
        import ctypes

        set_death_signal = 1
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL, 0, 0, 0)


def _no_python(recipe: Recipe) -> Callable[[str], str]:
    def explain(text: str) -> str:
        if re.search(_DISK, text):
            return f"uv cannot make the environment: {_FULL}"
        return (
            f"no Python {recipe.python} can be had for the environment {recipe.name} ({_last_line(text)}); "
            f"install one (uv python install {recipe.python}, pyenv, or the system's packages), then do it again"
        )

    return explain


def _what_failed(text: str) -> str:
    """One line on why packages could not be installed, with the pin that is to blame where uv names one."""
    flat = " ".join(text.split())
    for pattern, words in _TROUBLES:
        if found := re.search(pattern, flat, re.IGNORECASE):
            what = found.groupdict().get("what", "").rstrip(".,")
            return f"the pin {what} {words}" if what else f"uv cannot fetch the pins: {words}"
    return f"uv cannot install the pins: {_last_line(text) or 'it does not say why'}"


def _last_line(text: str) -> str:
    lines = [line.strip(" │╰─▶×") for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("error: ")]
    return (errors or lines)[-1].removeprefix("error: ")[:300] if lines else ""
