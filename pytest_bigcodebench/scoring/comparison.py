"""Samples files against each other, task by task: over all tasks and in each domain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Final

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.task import SPLITS
from pytest_bigcodebench.scoring.paired import Difference, difference, holm
from pytest_bigcodebench.scoring.ranking import Standing, leaderboard
from pytest_bigcodebench.scoring.rates import Score, Tally

__all__ = [
    "ANCHORS",
    "Comparison",
    "Entry",
    "compare",
    "compare_all",
    "comparison_of",
    "is_official",
    "rank",
    "split_of",
]

#: What was published on the full official dataset (Zhuo et al. 2024, arXiv 2406.15877): pass rates from 0 to 1.
ANCHORS: Final[Mapping[str, float]] = {"human": 0.97, "GPT-4o, Complete": 0.60, "GPT-4o, Instruct": 0.51}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one model did on each task."""

    name: str
    #: Task id -> what its samples add up to.
    scores: Mapping[str, Score]

    @property
    def rates(self) -> dict[str, float]:
        """Task id -> pass rate, in the order of the ids: however the samples came, the same draws fall on each task."""
        return {task_id: self.scores[task_id].rate for task_id in sorted(self.scores, key=_natural)}

    @property
    def is_single(self) -> bool:
        """Whether there is one sample for each task."""
        return all(score.samples == 1 for score in self.scores.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The second of two models against the first, on the tasks that both were asked."""

    first: str
    second: str
    overall: Difference
    #: By domain, as far as it has such tasks, with `Difference.p_corrected` for as many comparisons.
    domains: Mapping[str, Difference]
    #: Number of tasks that only the first, and only the second was asked; they are left out.
    only_first: int
    only_second: int

    def to_plain(self) -> dict[str, Any]:
        """The comparison as JSON-compatible data."""
        return {
            "first": self.first,
            "second": self.second,
            "overall": self.overall.to_plain(),
            "domains": {name: part.to_plain() for name, part in self.domains.items()},
            "only_first": self.only_first,
            "only_second": self.only_second,
        }


def compare(first: Entry, second: Entry) -> Comparison | None:
    """Compare two models; None if no task was asked of both."""
    exact = first.is_single and second.is_single
    rates, others = first.rates, second.rates
    overall = difference(rates, others, exact=exact)
    if overall is None:
        return None
    names = sorted({name for score in first.scores.values() for name in score.domains})
    parts: dict[str, Difference] = {}
    for name in names:
        inside = {task: rate for task, rate in rates.items() if name in first.scores[task].domains}
        if part := difference(inside, others, exact=exact):
            parts[name] = part
    corrected = holm([part.p for part in parts.values()])
    return Comparison(
        first=first.name,
        second=second.name,
        overall=overall,
        domains={name: replace(part, p_corrected=p) for (name, part), p in zip(parts.items(), corrected, strict=True)},
        only_first=len(rates) - overall.tasks,
        only_second=len(others) - overall.tasks,
    )


def comparison_of(tallies: Mapping[str, Tally]) -> Comparison | None:
    """The second of exactly two samples files against the first; Complete stands first where the names tell."""
    entries = [Entry(name, tally.scores()) for name, tally in tallies.items() if tally.samples]
    if len(entries) != 2:
        return None
    if [split_of(entry.name) for entry in entries] == ["instruct", "complete"]:
        entries.reverse()
    return compare(*entries)


def is_official(dataset: Dataset) -> bool:
    """Whether a dataset is the full official one, of which there are published rates."""
    return dataset.name == "bigcodebench" and dataset.subset == "full"


def compare_all(entries: Sequence[Entry]) -> list[Comparison]:
    """Compare every two models, as far as they share tasks, the overall p-values corrected for so many comparisons."""
    pairs = [pair for first, second in combinations(entries, 2) if (pair := compare(first, second))]
    corrected = holm([pair.overall.p for pair in pairs])
    return [
        replace(pair, overall=replace(pair.overall, p_corrected=p)) for pair, p in zip(pairs, corrected, strict=True)
    ]


def rank(entries: Sequence[Entry]) -> list[Standing]:
    """Rank models on the tasks that all were asked, the best first."""
    return leaderboard({entry.name: entry.rates for entry in entries})


def split_of(name: str) -> str:
    """The split that a samples file's name tells of: ``complete``, ``instruct``, or nothing."""
    found = [split for split in SPLITS if split in _last_words(name)]
    return found[0] if found else ""


def _natural(task_id: str) -> list[tuple[int, str]]:
    """Sort key by which ``T/10`` comes after ``T/9``."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", task_id)]


def _last_words(name: str) -> set[str]:
    """The words of a name, but for those of a model's own name (``qwen-7b-instruct--complete``)."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.lower().rpartition("--")[2]).split()
    return set(words)
