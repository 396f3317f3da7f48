"""Peak memory of a whole run, as the machine sees it: pytest, sandbox, templates and children, by number of jobs.

    BCB_DATASET_DIR=... python benchmarks/memory.py --samples samples.jsonl.gz --python official/bin/python \\
        [--dataset bigcodebench] [--count 60] [--jobs 1,2,4] [--seed 0]

Memory is the sum of PSS over the process tree (/proc/PID/smaps_rollup: pages that processes share are divided among
them, so that forks of one template are not counted twice), looked at ten times a second. Samples are drawn by the seed
from those that the machine can hold: the largest peak of one sample is printed as well.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from pytest_bigcodebench import read_samples

#: Seconds between two looks.
EVERY = 0.1


def tree(root: int) -> list[int]:
    """A process and all below it."""
    children = defaultdict(list)
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            fields = _read(f"/proc/{entry}/stat").rpartition(")")[2].split()
            if fields:
                children[int(fields[1])].append(int(entry))
    found, frontier = [], [root]
    while frontier:
        pid = frontier.pop()
        found.append(pid)
        frontier += children[pid]
    return found


def pss_mib(pid: int) -> float:
    """Memory of a process, what it shares divided among those who share it."""
    for line in _read(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:
        return ""


def measure(command: list[str], folder: Path) -> tuple[float, float, int, float]:
    """Peak in MiB over all processes, then of pytest alone, most processes at once, and seconds."""
    started, peak, own, most = time.monotonic(), 0.0, 0.0, 0
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            pids = tree(process.pid)
            parts = [pss_mib(pid) for pid in pids]
            peak, own, most = max(peak, sum(parts)), max(own, parts[0]), max(most, len(pids))
            time.sleep(EVERY)
    return peak, own, most, time.monotonic() - started


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--python", required=True)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--jobs", default="1,2,4")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()

    chosen = random.Random(options.seed).sample(list(read_samples(options.samples)), options.count)
    print("| jobs | peak of all | of pytest itself | most processes | largest sample | seconds |")
    print("|---|---|---|---|---|---|")
    for jobs in options.jobs.split(","):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            lines = (json.dumps({"task_id": each.task_id, "solution": each.solution}) + "\n" for each in chosen)
            (folder / "samples.jsonl").write_text("".join(lines), "utf-8")
            command = [sys.executable, "-m", "pytest", "--bcb-samples=samples.jsonl", f"--bcb-jobs={jobs}"]
            command += [f"--bcb-dataset={options.dataset}", f"--bcb-python={options.python}", "--bcb-output=output"]
            peak, own, most, seconds = measure([*command, "-q", "--tb=no", "-p", "no:cacheprovider"], folder)
            verdicts = [json.loads(line) for line in (folder / "output/verdicts.jsonl").read_text().splitlines()]
        largest = max(verdict["peak_mib"] for verdict in verdicts)
        print(
            f"| {jobs} | {peak:.0f} MiB | {own:.0f} MiB | {most} | {largest:.0f} MiB | {seconds:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
