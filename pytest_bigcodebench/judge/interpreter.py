"""The judged interpreter: what it is and which paths it needs to run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pytest_bigcodebench.benchmark.errors import BenchmarkError

__all__ = ["Interpreter"]

_OLDEST: Final = (3, 8)
#: Runs in the judged interpreter, Python 3.8 or newer (or anything that prints no JSON, which is reported). It takes
#: versions from the names of what installers leave: importlib.metadata would parse each README, a second in all.
_QUESTIONS: Final = """
import json, os, platform, site, sys, sysconfig
def modules_of(place, entry):
    for name in ("top_level.txt", "RECORD"):
        try:
            with open(os.path.join(place, entry, name), encoding="utf-8") as file:
                if name == "RECORD":
                    return {line.split(",")[0].split("/")[0].split(".")[0] for line in file}
                return file.read().split()
        except OSError:
            continue
    return []
installed = {}
for place in filter(os.path.isdir, sys.path):
    for entry in sorted(os.listdir(place)):
        if entry.endswith((".dist-info", ".egg-info")):
            version = entry.rpartition(".")[0].partition("-")[2].split("-py")[0]
            for module in modules_of(place, entry):
                installed.setdefault(module, version)
places = [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix]
places += [sysconfig.get_paths()[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
print(json.dumps({
    "version": list(sys.version_info[:3]),
    "implementation": sys.implementation.name,
    "machine": "%s-%s" % (platform.system(), platform.machine()),
    "prefix": sys.prefix,
    "installed": installed,
    "standard": sorted(getattr(sys, "stdlib_module_names", ())),
    "executable": sys.executable,
    "places": places,
    "sites": [path for path in site.getsitepackages() if os.path.isdir(path)],
}))
"""
#: This package's folder where it is installed beside the judged libraries: it holds tests and canonical solutions.
_OWN_FOLDER: Final = "pytest_bigcodebench"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """A Python interpreter that can run samples."""

    #: Path by which it is started (a virtual environment's own path, not what that links to).
    path: str
    version: tuple[int, int, int]
    #: Directories that it reads: its prefixes and libraries, and where its links lead.
    directories: tuple[str, ...]
    #: What lies in these directories and is no business of a sample.
    hidden: tuple[str, ...]
    #: ``cpython``, and the system and processor it is for.
    build: str = ""
    #: Its ``sys.prefix``.
    prefix: str = ""
    #: Top-level module -> version of the distribution that installed it.
    installed: Mapping[str, str] = field(default_factory=dict, hash=False)
    #: Top-level modules that come with it.
    standard: frozenset[str] = sys.stdlib_module_names

    @property
    def version_text(self) -> str:
        """``3.10.13``."""
        return ".".join(map(str, self.version))

    @classmethod
    def ask(cls, python: str | None) -> Interpreter:
        """Start ``python`` (None: this interpreter) once and ask what it needs.

        Raises:
            BenchmarkError: it cannot be started, or is no CPython of a supported version.
        """
        path = _find(python)
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}
        try:
            run = subprocess.run(
                [path, "-I", "-c", _QUESTIONS], capture_output=True, text=True, timeout=60, check=True, env=environment
            )
            answers = dict(json.loads(run.stdout))
        except (OSError, TypeError, ValueError, subprocess.SubprocessError) as error:
            raise BenchmarkError(
                f"{path} is not a Python interpreter that can be started ({_reason(error)}); "
                "name another with --bcb-python"
            ) from error
        version = tuple(answers["version"])
        if version < _OLDEST:
            raise BenchmarkError(
                f"{path} is Python {'.'.join(map(str, version))}; the judged interpreter must be 3.8 or newer"
            )

        directories = dict.fromkeys([*answers["places"], *answers["sites"], *_link_directories(path)])
        hidden = [os.path.join(site, _OWN_FOLDER) for site in answers["sites"]]
        return cls(
            path=path,
            version=version,
            directories=tuple(filter(os.path.isdir, directories)),
            hidden=tuple(filter(os.path.isdir, hidden)),
            build=f"{answers['implementation']} {answers['machine']}",
            prefix=answers["prefix"],
            installed=answers["installed"],
            # Python 3.8 and 3.9 cannot tell.
            standard=frozenset(answers["standard"]) or sys.stdlib_module_names,
        )


def _reason(error: Exception) -> str:
    """Say in a few words why a program gave no answers; its command line, a whole program, says nothing."""
    if isinstance(error, subprocess.CalledProcessError):
        last = (error.stderr or "").strip().splitlines()[-1:]
        return ": ".join([f"it ended with status {error.returncode}", *last])
    if isinstance(error, subprocess.TimeoutExpired):
        return f"no answer within {error.timeout:.0f} s"
    return str(error) if isinstance(error, OSError) else "its answer is not what a Python interpreter's would be"


def _find(python: str | None) -> str:
    if python is None:
        return sys.executable
    found = shutil.which(os.path.expanduser(python))
    if found is None:
        raise BenchmarkError(f"{python}: there is no such program; name a Python interpreter")
    return os.path.abspath(found)


def _link_directories(path: str) -> list[str]:
    """Directories that a chain of links from ``path`` to the real interpreter passes through."""
    directories: list[str] = []
    while os.path.islink(path) and len(directories) < 40:
        path = os.path.join(os.path.dirname(path), os.readlink(path))
        directories.append(os.path.abspath(Path(path).parent))
    return directories
