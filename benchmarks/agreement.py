"""Judge a samples file through pytest and compare each verdict with the official evaluator's.

    python benchmarks/agreement.py --samples S.jsonl.gz --official V.jsonl.gz --dataset bigcodebench \\
        --python official/bin/python --output out

``--official`` is what ``official_verdicts.py`` wrote (a line ``{"task_id", "sample", "status"}`` for each sample).
Every difference is
named, and whether it changes a pass; the wall time is that of the whole pytest process.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--python", required=True, help="interpreter of the official environment")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--jobs", default="2")
    options = parser.parse_args()

    command = [
        sys.executable,
        "-m",
        "pytest",
        f"--bcb-samples={options.samples.resolve()}",
        f"--bcb-dataset={options.dataset}",
    ]
    command += [f"--bcb-python={options.python}", f"--bcb-output={options.output}", f"--bcb-jobs={options.jobs}"]
    command += ["-q", "--tb=no", "-p", "no:cacheprovider", "--no-header", "-rN"]
    started = time.monotonic()
    subprocess.run(command, check=False)
    seconds = time.monotonic() - started

    ours = {(row["task_id"], row["sample"]): row for row in read_rows(options.output / "verdicts.jsonl")}
    official = {(row["task_id"], row["sample"]): row["status"] for row in read_rows(options.official)}
    shared = [key for key in official if key in ours]
    changed = [key for key in shared if (ours[key]["status"] == "pass") != (official[key] == "pass")]
    renamed = [key for key in shared if key not in changed and ours[key]["status"] != official[key]]
    for title, keys in (("PASS CHANGED", changed), ("other word", renamed)):
        for key in keys:
            row = ours[key]
            print(
                f"{title}: {key[0]}[{key[1]}] official {official[key]}, "
                f"here {row['status']} {row['kind']} {row['message'][:120]}"
            )
    print(
        f"{len(shared)} samples compared, {len(changed)} differ in passing, {len(renamed)} in the word for not passing"
    )
    print(f"wall time of pytest: {seconds:.1f} s")


if __name__ == "__main__":
    main()
