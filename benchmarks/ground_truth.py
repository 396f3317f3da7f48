"""Judge a dataset's ground truths; print what fails here and, on request, write the table of their costs.

    python benchmarks/ground_truth.py --dataset bigcodebench --python official/bin/python --costs costs.json
    python benchmarks/ground_truth.py --dataset starter --runs 20 --jobs 4 --load 2

With several runs each has its own order of the tasks, and of the tests in each class but for the first run. ``--load``
lets so many processes compute in vain meanwhile. The table (task number -> CPU seconds, wall seconds) is what
``pytest_bigcodebench/judge/official_costs.json`` holds. The exit status is 1 when a ground truth does not pass.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pytest_bigcodebench import Judge, JudgeOptions, Request, Sample, Task, load_dataset


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--python", help="the judged interpreter (default: this one)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--load", type=int, default=0, help="processes that keep a core busy meanwhile")
    parser.add_argument("--costs", type=Path, help="write the table of costs to this file")
    options = parser.parse_args()

    dataset = load_dataset(options.dataset)
    tasks = [task for run in range(options.runs) for task in tasks_of(run, list(dataset.tasks.values()))]
    judged = replace(dataset, tasks={task.task_id: task for task in tasks})
    costs, unsound = {}, Counter[str]()
    with Judge(judged, JudgeOptions(python=options.python, jobs=options.jobs, calibrated=False)) as judge:
        environment = judge.environment
        started = time.monotonic()
        with load(options.load):
            judge.schedule(request(task) for task in tasks)
            for task in tasks:
                verdict, task_id = judge.verdict(task.task_id), task.task_id.partition(" ")[0]
                costs[task_id.rpartition("/")[2]] = [round(verdict.cpu_s, 2), round(verdict.wall_s, 2)]
                if not verdict.passed:
                    unsound[task_id] += 1
                    print(
                        f"unsound here: {task.task_id} {verdict.kind} {verdict.detail}: {verdict.message}", flush=True
                    )
    print(
        f"Python {environment.version if environment else '?'}: {len(dataset.tasks) - len(unsound)} of "
        f"{len(dataset.tasks)} sound in every run, {len(tasks) - unsound.total()} of {len(tasks)} passes, "
        f"{time.monotonic() - started:.1f} s with {options.jobs} jobs and a load of {options.load}"
    )
    if options.costs:
        lines = (f"  {json.dumps(number)}: {json.dumps(cost)}" for number, cost in costs.items())
        options.costs.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return 1 if unsound else 0


def tasks_of(run: int, tasks: list[Task]) -> list[Task]:
    """Return the tasks of a run: as they are, then shuffled, with their tests shuffled too."""
    if run == 0:
        return tasks
    chance = random.Random(run)
    shuffled = [
        replace(task, task_id=f"{task.task_id} run {run + 1}", test=in_other_order(task.test, chance)) for task in tasks
    ]
    chance.shuffle(shuffled)
    return shuffled


def in_other_order(test: str, chance: random.Random) -> str:
    """Return tests whose names, which are what orders them, begin with a number of chance."""
    return re.sub(
        r"^( +(?:async )?def test)(\w*\()",
        lambda match: f"{match[1]}_{chance.randrange(1000):03}{match[2]}",
        test,
        flags=re.M,
    )


def request(task: Task) -> Request:
    """Return what asks the judge for a ground truth."""
    sample = Sample(task_id=task.task_id, solution=task.ground_truth)
    return Request(key=task.task_id, task_id=task.task_id, load=lambda: sample)


@contextmanager
def load(processes: int) -> Iterator[None]:
    """Keep so many cores busy."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(processes)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


if __name__ == "__main__":
    raise SystemExit(main())
