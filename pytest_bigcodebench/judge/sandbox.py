"""The outer wall: how the judged interpreter is started at each level, and what a level does not cover."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.judge.fingerprint import named_data_places
from pytest_bigcodebench.judge.interpreter import Interpreter
from pytest_bigcodebench.judge.limits import Limits

__all__ = ["GAPS", "INSIDE", "LEVELS", "Level", "Sandbox", "levels_to_try"]

Level = Literal["bubblewrap", "landlock", "off"]
LEVELS: Final[tuple[Level, ...]] = ("bubblewrap", "landlock", "off")

#: What a level does not cover, for headers and reports.
GAPS: Final[dict[Level, str]] = {
    "bubblewrap": "kernel bugs; one interpreter holds solution and tests",
    "landlock": "the network, the disk's space in all, kernel bugs; one interpreter "
    "holds solution and tests; and /tmp, /dev/shm and Unix sockets are refused, which some tests need",
    "off": "everything: samples run with your rights, your files and your network",
}

#: The files that run in the judged interpreter.
INSIDE: Final = Path(__file__).parent / "inside"
_INSIDE_IN_SANDBOX: Final = "/bcb"
_HOME: Final = "/home/user"

#: Mounted empty and writable for each child.
_PRIVATE_DIRECTORIES: Final = ("/tmp", _HOME, "/dev/shm", "/var/tmp", "/run")
#: What of the system a sample may read; what is not there is left out.
_SYSTEM_DIRECTORIES: Final = ("/usr", "/sys/devices/system")
_SYSTEM_LINKS: Final = ("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_ETC: Final = (
    "alternatives",
    "fonts",
    "ImageMagick-6",
    "ld.so.cache",
    "ld.so.conf",
    "ld.so.conf.d",
    "localtime",
    "mime.types",
    "os-release",
    "pki",
    "protocols",
    "services",
    "ssl",
    "timezone",
)
_MADE_FILES: Final = {
    "/etc/passwd": f"root:x:0:0:root:{_HOME}:/bin/sh\nuser:x:1000:1000:user:{_HOME}:/bin/sh\n",
    "/etc/group": "root:x:0:\nuser:x:1000:\nnogroup:x:65534:\n",
    "/etc/hosts": "127.0.0.1 localhost bcb\n::1 localhost\n",
    "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
    "/etc/hostname": "bcb\n",
}
#: What else of the system a confined process reads where it sees the real one.
_CONFINED_FILES: Final = (
    *(f"/etc/{name}" for name in ("passwd", "group", "hosts", "nsswitch.conf", "hostname")),
    *(f"/proc/{name}" for name in ("cpuinfo", "meminfo", "stat", "loadavg", "uptime", "version", "filesystems")),
    *(f"/dev/{name}" for name in ("zero", "random", "urandom")),
)
#: What a user other than root gets of /dev.
_DEVICES: Final = ("null", "zero", "full", "random", "urandom", "tty")
_DEVICE_LINKS: Final = {"fd": "/proc/self/fd", "stdin": "fd/0", "stdout": "fd/1", "stderr": "fd/2"}
#: Variables that are passed on when set: they change how judged libraries work on this machine, not what a user owns.
_PASSED_ON: Final = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "NLTK_DATA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandbox:
    """How to start the keeper at one level."""

    level: Level
    interpreter: Interpreter

    @property
    def walled(self) -> bool:
        """Whether every child gets a cell of its own."""
        return self.level == "bubblewrap"

    def layout(self, limits: Limits) -> dict[str, object] | None:
        """What the file system of each child's cell is made of (``bcb_cell.Layout``); None without cells."""
        if not self.walled:
            return None
        return {
            "visible": [
                path for path in ("/etc", "/dev", *_SYSTEM_DIRECTORIES, *self._directories()) if os.path.isdir(path)
            ],
            "links": [(path, os.readlink(path)) for path in _SYSTEM_LINKS if os.path.islink(path)],
            "private": _PRIVATE_DIRECTORIES,
            "tmpfs_mib": limits.file_mib,
            "max_files": limits.files,
            "max_processes": limits.processes,
            "writable_root": os.geteuid() == 0,
        }

    @property
    def jobs(self) -> int | None:
        """Children at once that it can tell apart; None: any number.

        Without namespaces, a process that is left running is known to be a child's only if there was no other child.
        """
        return 1 if self.level == "landlock" else None

    def confinement(self) -> dict[str, list[str]] | None:
        """Paths that a child may use where Landlock is its wall (``bcb_landlock.Confinement``); None elsewhere."""
        if self.level != "landlock":
            return None
        links = [os.path.realpath(path) for path in _SYSTEM_LINKS]
        directories = _outermost([*links, *self._directories()])
        readable = [*_SYSTEM_DIRECTORIES, *directories, *(f"/etc/{name}" for name in _ETC), *_CONFINED_FILES]
        hidden = [os.path.realpath(path) for path in self.interpreter.hidden]
        return {
            "readable": [part for path in readable for part in _without(os.path.realpath(path), hidden)],
            "listable": [path for path in map(os.path.realpath, readable) if any(_holds(path, one) for one in hidden)],
            "devices": ["/dev/null", "/dev/full"],
        }

    def _directories(self) -> list[str]:
        """Directories beside the system's that the judged code reads."""
        return _outermost([*self.interpreter.directories, *_data_directories()])

    def environment(self, hash_seed: int) -> dict[str, str]:
        """The environment variables of the judged code: a fixed list, nothing of the user's."""
        variables = {
            "PATH": f"{os.path.dirname(self.interpreter.path)}:/usr/local/bin:/usr/bin:/bin",
            "HOME": _HOME,
            "USER": "user",
            "LOGNAME": "user",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "MPLBACKEND": "Agg",
            "TZ": "UTC",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONHASHSEED": str(hash_seed),
        }
        variables.update((name, os.environ[name]) for name in _PASSED_ON if name in os.environ)
        if "NLTK_DATA" in variables:
            variables["NLTK_DATA"] = os.pathsep.join(named_data_places())
        return variables

    @contextmanager
    def command(self) -> Iterator[tuple[list[str], tuple[int, ...]]]:
        """The command that starts the keeper, and the descriptors that it must inherit."""
        python = [self.interpreter.path, "-s", "-B"]
        if not self.walled:
            yield [*python, str(INSIDE)], ()
            return
        bwrap = shutil.which("bwrap")
        if bwrap is None:
            raise BenchmarkError("bubblewrap is not installed")
        descriptors = {path: _pipe_holding(text) for path, text in _MADE_FILES.items()}
        try:
            yield [bwrap, *self._walls(descriptors), "--", *python, _INSIDE_IN_SANDBOX], tuple(descriptors.values())
        finally:
            for descriptor in descriptors.values():
                os.close(descriptor)

    def _walls(self, made: dict[str, int]) -> list[str]:
        arguments = ["--unshare-all", "--unshare-user", "--cap-add", "ALL"]
        arguments += ["--hostname", "bcb", "--die-with-parent", "--new-session"]
        arguments += _system_binds()
        for path, descriptor in made.items():
            arguments += ["--ro-bind-data", str(descriptor), path]
        arguments += ["--proc", "/proc", *_devices()]
        # Templates need somewhere to write as well (matplotlib's font cache); a child's own directories cover these.
        for path in _PRIVATE_DIRECTORIES:
            arguments += ["--tmpfs", path]
        for path in self._directories():
            arguments += ["--ro-bind", path, path]
        for path in self.interpreter.hidden:
            arguments += ["--tmpfs", path]
        arguments += ["--ro-bind", str(INSIDE), _INSIDE_IN_SANDBOX, "--remount-ro", "/dev", "--remount-ro", "/"]
        return arguments


def _devices() -> list[str]:
    if os.geteuid() == 0:
        return ["--dev", "/dev"]
    # For anyone else that option makes pseudo-terminals by a user namespace within the first one, whose PID namespace
    # no process of ours could then enter again (EPERM from setns).
    arguments = ["--tmpfs", "/dev"]
    for name in _DEVICES:
        arguments += ["--dev-bind-try", f"/dev/{name}", f"/dev/{name}"]
    for name, target in _DEVICE_LINKS.items():
        arguments += ["--symlink", target, f"/dev/{name}"]
    return arguments


def _system_binds() -> list[str]:
    arguments = []
    for path in _SYSTEM_DIRECTORIES:
        arguments += ["--ro-bind-try", path, path]
    for path in _SYSTEM_LINKS:
        if os.path.islink(path):
            arguments += ["--symlink", os.readlink(path), path]
        else:
            arguments += ["--ro-bind-try", path, path]
    for name in _ETC:
        arguments += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    return arguments


def _holds(outer: str, inner: str) -> bool:
    return inner == outer or inner.startswith(f"{outer.rstrip('/')}/")


def _without(path: str, hidden: list[str]) -> Iterator[str]:
    """What of a directory is to be granted so that nothing hidden in it is; what is no directory, as it is."""
    if path in hidden:
        return
    if not any(_holds(path, one) for one in hidden):
        yield path
        return
    for name in sorted(os.listdir(path)):
        yield from _without(os.path.join(path, name), hidden)


def _data_directories() -> list[str]:
    """Corpora that judged libraries read, by the variables that name them."""
    return [path for path in named_data_places() if os.path.isdir(path)]


def _outermost(paths: Iterable[str]) -> list[str]:
    """Those paths that lie in no other of them nor in what is mounted already, shortest first."""
    kept: list[str] = []
    for path in sorted({os.path.abspath(path) for path in paths}, key=len):
        if not any(
            path == outer or path.startswith(outer.rstrip("/") + "/") for outer in (*_SYSTEM_DIRECTORIES, *kept)
        ):
            kept.append(path)
    return kept


def _pipe_holding(text: str) -> int:
    reader, writer = os.pipe()
    os.write(writer, text.encode())
    os.close(writer)
    return reader


def levels_to_try(wish: str) -> tuple[Level, ...]:
    """The levels that ``wish`` (``auto`` or a level) allows, strongest first; ``auto`` never means ``off``.

    Raises:
        BenchmarkError: there is no such level.
    """
    if wish == "auto":
        return tuple(level for level in LEVELS if level != "off")
    for level in LEVELS:
        if wish == level:
            return (level,)
    raise BenchmarkError(f"--bcb-sandbox={wish}: there is no such level; use auto, {', '.join(LEVELS)}")
