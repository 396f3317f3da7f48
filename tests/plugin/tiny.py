"""A tiny benchmark, and runs of pytest over samples for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

__all__ = ["ENDLESS", "LIBS", "RAISES", "RIGHT", "WRONG", "Bench"]

#: Solutions of every task: right, wrong, one that raises in its second line, and one that does not end.
RIGHT = "def task_func(x):\n    return x * x\n"
WRONG = "def task_func(x):\n    return x + 1\n"
RAISES = "def task_func(x):\n    return x / nothing\n"
ENDLESS = "def task_func(x):\n    while True:\n        pass\n"

_TEST = """import unittest
class TestCases(unittest.TestCase):
    def test_two(self):
        self.assertEqual(task_func(2), 4)
    def test_zero(self):
        self.assertEqual(task_func(0), 0)
"""

#: Task id -> its libraries. The names hold words of domains on purpose.
LIBS: Mapping[str, tuple[str, ...]] = {
    "Tiny/0": ("json", "networkx"),
    "Tiny/1": ("socket",),
    "Tiny/time_network": ("os", "datetime"),
    "Tiny/3": ("pandas", "socket"),
}


@dataclass
class Bench:
    """A dataset in the file ``data.jsonl``, and runs of pytest that judge samples for it."""

    pytester: pytest.Pytester
    #: Arguments of every run.
    options: list[str]

    def dataset(self, libs: Mapping[str, Sequence[str]], name: str = "data.jsonl", **fields: str) -> Path:
        """Write a dataset with a task for each id, which asks for the square of x."""
        rows = [
            {
                "task_id": task_id,
                "complete_prompt": 'def task_func(x):\n    """Square x."""\n',
                "instruct_prompt": "Square x.",
                "code_prompt": "def task_func(x):\n",
                "canonical_solution": "    return x * x\n",
                "test": _TEST,
                "entry_point": "task_func",
                "doc_struct": "{}",
                "libs": str(list(names)),
                **fields,
            }
            for task_id, names in libs.items()
        ]
        return self.lines(name, rows)

    def samples(self, *samples: tuple[str, str], name: str = "out.jsonl") -> Path:
        """Write a samples file with a line for each task id and solution."""
        return self.lines(name, [{"task_id": task_id, "solution": solution} for task_id, solution in samples])

    def lines(self, name: str, rows: Iterable[Any]) -> Path:
        """Write a file of JSON lines; a row that is text stands as it is."""
        path = self.pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
        return path

    def command(self, *arguments: str) -> list[str]:
        """Spell the arguments of a run out."""
        return ["-p", "pytest_bigcodebench.plugin", *self.options, *arguments]

    def run_inside(self, *arguments: str) -> pytest.RunResult:
        """Run pytest in this process, which is quicker; for runs that judge nothing."""
        return self.pytester.runpytest_inprocess(*self.command(*arguments))

    def run(self, *arguments: str, plugins: Sequence[str] = ()) -> pytest.RunResult:
        """Run pytest in a process of its own, with this plugin and the named ones only."""
        named = [part for plugin in plugins for part in ("-p", plugin)]
        return self.pytester.runpytest_subprocess(*self.command(*named, *arguments))
