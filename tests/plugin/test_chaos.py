"""Runs that are killed at a random moment leave nothing behind and lose no verdict (``benchmarks/chaos.py``)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tiny import RIGHT, WRONG, Bench

CHAOS = Path(__file__).resolve().parent.parent.parent / "benchmarks" / "chaos.py"


def chaos(samples: Path, dataset: str, *more: str, **variables: str) -> str:
    """Run the benchmark, which fails where a process or a directory is left or a verdict differs."""
    command = [sys.executable, str(CHAOS), f"--samples={samples}", f"--dataset={dataset}", *more]
    done = subprocess.run(
        command,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_killed_runs_resume_to_the_same_verdicts(bench: Bench, sandbox: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once by the process group, and once the controller of an xdist run."""
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    wait = "import time\ntime.sleep(0.1)\n"
    samples = bench.samples(*[("Tiny/0", wait + RIGHT), ("Tiny/1", wait + WRONG)] * 6)
    bench.dataset({"Tiny/0": ("json",), "Tiny/1": ("socket",)}, name="small.jsonl")

    said = chaos(samples, str(bench.pytester.path / "small.jsonl"), "--runs=2", f"--sandbox={sandbox}")

    assert "0 with a fault" in said


@pytest.mark.slow
def test_twenty_killed_runs_over_real_samples_resume_to_the_same_verdicts(shared: Path) -> None:
    """By process group, controller, worker, keeper and template."""
    samples = shared / "samples/qwen2.5-coder-7b-instruct--complete.jsonl.gz"

    said = chaos(samples, "bigcodebench", "--runs=20", BCB_DATASET_DIR=str(shared / "bigcodebench"))

    assert "0 with a fault" in said
