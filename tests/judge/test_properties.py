"""Tests that state properties are judged like any others."""

from __future__ import annotations

import pytest

from pytest_bigcodebench import Judge, JudgeOptions, Sample
from tests.judge.conftest import RIGHT, make_dataset, make_task

PROPERTY = """
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st

class TestCases(unittest.TestCase):
    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers())
    def test_adds(self, number):
        self.assertEqual(task_func(number), number + 1)
"""


def test_a_property_is_no_tampering() -> None:
    """Hypothesis changes the interpreter (it hangs a callback on the collector); that is not laid to the solution."""
    pytest.importorskip("hypothesis")
    with Judge(make_dataset(make_task(test=PROPERTY)), JudgeOptions(jobs=1)) as judge:
        right = judge.judge(Sample(task_id="small/0", solution=RIGHT))
        wrong = judge.judge(Sample(task_id="small/0", solution=RIGHT.replace("a + 1", "a + 1 - a // 50")))

    assert (right.passed, right.message) == (True, "")
    assert (wrong.passed, wrong.kind) == (False, "wrong_answer")
