"""Each limit of a sample ends it, or bounds it, and the verdict says which limit it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pytest_bigcodebench import Judge, JudgeOptions, Sample, Verdict
from pytest_bigcodebench.judge.limits import CEILING, Cost, Limits, time_limit
from tests.judge.conftest import RIGHT, make_dataset


@pytest.mark.parametrize(
    ("cost", "seconds"),
    [
        (None, 240.0),
        (Cost(cpu_s=0.0, wall_s=0.0), 100.0),
        (Cost(cpu_s=5.0, wall_s=1.0), 150.0),
        (Cost(cpu_s=1.0, wall_s=5.0), 150.0),
        (Cost(cpu_s=60.0, wall_s=20.0), 240.0),
    ],
)
def test_a_time_limit_follows_from_what_the_ground_truth_took(cost: Cost | None, seconds: float) -> None:
    """A floor and ten times its work or its waiting, at most the official limit, which holds where nothing is known."""
    assert time_limit(cost) == seconds <= CEILING


def test_cpu_seconds_leave_room_for_several_cores() -> None:
    """Unless they are set, they follow from the seconds and are far more, so that honest threads are let be."""
    assert Limits(time_s=100.0).to_plain()["cpu_limit"] == 410.0
    assert Limits(time_s=100.0, cpu_s=7.0).to_plain()["cpu_limit"] == 7.0


@pytest.fixture(scope="module")
def narrow() -> Iterator[Judge]:
    """A judge whose limits are reached at once; its seconds are many, so that no other limit is met first."""
    options = JudgeOptions(
        jobs=2,
        time_limit=60.0,
        memory_limit=200,
        cpu_limit=0.3,
        process_limit=24,
        open_file_limit=64,
        disk_limit=8,
        output_limit=10,
    )
    with Judge(make_dataset(), options) as judge:
        yield judge


def judged(judge: Judge, body: str) -> Verdict:
    """The verdict on a function with these lines."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return judge.judge(
        Sample(task_id="small/0", solution=f"import os, sys, threading, time\ndef task_func(a):\n{lines}")
    )


@pytest.mark.parametrize(
    ("body", "status", "kind", "detail"),
    [
        ("while True:\n    pass", "timeout", "timeout", "CPU time"),
        (
            "for _ in range(40):\n    if os.fork() == 0:\n        time.sleep(99)\ntime.sleep(99)",
            "fail",
            "limit",
            "processes",
        ),
        (
            "for _ in range(40):\n    threading.Thread(target=time.sleep, args=(99,)).start()\ntime.sleep(99)",
            "fail",
            "limit",
            "processes",
        ),
        ("kept = [open(os.devnull) for _ in range(99)]", "fail", "limit", "open files"),
        ("with open('f', 'wb') as file:\n    file.write(bytes(9 << 20))", "fail", "limit", "disk"),
        (
            "for name in range(9):\n    with open(str(name), 'wb') as file:\n        file.write(bytes(1 << 20))",
            "fail",
            "limit",
            "disk",
        ),
    ],
)
def test_each_limit_is_named(narrow: Judge, body: str, status: str, kind: str, detail: str) -> None:
    """A sample that passes a limit fails, and its verdict's kind and detail name the limit."""
    verdict = judged(narrow, body)

    assert (verdict.status, verdict.kind, verdict.detail) == (status, kind, detail)
    assert verdict.wall_s < 20


def test_output_beyond_the_limit_is_let_go(narrow: Judge) -> None:
    """A sample that prints much is judged by its tests, as officially; only so many characters are held."""
    verdict = judged(narrow, "print('x' * 1000)\nassert len(sys.stdout.getvalue()) == 10\nreturn a + 1")

    assert verdict.passed


def test_a_sample_within_its_limits_passes(narrow: Judge) -> None:
    """Limits cost nothing who keeps to them."""
    assert narrow.judge(Sample(task_id="small/0", solution=RIGHT)).passed


@pytest.mark.parametrize("place", ["/tmp", "/dev/shm"])
def test_files_count_as_the_memory_that_they_take(judge: Judge, place: str) -> None:
    """A sample's files live in memory: it cannot hold more there than it may hold in its processes."""
    if judge.environment is None or judge.environment.sandbox != "bubblewrap":
        pytest.skip("bubblewrap does not work here")
    fill = f"with open('{place}/f', 'wb') as file:\n    for _ in range(40):\n        file.write(bytes(10 << 20))\n"

    verdict = judge.judge(Sample(task_id="small/0", solution=fill + "while True:\n    pass\n"))

    assert verdict.kind == "out_of_memory"


@pytest.mark.parametrize(
    "call",
    [
        "os.memfd_create('m')",
        "ctypes.CDLL(None, use_errno=True).shmget(1, 1 << 30, 0o1600)",
        "ctypes.CDLL(None, use_errno=True).msgget(1, 0o1600)",
        "ctypes.CDLL(None, use_errno=True).semget(1, 1, 0o1600)",
    ],
)
def test_there_is_no_memory_that_nobody_counts(judge: Judge, call: str) -> None:
    """Memory that belongs to no process and to no directory is not to be had."""
    if judge.environment is None or judge.environment.sandbox == "off":
        pytest.skip("no sandbox works here")
    solution = f"import ctypes, os\nif {call} == -1:\n    raise OSError(ctypes.get_errno(), 'refused')\n"

    (failure,) = judge.judge(Sample(task_id="small/0", solution=solution)).failures

    assert "[Errno 38]" in failure.message
