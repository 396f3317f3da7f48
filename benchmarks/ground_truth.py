"""Judge a dataset's ground truths; print what fails here and, on request, write the table of their costs.

    python benchmarks/ground_truth.py --dataset bigcodebench --python official/bin/python --costs costs.json

The table (task number -> CPU seconds, wall seconds) is what ``pytest_bigcodebench/judge/official_costs.json`` holds.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from pytest_bigcodebench import Judge, JudgeOptions, Request, Sample, load_dataset


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--python", help="the judged interpreter (default: this one)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--costs", type=Path, help="write the table of costs to this file")
    options = parser.parse_args()

    dataset = load_dataset(options.dataset)
    judge = Judge(dataset, JudgeOptions(python=options.python, jobs=options.jobs, calibrated=False))
    started, costs, unsound = time.monotonic(), {}, 0
    with judge:
        samples = [Sample(task_id=task.task_id, solution=task.ground_truth) for task in dataset.tasks.values()]
        judge.schedule(
            Request(key=sample, task_id=sample.task_id, load=lambda sample=sample: sample) for sample in samples
        )
        for sample in samples:
            verdict = judge.verdict(sample)
            costs[sample.task_id.rpartition("/")[2]] = [round(verdict.cpu_s, 2), round(verdict.wall_s, 2)]
            if not verdict.passed:
                unsound += 1
                print(f"unsound here: {sample.task_id} {verdict.kind} {verdict.detail}: {verdict.message}", flush=True)
    print(
        f"{len(samples) - unsound} of {len(samples)} sound, {time.monotonic() - started:.1f} s with {options.jobs} jobs"
    )
    if options.costs:
        lines = (f"  {json.dumps(number)}: {json.dumps(cost)}" for number, cost in costs.items())
        options.costs.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
