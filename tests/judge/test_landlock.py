"""The wall of Landlock and seccomp: what a sample can reach where there are no user namespaces."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pytest_bigcodebench import BenchmarkError, Judge, JudgeOptions, Sample
from pytest_bigcodebench.judge import sandbox
from tests.judge.conftest import RIGHT, make_dataset
from tests.judge.test_judge import descendants


@pytest.fixture(scope="module")
def confined() -> Iterator[Judge]:
    """A judge whose samples are confined by Landlock."""
    judge = Judge(make_dataset(), JudgeOptions(jobs=2, time_limit=10.0, sandbox="landlock"))
    try:
        judge.start()
    except BenchmarkError as error:
        pytest.skip(f"Landlock does not work here: {error}")
    with judge:
        yield judge


@pytest.fixture
def found(confined: Judge) -> Callable[[str], str]:
    """What a confined sample finds when it evaluates an expression."""

    def find(expression: str, before: str = "pass") -> str:
        solution = f"import ctypes, os, signal, socket, sys, tempfile\n{before}\nraise ValueError(repr({expression}))\n"
        (failure,) = confined.judge(Sample(task_id="small/0", solution=solution)).failures
        return f"{failure.error}: {failure.message}"

    return find


def test_samples_are_judged_as_elsewhere(confined: Judge) -> None:
    """Right ones pass and wrong ones fail; one at a time, so that what each leaves is known for its own."""
    solutions = [RIGHT, "def task_func(a):\n    return a\n", RIGHT]
    verdicts = list(confined.map(Sample(task_id="small/0", solution=solution) for solution in solutions))

    assert [verdict.kind for verdict in verdicts] == ["", "wrong_answer", ""]
    assert confined.environment is not None
    assert confined.environment.jobs == 1
    assert "the network" in confined.environment.sandbox_gaps


@pytest.mark.parametrize(
    "attempt",
    [
        f"open({__file__!r}).read()",
        f"os.listdir({os.path.expanduser('~')!r})",
        "os.listdir('/tmp')",
        "open('/tmp/bcb_mark', 'w')",
        "open('/dev/shm/bcb_mark', 'w')",
        "open('../../bcb_mark', 'w')",
        "open(os.__file__, 'a')",
        "open(f'/proc/{os.getppid()}/environ').read()",
        "socket.socket(socket.AF_UNIX)",
        "os.chown(os.getcwd(), os.getuid(), os.getgid())",
        "os.setpriority(os.PRIO_PROCESS, os.getppid(), 5)",
    ],
)
def test_what_is_not_the_samples_is_refused(found: Callable[[str], str], attempt: str) -> None:
    """Files of others, other processes, and daemons that listen on a path are out of reach."""
    assert found(attempt).partition(":")[0] in ("PermissionError", "OSError")


@pytest.mark.parametrize(
    "attempt",
    [
        "ctypes.CDLL(None).unshare(0x10000000)",
        "ctypes.CDLL(None).kill(os.getppid(), 0)",
        "ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0)",
        "ctypes.CDLL(None).prlimit(os.getppid(), 0, ctypes.create_string_buffer(16), None)",
    ],
)
def test_calls_that_reach_others_are_refused(found: Callable[[str], str], attempt: str) -> None:
    """Namespaces, tracing, and limits of other processes."""
    assert found(attempt) == "ValueError: -1"


def test_modes_of_files_stay(found: Callable[[str], str]) -> None:
    """Landlock lets a mode be changed: here the call only says that it was."""
    before = Path(os.__file__).stat().st_mode

    assert found(f"os.chmod({os.__file__!r}, 0o777)") == "ValueError: None"
    assert Path(os.__file__).stat().st_mode == before


def test_a_sample_has_a_place_of_its_own(found: Callable[[str], str]) -> None:
    """Working directory, home and temporary directory are empty, writable, and gone afterwards."""
    place = found("os.getcwd()", "tempfile.mkdtemp(); open(os.path.expanduser('~/f'), 'w').close()")

    assert "bcb-" in place
    assert not Path(place.partition("'")[2].rstrip("'")).parent.exists()


def test_a_sample_can_serve_and_call_itself(found: Callable[[str], str]) -> None:
    """Tests start servers on localhost."""
    before = "s = socket.create_server(('127.0.0.1', 0)); c = socket.create_connection(s.getsockname())"

    assert found("c.getpeername() == s.getsockname()", before) == "ValueError: True"


def test_no_process_is_left(confined: Judge) -> None:
    """Who forks twice and takes a session of its own ends with its sample."""
    daemon = (
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    os.fork() and os._exit(0)\n    time.sleep(1000)\n"
    )
    assert confined.judge(Sample(task_id="small/0", solution=RIGHT)).passed
    before = descendants(os.getpid())

    assert confined.judge(Sample(task_id="small/0", solution=daemon + RIGHT)).passed

    assert descendants(os.getpid()) <= before


def test_auto_takes_the_strongest() -> None:
    """First bubblewrap, then Landlock, and never none."""
    assert sandbox.levels_to_try("auto") == ("bubblewrap", "landlock")


def test_auto_takes_landlock_where_there_is_no_bubblewrap(confined: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without bubblewrap has a wall all the same, and is told which, and why."""
    monkeypatch.setenv("PATH", os.path.dirname(sys.executable))

    with Judge(make_dataset(), JudgeOptions(jobs=1)) as judge:
        assert judge.environment is not None
        assert judge.environment.sandbox == "landlock"
        assert judge.environment.sandbox_reason == "bubblewrap: bubblewrap is not installed"


def test_an_installed_copy_of_this_package_is_not_readable(confined: Judge, tmp_path: Path) -> None:
    """Beside the judged libraries lie tests and canonical solutions: they are left out of what is granted."""
    for name in ("lib/site/other", "lib/site/pytest_bigcodebench"):
        (tmp_path / name).mkdir(parents=True)
    assert confined._sandbox is not None
    interpreter = confined._sandbox.interpreter
    narrow = type(interpreter)(
        path=interpreter.path,
        version=interpreter.version,
        directories=(str(tmp_path / "lib"),),
        hidden=(str(tmp_path / "lib/site/pytest_bigcodebench"),),
    )

    granted = sandbox.Sandbox(level="landlock", interpreter=narrow).confinement()

    assert granted is not None
    assert [path for path in granted["readable"] if path.startswith(str(tmp_path))] == [
        str(tmp_path / "lib/site/other")
    ]
    assert granted["listable"] == [str(tmp_path / "lib")]
