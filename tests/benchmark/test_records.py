"""The official schema goes in and comes out again without loss, and what is no task is named by its row."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.domains import domains_of
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.records import WRITERS, read_tasks, to_records, to_task
from pytest_bigcodebench.benchmark.task import Task

text = st.text(st.characters(exclude_categories=["Cs"]))
task_ids = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=":"), min_size=1).filter(str.strip)
libraries = st.lists(st.sampled_from(["os", "re", "numpy", "my_module"]), unique=True).map(tuple)
tasks = st.builds(
    lambda libs, **fields: Task(libs=libs, domains=domains_of(libs), **fields),
    task_id=task_ids,
    complete_prompt=text,
    instruct_prompt=text,
    code_prompt=text,
    canonical_solution=text,
    test=text,
    entry_point=text,
    libs=libraries,
    hard=st.booleans(),
    doc_struct=text,
)


@given(st.lists(tasks))
def test_rows_give_back_the_same_tasks(originals: list[Task]) -> None:
    """Whatever text a task holds, its row (also after a trip through JSON) makes the same task."""
    rows = json.loads(json.dumps(to_records(originals)))

    assert [to_task(row, "here") for row in rows] == originals


@pytest.mark.parametrize("format_name", list(WRITERS))
def test_files_give_back_the_same_tasks(format_name: str, make_task: Callable[..., Task], tmp_path: Path) -> None:
    """Both formats keep every field, Hard included where it does not follow from the id."""
    if format_name == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the extra `hub`")
    originals = [make_task("toy/a", hard=True, doc_struct="{}"), make_task("toy/b", canonical_solution='    "é\\n"\n')]
    path = tmp_path / f"tasks.{format_name}"

    WRITERS[format_name](originals, path)

    assert read_tasks(path) == originals


def test_the_official_rows_come_out_as_they_went_in(official: Dataset, official_folder: Path) -> None:
    """Exporting the official dataset gives its own rows, column by column."""
    with gzip.open(official_folder / "BigCodeBench-v0.1.4.jsonl.gz") as file:
        published = [json.loads(line) for line in file]

    assert to_records(official.tasks.values()) == published


def test_libs_may_be_a_list_or_the_official_string(make_task: Callable[..., Task]) -> None:
    """The official files hold a Python list written as a string; people write lists."""
    [row] = to_records([make_task()])

    assert row["libs"] == "['os', 're']"
    assert to_task({**row, "libs": ["os", "re"]}, "here") == to_task(row, "here")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"libs": "os, re"}, '"libs" is not a list of module names'),
        ({"libs": "['os', 3]"}, '"libs" is not a list of module names'),
        ({"libs": None}, '"libs" is not a list of module names'),
        ({"libs": "(" * 500}, '"libs" is not a list of module names'),
        ({"test": None}, '"test" is a JSON null, not a string'),
        ({"task_id": 13}, '"task_id" is a JSON number, not a string'),
        ({"task_id": " "}, '"task_id" is empty; write one like Mine/13'),
        ({"task_id": "a::b"}, '"task_id" holds "::", where pytest would end a name; write one like Mine/13'),
        ({"complete_prompt": "\ud800"}, '"complete_prompt" holds half a surrogate pair at character 1'),
    ],
)
def test_a_row_that_is_no_task_is_named(
    change: dict[str, Any], message: str, make_task: Callable[..., Task], write_file: Callable[..., Path]
) -> None:
    """The message names file, line and column, and shows no traceback of ours."""
    [row] = to_records([make_task()])
    path = write_file("tasks.jsonl", "\n" + json.dumps({**row, **change}))

    with pytest.raises(InputError) as caught:
        read_tasks(path)

    assert str(caught.value).startswith(f"{path}:2: {message}")


def test_a_missing_column_is_named_with_those_that_are_there(write_file: Callable[..., Path]) -> None:
    """A samples file given as a dataset shows at once what it has instead."""
    path = write_file("samples.jsonl", '{"task_id": "BigCodeBench/0", "solution": ""}')

    with pytest.raises(
        InputError, match=r"samples\.jsonl:1: \"complete_prompt\" is missing; it has 'task_id', 'solution'"
    ):
        read_tasks(path)


def test_a_damaged_parquet_file_is_named(write_file: Callable[..., Path]) -> None:
    """A file that is not Parquet is an input error."""
    pytest.importorskip("pyarrow", reason="Parquet needs the extra `hub`")
    path = write_file("tasks.parquet", "not Parquet at all")

    with pytest.raises(InputError, match=r"tasks\.parquet: not a Parquet file"):
        read_tasks(path)


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """Here it is a folder; missing rights read the same."""
    path = tmp_path / "tasks.jsonl"
    path.mkdir()

    with pytest.raises(InputError, match=r"tasks\.jsonl: cannot be read \(Is a directory\)"):
        read_tasks(path)


def test_without_pyarrow_the_remedy_is_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the library for Parquet is told what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "pyarrow.parquet", raising=False)

    with pytest.raises(
        InputError, match=r"need pyarrow, which is not installed; pip install 'pytest-bigcodebench\[hub\]'"
    ):
        read_tasks(tmp_path / "tasks.parquet")
