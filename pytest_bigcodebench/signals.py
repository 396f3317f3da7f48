"""A signal that would end pytest on the spot ends it as Ctrl-C does, so that no child outlives it."""

from __future__ import annotations

import signal
import threading
from functools import partial
from typing import TYPE_CHECKING, Final, NoReturn

import pytest

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["exit_cleanly_on_signals"]

#: By name, since Windows has no SIGHUP.
_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def exit_cleanly_on_signals(config: pytest.Config) -> None:
    """From now until pytest's end, let a termination signal that nobody handles end the session; a second one kills."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in _SIGNALS:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _exit)
            config.add_cleanup(partial(_restore, number))


def _restore(number: int) -> None:
    signal.signal(number, signal.SIG_DFL)


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    _restore(number)
    # The exit status of an interrupted run: pytest shows its summaries for it.
    pytest.exit(f"ended by {signal.Signals(number).name}", returncode=int(pytest.ExitCode.INTERRUPTED))
