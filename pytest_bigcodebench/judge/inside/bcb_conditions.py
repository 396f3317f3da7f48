"""The working conditions that the official evaluator gives a sample, which its verdicts depend on.

The reference (bigcodebench 0.2.5, ``--execution local``) replaces the functions that start and signal processes,
swallows what is printed, takes ``exit`` and ``quit`` away and fixes the time zone. None of this is a wall (the cell
is). It shows, for instance ``subprocess.Popen`` is a function there. ``docs/fidelity.md`` lists it.

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import builtins
import faulthandler
import io
import multiprocessing.process
import multiprocessing.util
import os
import signal
import subprocess
import sys
import time

#: What the reference sets before a sample runs.
ENVIRONMENT = {"TZ": "UTC", "OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
#: Modules in which it puts functions of its own.
CHANGED = ("os", "subprocess")

#: Seconds that a process of `multiprocessing` is late, at the least. In the reference it greets two managers before it
#: begins, which were seen to take 3 to 13 ms, and which hear one after the other.
_GREETING = 0.005
#: Seconds for which it waits at the most until what started it rests.
_PATIENCE = 0.25
# Tests put something else in the place of these.
_sleep, _monotonic, _getppid, _listdir, _open = time.sleep, time.monotonic, os.getppid, os.listdir, open


class Sink(io.StringIO):
    """Takes what a sample prints, keeps the first ``most`` characters, and refuses to be read."""

    def __init__(self, most):
        super().__init__()
        self._room = most

    def write(self, text):
        """Accept all of ``text`` and keep what there is room for."""
        if self._room > 0 and isinstance(text, str):
            kept = text[: self._room]
            self._room -= len(kept)
            super().write(kept)
            return len(text)
        return len(text) if isinstance(text, str) else super().write(text)

    def read(self, *_):
        """Refuse: nobody types anything into an evaluation."""
        raise OSError

    readline = readlines = read

    def readable(self):
        """Say so as well."""
        return False


def set_up(most_output, official):
    """Bring this process into the official working conditions; ``most_output`` characters of its output are kept.

    What no author of a task would expect of them is left out for tasks that are not ``official``: there is no official
    verdict to agree with.
    """
    faulthandler.disable()
    builtins.exit = None
    builtins.quit = None
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close("all")
    _tame_processes(official)
    if official:
        multiprocessing.util.register_after_fork(_greet, _greet)
        # Asking settles it, as it is there: a sample that sets a start method without force fails.
        multiprocessing.get_start_method()
    # What a sample reads that parses a command line although it is imported: there the evaluator's.
    sys.argv = ["bigcodebench.evaluate", "--execution", "local"] if official else ["__test__.py"]
    sys.stdout = sys.stderr = sys.stdin = Sink(most_output)
    _pipe_subprocess_output()


def _greet(_):
    """Begin late, and neighbours not at once: leaving ``with Pool()`` hangs or not by who comes to its lock first.

    On a loaded machine who started it is late as well, and leaves first all the same.
    """
    number = multiprocessing.process.current_process()._identity[-1]
    begun = _monotonic()
    _sleep(_GREETING * (1 + number % 4))
    while _is_at_work(_getppid()) and _monotonic() - begun < _PATIENCE:
        _sleep(_GREETING * (1 + number % 4))


def _is_at_work(pid):
    """Whether a thread of a process runs, or would if it had a core."""
    try:
        for thread in _listdir("/proc/%d/task" % pid):
            with _open("/proc/%d/task/%s/stat" % (pid, thread), "rb") as stat:
                if stat.read().rpartition(b")")[2].split()[0] == b"R":
                    return True
    except OSError:
        pass
    return False


def _is_own_child(pid):
    try:
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except OSError:
        return False
    return True


def _tame_processes(official):
    """Let a sample signal only itself and what it started, and become no other program.

    The reference means by the second what was started through `subprocess`, which leaves `multiprocessing` out.
    """
    kill, killpg, system = os.kill, os.killpg, os.system
    call, check_output, run = subprocess.call, subprocess.check_output, subprocess.run
    own_pid, own_group, started = os.getpid(), os.getpgrp(), []

    def safe_kill(pid, sig):
        try:
            os.getpgid(pid)
        except ProcessLookupError:
            return
        if pid == own_pid or pid in started or (not official and _is_own_child(pid)):
            try:
                kill(pid, sig)
            except ProcessLookupError:
                pass
        else:
            print("not sent: signal", sig, "to process", pid)

    def groups_of_started():
        groups = set()
        for pid in started:
            try:
                groups.add(os.getpgid(pid))
            except ProcessLookupError:
                if official:
                    raise
        return groups

    def safe_killpg(pgid, sig):
        if pgid == own_group or pgid in groups_of_started():
            killpg(pgid, sig)
        else:
            print("not sent: signal", sig, "to process group", pgid)

    def names_kill(command):
        return "kill" in command or "killall" in command

    def safe_system(command):
        return 0 if names_kill(command) else system(command)

    def safe_call(command, *args, **kwargs):
        return 0 if names_kill(command) else call(command, *args, **kwargs)

    def safe_check_output(command, *args, **kwargs):
        return b"" if "ps" in command else check_output(command, *args, **kwargs)

    def safe_run(*args, **kwargs):
        if names_kill(args[0]):
            return subprocess.CompletedProcess(args, 0, b"", b"")
        return run(*args, **kwargs)

    class TamedPopen(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            # A process that begins a session already leads it, and cannot begin another.
            kwargs["preexec_fn"] = None if kwargs.get("start_new_session") else os.setsid
            super().__init__(*args, **kwargs)
            started.append(self.pid)

        def communicate(self, *args, **kwargs):
            try:
                return super().communicate(*args, **kwargs)
            except subprocess.TimeoutExpired:
                if official:
                    return None, None
                raise

        def kill(self):
            safe_kill(self.pid, signal.SIGTERM)

        terminate = kill

    popen = os.popen

    def safe_popen(command):
        return popen("echo kill was left out") if names_kill(command) else popen(command)

    def no_exec(*args, **_):
        print("not executed:", args)

    os.kill, os.killpg, os.system, os.popen = safe_kill, safe_killpg, safe_system, safe_popen
    os.execv = os.execvp = os.execvpe = no_exec
    subprocess.call, subprocess.check_output, subprocess.run = safe_call, safe_check_output, safe_run
    subprocess.Popen = TamedPopen


def _pipe_subprocess_output():
    """Capture what subprocesses print unless the caller says where it goes; ``Popen`` becomes a function."""
    popen, run = subprocess.Popen, subprocess.run

    def with_pipes(kwargs):
        if kwargs.get("capture_output"):
            kwargs.pop("stdout", None)
            kwargs.pop("stderr", None)
        else:
            kwargs.setdefault("stdout", subprocess.PIPE)
            kwargs.setdefault("stderr", subprocess.PIPE)
        return kwargs

    def piping_popen(*args, **kwargs):
        return popen(*args, **with_pipes(kwargs))

    def piping_run(*args, **kwargs):
        return run(*args, **with_pipes(kwargs))

    subprocess.Popen = piping_popen
    subprocess.run = piping_run
