"""Tests with other expected values: changed where no right answer can pass both, and nowhere else."""

from __future__ import annotations

import textwrap
import unittest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_bigcodebench import load_dataset
from pytest_bigcodebench.judge.expectations import change_expectations
from pytest_bigcodebench.judge.syntax import parsed

DATASET = Path(__file__).resolve().parents[3] / "shared" / "bigcodebench" / "BigCodeBench-v0.1.4.jsonl.gz"


def source_with(body: str, held: str = "") -> str:
    """A class of tests with one test of this body."""
    parts = [held] * bool(held) + ["def test_it(self):\n" + textwrap.indent(textwrap.dedent(body), "    ")]
    return "import unittest\nclass TestCases(unittest.TestCase):\n" + textwrap.indent("\n".join(parts), "    ") + "\n"


def passes(source: str, task_func: object) -> bool:
    """Whether a function passes the tests."""
    namespace: dict[str, Any] = {"__name__": "__test__", "task_func": task_func}
    exec(compile(source, "__test__.py", "exec"), namespace)
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(namespace["TestCases"]).run(result)
    return result.testsRun == 1 and result.wasSuccessful()


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("self.assertEqual(task_func(), 5)", 5),
        ("self.assertEqual(task_func(), -5)", -5),
        ("self.assertEqual('ab' 'cd', task_func())", "abcd"),
        ("self.assertEqual(task_func(), '%%')", "%%"),
        ("self.assertEqual(task_func(), b'ab')", b"ab"),
        ("self.assertEqual(task_func(), True)", True),
        ("self.assertEqual(task_func(), {'a': [1, (2, 3)]})", {"a": [1, (2, 3)]}),
        ("self.assertEqual(len(task_func()), 2)", "ab"),
        ("self.assertAlmostEqual(task_func(), 2.5, delta=100)", 80.0),
        ("self.assertIn('b', task_func())", "abc"),
        ("self.assertTrue(task_func() == 3)", 3),
        ("assert task_func() == 3", 3),
        ("assert 'b' in task_func()", "abc"),
        ("expected = [1, 2]\nself.assertEqual(task_func(), expected)", [1, 2]),
        ("self.assertTrue(task_func())", 1),
        ("self.assertIsNone(task_func())", None),
        ("self.assertIsInstance(task_func(), str)", "a"),
        ("assert task_func()", 1),
        ("with self.assertRaises(ZeroDivisionError):\n    1 / task_func()", 0),
        ("self.assertRaises(ZeroDivisionError, lambda: 1 / task_func())", 0),
        ("with self.assertRaises(ZeroDivisionError):\n    1 / task_func()\n    self.assertEqual(task_func(), 5)", 0),
        ("self.assertEqual(task_func(), '''a\nb''')", "a\n        b"),
    ],
)
def test_a_right_answer_fails_a_changed_test(body: str, answer: object) -> None:
    """It passes the test as it was written, and not the changed one, which has as many lines."""
    source = source_with(body)

    changed = change_expectations(source, "task_func")

    assert changed.changed == {"test_it"}
    assert changed.source.count("\n") == source.count("\n")
    assert passes(source, lambda: answer)
    assert not passes(changed.source, lambda: answer)


@pytest.mark.parametrize("held", ["expected = [1, 2]", "def setUp(self):\n    self.expected = [1, 2]"])
def test_what_a_class_holds_for_comparisons_is_changed(held: str) -> None:
    """The expected value is another one, wherever it is kept."""
    changed = change_expectations(source_with("self.assertEqual(task_func(), self.expected)", held), "task_func")

    assert changed.changed == {"test_it"}
    assert not passes(changed.source, lambda: [1, 2])


@pytest.mark.parametrize(
    "body",
    [
        "for one in task_func(): self.assertEqual(one, 5)",
        "if task_func(): self.assertEqual(task_func(), 5)",
        "self.assertNotEqual(task_func(), 5)",
        "self.assertGreater(task_func(), 5)",
        "self.assertEqual(task_func(5), task_func(3 + 2))",
        "limit = 5\nself.assertEqual(task_func(limit), limit)",
        "expected = 5\nexpected = task_func()\nself.assertEqual(task_func(), expected)",
        "return\nself.assertEqual(task_func(), 5)",
        "with self.subTest():\n    self.assertEqual(task_func(), 5)",
    ],
)
def test_what_a_right_answer_could_pass_as_well_is_left_alone(body: str) -> None:
    """No statement is changed that may not be reached, or whose opposite may hold too."""
    source = source_with(body)

    changed = change_expectations(source, "task_func")

    assert changed.changed == frozenset()
    assert changed.source == source


@pytest.mark.parametrize(
    "body",
    [
        "self.assertEqual(task_func(self.held), self.held)",
        "self.held = task_func()\nself.assertEqual(task_func(), self.held)",
    ],
)
def test_what_a_class_holds_for_more_than_comparisons_is_left_alone(body: str) -> None:
    """Another value would be another input, or is not the one that is compared."""
    source = source_with(body, "held = 5")

    changed = change_expectations(source, "task_func")

    assert changed.changed == frozenset()
    assert changed.source == source


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.binary()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(st.text(), inner, min_size=1) | st.tuples(inner),
    max_leaves=6,
)


@given(value=VALUES)
def test_no_value_passes_both(value: object) -> None:
    """Whatever is expected, its equal passes the test and fails the changed one."""
    source = source_with(f"self.assertEqual(task_func(), {value!r})")

    changed = change_expectations(source, "task_func")

    assert passes(source, lambda: value)
    assert changed.changed == {"test_it"}
    assert not passes(changed.source, lambda: value)


def test_official_tests_stay_tests() -> None:
    """The official tests can be changed nearly all, keep their lines, and can be compiled."""
    if not DATASET.is_file():
        pytest.skip(f"the official dataset is not at {DATASET}")
    tasks = list(load_dataset(str(DATASET)).tasks.values())
    unchanged = 0
    for task in tasks:
        changed = change_expectations(task.test, task.entry_point)
        assert parsed(changed.source), task.task_id
        assert changed.source.count("\n") == task.test.count("\n"), task.task_id
        unchanged += not changed.changed
    assert unchanged <= len(tasks) // 20
