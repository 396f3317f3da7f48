"""Look for passages that one dataset shares with another: runs of ten words, and the nearest neighbours.

    python benchmarks/similarity.py starter path/to/BigCodeBench-v0.1.4.jsonl.gz

A word is a name or a number, in lower case; punctuation does not count, so that ten words of code are two or three
lines. Left out are lines that stand in any task: imports, the header of the function and of the class and of its setUp,
the headings of a docstring, the first line of a traceback, and the modules listed under Requirements; and runs of
nothing but numbers (rows of a matrix). Every other shared run is printed, and the exit status is 1. The nearest
neighbours are the pairs with the most shared runs of five words, as a share of those of the task.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from pytest_bigcodebench import Task, load_dataset

WORD = re.compile(r"\w+")
RUN = 10
#: Lines that stand in any task.
BOILERPLATE = re.compile(
    r"\s*((import|from)\s.*"
    r"|class\s+\w+\((unittest\.)?TestCase\):"
    r"|def\s+task_func\(.*"
    r"|def\s+(setUp|tearDown)(Class)?\((self|cls)\):"
    r"|Traceback \(most recent call last\):"
    r"|- [\w.]+"
    r"|(Parameters|Returns|Raises|Requirements|Examples?|Args|Note):)\s*",
    re.IGNORECASE,
)


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset")
    parser.add_argument("other")
    parser.add_argument("--neighbours", type=int, default=5, help="how many pairs to print of each kind")
    options = parser.parse_args()
    mine, others = (list(load_dataset(name).tasks.values()) for name in (options.dataset, options.other))
    shared = 0
    for kind, text_of in {"prompt": prompts, "test": lambda task: task.test}.items():
        theirs = {run: task.task_id for task in others for run in runs(text_of(task), RUN)}
        for task in mine:
            for run in dict.fromkeys(runs(text_of(task), RUN)):
                if run in theirs:
                    shared += 1
                    print(f"shared {kind}: {task.task_id} and {theirs[run]}: {' '.join(run)}")
        for share, one, other in neighbours(mine, others, text_of)[: options.neighbours]:
            print(f"nearest {kind}: {share:.1%} of the runs of five words: {one} and {other}")
    print(f"{shared} runs of {RUN} words shared, {len(mine)} tasks against {len(others)}")
    return 1 if shared else 0


def prompts(task: Task) -> str:
    """Return what a task says in words and signature; the Instruct prompt is made of the same text."""
    return task.complete_prompt


def words(text: str) -> list[str]:
    """Return the words of a text without the lines that stand in any task."""
    return [
        word for line in text.lower().splitlines() if not BOILERPLATE.fullmatch(line) for word in WORD.findall(line)
    ]


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Yield the runs of so many words that are not all numbers."""
    found = words(text)
    for start in range(len(found) - length + 1):
        run = tuple(found[start : start + length])
        if not all(word.isdigit() for word in run):
            yield run


def neighbours(mine: list[Task], others: list[Task], text_of: Callable[[Task], str]) -> list[tuple[float, str, str]]:
    """Return each task's nearest neighbour in the other dataset, nearest pairs first."""
    having: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for task in others:
        for run in runs(text_of(task), 5):
            having[run].add(task.task_id)
    pairs = []
    for task in mine:
        found = set(runs(text_of(task), 5))
        counts = Counter(other for run in found for other in having.get(run, ()))
        pairs += [(count / len(found), task.task_id, other) for other, count in counts.most_common(1)]
    return sorted(pairs, reverse=True)


if __name__ == "__main__":
    raise SystemExit(main())
