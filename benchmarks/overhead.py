"""Our own cost per sample: a solution and a test that do nothing, at one job and at two.

    python benchmarks/overhead.py [--count 500] [--python PATH] [--sandbox LEVEL]

Prints milliseconds per sample through the judge, and through pytest with everything that comes with it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pytest_bigcodebench import Dataset, Judge, JudgeOptions, Sample, Task

TASK = Task(
    task_id="overhead/0",
    complete_prompt='def task_func():\n    """Do nothing."""',
    instruct_prompt="Do nothing.",
    code_prompt="def task_func():\n",
    canonical_solution="    return None",
    test="import unittest\nclass TestCases(unittest.TestCase):\n    def test_it(self):\n        task_func()\n",
    entry_point="task_func",
    libs=("unittest",),
    domains=("general",),
)
SOLUTION = "def task_func():\n    return None\n"


def through_judge(count: int, jobs: int, options: argparse.Namespace) -> float:
    """Seconds for ``count`` samples, the start of the sandbox and of the template left out."""
    dataset = Dataset(name="overhead", version="1", tasks={TASK.task_id: TASK})
    with Judge(dataset, JudgeOptions(python=options.python, jobs=jobs, sandbox=options.sandbox)) as judge:
        sample = Sample(task_id=TASK.task_id, solution=SOLUTION)
        assert judge.judge(sample).passed
        started = time.perf_counter()
        assert all(verdict.passed for verdict in judge.map([sample] * count))
        return time.perf_counter() - started


def through_pytest(count: int, jobs: int, options: argparse.Namespace) -> float:
    """Seconds of a whole pytest process over ``count`` samples, everything included."""
    with tempfile.TemporaryDirectory() as folder:
        samples, dataset = Path(folder, "samples.jsonl"), Path(folder, "dataset.jsonl")
        samples.write_text((json.dumps({"task_id": TASK.task_id, "solution": SOLUTION}) + "\n") * count, "utf-8")
        row = {name: getattr(TASK, name) for name in ("task_id", "complete_prompt", "instruct_prompt", "code_prompt")}
        row |= {name: getattr(TASK, name) for name in ("canonical_solution", "test", "entry_point")} | {
            "libs": "['unittest']"
        }
        dataset.write_text(json.dumps(row) + "\n", "utf-8")
        command = [sys.executable, "-m", "pytest", "-q", f"--bcb-samples={samples}", f"--bcb-dataset={dataset}"]
        command += [f"--bcb-jobs={jobs}", f"--bcb-sandbox={options.sandbox}"]
        command += [f"--bcb-python={options.python}"] if options.python else []
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=folder)
        return time.perf_counter() - started


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--python")
    parser.add_argument("--sandbox", default="auto")
    options = parser.parse_args()
    for name, measure in (("judge", through_judge), ("pytest", through_pytest)):
        for jobs in (1, 2):
            seconds = measure(options.count, jobs, options)
            print(
                f"{name}, {jobs} job(s): {1000 * seconds / options.count:.2f} ms a sample, "
                f"{options.count / seconds:.0f} samples a second"
            )


if __name__ == "__main__":
    main()
