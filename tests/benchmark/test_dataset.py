"""Datasets are found by name or path, and whatever names none is told what would."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from pytest_bigcodebench.benchmark import dataset as dataset_module
from pytest_bigcodebench.benchmark.dataset import Dataset, dataset_name_for, load_dataset, starter_folder
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.hard import OFFICIAL_HARD
from pytest_bigcodebench.benchmark.records import to_records
from pytest_bigcodebench.benchmark.task import Task


def lines_of(tasks: Iterable[Task]) -> str:
    """Write tasks as the lines of a dataset file."""
    return "".join(json.dumps(row) + "\n" for row in to_records(tasks))


def test_the_starter_dataset_is_embedded() -> None:
    """Without a name, a network or a file the starter dataset is there, in the order of its folders."""
    dataset = load_dataset()

    assert dataset.name == "starter"
    assert len(dataset.tasks) >= 14
    assert list(dataset.tasks) == sorted(dataset.tasks)
    assert all(task.task_id == task_id for task_id, task in dataset.tasks.items())
    assert starter_folder().is_dir()


def test_a_package_without_its_starter_dataset_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is told from a broken dataset."""
    monkeypatch.setattr(dataset_module, "__file__", str(tmp_path / "package" / "benchmark" / "dataset.py"))

    with pytest.raises(InputError, match="the starter dataset's task files are not there; install"):
        load_dataset()


def test_the_official_dataset_has_1140_tasks_148_of_them_hard(official: Dataset, official_folder: Path) -> None:
    """The shipped list of Hard ids marks in the full dataset exactly the tasks of the published subset."""
    hard = load_dataset(official_folder / "BigCodeBench-Hard-v0.1.4.jsonl.gz")

    assert len(official.tasks) == 1140
    assert {task_id: task for task_id, task in official.tasks.items() if task.hard} == hard.tasks
    assert hard.tasks.keys() == OFFICIAL_HARD
    assert (official.subset, hard.subset) == ("full", "hard")


@pytest.mark.parametrize("name", ["tasks.jsonl", "tasks.jsonl.gz"])
def test_a_file_is_a_dataset(name: str, make_task: Callable[..., Task], write_file: Callable[..., Path]) -> None:
    """A path names a dataset as well; its version follows from its contents."""
    task = make_task("toy/a")
    content = lines_of([task]).encode()
    path = write_file(name, gzip.compress(content) if name.endswith(".gz") else content)

    dataset = load_dataset(str(path))

    assert dataset.tasks == {"toy/a": task}
    assert dataset.name == str(path)
    assert dataset.version == dataset.hash[:12]


def test_equal_contents_have_equal_hashes_wherever_they_come_from(
    make_task: Callable[..., Task], write_file: Callable[..., Path]
) -> None:
    """The hash says what was judged, not where it was read; a single changed character changes it."""
    plain = load_dataset(write_file("a.jsonl", lines_of([make_task()])))
    packed = load_dataset(write_file("b.jsonl.gz", gzip.compress(lines_of([make_task()]).encode())))
    changed = load_dataset(write_file("c.jsonl", lines_of([make_task(test="import unittest\n")])))

    assert plain.hash == packed.hash
    assert plain.hash != changed.hash


def test_a_task_that_is_there_twice_is_refused(make_task: Callable[..., Task], write_file: Callable[..., Path]) -> None:
    """Which of the two would judge a sample must not be left to chance."""
    path = write_file("tasks.jsonl", lines_of([make_task("toy/a"), make_task("toy/a")]))

    with pytest.raises(InputError, match=r"tasks\.jsonl: the task 'toy/a' is there twice"):
        load_dataset(path)


@pytest.mark.parametrize("name", ["tasks.jsonl", "folder/"])
def test_an_empty_dataset_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing to judge by is a mistake in the path, not a dataset."""
    path = tmp_path / name
    path.mkdir() if name.endswith("/") else path.touch()

    with pytest.raises(InputError, match=r"holds no task; a dataset is a folder of task files or a \.jsonl"):
        load_dataset(path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("bigcodebnch", r"there is no dataset 'bigcodebnch'; did you mean bigcodebench"),
        ("humaneval", r"there is no dataset 'humaneval'; the names are starter, bigcodebench, bigcodebench-hard"),
        ("no/such/folder", r"no/such/folder: there is no such dataset file or folder; check the path"),
        ("tasks.parquet", r"tasks.parquet: there is no such dataset file"),
        ("starter@v2", r"the starter dataset has no version 'v2'"),
        ("bigcodebench@../x", r"bigcodebench has no version '../x'; there are .*bigcodebench@v0.1.4"),
    ],
)
def test_what_names_no_dataset_is_answered_with_what_would(name: str, message: str) -> None:
    """A wrong name, path or version leads to the right ones."""
    with pytest.raises(InputError, match=message):
        load_dataset(name)


def test_a_file_of_another_kind_is_refused(write_file: Callable[..., Path]) -> None:
    """A file that is there but in no known format is told from one that is not there."""
    with pytest.raises(InputError, match=r"tasks\.csv: is no dataset; a dataset is"):
        load_dataset(write_file("tasks.csv", "a,b"))


@pytest.mark.parametrize(
    ("task_ids", "name"),
    [
        ([], "starter"),
        (["BigCodeBench/3", "BigCodeBench/13"], "bigcodebench"),
        (["starter/network/a"], "starter"),
        (sorted(OFFICIAL_HARD), "bigcodebench-hard"),
        (sorted(OFFICIAL_HARD)[1:], "bigcodebench"),
        (["BigCodeBench/3", "a typo"], "bigcodebench"),
    ],
)
def test_the_ids_tell_the_dataset(task_ids: list[str], name: str) -> None:
    """The prefix decides; a stray id has no say, and exactly the Hard ids call for the Hard subset."""
    assert dataset_name_for(iter(task_ids)) == name


@pytest.mark.parametrize("task_ids", [["BigCodeBench/3", "starter/network/a"], ["HumanEval/3"]])
def test_ids_that_tell_no_dataset_are_refused(task_ids: list[str]) -> None:
    """Two datasets, or none, are for a person to decide."""
    with pytest.raises(InputError, match="dataset"):
        dataset_name_for(task_ids)
