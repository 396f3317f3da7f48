"""The command ``bcb`` writes prompts, exports and skeletons, and answers a mistake with one line."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_bigcodebench.benchmark.dataset import load_dataset
from pytest_bigcodebench.benchmark.domains import DOMAINS
from pytest_bigcodebench.benchmark.records import write_jsonl
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.cli import main


@pytest.fixture
def dataset_file(make_task: Callable[..., Task], tmp_path: Path) -> Path:
    """Return a dataset of two tasks in a file."""
    path = tmp_path / "dataset.jsonl"
    write_jsonl([make_task("toy/a"), make_task("toy/b", instruct_prompt="Dö it twice.")], path)
    return path


@pytest.mark.parametrize("split", ["complete", "instruct"])
def test_prompts_are_one_line_a_task(split: str, dataset_file: Path, tmp_path: Path) -> None:
    """What a model is asked is the split's prompt, under the id that its answer has to carry."""
    output = tmp_path / "prompts.jsonl"

    assert main(["prompts", "--dataset", str(dataset_file), "--split", split, "-o", str(output)]) == 0

    rows = [json.loads(line) for line in output.read_text().splitlines()]
    tasks = load_dataset(dataset_file).tasks.values()
    prompts = [task.complete_prompt if split == "complete" else task.instruct_prompt for task in tasks]
    assert [row["task_id"] for row in rows] == ["toy/a", "toy/b"]
    assert [row["prompt"] for row in rows] == prompts
    assert {row["split"] for row in rows} == {split}


def test_prompts_go_to_standard_output_by_default(dataset_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So they can be piped into what asks the model."""
    main(["prompts", "--dataset", str(dataset_file)])

    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_reader_that_stops_early_is_no_error() -> None:
    """``bcb prompts | head`` ends quietly."""
    package = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "pytest_bigcodebench.cli", "prompts"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=package) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()

    assert (process.returncode, complaints) == (0, b"")


def test_a_standard_output_that_is_closed_is_one_line(tmp_path: Path) -> None:
    """What was asked for has no place to go; what goes to a file needs none."""
    script = f"exec {shlex.quote(sys.executable)} -m pytest_bigcodebench.cli prompts $1 >&-"

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        package = Path(__file__).resolve().parents[2]
        return subprocess.run(
            ["sh", "-c", script, "sh", *arguments], cwd=package, stderr=subprocess.PIPE, text=True, check=False
        )

    closed = run()
    assert (closed.returncode, closed.stderr) == (
        2,
        "bcb: error: standard output is closed; name a file to write to\n",
    )
    assert (run(f"-o{tmp_path}/p").returncode, len((tmp_path / "p").read_text().splitlines())) == (0, 140)


@pytest.mark.parametrize("format_name", ["jsonl", "parquet"])
def test_an_export_is_a_dataset_again(format_name: str, tmp_path: Path) -> None:
    """A round trip of the starter dataset through the official schema loses nothing."""
    if format_name == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the extra `hub`")
    output = tmp_path / f"starter.{format_name}"

    assert main(["export", "--dataset", "starter", "--format", format_name, "-o", str(output)]) == 0

    assert load_dataset(output).tasks == load_dataset("starter").tasks


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_new_task_is_complete_from_the_start(domain: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The skeleton loads, belongs to its domain, and its own tests and example pass."""
    if domain == "visualization":
        pytest.importorskip("matplotlib", reason="its skeleton uses matplotlib, from the extra `starter`")

    assert main(["new-task", f"{domain}/my_task", "--dir", str(tmp_path)]) == 0

    path = tmp_path / domain / "my_task.py"
    [task] = load_dataset(tmp_path).tasks.values()
    assert str(path) in capsys.readouterr().out
    assert task.task_id == f"{tmp_path.name}/{domain}/my_task"
    assert task.domains == (domain,)
    check = "import doctest, unittest, my_task as m; assert doctest.testmod(m) == (0, 1); unittest.main(m)"
    subprocess.run([sys.executable, "-c", check], cwd=path.parent, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new-task", "nowhere/x"], "there is no domain 'nowhere'; the domains are computation, cryptography"),
        (["new-task", "network"], "'network' does not name a task; write domain/slug"),
        (["new-task", "network/../x"], "'network/../x' does not name a task"),
        (["prompts", "--dataset", "bigcodebnch"], "there is no dataset 'bigcodebnch'; did you mean bigcodebench"),
        (["export", "-o", "no/such/folder/x"], "no/such/folder/x: No such file or directory"),
        (["export", "--format=parquet", "-o", "-"], "Parquet is not written to standard output; name a file"),
        (["prompts", "--dataset", ""], "what follows --dataset is empty, as a variable is that is not set"),
        (["prompts", "--dataset="], "--dataset= is empty, as a variable is that is not set; give it a value"),
        (["compare", "a", ""], "what follows a is empty"),
        (["merge", "a", "b", "-o", ""], "what follows -o is empty"),
        (["check-tasks", ""], "what follows check-tasks is empty"),
    ],
)
def test_a_mistake_is_answered_in_one_line(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The exit status is 2, the message names what was wrong, and there is no traceback."""
    monkeypatch.chdir(tmp_path)

    assert main(arguments) == 2

    captured = capsys.readouterr()
    assert captured.err.startswith(f"bcb: error: {message}")
    assert captured.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_new_task_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody wrote stays."""
    path = tmp_path / "time" / "x.py"
    path.parent.mkdir()
    path.write_text("mine")

    assert main(["new-task", "time/x", "--dir", str(tmp_path)]) == 2

    assert path.read_text() == "mine"
    assert "is there already; choose another slug" in capsys.readouterr().err
