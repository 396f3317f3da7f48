"""Shards of a run, and their outputs joined."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tiny import RAISES, RIGHT, WRONG, Bench

from pytest_bigcodebench.cli import main

#: Domains differ, so that every rate has something to be recomputed from.
TASKS = {f"Many/{number}": (("json",), ("socket", "os"), ("datetime",))[number % 3] for number in range(6)}

#: What tells one run from another by time and machine alone.
TIMES = ("cpu_s", "wall_s", "peak_mib")
OWN = ("started", "wall_s", "xdist_workers")


def verdicts(folder: Path) -> list[dict[str, Any]]:
    """The lines of an output, without what no two runs share."""
    lines = map(json.loads, (folder / "verdicts.jsonl").read_text().splitlines())
    return [{key: value for key, value in line.items() if key not in TIMES} for line in lines]


def summary(folder: Path) -> dict[str, Any]:
    """The summary of an output, without what no two runs share."""
    plain = json.loads((folder / "summary.json").read_text())
    return {key: value for key, value in plain.items() if key not in OWN}


@pytest.fixture
def sharded(bench: Bench) -> Bench:
    """Two samples for each of six tasks, and a second samples file."""
    bench.dataset(TASKS)
    kinds = (RIGHT, WRONG, RAISES)
    rows = [(task, kinds[(number + turn) % 3]) for number, task in enumerate(TASKS) for turn in range(2)]
    bench.samples(*rows)
    bench.samples(*((task, RIGHT) for task in TASKS), name="two.jsonl")
    return bench


def test_joined_shards_equal_the_whole(sharded: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """Eight shards on two xdist workers each, joined, are the one run: every verdict, rate and interval."""
    root = sharded.pytester.path
    files = ("out.jsonl", "two.jsonl")
    sharded.run("--bcb-output=whole", *files)
    xdist = ("-p", "xdist.plugin", "-n", "2")
    for index in range(1, 4):
        result = sharded.run(
            f"--bcb-shard={index}/3", f"--bcb-output=part{index}", *(xdist if index < 3 else ()), *files
        )
        result.stdout.fnmatch_lines([f"shard {index}/3: 6 of 18 samples"])

    assert main(["merge", *(str(root / f"part{index}") for index in (3, 1, 2)), "-o", str(root / "joined")]) == 0
    assert "3 shards" in capsys.readouterr().out
    assert verdicts(root / "joined") == verdicts(root / "whole")
    assert summary(root / "joined") == summary(root / "whole")


def test_a_shard_says_what_it_leaves_to_others(sharded: Bench) -> None:
    """Samples of other shards are deselected, and reported as such; a selection comes first."""
    result = sharded.run_inside("--collect-only", "-q", "--bcb-shard=1/2", "-k", "network", "out.jsonl")

    result.stdout.fnmatch_lines(["*2/12 tests collected (10 deselected)*"])


@pytest.mark.parametrize("fault", ["gap", "twice", "selection", "none", "interrupted", "overlap"])
def test_what_is_no_whole_is_refused_in_one_line(
    sharded: Bench, capsys: pytest.CaptureFixture[str], fault: str
) -> None:
    """Gaps, overlaps, other selections and outputs of undivided runs are errors that say which."""
    root = sharded.pytester.path
    parts = [root / "one", root / "two"]
    for index, part in enumerate(parts, 1):
        write_shard(part, index, keys=[("Many/0", index)])
    message = {
        "gap": "shard 2/2 missing",
        "twice": "shard 1/2 is given 2 times",
        "selection": "samples, or selection of them, differ",
        "none": "is no shard of a run",
        "interrupted": "did not come to its end",
        "overlap": "is in",
    }[fault]
    if fault == "gap":
        parts.pop()
    elif fault == "twice":
        parts[1] = parts[0]
    elif fault == "selection":
        write_shard(parts[1], 2, keys=[("Many/0", 2)], digest="other")
    elif fault == "none":
        write_shard(parts[1], 2, keys=[("Many/0", 2)], shard=None)
    elif fault == "interrupted":
        write_shard(parts[1], 2, keys=[("Many/0", 2)], complete=False)
    else:
        write_shard(parts[1], 2, keys=[("Many/0", 1)])

    status = main(["merge", *map(str, parts), "-o", str(root / "joined")])

    error = capsys.readouterr().err
    assert status == 2
    assert message in error
    assert error.count("\n") == 1
    assert not (root / "joined" / "summary.json").exists()


def write_shard(folder: Path, index: int, *, keys: list[tuple[str, int]], digest: str = "d", **fields: Any) -> None:
    """Write an output by hand: a shard of two with one passed sample for each key."""
    folder.mkdir(exist_ok=True)
    rows = [
        {"samples_file": "s.jsonl", "task_id": task, "sample": number, "status": "pass", "domains": ["time"]}
        for task, number in keys
    ]
    (folder / "verdicts.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    shard = {"index": index, "count": 2, "samples": len(keys), "of": 2, "digest": digest, "tasks": ["Many/0"]}
    plain = {
        "overall": {"samples": len(keys)},
        "errors": 0,
        "stored": 0,
        "dataset": {"name": "d", "version": "1", "subset": "full", "hash": "0", "tasks": 1},
        "samples_files": {"s.jsonl": {"errors": 0}},
        "pass_k": [1],
        "complete": True,
        "expected": len(keys),
        "started": "2024",
        "wall_s": 1.0,
        "exit_status": 0,
        "shard": shard,
        **fields,
    }
    (folder / "summary.json").write_text(json.dumps(plain))
