"""What a sample sees of the machine, and what it leaves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import attr
import jsonlines
import pytest

import pytest_bigcodebench
from pytest_bigcodebench import Judge, Sample, Verdict
from tests.judge.conftest import RIGHT

VerdictOn = Callable[[str], Verdict]


@pytest.fixture
def told_by(judge: Judge) -> Callable[[str], str]:
    """What a sample finds when it evaluates an expression: its answer stands in the exception it raises."""
    if judge.environment is None or judge.environment.sandbox != "bubblewrap":
        pytest.skip("bubblewrap does not work here")

    def tell(expression: str, before: str = "") -> str:
        solution = f"import os, sys, socket, pathlib\n{before}\nraise ValueError(repr(({expression})))\n"
        (failure,) = judge.judge(Sample(task_id="small/0", solution=solution)).failures
        return failure.message

    return tell


def test_a_sample_sees_no_process_but_its_own(told_by: Callable[[str], str]) -> None:
    """Only the cell's init and the sample itself are there."""
    assert told_by("sorted(int(n) for n in os.listdir('/proc') if n.isdigit()) == [1, os.getpid()]") == "True"


@pytest.mark.parametrize("path", ["/root", "/bcb", "/etc/shadow", os.path.expanduser("~"), os.getcwd(), __file__])
def test_a_sample_sees_no_file_of_the_user(told_by: Callable[[str], str], path: str) -> None:
    """Home, the project and secrets are not there, or hold nothing but what leads to the interpreter."""
    own = "d.startswith((sys.prefix, sys.base_prefix))"
    listing = f"[os.path.join(d, f) for d, _, fs in os.walk({path!r}) for f in fs if not {own}]"
    assert told_by(f"os.path.isfile({path!r}) or {listing}") in ("False", "[]")


def test_a_sample_sees_a_fixed_list_of_variables(
    told_by: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No variable of the user's is passed on."""
    assert "SECRET" not in told_by("sorted(os.environ)")
    assert (
        told_by("os.environ['HOME'], os.environ['TZ'], os.environ['OMP_NUM_THREADS']") == "('/home/user', 'UTC', '1')"
    )


def test_a_sample_starts_in_an_empty_directory(told_by: Callable[[str], str]) -> None:
    """Working directory, home and shared memory are empty and writable."""
    assert (
        told_by("[os.listdir(p) for p in ('.', os.environ['HOME'], '/dev/shm')], os.access('.', os.W_OK)")
        == "([[], [], []], True)"
    )


def test_a_sample_can_serve_and_call_itself(told_by: Callable[[str], str]) -> None:
    """The loopback interface is up, and its own."""
    before = "s = socket.create_server(('127.0.0.1', 0)); c = socket.create_connection(s.getsockname())"
    assert told_by("c.getpeername() == s.getsockname()", before) == "True"


def test_a_sample_reaches_nobody(told_by: Callable[[str], str]) -> None:
    """There is no route but the loopback's."""
    before = "s = socket.socket(); s.settimeout(2); error = s.connect_ex(('192.0.2.1', 80))"
    assert told_by("os.strerror(error)", before) == "'Network is unreachable'"


@pytest.mark.parametrize(
    "attempt",
    [
        "ctypes.CDLL(None).unshare(0x10000000)",
        "ctypes.CDLL(None).mount(b'none', b'/tmp', b'tmpfs', 0, None)",
        "ctypes.CDLL(None).ptrace(16, 1, 0, 0)",
        "ctypes.CDLL(None).setns(os.open('/proc/self/ns/net', 0), 0)",
    ],
)
def test_a_sample_has_no_privilege_left(told_by: Callable[[str], str], attempt: str) -> None:
    """Calls that reach for namespaces, mounts or other processes are refused."""
    assert told_by(attempt, "import ctypes") == "-1"


def test_the_libraries_cannot_be_changed(told_by: Callable[[str], str]) -> None:
    """The interpreter's files are read-only even for their owner."""
    assert told_by("os.access(os.__file__, os.W_OK)") == "False"


def test_nothing_is_left_for_the_next_sample(judge: Judge, told_by: Callable[[str], str]) -> None:
    """Files, processes, shared memory and environment of one sample are gone when the next one starts."""
    mess = (
        "import os, subprocess, sys\n"
        "for place in ('/tmp', os.environ['HOME'], '/dev/shm', '/var/tmp'):\n    open(place + '/left', 'w').close()\n"
        "os.environ['LEFT'] = '1'\n"
        "if os.fork() == 0:\n    os.setsid()\n    import time\n    time.sleep(1000)\n"
    )
    assert judge.judge(Sample(task_id="small/0", solution=mess + RIGHT)).passed

    assert (
        told_by("[p for p in ('/tmp', os.environ['HOME'], '/dev/shm', '/var/tmp') if os.path.exists(p + '/left')]")
        == "[]"
    )
    assert told_by("len([n for n in os.listdir('/proc') if n.isdigit()]), os.environ.get('LEFT')") == "(2, None)"


#: Judges a sample that uses devices three times, and tells the verdicts.
JUDGES = """
from pytest_bigcodebench import Dataset, Judge, JudgeOptions, Sample, Task

PROMPT = "def task_func(a):\\n"
TEST = '''
import unittest
class TestCases(unittest.TestCase):
    def test_it(self):
        self.assertEqual(task_func(1), 1)
'''
solution = '''
import os
def task_func(a):
    with open("/dev/null", "w") as nowhere:
        nowhere.write(os.urandom(3).hex())
    return a * (os.getuid() != 0)
'''
task = Task(task_id="a/0", complete_prompt=PROMPT, instruct_prompt="", code_prompt=PROMPT,
            canonical_solution="    return a", test=TEST, entry_point="task_func", libs=(), domains=("general",))
with Judge(Dataset(name="a", version="1", tasks={"a/0": task}), JudgeOptions(sandbox="bubblewrap", jobs=2)) as judge:
    for verdict in judge.map([Sample(task_id="a/0", solution=solution)] * 3):
        print(verdict.status, verdict.message)
"""


@pytest.fixture
def as_ordinary_user() -> Iterator[Callable[[str], str]]:
    """Run a Python script with this package as a user who owns nothing; what it prints."""
    if os.geteuid() != 0 or not (shutil.which("setpriv") and shutil.which("bwrap")):
        pytest.skip("only root can become another user, with setpriv, and bubblewrap must be there")
    become = ["setpriv", "--reuid=12345", "--regid=12345", "--clear-groups", "env"]
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        # What it imports, copied to where others may read.
        for module in (pytest_bigcodebench, jsonlines, attr):
            place = Path(module.__file__).parent
            shutil.copytree(place, Path(folder, place.name), ignore=shutil.ignore_patterns("__pycache__"))
        environment = {"PATH": os.defpath, "HOME": folder, "PYTHONPATH": folder}

        def run(python: str, script: str) -> subprocess.CompletedProcess[str]:
            command = [*become, python, "-B", "-c", script]
            return subprocess.run(command, capture_output=True, text=True, cwd="/", env=environment, check=False)

        for python in (sys.executable, "/usr/bin/python3"):
            # Either may lie where only root may go, or be too old.
            if os.path.exists(python) and run(python, "from pytest_bigcodebench import Judge").returncode == 0:
                break
        else:
            pytest.skip("no interpreter here that another user may start and that imports the package")

        def tell(script: str) -> str:
            done = run(python, script)
            return done.stdout + done.stderr

        yield tell


def test_the_walls_stand_for_an_ordinary_user_too(as_ordinary_user: Callable[[str], str]) -> None:
    """Whoever evaluates need not be root: cell after cell is made, with devices, and the user stays the user."""
    assert as_ordinary_user(JUDGES) == "pass \n" * 3
