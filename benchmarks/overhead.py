"""Our own cost per sample: a solution and a test that do nothing, at one job and at two.

    python benchmarks/overhead.py [--count 500] [--python PATH] [--sandbox LEVEL] [--dataset NAME|PATH]

Prints milliseconds per sample through the judge, and through pytest with everything that comes with it. The template
has the standard library's unittest imported and no more, or with ``--dataset`` all libraries that this dataset's tasks
import (but those that have a template of their own), as when all of it is judged:

    BCB_DATASET_DIR=... python benchmarks/overhead.py --dataset bigcodebench --python official/bin/python
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from pytest_bigcodebench import Dataset, Judge, JudgeOptions, Sample, Task, load_dataset
from pytest_bigcodebench.benchmark.records import write_jsonl
from pytest_bigcodebench.judge.templates import Templates

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


def task_for(dataset: str | None) -> Task:
    """The task that does nothing; its ground truth, which is not run, imports what a dataset's tasks do."""
    if dataset is None:
        return TASK
    plan = Templates(load_dataset(dataset).tasks.values()).to_plain()
    modules = [module for name, template in plan.items() if name != "unforkable" for module in template["modules"]]
    imports = ["from {} import {}".format(*name.split(":")) if ":" in name else f"import {name}" for name in modules]
    return replace(TASK, canonical_solution="\n".join(imports))


def through_judge(task: Task, count: int, jobs: int, options: argparse.Namespace) -> float:
    """Seconds for ``count`` samples, the start of the sandbox and of the template left out."""
    dataset = Dataset(name="overhead", version="1", tasks={task.task_id: task})
    with Judge(dataset, JudgeOptions(python=options.python, jobs=jobs, sandbox=options.sandbox)) as judge:
        sample = Sample(task_id=task.task_id, solution=SOLUTION)
        assert judge.judge(sample).passed
        started = time.perf_counter()
        assert all(verdict.passed for verdict in judge.map([sample] * count))
        return time.perf_counter() - started


def through_pytest(task: Task, count: int, jobs: int, options: argparse.Namespace) -> float:
    """Seconds of a whole pytest process over ``count`` samples, everything included."""
    with tempfile.TemporaryDirectory() as folder:
        samples, dataset = Path(folder, "samples.jsonl"), Path(folder, "dataset.jsonl")
        samples.write_text((json.dumps({"task_id": task.task_id, "solution": SOLUTION}) + "\n") * count, "utf-8")
        write_jsonl([task], dataset)
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
    parser.add_argument("--dataset", help="whose tasks' libraries the template imports; default: only unittest")
    options = parser.parse_args()
    task = task_for(options.dataset)
    for name, measure in (("judge", through_judge), ("pytest", through_pytest)):
        for jobs in (1, 2):
            seconds = measure(task, options.count, jobs, options)
            print(
                f"{name}, {jobs} job(s): {1000 * seconds / options.count:.2f} ms a sample, "
                f"{options.count / seconds:.0f} samples a second"
            )


if __name__ == "__main__":
    main()
