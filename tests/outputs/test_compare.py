"""``bcb compare``: finished outputs against each other."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench.cli import main
from pytest_bigcodebench.scoring.comparison import split_of

#: Domains in turn, so that each has some of the tasks.
DOMAINS = (["network"], ["system", "time"], ["time"])


def write_output(folder: Path, files: Mapping[str, Sequence[Sequence[bool]]], **fields: Any) -> Path:
    """Write a finished output: for each samples file, each task's samples as passed or not."""
    folder.mkdir(exist_ok=True)
    rows = [
        {
            "samples_file": name,
            "task_id": f"T/{number}",
            "sample": turn,
            "status": "pass" if passed else "fail",
            "domains": DOMAINS[number % 3],
        }
        for name, tasks in files.items()
        for number, samples in enumerate(tasks)
        for turn, passed in enumerate(samples)
    ]
    (folder / "verdicts.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    plain = {
        "overall": {"samples": len(rows)},
        "errors": 0,
        "dataset": {"name": "bigcodebench", "version": "v0.1.4", "subset": "full", "hash": "h", "tasks": 60},
        "complete": True,
        "calibrated": True,
        **fields,
    }
    (folder / "summary.json").write_text(json.dumps(plain))
    return folder


def rows_of(passed: int, total: int = 60) -> list[list[bool]]:
    """One sample for each of some tasks, the first of which pass."""
    return [[number < passed] for number in range(total)]


def test_two_outputs_are_compared_task_by_task(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rates, difference, interval and exact test, per domain too, with the tasks won, and the published rates."""
    first = write_output(tmp_path / "base", {"out.jsonl": rows_of(30)})
    second = write_output(tmp_path / "new", {"out.jsonl": rows_of(42)})

    status = main(["compare", str(first), str(second)])

    lines = capsys.readouterr().out.splitlines()
    assert status == 0
    assert lines[0] == "bigcodebench@v0.1.4: base, new"
    overall = next(line for line in lines if line.startswith("all")).split()
    assert overall[:5] == ["all", "60", "50.0%", "70.0%", "+20.0"]
    assert overall[-2:] == ["12", "0"]
    assert any(line.startswith("new is better than base (+20.0 points") for line in lines)
    assert any(line.startswith("won: T/30, T/31") for line in lines)
    assert "published: human 97%, GPT-4o, Complete 60%, GPT-4o, Instruct 51%" in lines


def test_json_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json everything is there, p-values corrected for the domains compared."""
    first = write_output(tmp_path / "base", {"out.jsonl": rows_of(30)})
    second = write_output(tmp_path / "new", {"out.jsonl": rows_of(42)})

    main(["compare", "--json", str(first), str(second)])

    plain = json.loads(capsys.readouterr().out)
    (comparison,) = plain["comparisons"]
    assert comparison["overall"]["difference"] == pytest.approx(0.2)
    assert comparison["overall"]["p"] == pytest.approx(2 / 2**12)
    assert len(comparison["overall"]["won"]) == 12
    assert comparison["domains"]["network"]["p"] == pytest.approx(2 / 2**4)
    assert comparison["domains"]["network"]["p_corrected"] == pytest.approx(min(1.0, 2 * 2 / 2**4))
    assert [standing["name"] for standing in plain["leaderboard"]] == ["new", "base"]


def test_chance_is_not_called_better(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A few points on few tasks show nothing, and the conclusion says so."""
    first = write_output(tmp_path / "base", {"out.jsonl": rows_of(30)})
    second = write_output(tmp_path / "new", {"out.jsonl": rows_of(33)})

    main(["compare", str(first), str(second)])

    assert "new against base: no difference shown (+5.0 points" in capsys.readouterr().out


def test_three_outputs_make_a_leaderboard(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """More than two are ranked by rating, and every pair has its line."""
    folders = [
        write_output(tmp_path / name, {"out.jsonl": rows_of(passed)})
        for name, passed in (("low", 10), ("high", 50), ("middle", 30))
    ]

    main(["compare", *map(str, folders)])

    text = capsys.readouterr().out
    places = [line.split()[:2] for line in text.splitlines() if line[:1] in "123" and line[:1]]
    assert places == [["1", "high"], ["2", "middle"], ["3", "low"]]
    assert text.count("+") >= 3


def test_the_two_splits_of_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One output of a run with two samples files compares these."""
    folder = write_output(tmp_path / "both", {"m--complete.jsonl": rows_of(40), "m--instruct.jsonl": rows_of(30)})

    assert main(["compare", str(folder)]) == 0
    assert "both:m--instruct.jsonl is worse than both:m--complete.jsonl (-16.7 points" in capsys.readouterr().out


def test_several_samples_a_task_are_paired_by_task(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With several samples a task, its rate is compared, and one task is one observation."""
    first = write_output(tmp_path / "a", {"out.jsonl": [[True, False]] * 30})
    second = write_output(tmp_path / "b", {"out.jsonl": [[True, True]] * 15 + [[True, False]] * 15})

    main(["compare", "--json", str(first), str(second)])

    (comparison,) = json.loads(capsys.readouterr().out)["comparisons"]
    assert comparison["overall"]["difference"] == pytest.approx(0.25)
    assert comparison["overall"]["tasks"] == 30
    assert comparison["overall"]["p"] < 0.01


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("qwen2.5-coder-7b-instruct--complete.jsonl", "complete"),
        ("model--instruct.jsonl", "instruct"),
        ("out_complete.jsonl", "complete"),
        ("out.jsonl", ""),
    ],
)
def test_splits_are_told_by_name(name: str, split: str) -> None:
    """A samples file's name tells its split, but a model that is named for instruction does not."""
    assert split_of(name) == split


def test_what_cannot_be_compared_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing, half-written, broken, interrupted outputs and those of other datasets: one line that says which."""
    good = write_output(tmp_path / "good", {"out.jsonl": rows_of(3)})
    other = {"name": "starter", "version": "1", "subset": "full", "hash": "other", "tasks": 60}
    foreign = write_output(tmp_path / "foreign", {"out.jsonl": rows_of(3)}, dataset=other)
    short = write_output(tmp_path / "short", {"out.jsonl": rows_of(3)}, overall={"samples": 61})
    stopped = write_output(tmp_path / "stopped", {"out.jsonl": rows_of(3)}, complete=False, expected=90)
    broken = write_output(tmp_path / "broken", {"out.jsonl": rows_of(3)})
    (broken / "verdicts.jsonl").write_text('{"task_id": "T/1"\n')
    running = write_output(tmp_path / "running", {"out.jsonl": rows_of(3)})
    (running / "verdicts.jsonl.partial").touch()
    nothing = write_output(tmp_path / "nothing", {"out.jsonl": rows_of(3)})
    (nothing / "summary.json").write_text("[1]")
    for bad, message in (
        (tmp_path / "nowhere", "nowhere: there is no such folder"),
        (foreign, "different datasets"),
        (short, "holds 60 verdicts where summary.json tells of 61"),
        (stopped, "did not come to its end (60 of 90 samples judged)"),
        (broken, "verdicts.jsonl:1: not JSON"),
        (running, "is half-written"),
        (nothing, "is no summary of --bcb-output"),
    ):
        assert main(["compare", str(good), str(bad)]) == 2

        error = capsys.readouterr().err
        assert message in error
        assert error.count("\n") == 1
    assert main(["compare", str(good)]) == 2
    assert "nothing to compare" in capsys.readouterr().err


@pytest.mark.parametrize(
    "fields",
    [
        {"overall": {"samples": "60"}, "errors": ""},
        {"dataset": {"name": "bigcodebench"}},
        {"environment": "here"},
        {"environment": {"fingerprint": "abc"}},
        {"complete": False, "expected": "90"},
    ],
)
def test_an_edited_summary_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], fields: dict[str, Any]
) -> None:
    """Each part that is read of it must have its form."""
    good = write_output(tmp_path / "good", {"out.jsonl": rows_of(3)})
    bad = write_output(tmp_path / "bad", {"out.jsonl": rows_of(3)}, **fields)

    assert main(["compare", str(good), str(bad)]) == 2

    error = capsys.readouterr().err
    assert f"{bad}/summary.json: is no summary of --bcb-output" in error
    assert error.count("\n") == 1


def test_an_edited_summary_is_refused_without_assertions(tmp_path: Path) -> None:
    """Python leaves assertions out when it is called with -O; no check of an input may be one."""
    good = write_output(tmp_path / "good", {"out.jsonl": rows_of(3)})
    bad = write_output(tmp_path / "bad", {"out.jsonl": rows_of(3)}, overall={"samples": "60"}, errors="")

    command = [sys.executable, "-O", "-m", "pytest_bigcodebench.cli", "compare", str(good), str(bad)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == 2
    assert "is no summary of --bcb-output" in run.stderr
    assert run.stderr.count("\n") == 1
