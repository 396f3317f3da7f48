"""Shards of a run, and their outputs joined."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tiny import RAISES, RIGHT, WRONG, Bench

from pytest_bigcodebench.benchmark.dataset import load_dataset
from pytest_bigcodebench.benchmark.samples import read_samples
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.cli import main
from pytest_bigcodebench.judge.limits import official_costs

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
    """Shards, one of them over xdist workers, joined are the one run: every verdict, rate and interval."""
    root = sharded.pytester.path
    files = ("out.jsonl", "two.jsonl")
    sharded.run("--bcb-output=whole", *files)
    xdist = ("-p", "xdist.plugin", "-n", "2")
    for index in range(1, 4):
        result = sharded.run(
            f"--bcb-shard={index}/3", f"--bcb-output=part{index}", *(xdist if index == 1 else ()), *files
        )
        result.stdout.fnmatch_lines([f"shard {index}/3: 6 of 18 samples"])

    assert main(["merge", *(str(root / f"part{index}") for index in (3, 1, 2)), "-o", str(root / "joined")]) == 0
    assert "3 shards" in capsys.readouterr().out
    assert verdicts(root / "joined") == verdicts(root / "whole")
    assert summary(root / "joined") == summary(root / "whole")
    for name in ("out_eval_results.json", "two_eval_results.json", "out_pass_at_k.json", "two_pass_at_k.json"):
        joined, whole = (json.loads((root / folder / name).read_text()) for folder in ("joined", "whole"))
        assert {**joined, "date": ""} == {**whole, "date": ""}
        assert list(joined.get("eval", ())) == list(whole.get("eval", ()))


def test_shards_of_other_contents_are_no_whole(sharded: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """The same ids with other solutions between two shards are refused."""
    root = sharded.pytester.path
    sharded.run("--bcb-shard=1/2", "--bcb-output=one", "two.jsonl")
    sharded.samples(*((task, WRONG) for task in TASKS), name="two.jsonl")
    sharded.run("--bcb-shard=2/2", "--bcb-output=two", "two.jsonl")

    assert main(["merge", str(root / "one"), str(root / "two"), "-o", str(root / "joined")]) == 2
    assert "no shards of one run: contents of the samples files differ" in capsys.readouterr().err


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
    assert not (root / "joined").exists()


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
        "ground_truth": {"checked": 0, "sound": 0, "unsound": {}},
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


#: What somebody may have made of a field.
UNFIT = (None, -1, "x", [], {}, [1], {"a": 1})


def test_no_damage_is_a_traceback(sharded: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """Outputs with any one field missing or of another kind are merged and compared, or refused in one line."""
    root = sharded.pytester.path
    parts = [root / "one", root / "two"]
    for index, part in enumerate(parts, 1):
        write_shard(part, index, keys=[("Many/0", index)])
    summary_text, verdict_text = ((parts[0] / name).read_text() for name in ("summary.json", "verdicts.jsonl"))
    damaged = [("summary.json", text) for text in damages(json.loads(summary_text), depth=2)]
    extra = {"misused": [], "tools": None, "lazy": None, "kind": ""}
    damaged += [("verdicts.jsonl", f"{text}\n") for text in damages({**json.loads(verdict_text), **extra})]
    for name, text in damaged:
        (parts[0] / "summary.json").write_text(summary_text)
        (parts[0] / "verdicts.jsonl").write_text(verdict_text)
        (parts[0] / name).write_text(text)
        for command in (["merge", *map(str, parts), "-o", str(root / "joined")], ["compare", *map(str, parts)]):
            status = main(command)

            error = capsys.readouterr().err
            assert (status, error.count("\n")) in ((0, 0), (2, 1)), text


def damages(plain: dict[str, Any], depth: int = 1) -> Iterator[str]:
    """JSON of an object with one field taken out or changed, and of those in it so."""
    for name, value in plain.items():
        yield json.dumps({key: each for key, each in plain.items() if key != name})
        yield from (json.dumps({**plain, name: unfit}) for unfit in UNFIT)
        if depth > 1 and isinstance(value, dict):
            yield from (json.dumps({**plain, name: json.loads(inner)}) for inner in damages(value, depth - 1))


@pytest.mark.slow
def test_eight_shards_of_the_shared_samples(bench: Bench, shared: Path) -> None:
    """Real samples in eight shards, each on two xdist workers, joined, are the one run; a gate opens and closes."""
    root = bench.pytester.path
    dataset = load_dataset(shared / "bigcodebench" / "BigCodeBench-v0.1.4.jsonl.gz")
    samples = read_samples(shared / "samples" / "qwen2.5-coder-7b-instruct--complete.jsonl.gz", dataset)
    plain = [sample for sample in samples if is_quick(dataset.tasks[sample.task_id])][:120]
    bench.samples(*((sample.task_id, sample.solution) for sample in plain), name="real.jsonl")
    bench.options[0] = f"--bcb-dataset={dataset.name}"
    bench.run("--bcb-output=whole", "real.jsonl")
    for index in range(1, 9):
        xdist = ("-p", "xdist.plugin", "-n", "2")
        bench.run(f"--bcb-shard={index}/8", f"--bcb-output=part{index}", *xdist, "real.jsonl")

    assert main(["merge", *(str(root / f"part{index}") for index in range(1, 9)), "-o", str(root / "joined")]) == 0
    assert [(line["task_id"], line["status"]) for line in verdicts(root / "joined")] == [
        (line["task_id"], line["status"]) for line in verdicts(root / "whole")
    ]
    assert summary(root / "joined")["overall"] == summary(root / "whole")["overall"]
    percent = 100 * summary(root / "whole")["overall"]["pass@1"]
    assert bench.run(f"--bcb-fail-under={percent - 3:.1f}", "--bcb-baseline=whole", "real.jsonl").ret == 0
    assert bench.run(f"--bcb-fail-under={percent + 3:.1f}", "--bcb-baseline=whole", "real.jsonl").ret == 1


def is_quick(task: Task) -> bool:
    """Whether a task needs no library that may be absent, and no time to speak of."""
    return set(task.libs) <= sys.stdlib_module_names and official_costs()[task.task_id].longest < 0.5
