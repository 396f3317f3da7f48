"""Samples files are listed completely, read one at a time, and whatever cannot be used is named by file and line."""

from __future__ import annotations

import gzip
import json
import os
import sys
import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.samples import SamplesIndex, read_samples

Write = Callable[..., Path]
MakeDataset = Callable[..., Dataset]

text = st.text(st.characters(exclude_categories=["Cs"]))
task_ids = st.sampled_from(["BigCodeBench/0", "BigCodeBench/13", "starter/network/a_b", "toy/ö"])
blank_lines = st.lists(st.sampled_from([b"", b" ", b"\t"]), max_size=2)


def line(task_id: str = "BigCodeBench/0", **fields: Any) -> str:
    """Write one line of a samples file."""
    return json.dumps({"task_id": task_id, **(fields or {"solution": "pass"})})


@given(
    st.lists(st.tuples(task_ids, text, blank_lines), min_size=1),
    st.booleans(),
    st.booleans(),
    st.sampled_from([b"\n", b"\r\n"]),
    st.booleans(),
    st.booleans(),
)
def test_every_sample_is_listed_and_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    samples: list[tuple[str, str, list[bytes]]],
    escaped: bool,
    with_bom: bool,
    line_end: bytes,
    last_line_ends: bool,
    compressed: bool,
) -> None:
    """Whatever the solutions hold, and however the lines are written, nothing is lost, changed or reordered."""
    lines: list[bytes] = []
    expected = []
    for task_id, solution, blanks in samples:
        lines += blanks
        lines.append(json.dumps({"task_id": task_id, "solution": solution}, ensure_ascii=escaped).encode())
        before = sum(1 for earlier, *_ in expected if earlier == task_id)
        expected.append((task_id, before, len(lines), solution))
    data = b"\xef\xbb\xbf" * with_bom + line_end.join(lines) + line_end * last_line_ends
    path = tmp_path_factory.mktemp("samples") / "out.jsonl"
    path.write_bytes(gzip.compress(data) if compressed else data)

    with SamplesIndex.open(path) as index:
        listed = [(*index.ref(i), index.read(i).solution) for i in range(len(index))]
        assert listed == expected
        assert index.task_ids == tuple(dict.fromkeys(task_id for task_id, *_ in expected))
        assert not index.problems


@given(data=st.binary(min_size=1))
def test_no_bytes_make_a_traceback(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Any file at all is listed, or refused with an error that names it."""
    path = tmp_path_factory.mktemp("samples") / "out.jsonl"
    path.write_bytes(data)

    try:
        with SamplesIndex.open(path) as index:
            problems = index.problems
    except InputError as error:
        problems = [error]

    assert all(problem.where.startswith(str(path)) for problem in problems)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda values: st.lists(values) | st.dictionaries(st.sampled_from(["task_id", "solution", "x"]), values),
    )
)
def test_any_json_value_is_a_sample_or_a_problem(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    """A line is counted either way: nothing disappears."""
    path = tmp_path_factory.mktemp("samples") / "out.jsonl"
    path.write_text(json.dumps(value) + "\n" + line())

    with SamplesIndex.open(path) as index:
        assert len(index) + len(index.problems) == 2
        assert all(isinstance(index.read(i).solution, str) for i in range(len(index)))


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (
            "{",
            "not JSON (Expecting property name enclosed in double quotes at column 2); each line must be one JSON",
        ),
        ("[1]", 'a JSON array, not an object; each line must look like {"task_id": ..., ...}'),
        ('{"solution": ""}', "\"task_id\" is missing; it has 'solution'"),
        ("{}", '"task_id" is missing; it has no key at all'),
        ('{"task_id": "BigCodeBench/0"}', "\"solution\" is missing; it has 'task_id'"),
        ('{"task_id": "BigCodeBench/0", "solution": null}', '"solution" is a JSON null, not a string'),
        ('{"task_id": "BigCodeBench/0", "solution": ["a"]}', '"solution" is a JSON array, not a string'),
        ('{"task_id": "BigCodeBench/0", "completion": 3}', '"completion" is a JSON number, not a string'),
        (
            '{"task_id": "BigCodeBench/0", "solution": "x\\ud800"}',
            '"solution" holds half a surrogate pair at character 2',
        ),
        ("{\0}\0", "not JSON (it holds null bytes); save the file as UTF-8, or write this line again"),
        ('{"task_id": 0, "solution": ""}', '"task_id" is a JSON number, not a string; write it as text in quotes'),
        ("[" * 100_000, "not usable JSON"),
        ('{"task_id": ' + "9" * 5000 + "}", "not usable JSON" if sys.version_info >= (3, 10, 7) else '"task_id"'),
    ],
)
def test_a_bad_line_is_a_problem_and_the_others_are_kept(bad: str, message: str, write_file: Write) -> None:
    """One bad line of a long run costs that line, named by file and line, and nothing else."""
    path = write_file("out.jsonl", f"{line()}\n{bad}\n{line()}\n")

    index = SamplesIndex.open(path)

    assert [index.ref(i).line for i in range(len(index))] == [1, 3]
    [problem] = index.problems
    assert str(problem).startswith(f"{path}:2: {message}")


def test_a_line_that_is_not_utf_8_is_a_problem(write_file: Write) -> None:
    """The message says where in the line."""
    path = write_file("out.jsonl", line().encode() + b'\n{"task_id": "\xe9"}')

    [problem] = SamplesIndex.open(path).problems

    assert str(problem) == f"{path}:2: not UTF-8 (byte 14 of the line); save the file as UTF-8"


def test_a_file_in_utf_16_is_told_to_be_saved_as_utf_8(write_file: Write) -> None:
    """With its byte order mark and without."""
    for encoding in ("utf-16", "utf-16-le"):
        problems = SamplesIndex.open(write_file("out.jsonl", line().encode(encoding))).problems

        assert [str(problem) for problem in problems if "save the file as UTF-8" not in str(problem)] == []
        assert problems


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(write_file: Write) -> None:
    """The message says why."""
    path = write_file("out.jsonl", line())
    path.chmod(0)

    with pytest.raises(InputError, match=r"out\.jsonl: cannot be read \(Permission denied\); make it a file"):
        SamplesIndex.open(path)


@pytest.mark.parametrize("content", [b"", b"\n \r\n\n", b"\xef\xbb\xbf", gzip.compress(b"", mtime=0)])
def test_an_empty_file_is_refused(content: bytes, write_file: Write) -> None:
    """Blank lines and a byte order mark are not samples."""
    path = write_file("out.jsonl", content)

    with pytest.raises(InputError, match=r"out\.jsonl: holds no sample; each line must look like"):
        SamplesIndex.open(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The message names the path as it was given."""
    with pytest.raises(InputError, match=r"nowhere\.jsonl: there is no such file; check the path"):
        SamplesIndex.open(tmp_path / "nowhere.jsonl")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: data[:-9], "the compressed data ends too early; it was cut off"),
        (lambda data: data[:20] + b"\xff" * 40 + data[60:], "the compressed data is damaged"),
    ],
)
def test_damaged_compression_is_refused(
    damage: Callable[[bytes], bytes], message: str, write_file: Write, tmp_path: Path
) -> None:
    """Half a download is not judged as if it were all."""
    noise = os.urandom(5000).hex()
    path = write_file("out.jsonl.gz", damage(gzip.compress(line(solution=noise).encode())))

    with pytest.raises(InputError) as caught:
        SamplesIndex.open(path)

    assert str(caught.value).startswith(f"{path}: {message}")


def test_a_completion_goes_after_the_prompt(write_file: Write, make_dataset: MakeDataset) -> None:
    """A solution that is there as well counts more, as in the official evaluator."""
    dataset = make_dataset("BigCodeBench/0")
    prompt = dataset.tasks["BigCodeBench/0"].complete_prompt
    path = write_file("out.jsonl", f"{line(completion='    return 1')}\n{line(completion='no', solution='yes')}")

    solutions = [sample.solution for sample in read_samples(path, dataset)]

    assert solutions == [prompt + "    return 1", "yes"]


def test_a_completion_without_its_prompt_is_refused(write_file: Write) -> None:
    """Without the dataset there is nothing to complete."""
    samples = read_samples(write_file("out.jsonl", line(completion="    return 1")))

    with pytest.raises(InputError, match=r"out\.jsonl:1: a completion for 'BigCodeBench/0' needs that task's prompt"):
        next(samples)


def test_unknown_tasks_are_named_once_with_close_matches(write_file: Write, make_dataset: MakeDataset) -> None:
    """Matching keeps the known samples with their numbers and lines and tells what the others may have meant."""
    wrong, right = line("BigCodeBench/O"), line("BigCodeBench/0")
    path = write_file("out.jsonl", "\n".join([right, wrong, right, wrong, line("?")]))

    index = SamplesIndex.open(path, make_dataset("BigCodeBench/0"))

    assert [tuple(index.ref(i)) for i in range(len(index))] == [("BigCodeBench/0", 0, 1), ("BigCodeBench/0", 1, 3)]
    assert [str(problem) for problem in index.problems] == [
        f"{path}:2: toy@1 has no task 'BigCodeBench/O' (2 samples are for it); did you mean BigCodeBench/0?",
        f"{path}:5: toy@1 has no task '?'; correct the task_id or name the dataset it belongs to",
    ]


def test_reading_samples_stops_at_the_first_problem(write_file: Write) -> None:
    """Code that reads samples gets all of them or none."""
    path = write_file("out.jsonl", f"{line()}\n{{}}\n[]")

    with pytest.raises(InputError, match=r"out\.jsonl:2: "):
        read_samples(path)


def test_a_sample_knows_where_it_came_from(write_file: Write) -> None:
    """Its file is named as the user named it; its id tells it from others for the same task."""
    path = write_file("out.jsonl", f"{line()}\n{line(solution='x = 2')}\n")

    _, sample = read_samples(os.path.relpath(path))

    assert sample.samples_file == os.path.relpath(path)
    assert sample.sample_id == "BigCodeBench/0[1]"
    assert sample.solution == "x = 2"


def test_a_file_that_was_replaced_is_still_the_one_that_was_listed(write_file: Write) -> None:
    """A model that goes on writing under the same name does not mix its runs."""
    path = write_file("out.jsonl", line(solution="old"))
    index = SamplesIndex.open(path)

    os.replace(write_file("new.jsonl", line(solution="new")), path)

    assert index.read(0).solution == "old"


def test_a_file_that_changed_in_place_is_told(write_file: Write) -> None:
    """Half a line of something else is not judged."""
    path = write_file("out.jsonl", f"{line()}\n{line()}\n")
    index = SamplesIndex.open(path)

    path.write_text("...")

    with pytest.raises(InputError, match=r"out\.jsonl:2: the file changed after it was listed"):
        index.read(1)


def test_a_closed_index_does_not_read(write_file: Write) -> None:
    """Its file descriptor may belong to another file by then."""
    with SamplesIndex.open(write_file("out.jsonl", line())) as index:
        pass

    with pytest.raises(ValueError, match="closed"):
        index.read(0)


def test_a_pipe_can_be_listed(write_file: Write) -> None:
    """``--bcb-samples=<(zcat ...)`` gives a pipe, which can be read once only."""
    content = gzip.compress(f"{line()}\n{line(solution='second')}".encode())
    reader, writer = os.pipe()
    feeder = threading.Thread(target=lambda: (os.write(writer, content), os.close(writer)))
    feeder.start()

    index = SamplesIndex.open(f"/dev/fd/{reader}")

    feeder.join()
    os.close(reader)
    assert index.read(1).solution == "second"


def test_an_index_holds_no_solutions(write_file: Write) -> None:
    """What is kept of a sample is some 28 bytes, whatever its solution's size."""
    row = line(solution="x" * 2000) + "\n"
    path = write_file("out.jsonl", row * 5_000)

    tracemalloc.start()
    index = SamplesIndex.open(path)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(index) == 5_000
    assert kept < 5_000 * 60
    assert peak < 2_000_000


@pytest.fixture
def folder(write_file: Write, tmp_path: Path) -> Path:
    """Return a folder of samples in the official form."""
    for name in ("BigCodeBench_13/10", "BigCodeBench_13/9", "BigCodeBench_2/0", "starter_network_a_b/0"):
        write_file(f"samples/{name}.py", f"# {name}\n")
    return tmp_path / "samples"


def test_a_folder_is_listed_in_natural_order(folder: Path) -> None:
    """Task 2 comes before task 13 and file 9 before file 10; the ids have their slashes back."""
    index = SamplesIndex.open(folder)

    listed = [(*index.ref(i), index.read(i).solution, index.where(i)) for i in range(len(index))]

    assert listed == [
        ("BigCodeBench/2", 0, 0, "# BigCodeBench_2/0\n", str(folder / "BigCodeBench_2/0.py")),
        ("BigCodeBench/13", 0, 0, "# BigCodeBench_13/9\n", str(folder / "BigCodeBench_13/9.py")),
        ("BigCodeBench/13", 1, 0, "# BigCodeBench_13/10\n", str(folder / "BigCodeBench_13/10.py")),
        ("starter/network/a_b", 0, 0, "# starter_network_a_b/0\n", str(folder / "starter_network_a_b/0.py")),
    ]


def test_folders_are_matched_by_the_datasets_own_ids(
    write_file: Write, make_dataset: MakeDataset, tmp_path: Path
) -> None:
    """Which underscores stand for slashes only the dataset knows; a name that could mean two tasks means neither."""
    for name in ("my_set_net_work_x", "my_set_net_work_y", "elsewhere", "my_set_a_b"):
        write_file(f"samples/{name}/0.py", "")
    dataset = make_dataset("my_set/net_work/x", "my_set/net/work_y", "my_set/a_b", "my_set_a/b")

    index = SamplesIndex.open(tmp_path / "samples", dataset)

    assert index.task_ids == ("my_set/net_work/x", "my_set/net/work_y")
    assert [str(problem).split(";")[0] for problem in index.problems] == [
        f"{tmp_path}/samples/elsewhere/0.py: toy@1 has no task 'elsewhere'",
        f"{tmp_path}/samples/my_set_a_b/0.py: toy@1 has no task 'my_set_a_b'",
    ]


def test_what_does_not_belong_in_a_folder_is_a_problem(folder: Path, write_file: Write) -> None:
    """Nothing is passed over silently but hidden files and caches."""
    for name in (
        "notes.txt",
        ".DS_Store",
        "BigCodeBench_2/00.py",
        "BigCodeBench_2/raw.txt",
        "BigCodeBench_2/conftest.py",
        "BigCodeBench_2/3[1].py",
        "BigCodeBench_2/a::b.py",
        os.fsdecode(b"BigCodeBench_2/bad\xff.py"),
        "BigCodeBench_2/__pycache__/0.pyc",
    ):
        write_file(f"samples/{name}", "")
    write_file("samples/BigCodeBench_2/1.py", b"# ok\n# \xe9")

    index = SamplesIndex.open(folder)

    assert len(index) == 4
    assert [str(problem).split(";")[0] for problem in index.problems] == [
        f"{folder}/BigCodeBench_2/00.py: has the same number as 0.py",
        f"{folder}/BigCodeBench_2/1.py:2: not UTF-8",
        f"{folder}/BigCodeBench_2/3[1].py: its name cannot be part of an id",
        f"{folder}/BigCodeBench_2/a::b.py: its name cannot be part of an id",
        rf"{folder}/BigCodeBench_2/bad\udcff.py: its name is not UTF-8",
        f"{folder}/BigCodeBench_2/conftest.py: is not a solution's file",
        f"{folder}/BigCodeBench_2/raw.txt: is not a solution's file",
        f"{folder}/notes.txt: is not a task's folder",
    ]


def test_a_folder_can_be_closed(folder: Path) -> None:
    """A caller need not know which form the samples have."""
    with SamplesIndex.open(folder) as index:
        assert len(index) == 4


def test_a_folder_without_samples_is_refused(tmp_path: Path) -> None:
    """An empty folder is a mistake in the path."""
    with pytest.raises(InputError, match="holds no sample; a folder of samples holds one folder a task"):
        SamplesIndex.open(tmp_path)


def test_the_real_samples_are_all_there(official: Dataset, official_folder: Path) -> None:
    """A published model's 1,140 samples are listed without a problem, each for its task."""
    path = official_folder.parent / "samples" / "qwen2.5-coder-7b-instruct--complete.jsonl.gz"

    index = SamplesIndex.open(path, official)

    assert index.task_ids == tuple(official.tasks)
    assert not index.problems
    assert "def task_func" in index.read(13, official).solution
