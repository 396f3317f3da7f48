"""Collecting a large samples file in one process, beside as many plain pytest items; and how soon something runs.

    BCB_DATASET_DIR=... python benchmarks/collection.py --samples samples.jsonl.gz [--dataset bigcodebench]
        [--copies 200] [--python official/bin/python]

The samples are repeated until there are ``copies`` for each task. Prints wall and CPU seconds and peak resident memory
of ``pytest --collect-only -q``; with ``--python`` also the seconds until the first verdict of the whole file, of one
domain by ``-k`` and by ``-m``, and of one sample by its id (such a run is interrupted after its first verdict).
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from pytest_bigcodebench import read_samples

PYTEST = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider")
PLAIN = "import pytest\n@pytest.mark.parametrize('number', range({count}))\ndef test_it(number): pass\n"


def measure(name: str, arguments: Sequence[str], folder: Path) -> None:
    """Print what a run over many items costs."""
    started = time.monotonic()
    process = subprocess.Popen([*PYTEST, *arguments], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name}: pytest ended with {process.returncode}")
    cpu, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    print(f"| {name} | {seconds:.1f} s | {cpu:.1f} s | {peak:.0f} MiB |", flush=True)


def first_verdict(name: str, arguments: Sequence[str], folder: Path) -> None:
    """Print after how many seconds a run shows its first verdict; end it then."""
    started = time.monotonic()
    command = [*PYTEST, "-v", "--tb=no", *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        shown = any(" PASSED" in line or " FAILED" in line for line in process.stdout)
        seconds = time.monotonic() - started
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    print(f"| {name} | {seconds:.1f} s |" if shown else f"| {name} | nothing ran |", flush=True)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--python", help="interpreter to judge in; without it nothing is judged")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        samples = list(read_samples(options.samples))
        rows = "".join(json.dumps({"task_id": each.task_id, "solution": each.solution}) + "\n" for each in samples)
        with (folder / "out.jsonl").open("w", encoding="utf-8") as file:
            for _ in range(options.copies):
                file.write(rows)
        count = len(samples) * options.copies
        (folder / "test_plain.py").write_text(PLAIN.format(count=count), "utf-8")
        print(f"{count:,} samples, {(folder / 'out.jsonl').stat().st_size / 1e6:.0f} MB\n", flush=True)

        dataset = f"--bcb-dataset={options.dataset}"
        print("| pytest --collect-only -q | wall | CPU | peak memory |\n|---|---|---|---|")
        measure("plain parametrized items", ["--collect-only", "-q", "test_plain.py"], folder)
        measure("samples", ["--collect-only", "-q", dataset, "out.jsonl"], folder)
        measure("samples, -k network", ["--collect-only", "-q", dataset, "out.jsonl", "-k", "network"], folder)
        measure("samples, -m network", ["--collect-only", "-q", dataset, "out.jsonl", "-m", "network"], folder)
        if options.python:
            print("\n| run | first verdict after |\n|---|---|")
            judged = [dataset, f"--bcb-python={options.python}"]
            first = f"{samples[0].task_id}[{options.copies - 1}]"
            first_verdict("all", [*judged, "out.jsonl"], folder)
            first_verdict("-k network", [*judged, "out.jsonl", "-k", "network"], folder)
            first_verdict("-m network", [*judged, "out.jsonl", "-m", "network"], folder)
            first_verdict(f"{first} alone", [*judged, f"out.jsonl::{first}"], folder)


if __name__ == "__main__":
    main()
