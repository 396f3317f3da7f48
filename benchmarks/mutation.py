"""Measure with mutmut how many faults, put one at a time into a canonical solution, the tests of its task notice.

    pip install 'mutmut>=3.8'
    python benchmarks/mutation.py --cache mutation.json             # every task of the starter dataset
    python benchmarks/mutation.py --cache mutation.json '*/time/*'  # some tasks
    python benchmarks/mutation.py --cache mutation.json --mutants 40   # at most so many of each task, evenly chosen
    python benchmarks/mutation.py --cache mutation.json --report    # what is known so far, with the survivors
    python benchmarks/mutation.py --cache official.json --dataset bigcodebench --python official/bin/python --sample 100

The mutants are those that mutmut's own operators make of the prompt's functions. Each is judged as a sample: by the
judge of this package, in its sandbox, with its libraries warm. What does not pass is killed, a timeout as well. What is
known of a task's mutants is kept in the cache until the task changes, so the run can be stopped, taken up again, and
extended to more mutants.

Three choices. The text of an error is open in every prompt, so nothing inside a ``raise`` statement is mutated.
Hypothesis does not shrink, since a mutant is dead at its first failure, and the tests after that are left out. A
mutant's time limit is one second and five times what the ground truth takes.
"""

from __future__ import annotations

import argparse
import difflib
import fnmatch
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pytest_bigcodebench import Dataset, Judge, JudgeOptions, Request, Sample, Task, Verdict, load_dataset
from pytest_bigcodebench.judge.limits import official_costs

SETUP_CFG = r"""
[mutmut]
source_paths=subject.py
do_not_mutate_patterns=^\s*raise\b
"""

#: Put before tests that use hypothesis; what a test's own settings leave open comes from here.
NO_SHRINKING = """
import hypothesis
hypothesis.settings.register_profile(
    "mutation", phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate], deadline=None, database=None
)
hypothesis.settings.load_profile("mutation")
"""

#: Put behind tests: what a test's failure is followed by says nothing more.
FIRST_FAILURE_ENDS = """

import unittest as _unittest

def _run(self, result=None):
    if not any(outcome in ("failed", "error") for outcome in result.report.tests.values()):
        _unittest.TestCase.run(self, result)
    return result

TestCases.run = _run
"""


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="task ids, * allowed (default: all)")
    parser.add_argument("--dataset", default="starter")
    parser.add_argument("--cache", type=Path, required=True, help="JSON file of what is known; made if there is none")
    parser.add_argument("--python", help="the judged interpreter (default: this one)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, help="so many of the tasks, evenly over the dataset")
    parser.add_argument("--quicker-than", type=float, default=1.0, help="seconds that a sampled task's truth may take")
    parser.add_argument("--mutants", type=int, help="at most so many of each task, evenly over the solution")
    parser.add_argument("--report", action="store_true", help="run nothing")
    options = parser.parse_args()

    dataset = load_dataset(options.dataset)
    tasks = [
        task
        for task in spread(dataset.tasks.values())
        if any(fnmatch.fnmatch(task.task_id, pattern) for pattern in options.patterns or ["*"])
    ]
    if options.sample:
        tasks = sampled(tasks, options.sample, options.quicker_than)
    cache = json.loads(options.cache.read_text("utf-8")) if options.cache.exists() else {}

    def keep(task: Task, found: dict[str, Any]) -> None:
        cache[task.task_id] = found
        print(task.task_id, score(found), flush=True)
        options.cache.write_text(json.dumps(cache, indent=1), "utf-8")

    if not options.report:
        started = time.monotonic()
        judge_options = JudgeOptions(python=options.python, jobs=options.jobs, calibrated=False)
        measure(dataset, tasks, judge_options, options.mutants, cache, keep)
        print(f"{time.monotonic() - started:.0f} s with {options.jobs} jobs")
    report([(task, found) for task in tasks if (found := known(task, cache))])


def spread(tasks: Iterable[Task]) -> Iterator[Task]:
    """Yield the tasks so that any beginning of them is an even sample over the folders."""
    folders: dict[str, list[Task]] = {}
    for task in tasks:
        folders.setdefault(task.task_id.rpartition("/")[0], []).append(task)
    for row in zip_longest(*folders.values()):
        yield from (task for task in row if task is not None)


def sampled(tasks: list[Task], number: int, quicker_than: float) -> list[Task]:
    """Return so many tasks at even distances, of those of which it is not known that they take longer."""
    costs = official_costs()
    quick = [task for task in tasks if (cost := costs.get(task.task_id)) is None or cost.longest <= quicker_than]
    return [quick[index * len(quick) // number] for index in range(min(number, len(quick)))]


def version_of(task: Task) -> str:
    """Return a digest of what is measured."""
    return hashlib.sha256((task.complete_prompt + task.canonical_solution + task.test).encode()).hexdigest()[:16]


def known(task: Task, cache: dict[str, Any]) -> dict[str, Any] | None:
    """Return what the cache holds of a task as it is now."""
    found = cache.get(task.task_id)
    return found if found and found["version"] == version_of(task) and "error" not in found else None


def measure(
    dataset: Dataset,
    tasks: list[Task],
    options: JudgeOptions,
    most: int | None,
    cache: dict[str, Any],
    keep: Callable[[Task, dict[str, Any]], None],
) -> None:
    """Judge the mutants of which nothing is known yet, and hand on for each task all that is known then."""
    mutants_of = mutmut()
    unknown: dict[str, dict[int, str]] = {}
    results = {task.task_id: known(task, cache) or {"version": version_of(task), "deaths": {}} for task in tasks}
    for task in tasks:
        mutants = mutants_of(task.ground_truth)
        result = results[task.task_id]
        result["of"] = len(mutants)
        chosen = evenly(len(mutants), most)
        judged = {*result["deaths"], *result.get("survivors", {})}
        unknown[task.task_id] = {number: mutants[number] for number in chosen if str(number) not in judged}
    tasks = [task for task in tasks if unknown[task.task_id]]
    judged_tasks = {task.task_id: replace(task, test=first_failure_ends(task.test)) for task in tasks}
    with Judge(replace(dataset, tasks=judged_tasks), options, costs={}) as judge:
        judge.schedule(request(task, "truth", task.ground_truth) for task in tasks)
        truths = {task.task_id: judge.verdict((task.task_id, "truth")) for task in tasks}

        def schedule(task: Task) -> None:
            truth = truths[task.task_id]
            if not truth.passed:
                unknown[task.task_id].clear()
            limit = 1 + 5 * max(truth.wall_s, truth.cpu_s)
            judge.schedule(request(task, number, source, limit) for number, source in unknown[task.task_id].items())

        # One task ahead, so that the judge has work while the last verdicts of a task are waited for.
        for task, following in zip([None, *tasks], [*tasks, None], strict=True):
            if following is not None:
                schedule(following)
            if task is not None:
                verdicts = {number: judge.verdict((task.task_id, number)) for number in unknown[task.task_id]}
                result = results[task.task_id]
                if truths[task.task_id].passed:
                    enter(result, task, unknown[task.task_id], verdicts)
                else:
                    result["error"] = f"its ground truth does not pass: {truths[task.task_id].message}"
                keep(task, result)


def evenly(number: int, most: int | None) -> list[int]:
    """Return at most so many of the first natural numbers, at even distances; for more of them those and others."""
    return sorted(range(number), key=lambda index: index * 0.6180339887 % 1)[:most]


def first_failure_ends(test: str) -> str:
    """Return tests that do not go on after a failure."""
    return (NO_SHRINKING if "hypothesis" in test else "") + test + FIRST_FAILURE_ENDS


def request(task: Task, name: object, source: str, limit: float | None = None) -> Request:
    """Return what asks the judge for one solution of a task."""
    sample = Sample(task_id=task.task_id, solution=source)
    return Request(key=(task.task_id, name), task_id=task.task_id, load=lambda: sample, time_limit=limit)


def enter(result: dict[str, Any], task: Task, sources: dict[int, str], verdicts: dict[int, Verdict]) -> None:
    """Enter what came of some mutants: how they died, or what they change."""
    for number, verdict in verdicts.items():
        # A mutant that is called tampered passed its tests.
        if verdict.passed or verdict.kind == "tampered":
            result.setdefault("survivors", {})[str(number)] = difference(task.ground_truth, sources[number])
        else:
            result["deaths"][str(number)] = verdict.kind


def difference(original: str, mutant: str) -> str:
    """Return the changed lines."""
    changes = list(difflib.unified_diff(original.split("\n"), mutant.split("\n"), lineterm="", n=0))[2:]
    return "\n".join(line for line in changes if not line.startswith("@@"))


def mutmut() -> Callable[[str], list[str]]:
    """Return the function that makes a source's mutants, after letting mutmut read its configuration."""
    from mutmut.configuration import config
    from mutmut.mutation.file_mutation import create_mutations, deep_replace

    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "setup.cfg").write_text(SETUP_CFG, "utf-8")
        os.chdir(folder)
        config()
        os.chdir(here)

    def mutants_of(source: str) -> list[str]:
        module, mutations, *_ = create_mutations("subject.py", source)
        # As mutmut does: what stands outside of functions is left alone.
        inside = (mutation for mutation in mutations if mutation.contained_by_top_level_function)
        mutated = (deep_replace(module, mutation.original_node, mutation.mutated_node) for mutation in inside)
        return [tree.code for tree in mutated]

    return mutants_of


def score(found: dict[str, Any]) -> str:
    """Return in words what is known of a task."""
    if "error" in found:
        return str(found["error"])
    alive = len(found.get("survivors", ()))
    return f"{len(found['deaths'])}/{len(found['deaths']) + alive} of {found['of']}"


def report(results: list[tuple[Task, dict[str, Any]]]) -> None:
    """Print the survivors, scores by folder and overall, and the tasks below the goal."""
    folders: dict[str, list[int]] = {}
    shares = {}
    for task, found in results:
        killed, alive = len(found["deaths"]), len(found.get("survivors", ()))
        shares[task.task_id] = killed / (killed + alive)
        for key in (task.task_id.rpartition("/")[0], "all"):
            row = folders.setdefault(key, [0, 0, 0, 0])
            for column, more in enumerate((1, found["of"], killed + alive, killed)):
                row[column] += more
        for survivor in found.get("survivors", {}).values():
            print(f"{task.task_id} ({score(found)})\n{survivor}")
    print(f"{'':28}{'tasks':>6}{'mutants':>9}{'judged':>9}{'killed':>9}{'score':>8}")
    for key in sorted(folders, key=lambda key: (key == "all", key)):
        tasks, mutants, judged, killed = folders[key]
        print(f"{key:28}{tasks:6}{mutants:9}{judged:9}{killed:9}{killed / judged:8.1%}")
    for task_id in sorted(shares, key=lambda task_id: shares[task_id]):
        if shares[task_id] < 0.75:
            print(f"below 75 %: {task_id} {shares[task_id]:.1%}")


if __name__ == "__main__":
    main()
