"""The starter dataset judges rightly: its ground truths pass, and plausible mistakes do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pytest_bigcodebench import Judge, JudgeOptions, Request, Sample, load_dataset
from pytest_bigcodebench.benchmark.domains import DOMAINS

WRONG = Path(__file__).resolve().parent / "wrong"


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    """A judge for the starter dataset."""
    pytest.importorskip("hypothesis")
    with Judge(load_dataset("starter"), JudgeOptions(jobs=2)) as judge:
        yield judge


def test_every_domain_has_its_tasks(judge: Judge) -> None:
    """Twenty tasks for each domain, in the folder of a domain that is really theirs."""
    tasks = judge.dataset.tasks.values()

    folders = [task.task_id.split("/")[1] for task in tasks]
    assert {domain: folders.count(domain) for domain in DOMAINS} == dict.fromkeys(DOMAINS, 20)
    assert not [task.task_id for task, folder in zip(tasks, folders, strict=True) if folder not in task.domains]


def test_every_ground_truth_passes(judge: Judge) -> None:
    """The canonical solution of each task passes its tests."""
    judge.schedule(
        Request(key=task.task_id, task_id=task.task_id, load=lambda task=task: _sample(task.task_id, task.ground_truth))
        for task in judge.dataset.tasks.values()
    )
    verdicts = {task_id: judge.verdict(task_id) for task_id in judge.dataset.tasks}

    assert not {task_id: verdict.message for task_id, verdict in verdicts.items() if not verdict.passed}


def test_every_wrong_solution_is_refused(judge: Judge) -> None:
    """Plausible mistakes, at least two a task, do not pass, and are called mistakes and not tampering."""
    wrong = sorted(WRONG.rglob("*.py"))
    judge.schedule(
        Request(
            key=path, task_id=_task_id(path), load=lambda path=path: _sample(_task_id(path), path.read_text("utf-8"))
        )
        for path in wrong
    )
    verdicts = {path: judge.verdict(path) for path in wrong}

    answered = [_task_id(path) for path in wrong]
    assert not [task_id for task_id in judge.dataset.tasks if answered.count(task_id) < 2]
    assert not [path.stem for path, verdict in verdicts.items() if verdict.passed or verdict.kind == "tampered"]


def _task_id(path: Path) -> str:
    return f"starter/{path.parent.name}/{path.stem.partition('__')[0]}"


def _sample(task_id: str, solution: str) -> Sample:
    return Sample(task_id=task_id, solution=solution)
