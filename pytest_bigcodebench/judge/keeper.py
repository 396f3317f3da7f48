"""The judge's end of the keeper: its process, which is the sandbox's first, and the messages that go both ways.

A message is JSON with its length before it, in four bytes.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.judge.sandbox import Sandbox

__all__ = ["Keeper"]


class Keeper:
    """The keeper's process, and the socket on which it is spoken with."""

    def __init__(self, sandbox: Sandbox, hash_seed: int) -> None:
        """Start it; raises `BenchmarkError` when a level lacks what it needs, bubblewrap or a temporary directory."""
        #: Where children without cells have their directories; ours to remove, since the keeper may be killed.
        self.directory = "" if sandbox.walled else _make_directory()
        self._socket, theirs = socket.socketpair()
        self._inbox = bytearray()
        self._init = -1
        try:
            with sandbox.command() as (command, descriptors), _pipe() as (said, to_say):
                told = ["--info-fd", str(to_say.fileno())] if sandbox.walled else []
                self._process = subprocess.Popen(
                    [command[0], *told, *command[1:]],
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    pass_fds=[*descriptors, to_say.fileno()],
                    env=sandbox.environment(hash_seed),
                    cwd="/",
                    start_new_session=True,
                )
                if sandbox.walled:
                    to_say.close()
                    self._init = _open_process(_read_child(said))
        except BaseException:
            self._socket.close()
            self._remove_directory()
            raise
        finally:
            theirs.close()

    @property
    def pid(self) -> int:
        """Process id of the keeper, or of the bubblewrap around it; it leads a process group of its own."""
        return self._process.pid

    def send(self, message: Mapping[str, Any]) -> None:
        """Send a message; raises `BrokenPipeError` or `ConnectionResetError` when the keeper has died."""
        payload = json.dumps(message).encode("utf-8")
        self._socket.sendall(struct.pack("!I", len(payload)) + payload)

    def receive(self) -> dict[str, Any] | None:
        """The next message, waiting for it; None when the keeper has hung up."""
        while True:
            if len(self._inbox) >= 4:
                (length,) = struct.unpack_from("!I", self._inbox)
                if len(self._inbox) >= 4 + length:
                    message: dict[str, Any] = json.loads(self._inbox[4 : 4 + length])
                    del self._inbox[: 4 + length]
                    return message
            try:
                data = self._socket.recv(1 << 20)
            except ConnectionResetError:
                data = b""
            if not data:
                return None
            self._inbox += data

    def has_spoken(self, seconds: float = 0.0) -> bool:
        """Whether there is something to receive, at once or within so many seconds."""
        return bool(self._inbox or select.select([self._socket], [], [], seconds)[0])

    def last_words(self) -> str:
        """End it, and return the last line that it wrote on standard error."""
        self._process.kill()
        assert self._process.stderr is not None
        lines = self._process.stderr.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "it does not start"

    def end(self) -> None:
        """End it with everything in it, and wait until all of that is gone."""
        self._socket.close()
        try:
            self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        if self._init >= 0:
            # bubblewrap leaves a moment before the last process of its PID namespace does.
            select.select([self._init], [], [], 5)
            os.close(self._init)
            self._init = -1
        if self._process.stderr is not None:
            self._process.stderr.close()
        self._remove_directory()

    def _remove_directory(self) -> None:
        if self.directory:
            shutil.rmtree(self.directory, ignore_errors=True)


def _make_directory() -> str:
    try:
        return tempfile.mkdtemp(prefix="bcb-")
    except OSError as error:
        text = f"no temporary directory can be made ({error.strerror or error})"
        raise BenchmarkError(f"{text}; set TMPDIR to a folder that can be written") from None


@contextmanager
def _pipe() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    reader, writer = os.pipe()
    with open(reader, "rb", buffering=0) as said, open(writer, "wb", buffering=0) as to_say:
        yield said, to_say


def _read_child(said: IO[bytes]) -> int | None:
    """Process id of the sandbox's init, from what bubblewrap tells on its ``--info-fd``."""
    try:
        return int(json.loads(said.read())["child-pid"])
    except (ValueError, KeyError):
        return None


def _open_process(pid: int | None) -> int:
    """A descriptor that can be read once the process is gone; -1 where there is no such process."""
    try:
        return int(os.pidfd_open(pid)) if pid is not None else -1
    except OSError:
        return -1
