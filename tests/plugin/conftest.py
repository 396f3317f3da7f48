"""A small benchmark for runs of pytest in a process of their own, judged by the real judge."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.judge.judge import Judge, JudgeOptions

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
    options: list[str]
    #: Environment variables for runs.
    environment: dict[str, str] = field(default_factory=dict)

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


@pytest.fixture(scope="session")
def sandbox() -> str:
    """The strongest sandbox level that works here; the judge's own tests see to what each is good for."""
    judge = Judge(Dataset(name="none", version="1", tasks={}), JudgeOptions())
    try:
        with judge:
            return "auto"
    except BenchmarkError:
        return "off"


@pytest.fixture
def bench(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, sandbox: str) -> Bench:
    """A benchmark of four tasks in ``data.jsonl``, and one sample for each in ``out.jsonl``: three right, one wrong."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    bench = Bench(pytester, ["--bcb-dataset=data.jsonl", f"--bcb-sandbox={sandbox}"])
    bench.dataset(LIBS)
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", RIGHT), ("Tiny/time_network", RIGHT), ("Tiny/3", WRONG))
    return bench


#: How runs are distributed: alone, and over two xdist workers.
ALONE_AND_XDIST = [
    pytest.param((), id="alone"),
    pytest.param(("-p", "xdist.plugin", "-n", "2"), id="xdist"),
]


@pytest.fixture(params=ALONE_AND_XDIST)
def spread(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Arguments that run all in one process, or over two xdist workers."""
    arguments: tuple[str, ...] = request.param
    return arguments
