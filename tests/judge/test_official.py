"""Official tasks, judged for real: their ground truths pass, and a real model's samples get the official verdicts."""

from __future__ import annotations

import gzip
import json
import sys
from functools import partial
from pathlib import Path

import pytest

from pytest_bigcodebench import Judge, JudgeOptions, Request, Sample, load_dataset

#: Tasks that take longer than a test should, or that the official evaluator itself cannot judge twice alike.
SLOW_OR_UNSTEADY = {
    f"BigCodeBench/{number}"
    for number in (13, 67, 205, 347, 363, 377, 489, 720, 791, 821, 823, 832, 1005, 1040, 1103, 1104)
}
COUNT = 60


@pytest.fixture(scope="module")
def tasks(shared: Path) -> list[str]:
    """Ids of the official tasks that need only the standard library: the first of them that are quick and steady."""
    dataset = load_dataset(str(shared / "bigcodebench" / "BigCodeBench-v0.1.4.jsonl.gz"))
    official = read(shared / "samples" / "qwen2.5-coder-7b-instruct--complete--official-here.jsonl.gz")
    steady = {row["task_id"] for row in official if row["status"] != "timeout"} - SLOW_OR_UNSTEADY
    found = [
        task.task_id
        for task in dataset.tasks.values()
        if task.task_id in steady and set(task.libs) <= set(sys.stdlib_module_names) and "pandas" not in task.test
    ]
    return found[:COUNT]


def read(path: Path) -> list[dict[str, str]]:
    """The objects of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def test_real_samples_get_the_official_verdicts(shared: Path, tasks: list[str]) -> None:
    """Real samples for tasks of the standard library get the official verdicts, and nobody is accused."""
    samples = shared / "samples"
    official = {
        row["task_id"]: row["status"]
        for row in read(samples / "qwen2.5-coder-7b-instruct--complete--official-here.jsonl.gz")
    }
    rows = {row["task_id"]: row for row in read(samples / "qwen2.5-coder-7b-instruct--complete.jsonl.gz")}
    dataset = load_dataset(str(shared / "bigcodebench" / "BigCodeBench-v0.1.4.jsonl.gz"))
    with Judge(dataset, JudgeOptions(jobs=2)) as judge:
        judge.schedule(
            Request(
                key=task_id,
                task_id=task_id,
                load=partial(Sample, task_id=task_id, solution=rows[task_id]["solution"]),
            )
            for task_id in tasks
        )
        verdicts = {task_id: judge.verdict(task_id) for task_id in tasks}

    assert len(tasks) == COUNT
    different = {
        task_id: (official[task_id], verdict.status, verdict.kind, verdict.message)
        for task_id, verdict in verdicts.items()
        if (official[task_id] == "pass") != verdict.passed and verdict.kind != "missing_library"
    }
    assert not different
    assert not [task_id for task_id, verdict in verdicts.items() if verdict.kind == "tampered"]
