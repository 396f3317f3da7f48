"""What a run says beside the rates: misused APIs, tools, laziness, and two splits against each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tiny import RIGHT, WRONG, Bench

#: Uses json without importing it, which the prompt does; and the same with an import.
LEANS = "def task_func(x):\n    return json.loads(str(x * x))\n"
STANDS = f"import json\n{LEANS}"
MISUSES = "import json\ndef task_func(x):\n    return json.loads(x * x)\n"


def summary_of(bench: Bench, folder: str) -> dict[str, Any]:
    """The summary of an output."""
    plain: dict[str, Any] = json.loads((bench.pytester.path / folder / "summary.json").read_text())
    return plain


def lean_bench(bench: Bench) -> Path:
    """Tasks whose prompts import json, and one sample of each kind."""
    libs = {f"Lean/{number}": ("json",) for number in range(4)}
    bench.dataset(libs, code_prompt="import json\ndef task_func(x):\n")
    return bench.samples(("Lean/0", LEANS), ("Lean/1", STANDS), ("Lean/2", RIGHT), ("Lean/3", MISUSES))


def test_laziness_is_what_two_runs_tell_apart(bench: Bench, spread: tuple[str, ...]) -> None:
    """The lazy samples are those that pass calibrated and not uncalibrated; both rates come from one run."""
    lean_bench(bench)
    bench.run("--bcb-uncalibrated", "--bcb-output=without", "out.jsonl")

    result = bench.run("--bcb-laziness", "--bcb-output=lazy", *spread, "out.jsonl")

    result.stdout.fnmatch_lines(["laziness: 1 of 3 passes only because calibration supplied*(2 pass without)"])
    found = summary_of(bench, "lazy")["samples_files"]["out.jsonl"]["laziness"]
    assert found == {"passed": 3, "lazy": 1, "samples": ["Lean/0[[]0]".replace("[[]", "[")]}
    lines = (bench.pytester.path / "without" / "verdicts.jsonl").read_text().splitlines()
    passed = [verdict["task_id"] for verdict in map(json.loads, lines) if verdict["status"] == "pass"]
    assert passed == ["Lean/1", "Lean/2"]


def test_laziness_of_resumed_verdicts(bench: Bench) -> None:
    """A verdict that an earlier run's journal gave is examined like any other."""
    lean_bench(bench)
    bench.run("out.jsonl", plugins=["cacheprovider"])

    result = bench.run("--bcb-laziness", "--bcb-resume", "out.jsonl", plugins=["cacheprovider"])

    result.stdout.fnmatch_lines(["*from an earlier run's journal*", "laziness: 1 of 3 passes*"])


def test_misused_apis_and_tools_are_told(bench: Bench, spread: tuple[str, ...]) -> None:
    """The call that refused its argument is named with library and function, and so are the tools left unused."""
    lean_bench(bench)

    result = bench.run("--bcb-output=results", *spread, "out.jsonl")

    result.stdout.fnmatch_lines(
        [
            "misused APIs in 1 sample: json.loads 1 (TypeError)",
            "  Lean/3[[]0]: json.loads(x ? x)",
            "tools that the task names: all libraries in 67% of passes, *; all libraries in 100% of failures, *",
        ]
    )
    file = summary_of(bench, "results")["samples_files"]["out.jsonl"]
    assert file["misused_apis"]["libraries"]["json"]["loads"]["errors"] == {"TypeError": 1}
    assert file["tools"]["libraries"]["json"]["passed"] == {"named": 3, "used": 2}
    assert file["laziness"] is None


def test_two_splits_in_one_run_are_compared(bench: Bench, spread: tuple[str, ...]) -> None:
    """Two samples files give the paired difference, Complete first, also per domain and in the summary."""
    tasks = ["Tiny/0", "Tiny/1", "Tiny/time_network", "Tiny/3"]
    bench.samples(*((task, WRONG) for task in tasks), name="m--instruct.jsonl")
    bench.samples(*((task, RIGHT) for task in tasks), name="m--complete.jsonl")

    result = bench.run("--bcb-output=results", *spread, "m--instruct.jsonl", "m--complete.jsonl")

    result.stdout.fnmatch_lines(["*Complete against Instruct*", "all*4*100.0%*0.0%*-100.0*", "*lost: Tiny/0,*"])
    comparison = summary_of(bench, "results")["comparison"]
    assert (comparison["first"], comparison["second"]) == ("m--complete.jsonl", "m--instruct.jsonl")
    assert comparison["domains"]["network"]["difference"] == -1.0
    assert summary_of(bench, "results")["published"] is None
