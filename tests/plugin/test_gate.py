"""A gate decides the exit status: thresholds, a baseline, and what neither excuses."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tiny import LIBS, RIGHT, WRONG, Bench

#: Twenty tasks: enough that a loss on ten of them is no chance.
MANY = {f"Many/{number}": ("json",) for number in range(20)}


def gate_of(bench: Bench, folder: str) -> dict[str, Any]:
    """What an output's summary says of the gate."""
    summary = json.loads((bench.pytester.path / folder / "summary.json").read_text())
    return {**summary["gate"], "exit_status": summary["exit_status"]}


def test_failing_samples_alone_do_not_turn_a_gated_run_red(bench: Bench, spread: tuple[str, ...]) -> None:
    """Three of four pass: 75 % are enough for 75, and the run is green although a sample fails."""
    result = bench.run(
        "--bcb-fail-under=75", "--bcb-fail-under=computation=0", "--bcb-output=results", *spread, "out.jsonl"
    )

    assert result.ret == 0
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(
        ["gate: passed", "*ok*all: pass@1 75.0 % is at least 75 %", "*computation: pass@1 0.0 %*"]
    )
    assert gate_of(bench, "results")["passed"] is True
    assert gate_of(bench, "results")["exit_status"] == 0


def test_a_rate_below_its_threshold_is_red_and_said(bench: Bench, spread: tuple[str, ...]) -> None:
    """A domain that is too low turns the run red, and the summary names it."""
    result = bench.run("--bcb-fail-under=50,network=90", "--bcb-output=results", *spread, "out.jsonl")

    assert result.ret == 1
    result.stdout.fnmatch_lines(["gate: failed", "*ok*all*", "*FAIL*network: pass@1 66.7 % is below 90 %"])
    assert gate_of(bench, "results")["exit_status"] == 1


def test_a_gate_excuses_nothing_but_samples(bench: Bench) -> None:
    """A test of the project's own that fails keeps the run red, however good the samples are."""
    bench.pytester.makepyfile("def test_own(): assert False")

    result = bench.run("--bcb-fail-under=0", "out.jsonl", "test_a_gate_excuses_nothing_but_samples.py")

    assert result.ret == 1
    result.stdout.fnmatch_lines(["gate: failed", "*1 failure or errors beside samples*"])


def test_an_unfinished_run_passes_no_gate(bench: Bench) -> None:
    """A run that -x ended has not judged every sample."""
    bench.samples(("Tiny/0", WRONG), ("Tiny/1", RIGHT))

    result = bench.run("-x", "--bcb-fail-under=0", "out.jsonl")

    assert result.ret == 1
    result.stdout.fnmatch_lines(["gate: failed", "*not every sample was judged*"])


def test_a_baseline_tells_worse_from_chance(bench: Bench, spread: tuple[str, ...]) -> None:
    """Ten tasks lost of twenty are significant; one is not, nor is a gain."""
    bench.dataset(MANY)
    tasks = list(MANY)
    bench.samples(*((task, RIGHT) for task in tasks), name="good.jsonl")
    bench.samples(*((task, WRONG if number < 1 else RIGHT) for number, task in enumerate(tasks)), name="near.jsonl")
    bench.samples(*((task, WRONG if number < 10 else RIGHT) for number, task in enumerate(tasks)), name="bad.jsonl")
    bench.run("--bcb-output=base", "good.jsonl")

    near = bench.run("--bcb-baseline=base", *spread, "near.jsonl")
    bad = bench.run("--bcb-baseline=base", *spread, "bad.jsonl")

    assert (near.ret, bad.ret) == (0, 1)
    near.stdout.fnmatch_lines(["gate: passed", "*baseline base: not significantly worse (-5.0 points on 20 tasks*"])
    bad.stdout.fnmatch_lines(["gate: failed", "*baseline base: significantly worse (-50.0 points*p = 0.001*"])


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("--bcb-fail-under=101", "*percentage from 0 to 100*'101' from --bcb-fail-under*"),
        ("--bcb-fail-under=high", "*percentage from 0 to 100*"),
        ("--bcb-fail-under=networks=3", "*no domain 'networks' (the domains are computation, *"),
        ("--bcb-fail-under=50,60", "*one threshold for all domains together*"),
        ("--bcb-fail-under=cryptography=3", "*data.jsonl@* has no such task*"),
        ("--bcb-baseline=nowhere", "*nowhere: there is no such folder*"),
        ("--bcb-baseline=empty", "*empty: has no summary.json*"),
        ("--bcb-baseline=half", "*half: is half-written*"),
        ("--bcb-baseline=other", "*the baseline is of data.jsonl@* with other tasks*"),
        ("--bcb-shard=3/2", "*the shard must be a number*2/8, got '3/2'*"),
        ("--bcb-shard=0/2", "*the shard must be a number*"),
        ("--bcb-shard=2", "*the shard must be a number*"),
        ("--bcb-laziness --bcb-uncalibrated", "*--bcb-laziness asks what calibration supplies*"),
    ],
)
def test_what_cannot_be_asked_is_one_line_before_the_run(bench: Bench, argument: str, message: str) -> None:
    """Bad thresholds, baselines and shards end the run before it begins, with what to do."""
    root = bench.pytester.path
    (root / "empty").mkdir()
    (root / "half").mkdir()
    (root / "half" / "verdicts.jsonl.partial").touch()
    (root / "other").mkdir()
    (root / "other" / "verdicts.jsonl").touch()
    dataset = {"name": "data.jsonl", "version": "1", "subset": "full", "hash": "0", "tasks": 4}
    plain = {"overall": {"samples": 0}, "errors": 0, "dataset": dataset, "complete": True, "samples_files": {}}
    (root / "other" / "summary.json").write_text(json.dumps(plain))

    result = bench.run_inside(*argument.split(), "out.jsonl")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {message.replace('[', '[[]')}"])
    assert "Traceback" not in result.stderr.str()


def test_without_a_gate_a_failing_sample_is_red(bench: Bench) -> None:
    """The exit status is pytest's own where nobody asked for a gate."""
    assert bench.run("out.jsonl").ret == 1
    assert len(LIBS) == 4
