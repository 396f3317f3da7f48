"""Samples files: listed without holding their solutions, which are read one at a time."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import tempfile
import weakref
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Final, NamedTuple, Protocol

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.domains import DOMAINS
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.lines import (
    decompressed,
    is_compressed,
    numbered_lines,
    parse_object,
    require_text,
    translate_read_errors,
)
from pytest_bigcodebench.benchmark.sample import Sample

__all__ = ["Ref", "SamplesIndex", "read_samples"]

_LINE_FORM: Final = '{"task_id": "BigCodeBench/13", "solution": "..."}'
_FOLDER_FORM: Final = "a folder of samples holds one folder a task with numbered files, BigCodeBench_13/0.py"

#: What pytest executes in a folder of tests, and no model wrote.
_CONFTEST: Final = "conftest.py"

#: For how many unknown task ids close matches are looked up (each look-up costs some milliseconds).
_MATCHED_IDS: Final = 20


class Ref(NamedTuple):
    """Where a sample stands."""

    task_id: str
    #: How many samples for the same task stand before it.
    number: int
    #: Its line in the samples file, from 1; 0 in a folder.
    line: int


class SamplesIndex:
    """The samples of a file or folder, in its order, without their solutions (28 bytes a sample).

    `problems` holds what could not be used, each with its file and line; it is for the caller to show. The file stays
    open until the index is closed or forgotten, so a solution is read from the file that was indexed even if another
    one takes its name. Reading is safe from several threads.
    """

    def __init__(self, path: str, source: _Source, table: _Table, problems: list[InputError]) -> None:
        #: The samples file, as the user named it.
        self.path = path
        #: Lines, files and tasks that could not be used.
        self.problems = problems
        self._source = source
        self._table = table

    @classmethod
    def open(cls, path: str | os.PathLike[str], dataset: Dataset | None = None) -> SamplesIndex:
        """List the samples of a ``.jsonl`` or ``.jsonl.gz`` file or of a folder (``BigCodeBench_13/0.py``).

        With a dataset, only samples for its tasks are kept, as by `matched`.

        Raises `InputError` when there is nothing to list: no such file, an empty one, a damaged one.
        """
        name = os.fspath(path)
        index = _open_folder(name) if os.path.isdir(name) else _open_lines(name)
        return index if dataset is None else index.matched(dataset)

    def matched(self, dataset: Dataset) -> SamplesIndex:
        """Return the index of the samples for a dataset's tasks; the others become problems, one for each task id."""
        table = _Table()
        ids = self._source.resolve(self._table.task_ids, dataset)
        first_unknown: dict[int, _Entry] = {}
        counts: Counter[int] = Counter()
        for entry in self._table.entries():
            if task_id := ids.get(self._table.task_ids[entry.task]):
                table.add(task_id, entry.position, entry.length, entry.line, entry.number)
            else:
                first_unknown.setdefault(entry.task, entry)
                counts[entry.task] += 1
        problems = list(self.problems)
        for entry in first_unknown.values():
            tasks = dataset.tasks if len(problems) < len(self.problems) + _MATCHED_IDS else {}
            problems.append(self._unknown_task(entry, counts[entry.task], dataset.label, tasks))
        return SamplesIndex(self.path, self._source, table, problems)

    def close(self) -> None:
        """Close the file; nothing can be read afterwards."""
        self._source.close()

    def __enter__(self) -> SamplesIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._table)

    @property
    def task_ids(self) -> tuple[str, ...]:
        """The ids of the tasks that have a sample, each once, in the order of their first samples."""
        return tuple(self._table.task_ids)

    def ref(self, i: int) -> Ref:
        """Tell where the i-th sample stands."""
        entry = self._table.entry(i)
        return Ref(self._table.task_ids[entry.task], entry.number, entry.line)

    def where(self, i: int) -> str:
        """Name the place of the i-th sample for a person: ``out.jsonl:13`` or ``out/BigCodeBench_13/0.py``."""
        return self._source.where(self._table.entry(i))

    def read(self, i: int, dataset: Dataset | None = None) -> Sample:
        """Read the i-th sample; a ``completion`` is put after its prompt, for which the dataset must be given.

        Raises `InputError` when the file has changed since it was indexed, or the prompt is not to be had.
        """
        entry = self._table.entry(i)
        task_id = self._table.task_ids[entry.task]
        text = self._source.read(entry)
        if text.is_completion:
            text = text.completed(task_id, dataset, self.where(i))
        return Sample(task_id=task_id, solution=text.code, index=entry.number, samples_file=self.path)

    def _unknown_task(self, entry: _Entry, count: int, label: str, tasks: Iterable[str]) -> InputError:
        """Say that a dataset lacks the task of some samples, at the first of them, and what may be meant."""
        task_id = self._table.task_ids[entry.task]
        what = f"{label} has no task {task_id!r}" + (f" ({count} samples are for it)" if count > 1 else "")
        close = difflib.get_close_matches(task_id, tasks, n=3)
        hint = f"did you mean {', '.join(close)}?" if close else "correct the task_id or name the dataset it belongs to"
        return InputError(what, where=self._source.where(entry), remedy=hint)


def read_samples(path: str | os.PathLike[str], dataset: Dataset | None = None) -> Iterator[Sample]:
    """Read the samples of a file or folder, one at a time.

    With a dataset, samples for other tasks are refused; without one, a ``completion`` is.

    Raises `InputError` for the first line that cannot be used, before any sample is given out.
    """
    index = SamplesIndex.open(path, dataset)
    if index.problems:
        raise index.problems[0]
    return (index.read(i, dataset) for i in range(len(index)))


class _Entry(NamedTuple):
    """One row of the table."""

    #: Position in the table's `task_ids`.
    task: int
    #: Where the source finds it: an offset in bytes, or the number of a file.
    position: int
    #: Length in bytes; 0 for a file.
    length: int
    line: int
    #: How many samples for the same task stand before it.
    number: int


class _Table:
    """The samples' whereabouts, as columns of numbers."""

    def __init__(self) -> None:
        self.task_ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._counts: list[int] = []
        self._columns = (array("i"), array("q"), array("q"), array("i"), array("i"))

    def __len__(self) -> int:
        return len(self._columns[0])

    def add(self, task_id: str, position: int, length: int, line: int, number: int | None = None) -> None:
        """Append a sample; its number within its task is counted unless it is given."""
        task = self._numbers.get(task_id)
        if task is None:
            task = self._numbers[task_id] = len(self.task_ids)
            self.task_ids.append(task_id)
            self._counts.append(0)
        row = (task, position, length, line, self._counts[task] if number is None else number)
        self._counts[task] += 1
        for column, value in zip(self._columns, row, strict=True):
            column.append(value)

    def entry(self, i: int) -> _Entry:
        return _Entry(*(column[i] for column in self._columns))

    def entries(self) -> Iterator[_Entry]:
        return map(_Entry, *self._columns)


class _Text(NamedTuple):
    """What a sample says: a whole solution, or what comes after the prompt."""

    code: str
    is_completion: bool

    def completed(self, task_id: str, dataset: Dataset | None, where: str) -> _Text:
        """Put a completion after its task's prompt."""
        if dataset is None or task_id not in dataset.tasks:
            what = f"a completion for {task_id!r} needs that task's prompt"
            raise InputError(what, where=where, remedy="give the dataset it belongs to")
        return _Text(dataset.tasks[task_id].complete_prompt + self.code, is_completion=False)


class _Source(Protocol):
    """Where the solutions are: one file of lines, or a folder of files."""

    def read(self, entry: _Entry) -> _Text:
        """Read what one sample says."""

    def where(self, entry: _Entry) -> str:
        """Name the place of a sample."""

    def resolve(self, task_ids: Iterable[str], dataset: Dataset) -> dict[str, str]:
        """Map the task ids as they were read to the dataset's, as far as it has them."""

    def close(self) -> None:
        """Let go of what is open."""


class _Lines:
    """Solutions in the lines of one file."""

    def __init__(self, path: str, file: IO[bytes]) -> None:
        self._path = path
        self._file = file
        self._close = weakref.finalize(self, file.close)

    def close(self) -> None:
        self._close()

    def read(self, entry: _Entry) -> _Text:
        where = self.where(entry)
        with translate_read_errors(self._path):
            line = os.pread(self._file.fileno(), entry.length, entry.position)
        try:
            return _parse_sample(parse_object(line, where), where)[1]
        except InputError as error:
            what = f"the file changed after it was listed ({error.what})"
            raise InputError(what, where=where, remedy="judge a copy that nothing writes to") from None

    def where(self, entry: _Entry) -> str:
        return f"{self._path}:{entry.line}"

    def resolve(self, task_ids: Iterable[str], dataset: Dataset) -> dict[str, str]:
        return {task_id: task_id for task_id in task_ids if task_id in dataset.tasks}


class _Files:
    """Solutions in files of their own, one folder a task."""

    def __init__(self, paths: list[Path]) -> None:
        self._paths = paths

    def read(self, entry: _Entry) -> _Text:
        return _Text(_read_solution(self._paths[entry.position]), is_completion=False)

    def where(self, entry: _Entry) -> str:
        return str(self._paths[entry.position])

    def resolve(self, task_ids: Iterable[str], dataset: Dataset) -> dict[str, str]:
        """Match by the folders' names, since which underscores stand for a slash only the dataset's ids tell.

        A name that two of its tasks would have is matched with neither.
        """
        uses = Counter(map(_folder_of, dataset.tasks))
        by_folder = {folder: task_id for task_id in dataset.tasks if uses[folder := _folder_of(task_id)] == 1}
        return {task_id: by_folder[folder] for task_id in task_ids if (folder := _folder_of(task_id)) in by_folder}

    def close(self) -> None:
        pass


def _open_lines(name: str) -> SamplesIndex:
    """List the samples of a file of JSON lines in one pass that keeps none of them."""
    file = _open_seekable(name)
    source = _Lines(name, file)
    table = _Table()
    problems: list[InputError] = []
    empty = True
    with translate_read_errors(name):
        for number, offset, line in numbered_lines(file):
            empty = False
            where = f"{name}:{number}"
            try:
                task_id, _ = _parse_sample(parse_object(line, where), where)
            except InputError as error:
                problems.append(error)
            else:
                table.add(task_id, offset, len(line), number)
    if empty:
        raise InputError("holds no sample", where=name, remedy=f"each line must look like {_LINE_FORM}")
    return SamplesIndex(name, source, table, problems)


def _open_seekable(name: str) -> IO[bytes]:
    """Open a file that can be read at any place: itself, or a nameless copy of what it holds decompressed."""
    with translate_read_errors(name), ExitStack() as opened:
        file = opened.enter_context(open(name, "rb"))
        packed = is_compressed(file)
        if file.seekable() and not packed:
            opened.pop_all()
            return file
        spool = opened.enter_context(_open_spool(name))
        shutil.copyfileobj(decompressed(file) if packed else file, spool, 1 << 20)
        spool.seek(0)
        opened.pop_all()
        file.close()
        return spool


def _open_spool(name: str) -> IO[bytes]:
    try:
        return tempfile.TemporaryFile(prefix="bcb-samples-")
    except OSError as error:
        what = f"cannot be decompressed, no temporary file can be made ({error.strerror or error})"
        raise InputError(what, where=name, remedy="set TMPDIR to a folder that can be written") from None


def _parse_sample(record: dict[str, Any], where: str) -> tuple[str, _Text]:
    """Return the task id and the text of one line."""
    task_id = require_text(record, "task_id", where)
    key = "completion" if "completion" in record and "solution" not in record else "solution"
    return task_id, _Text(require_text(record, key, where), is_completion=key == "completion")


def _open_folder(name: str) -> SamplesIndex:
    """List the samples of a folder that has one folder a task."""
    table = _Table()
    problems: list[InputError] = []
    paths: list[Path] = []
    for folder in _listed(Path(name), problems):
        if not folder.is_dir():
            problems.append(InputError("is not a task's folder", where=str(folder), remedy=_FOLDER_FORM))
            continue
        for path in _sample_files(folder, problems):
            table.add(_task_id_of(folder.name), len(paths), 0, 0)
            paths.append(path)
    if not table and not problems:
        raise InputError("holds no sample", where=name, remedy=_FOLDER_FORM)
    return SamplesIndex(name, _Files(paths), table, problems)


def _sample_files(folder: Path, problems: list[InputError]) -> Iterator[Path]:
    """Yield the readable solutions of one task in the order of their numbers."""
    seen: dict[str, Path] = {}
    for path in _listed(folder, problems):
        number = path.stem.lstrip("0") or "0"
        if path.suffix != ".py" or path.name == _CONFTEST or not path.is_file():
            problems.append(InputError("is not a solution's file", where=str(path), remedy=_FOLDER_FORM))
        elif "[" in path.name or "::" in path.name:
            problems.append(InputError("its name cannot be part of an id", where=str(path), remedy=_FOLDER_FORM))
        elif path.stem.isdecimal() and number in seen:
            what = f"has the same number as {seen[number].name}"
            problems.append(InputError(what, where=str(path), remedy="give it another number"))
        else:
            seen[number] = path
            try:
                _read_solution(path)
            except InputError as error:
                problems.append(error)
            else:
                yield path


def _read_solution(path: Path) -> str:
    with translate_read_errors(path):
        data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("not UTF-8", where=f"{path}:{line}", remedy="save the file as UTF-8") from None


def _listed(folder: Path, problems: list[InputError]) -> Iterator[Path]:
    """Yield what is in a folder in natural order, without what tools leave behind."""
    with translate_read_errors(folder):
        paths = sorted((path for path in folder.iterdir() if not path.name.startswith((".", "__"))), key=_natural)
    for path in paths:
        try:
            path.name.encode()
        except UnicodeEncodeError:
            where = str(path).encode(errors="backslashreplace").decode()
            problems.append(InputError("its name is not UTF-8", where=where, remedy="rename it"))
        else:
            yield path


def _natural(path: Path) -> tuple[list[tuple[int, str]], str]:
    """Sort key by which 10 comes after 9."""
    parts = [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", path.name)]
    return parts, path.name


def _folder_of(task_id: str) -> str:
    """Name the folder of a task's samples."""
    return task_id.replace("/", "_")


def _task_id_of(folder: str) -> str:
    """Read a task id from a folder's name: the forms whose slashes are certain; others wait for the dataset."""
    official = re.fullmatch(r"BigCodeBench_(\d+)", folder)
    starter = re.fullmatch(rf"starter_({'|'.join(DOMAINS)})_(\w+)", folder)
    if official:
        return f"BigCodeBench/{official[1]}"
    return f"starter/{starter[1]}/{starter[2]}" if starter else folder
