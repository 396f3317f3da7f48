"""The official result files: what a run writes, and what the official package reads in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tiny import ENDLESS, RAISES, RIGHT, WRONG, Bench

Spread = tuple[str, ...]
PROMPT = "def task_func(x):\n\n    pass\n"


def results(bench: Bench, name: str = "out_eval_results.json", folder: str = "o") -> dict[str, Any]:
    """A run's official results."""
    loaded: dict[str, Any] = json.loads((bench.pytester.path / folder / name).read_text())
    return loaded


def test_the_results_have_the_official_form(bench: Bench, spread: Spread) -> None:
    """Tasks in the dataset's order, each sample with the solution that was run, the official status, and details."""
    bench.samples(
        ("Tiny/3", WRONG), ("Tiny/0", RIGHT), ("Tiny/3", RIGHT), ("Tiny/1", "def ("), ("Tiny/time_network", ENDLESS)
    )

    bench.run("out.jsonl", "--bcb-output=o", "--bcb-time-limit=1", *spread)

    found = results(bench)
    assert list(found) == ["date", "eval"]
    assert list(found["eval"]) == ["Tiny/0", "Tiny/1", "Tiny/time_network", "Tiny/3"]
    assert found["eval"]["Tiny/0"] == [
        {"task_id": "Tiny/0", "solution": PROMPT + RIGHT, "status": "pass", "details": {}}
    ]
    wrong, right = found["eval"]["Tiny/3"]
    assert (wrong["solution"], right["solution"]) == (PROMPT + WRONG, PROMPT + RIGHT)
    assert set(wrong["details"]) == {"test_two", "test_zero"}
    assert wrong["details"]["test_two"].startswith("Traceback (most recent call last):\n")
    assert wrong["details"]["test_two"].endswith("AssertionError: 3 != 4\n")
    assert list(found["eval"]["Tiny/1"][0]["details"]) == ["ALL"]
    assert found["eval"]["Tiny/time_network"][0]["status"] == "timeout"
    text = (bench.pytester.path / "o" / "out_eval_results.json").read_text()
    assert text == json.dumps(found, indent=2)


def test_the_rates_have_the_official_keys(bench: Bench) -> None:
    """And say nothing of the ground truth, which was not judged."""
    bench.samples(("Tiny/3", WRONG), ("Tiny/0", RIGHT), name="m--bigcodebench-instruct--x.jsonl")

    bench.run("m--bigcodebench-instruct--x.jsonl", "--bcb-output=o", "--bcb-uncalibrated")

    assert results(bench, "m--bigcodebench-instruct--x_pass_at_k.json") == {
        "pass@1": 0.5,
        "model": "m",
        "split": "instruct",
        "subset": "full",
        "calibrated": False,
        "gt_pass_rate": None,
        "failed_tasks": [],
    }
    entry = results(bench, "m--bigcodebench-instruct--x_eval_results.json")["eval"]["Tiny/0"][0]
    assert entry["solution"] == RIGHT


def unsound_dataset(bench: Bench) -> None:
    """The benchmark's dataset, with a second task of which the ground truth fails."""
    rows = [json.loads(line) for line in (bench.pytester.path / "data.jsonl").read_text().splitlines()]
    rows[1]["canonical_solution"] = "    return x\n"
    bench.lines("data.jsonl", rows)


def test_the_rates_tell_of_ground_truths_that_were_judged(bench: Bench) -> None:
    """Of some of them nothing is claimed; of all, the rate that passes and the tasks that do not."""
    unsound_dataset(bench)

    def found(stem: str) -> list[Any]:
        rates = results(bench, f"{stem}_pass_at_k.json")
        return [rates["gt_pass_rate"], rates["failed_tasks"]]

    bench.run("--bcb-check-gt", "-k", "Tiny/1", "--bcb-output=o")
    assert found("ground-truth") == [None, []]
    bench.run("--bcb-check-gt", "--bcb-output=o")
    assert found("ground-truth") == [0.75, ["Tiny/1"]]
    bench.run("out.jsonl", "-k", "Tiny/3", "--bcb-output=o")
    assert found("out") == [0.75, ["Tiny/1"]]


def test_two_samples_files_have_files_of_their_own(bench: Bench) -> None:
    """Also when they have the same name, and when one is a folder."""
    bench.samples(("Tiny/0", RIGHT), name="a/out.jsonl")
    bench.samples(("Tiny/1", RIGHT), name="b/out.jsonl")

    bench.run("a/out.jsonl", "b/out.jsonl", "--bcb-output=o", "--bcb-split=complete")

    assert list(results(bench, "a-out_eval_results.json")["eval"]) == ["Tiny/0"]
    assert list(results(bench, "b-out_eval_results.json")["eval"]) == ["Tiny/1"]
    assert results(bench, "b-out_pass_at_k.json")["split"] == "complete"


def test_what_was_not_judged_is_not_there(bench: Bench) -> None:
    """An interrupted run's files hold what there is, and an earlier run's stand where nothing is."""
    bench.run("out.jsonl", "--bcb-output=o", "-k", "Tiny/3")
    assert list(results(bench)["eval"]) == ["Tiny/3"]

    bench.run("out.jsonl", "--bcb-output=o", "-k", "nothing")

    assert list(results(bench)["eval"]) == ["Tiny/3"]
    assert sorted(path.name for path in (bench.pytester.path / "o").iterdir()) == [
        "out_eval_results.json",
        "out_pass_at_k.json",
        "summary.json",
        "verdicts.jsonl",
    ]


@pytest.fixture(scope="session")
def official() -> str:
    """An interpreter that has the official package 0.2.5."""
    python = os.environ.get("BCB_OFFICIAL_PYTHON", "")
    if not (python and shutil.which(python)):
        pytest.skip("needs the official package: set BCB_OFFICIAL_PYTHON to an interpreter that has bigcodebench 0.2.5")
    return python


READ = """
import json, sys
from argparse import Namespace
from bigcodebench.inspect import inspection
inspection(Namespace(eval_results="o/out_eval_results.json", split="complete", subset="full",
                     save_path="inspected", in_place=True))
from bigcodebench.evaluate import evaluate
evaluate("complete", "full", samples="o/out.jsonl", execution="local", no_gt=True, parallel=1, pass_k="1,5,10")
"""


def test_the_official_package_reads_them(bench: Bench, official: str) -> None:
    """Its inspect lays every failing sample out; its evaluate takes the results up, and finds the rates as they are."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", RAISES), ("Tiny/time_network", 'raise ValueError("\\ud800")'))
    bench.lines(
        "out.jsonl",
        [*(bench.pytester.path / "out.jsonl").read_text().splitlines(), '{"task_id": "Tiny/3", "solution": "x"}'],
    )
    bench.run("out.jsonl", "--bcb-output=o", "--bcb-split=complete")
    folder = bench.pytester.path
    shutil.copy(folder / "out.jsonl", folder / "o")
    environment = {**os.environ, "BIGCODEBENCH_OVERRIDE_PATH": str(folder / "data.jsonl"), "HF_HUB_OFFLINE": "1"}

    done = subprocess.run(
        [official, "-c", READ], cwd=folder, env=environment, input="n\nn\n", capture_output=True, text=True, timeout=120
    )

    assert done.returncode == 0, done.stderr
    laid_out = folder / "inspected/out_eval_results/Tiny/1"
    assert (laid_out / "completion_0.py").read_text() == PROMPT + RAISES
    assert "Test Case: test_two\n\nTraceback" in (laid_out / "complete_0_execution_trace.txt").read_text()
    assert not (folder / "inspected/out_eval_results/Tiny/0").exists()
    assert "pass@1:\t0.250" in done.stdout
    warned = [line for line in done.stdout.splitlines() if "is different from the saved one" in line]
    assert [line.split()[1] for line in warned] == ["gt_pass_rate", "failed_tasks"]


TELL = """
from bigcodebench.evaluate import evaluate
evaluate("complete", "full", samples="o/out.jsonl", execution="local", parallel=2, pass_k="1,5,10")
"""


def test_the_official_package_finds_the_same_ground_truths(bench: Bench, official: str) -> None:
    """Having run them itself, its evaluate differs from no rate, nor from the tasks that failed, that stand there."""
    unsound_dataset(bench)
    bench.run("--bcb-check-gt")
    bench.run("out.jsonl", "--bcb-output=o", "--bcb-split=complete")
    folder = bench.pytester.path
    shutil.copy(folder / "out.jsonl", folder / "o")
    named = {"BIGCODEBENCH_OVERRIDE_PATH": str(folder / "data.jsonl"), "XDG_CACHE_HOME": str(folder / "official")}

    done = subprocess.run(
        [official, "-c", TELL],
        cwd=folder,
        env={**os.environ, "HF_HUB_OFFLINE": "1", **named},
        input="n\nn\n",
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    assert "Failed tasks: ['Tiny/1']" in done.stdout
    assert "is different from the saved one" not in done.stdout


def test_a_large_run_is_not_held_in_memory(bench: Bench, tmp_path: Path) -> None:
    """What is kept of a sample are a few numbers; its texts go to disk and come back one at a time."""
    import tracemalloc

    from pytest_bigcodebench.evaluation import open_evaluation
    from pytest_bigcodebench.report.official import OfficialFiles
    from pytest_bigcodebench.scoring.record import Record
    from pytest_bigcodebench.settings import Settings

    count, text = 2000, "# " + "x" * 5000 + "\n"
    path = bench.samples(*[("Tiny/0", text)] * count)
    settings = Settings(dataset=str(bench.pytester.path / "data.jsonl"))
    evaluation = open_evaluation(settings, [path], folder=path.parent, root=path.parent)
    official = OfficialFiles(tmp_path, evaluation)
    official.open()
    tracemalloc.start()

    for sample in reversed(range(count)):
        record = Record(samples_file="out.jsonl", task_id="Tiny/0", sample=sample, status="fail", kind="exception")
        official.add(record, {"test_two": text})
    official.finish({"out.jsonl": {"pass@1": 0.0}})

    assert tracemalloc.get_traced_memory()[1] < 2_000_000 < (tmp_path / "out_eval_results.json").stat().st_size
    tracemalloc.stop()
    evaluation.close()
    assert not official.fault
    assert len(json.loads((tmp_path / "out_eval_results.json").read_text())["eval"]["Tiny/0"]) == count
