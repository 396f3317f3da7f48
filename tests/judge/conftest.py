"""A small dataset and a judge for it, shared by the tests of the judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pytest_bigcodebench import Dataset, Judge, JudgeOptions, Sample, Task, Verdict

TEST = """
import unittest

class TestCases(unittest.TestCase):
    def test_adds(self):
        self.assertEqual(task_func(1), 2)

    def test_negative(self):
        self.assertEqual(task_func(-1), 0)
"""
RIGHT = "def task_func(a):\n    return a + 1\n"


def make_task(task_id: str = "small/0", **changes: object) -> Task:
    """A task that adds one, changed as a test needs it."""
    fields: dict[str, Any] = {
        "task_id": task_id,
        "complete_prompt": 'def task_func(a):\n    """Add one."""',
        "instruct_prompt": "Add one.",
        "code_prompt": "def task_func(a):\n",
        "canonical_solution": "    return a + 1",
        "test": TEST,
        "entry_point": "task_func",
        "libs": (),
        "domains": ("general",),
    }
    return Task(**{**fields, **changes})


def make_dataset(*tasks: Task) -> Dataset:
    """A dataset of these tasks."""
    return Dataset(name="small", version="1", tasks={task.task_id: task for task in tasks or (make_task(),)})


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    """One judge for the small dataset, two children at once, with limits that a test can wait for."""
    options = JudgeOptions(jobs=2, time_limit=3.0, memory_limit=300)
    with Judge(make_dataset(), options) as judge:
        yield judge


@pytest.fixture
def verdict_on(judge: Judge) -> Callable[[str], Verdict]:
    """Judge one solution of the small task."""
    return lambda solution: judge.judge(Sample(task_id="small/0", solution=solution))
