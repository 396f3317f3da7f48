"""Count what tasks are made of: libraries, calls, tests, lengths; for one dataset, or several side by side.

    python benchmarks/starter_statistics.py starter path/to/BigCodeBench-v0.1.4.jsonl.gz

A *call* is a call of something imported, by its full name (``np.mean(x)`` is ``numpy.mean``), once a task; methods of
objects do not count, since their types are not known without running. Lengths are means, in characters and lines.
"""

from __future__ import annotations

import argparse
import ast
from collections import Counter
from collections.abc import Callable, Iterator
from statistics import fmean

from pytest_bigcodebench import Task, load_dataset
from pytest_bigcodebench.benchmark.domains import DOMAINS

#: What makes one more way through a function.
BRANCHING = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.comprehension, ast.Assert, ast.match_case)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("datasets", nargs="*", default=["starter"], metavar="DATASET")
    options = parser.parse_args()
    datasets = {name: list(load_dataset(name).tasks.values()) for name in options.datasets}
    columns = [statistics(tasks) for tasks in datasets.values()]
    print("| | " + " | ".join(name.rpartition("/")[2] for name in datasets) + " |")
    print("|---|" + "---:|" * len(datasets))
    for row in columns[0]:
        print(f"| {row} | " + " | ".join(column[row] for column in columns) + " |")


def statistics(tasks: list[Task]) -> dict[str, str]:
    """Return what is to be said of some tasks, by its name."""
    calls = [set(calls_of(task)) for task in tasks]
    tests = [tests_of(task) for task in tasks]
    domains = Counter(domain for task in tasks for domain in task.domains)

    def mean(measure: Callable[[Task], float]) -> str:
        return f"{fmean(map(measure, tasks)):,.1f}"

    def lines(text: str) -> int:
        return sum(1 for line in text.splitlines() if line.strip())

    return {
        "tasks": f"{len(tasks):,}",
        **{f"tasks of {domain}": str(domains[domain]) for domain in DOMAINS},
        "domains a task": mean(lambda task: len(task.domains)),
        "*Hard* tasks": str(sum(task.hard for task in tasks)),
        "libraries a task": mean(lambda task: len(task.libs)),
        "libraries in all": str(len({lib for task in tasks for lib in task.libs})),
        "calls a task": f"{fmean(map(len, calls)):.1f}",
        "calls in all": str(len(set().union(*calls))),
        "tests a task": f"{fmean(map(len, tests)):.1f}",
        "fewest tests": str(min(map(len, tests))),
        "tasks with a property": str(sum("hypothesis" in task.test for task in tasks)),
        "tasks whose tests demand an error": str(sum("assertRaises" in task.test for task in tasks)),
        "Complete prompt, characters": mean(lambda task: len(task.complete_prompt)),
        "Complete prompt, lines": mean(lambda task: lines(task.complete_prompt)),
        "Instruct prompt, characters": mean(lambda task: len(task.instruct_prompt)),
        "solution, characters": mean(lambda task: len(task.canonical_solution)),
        "solution, lines": mean(lambda task: lines(task.canonical_solution)),
        "solution, ways through it": mean(ways),
        "tests, lines": mean(lambda task: lines(task.test)),
    }


def tree_of(task: Task) -> ast.Module:
    """Return the syntax tree of a task's ground truth."""
    return ast.parse(task.ground_truth)


def calls_of(task: Task) -> Iterator[str]:
    """Yield the full names of what the ground truth imports and calls."""
    tree = tree_of(task)
    full = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                full[alias.asname or alias.name.partition(".")[0]] = (
                    alias.name if alias.asname else alias.name.partition(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module:
            full |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            parts, function = [], node.func
            while isinstance(function, ast.Attribute):
                parts.append(function.attr)
                function = function.value
            if isinstance(function, ast.Name) and function.id in full:
                yield ".".join([full[function.id], *reversed(parts)])


def tests_of(task: Task) -> list[str]:
    """Return the names of the test methods."""
    return [
        node.name
        for node in ast.walk(ast.parse(task.test))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test")
    ]


def ways(task: Task) -> int:
    """Return the cyclomatic complexity of the ground truth, functions inside it included."""
    nodes = list(ast.walk(tree_of(task)))
    return (
        1
        + sum(isinstance(node, BRANCHING) for node in nodes)
        + sum(len(node.values) - 1 for node in nodes if isinstance(node, ast.BoolOp))
    )


if __name__ == "__main__":
    main()
