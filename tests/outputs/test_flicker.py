"""Finished runs over the same samples: each verdict that differs is named, and explained or not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from test_compare import rows_of, write_output

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.report.flicker import flicker_of, listed_tasks

ROOT = Path(__file__).resolve().parent.parent.parent
MANY = 1200


def runs(folder: Path, *passed: int) -> list[Path]:
    """Finished runs of 1,200 samples of which the first so many pass, each called from another place."""
    return [
        write_output(folder / f"run-{number}", {f"{number}/out.jsonl": rows_of(count, MANY)})
        for number, count in enumerate(passed, 1)
    ]


def test_each_verdict_that_differs_is_named_with_its_runs(tmp_path: Path) -> None:
    """Two tasks of 1,200 changed in one of three runs; one of them is on the list."""
    flicker = flicker_of(runs(tmp_path, 600, 602, 600), frozenset({"T/600"}))

    assert [change.task_id for change in flicker.changes] == ["T/600", "T/601"]
    assert [change.task_id for change in flicker.unlisted] == ["T/601"]
    assert flicker.rate == pytest.approx(2 / MANY)
    assert not flicker.reached
    first, listed, unlisted, last = flicker.lines()
    assert first == "3 runs, 1,200 samples compared, 2 verdicts differ (0.167%; goal < 0.2%)"
    assert listed.startswith("  T/600[0], on the list: fail (: ) in ")
    assert "run-1, " in listed
    assert listed.endswith("run-2")
    assert unlisted.startswith("  T/601[0], NOT ON THE LIST: ")
    assert last == "the goal is not reached"


@pytest.mark.parametrize(("changed", "reached"), [(0, True), (2, True), (3, False)])
def test_the_goal_counts_listed_tasks_too(tmp_path: Path, changed: int, reached: bool) -> None:
    """Below 0.2 % is reached, above is not, however well explained."""
    listed = frozenset(f"T/{number}" for number in range(MANY))

    assert flicker_of(runs(tmp_path, 600, 600 + changed), listed).reached is reached


def test_a_sample_that_one_run_lacks_is_named(tmp_path: Path) -> None:
    """A run over fewer samples shows nothing of the others."""
    few = write_output(tmp_path / "few", {"out.jsonl": rows_of(600, MANY - 1)})

    flicker = flicker_of([*runs(tmp_path, 600), few], frozenset())

    assert flicker.incomplete == (f"T/{MANY - 1}[0]",)
    assert not flicker.reached


def test_what_cannot_be_compared_is_one_line(tmp_path: Path) -> None:
    """One run, runs of other samples files, and a document without a list."""
    two = write_output(tmp_path / "two", {"a.jsonl": rows_of(1), "b.jsonl": rows_of(2)})
    with pytest.raises(InputError, match="nothing to compare one run with; give two"):
        flicker_of([two], frozenset())
    with pytest.raises(InputError, match="different numbers of samples files"):
        flicker_of([two, *runs(tmp_path, 1)], frozenset())
    (tmp_path / "empty.md").write_text("| Task |\n")
    with pytest.raises(InputError, match="no table in it lists a task"):
        listed_tasks(tmp_path / "empty.md")


def test_the_list_is_the_documents_table() -> None:
    """What the text mentions beside it, since its cause was found, is not on it."""
    listed = listed_tasks(ROOT / "docs" / "flaky-tasks.md")

    assert {"BigCodeBench/720", "BigCodeBench/609"} <= listed
    assert "BigCodeBench/76" not in listed


@pytest.mark.parametrize(("passed", "status"), [((5, 5), 0), ((5, 6), 1)])
def test_the_script_says_it_by_its_exit_status(tmp_path: Path, passed: tuple[int, ...], status: int) -> None:
    """0 for runs that agree, 1 for a change that nothing explains."""
    command = [sys.executable, str(ROOT / "benchmarks" / "flicker.py"), *map(str, runs(tmp_path, *passed))]

    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == status, run.stderr
    assert run.stdout.startswith("2 runs, 1,200 samples compared, ")
