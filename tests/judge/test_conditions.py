"""The working conditions that a sample gets: official where there are official verdicts, Python's own elsewhere."""

from __future__ import annotations

import pytest

from pytest_bigcodebench import Judge, JudgeOptions, Sample
from tests.judge.conftest import make_dataset, make_task

#: Tells what a time-out gives, and whether a second process can be stopped after a first has ended.
STOPS_A_PROCESS = """
import os
import signal
import subprocess

def task_func(a):
    subprocess.Popen(["true"]).communicate()
    process = subprocess.Popen(["sleep", "30"], start_new_session=True)
    try:
        told = process.communicate(timeout=0.01)
    except subprocess.TimeoutExpired:
        told = "time is over"
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return told, "no such process"
    return told, process.wait()
"""
#: Leaves a pool before its processes have anything to do.
LEAVES_A_POOL = """
from multiprocessing import Pool

def task_func(a):
    with Pool(2) as pool:
        return pool.map(abs, [])
"""
#: Tells what a library's own generator gives; it was seeded when the library was imported.
DRAWS = """
from faker import Faker

def task_func(a):
    return Faker().sha256()
"""
#: Forgets to seed.
FORGETS = """
import random
import numpy

def task_func(a):
    return random.random(), numpy.random.rand()
"""
#: Tells it from a solution that takes one of the commonest seeds.
SEEDED = """
import random
import unittest
import numpy

class TestCases(unittest.TestCase):
    def test_draws(self):
        first, second = task_func(1)
        for seed in (0, 1, 42, 123):
            self.assertNotEqual(first, random.Random(seed).random())
            self.assertNotEqual(second, numpy.random.RandomState(seed).rand())
"""
TEST = """
import unittest

class TestCases(unittest.TestCase):
    def test_stops(self):
        self.assertEqual(task_func(1), {expected!r})
"""


@pytest.mark.parametrize(
    ("task_id", "expected"),
    [("BigCodeBench/0", ((None, None), "no such process")), ("small/0", ("time is over", -9))],
    ids=["official", "own"],
)
def test_only_official_tasks_hide_that_time_is_over(task_id: str, expected: tuple[object, object]) -> None:
    """The official tasks' verdicts rest on a communicate that tells no time-out; other tasks get Python's."""
    task = make_task(task_id, test=TEST.format(expected=expected))
    with Judge(make_dataset(task), JudgeOptions(jobs=1, time_limit=10.0)) as judge:
        verdict = judge.judge(Sample(task_id=task_id, solution=STOPS_A_PROCESS))

    assert verdict.passed, verdict.message


@pytest.mark.parametrize(("task_id", "kind"), [("BigCodeBench/0", "timeout"), ("small/0", "")], ids=["official", "own"])
def test_only_official_tasks_hang_when_a_pool_is_left(task_id: str, kind: str) -> None:
    """There the end of a pool's processes is forbidden, and they begin too late to end by themselves."""
    task = make_task(task_id, test=TEST.format(expected=[]))
    with Judge(make_dataset(task), JudgeOptions(jobs=1, time_limit=3.0)) as judge:
        verdicts = list(judge.map([Sample(task_id=task_id, solution=LEAVES_A_POOL)] * 3))

    # On a machine with much else to do a process may come too early once.
    assert kind in {verdict.kind for verdict in verdicts} <= {kind, ""}


def test_the_seed_of_hashes_is_no_samples_business() -> None:
    """What a sample starts draws hashes of its own, as officially."""
    solution = "import os\nassert 'PYTHONHASHSEED' not in os.environ\ndef task_func(a):\n    return 1\n"
    task = make_task(test=TEST.format(expected=1))
    with Judge(make_dataset(task), JudgeOptions(jobs=1)) as judge:
        verdict = judge.judge(Sample(task_id=task.task_id, solution=solution))

    assert verdict.passed, verdict.message


def test_a_librarys_own_generator_starts_from_the_seed() -> None:
    """What a generator drew at its import belongs to one template; another run must not draw another lot."""
    pytest.importorskip("faker")
    task = make_task(complete_prompt="from faker import Faker\ndef task_func(a): ...", test=TEST.format(expected=""))

    def told(seed: int) -> str:
        options = JudgeOptions(jobs=1, time_limit=10.0, seed=seed, calibrated=False)
        with Judge(make_dataset(task), options) as judge:
            return judge.judge(Sample(task_id=task.task_id, solution=DRAWS)).message

    first, again, other = told(0), told(0), told(1)

    assert "AssertionError: '" in first
    assert first == again != other


def test_who_forgets_to_seed_does_not_draw_as_the_seeded_do() -> None:
    """A test that expects what a seed gives is not met by the state that each sample starts with."""
    pytest.importorskip("numpy")
    task = make_task(test=SEEDED)
    with Judge(make_dataset(task), JudgeOptions(jobs=1, time_limit=10.0)) as judge:
        verdict = judge.judge(Sample(task_id=task.task_id, solution=FORGETS))

    assert verdict.passed, verdict.message


@pytest.mark.parametrize(
    ("task_id", "error"), [("BigCodeBench/0", "SystemExit"), ("small/0", "")], ids=["official", "own"]
)
def test_only_official_tasks_have_a_command_line(task_id: str, error: str) -> None:
    """A sample that parses one although it is imported meets the evaluator's options there, and does not know them."""
    solution = "import argparse\nargparse.ArgumentParser().parse_args()\ndef task_func(a):\n    return a\n"
    task = make_task(task_id, test=TEST.format(expected=1))
    with Judge(make_dataset(task), JudgeOptions(jobs=1)) as judge:
        verdict = judge.judge(Sample(task_id=task_id, solution=solution))

    assert [failure.error for failure in verdict.failures] == ([error] if error else []), verdict.message


@pytest.mark.parametrize(
    ("task_id", "error"), [("BigCodeBench/0", "RuntimeError"), ("small/0", "")], ids=["official", "own"]
)
def test_only_official_tasks_have_a_start_method_set(task_id: str, error: str) -> None:
    """The evaluator has started processes before a sample runs there, and a start method can be set once only."""
    solution = "import multiprocessing\nmultiprocessing.set_start_method('spawn')\ndef task_func(a):\n    return a\n"
    task = make_task(task_id, test=TEST.format(expected=1))
    with Judge(make_dataset(task), JudgeOptions(jobs=1)) as judge:
        verdict = judge.judge(Sample(task_id=task_id, solution=solution))

    assert [failure.error for failure in verdict.failures] == ([error] if error else []), verdict.message
