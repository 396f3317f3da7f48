"""The official schema: tasks read from and written to JSON lines and Parquet."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pytest_bigcodebench.benchmark.domains import domains_of
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.hard import OFFICIAL_HARD
from pytest_bigcodebench.benchmark.lines import (
    numbered_lines,
    open_bytes,
    parse_object,
    require_text,
    translate_read_errors,
    write_lines,
)
from pytest_bigcodebench.benchmark.task import Task

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["WRITERS", "read_tasks", "to_records", "to_task", "write_jsonl", "write_parquet"]

#: Columns that every task must have as text.
_TEXTS: Final = (
    "task_id",
    "complete_prompt",
    "instruct_prompt",
    "canonical_solution",
    "code_prompt",
    "test",
    "entry_point",
)


def read_tasks(path: Path) -> list[Task]:
    """Read the tasks of a ``.jsonl``, ``.jsonl.gz`` or ``.parquet`` file.

    Raises `InputError` at the first row that is no task, naming file and line (for Parquet: file and row).
    """
    rows = _parquet_rows(path) if path.suffix == ".parquet" else _json_rows(path)
    return [to_task(record, where) for where, record in rows]


def to_task(record: dict[str, Any], where: str) -> Task:
    """Make a task from a row of the official schema; `where` names the row in errors."""
    texts = {key: require_text(record, key, where) for key in _TEXTS}
    if not texts["task_id"].strip():
        raise InputError('"task_id" is empty', where=where, remedy="write one like Mine/13")
    if "::" in texts["task_id"]:
        what = '"task_id" holds "::", where pytest would end a name'
        raise InputError(what, where=where, remedy="write one like Mine/13")
    libs = _parse_libs(record, where)
    hard = record.get("hard")
    return Task(
        **texts,
        libs=libs,
        domains=domains_of(libs),
        hard=hard if isinstance(hard, bool) else texts["task_id"] in OFFICIAL_HARD,
        doc_struct=require_text(record, "doc_struct", where) if "doc_struct" in record else "",
    )


def to_records(tasks: Iterable[Task]) -> list[dict[str, Any]]:
    """Make rows of the official schema, from which `to_task` makes the same tasks.

    The official columns, in the official order. Only where membership in *Hard* does not follow from the task ids do
    the rows have one column more, ``hard``.
    """
    tasks = list(tasks)
    with_hard = any(task.hard != (task.task_id in OFFICIAL_HARD) for task in tasks)
    return [_to_record(task, with_hard=with_hard) for task in tasks]


def write_jsonl(tasks: Iterable[Task], path: Path) -> None:
    """Write tasks as JSON lines in the official schema."""
    write_lines(to_records(tasks), path)


def write_parquet(tasks: Iterable[Task], path: Path) -> None:
    """Write tasks as Parquet in the official schema (needs the extra ``hub``)."""
    if os.fspath(path) == "-":
        raise InputError("Parquet is not written to standard output", remedy="name a file")
    parquet = _import_parquet(path)
    import pyarrow

    parquet.write_table(pyarrow.Table.from_pylist(to_records(tasks)), path)


#: The writers of the official schema by the name of their format.
WRITERS: Final[dict[str, Callable[[Iterable[Task], Path], None]]] = {"jsonl": write_jsonl, "parquet": write_parquet}


def _to_record(task: Task, *, with_hard: bool) -> dict[str, Any]:
    record: dict[str, Any] = {key: getattr(task, key) for key in _TEXTS}
    record |= {"doc_struct": task.doc_struct, "libs": repr(list(task.libs))}
    return record | {"hard": task.hard} if with_hard else record


def _parse_libs(record: dict[str, Any], where: str) -> tuple[str, ...]:
    """Read the libraries: a list, or a Python list written as a string, as the official files have it."""
    libs = record.get("libs")
    if isinstance(libs, str):
        try:
            libs = ast.literal_eval(libs)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            libs = None
    if not isinstance(libs, list) or not all(isinstance(library, str) for library in libs):
        raise InputError('"libs" is not a list of module names', where=where, remedy="write it as \"['os', 're']\"")
    return tuple(libs)


def _json_rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield ``(where, row)`` for each line of a file."""
    with open_bytes(path) as file:
        for number, _, line in numbered_lines(file):
            where = f"{path}:{number}"
            yield where, parse_object(line, where)


def _parquet_rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield ``(where, row)`` for each row of a file."""
    parquet = _import_parquet(path)
    import pyarrow

    with translate_read_errors(path):
        try:
            with parquet.ParquetFile(path) as file:
                rows = file.read().to_pylist()
        except pyarrow.ArrowException as error:
            what = f"not a Parquet file ({str(error).splitlines()[0]})"
            raise InputError(what, where=os.fspath(path), remedy="copy or download it again") from None
    for number, row in enumerate(rows, 1):
        yield f"{path} (row {number})", row


def _import_parquet(path: Path) -> ModuleType:
    """Import the Parquet library, which only this format needs."""
    try:
        import pyarrow.parquet
    except ImportError:
        remedy = "pip install 'pytest-bigcodebench[hub]', or use .jsonl"
        raise InputError("Parquet files need pyarrow, which is not installed", where=str(path), remedy=remedy) from None
    module: ModuleType = pyarrow.parquet
    return module
