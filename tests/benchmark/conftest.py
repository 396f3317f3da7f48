"""What the tests of the benchmark package share: the real data, and small datasets of their own."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench.benchmark.dataset import Dataset, load_dataset
from pytest_bigcodebench.benchmark.domains import domains_of
from pytest_bigcodebench.benchmark.task import Task

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="session")
def official_folder() -> Path:
    """Return the folder of the official dataset's files, which are not part of this repository."""
    folder = SHARED / "bigcodebench"
    if not folder.is_dir():
        pytest.skip(f"the official dataset is not at {folder}")
    return folder


@pytest.fixture(scope="session")
def official(official_folder: Path) -> Dataset:
    """Return the official dataset, read from its file."""
    return load_dataset(official_folder / "BigCodeBench-v0.1.4.jsonl.gz")


@pytest.fixture
def make_task() -> Callable[..., Task]:
    """Return a maker of small tasks in which a test changes what it is about."""

    def make(task_id: str = "BigCodeBench/0", **changes: object) -> Task:
        libs = ("os", "re")
        values: dict[str, Any] = {
            "complete_prompt": 'import os\nimport re\ndef task_func(x):\n    """Do it."""\n',
            "instruct_prompt": "Do it.",
            "code_prompt": "import os\nimport re\ndef task_func(x):\n",
            "canonical_solution": "    return x\n",
            "test": "import unittest\nclass TestCases(unittest.TestCase):\n    def test_it(self):\n        pass\n",
            "entry_point": "task_func",
            "libs": libs,
            "domains": domains_of(libs),
        }
        return Task(task_id=task_id, **{**values, **changes})

    return make


@pytest.fixture
def make_dataset(make_task: Callable[..., Task]) -> Callable[..., Dataset]:
    """Return a maker of datasets that have tasks of some ids."""

    def make(*task_ids: str) -> Dataset:
        return Dataset(name="toy", version="1", tasks={task_id: make_task(task_id) for task_id in task_ids})

    return make


@pytest.fixture
def write_file(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes text (dedented) or bytes to a path below the test's folder."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else textwrap.dedent(content).encode())
        return path

    return write
