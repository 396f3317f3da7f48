"""What the reports of a run add up to, on the controller (or in the only process)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from pytest_bigcodebench.analysis.summary import Insights
from pytest_bigcodebench.evaluation import Evaluation, Source
from pytest_bigcodebench.judge.judge import Environment
from pytest_bigcodebench.report.insights import add_insight
from pytest_bigcodebench.rounds import Conditions, conditions_of
from pytest_bigcodebench.scoring.comparison import ANCHORS, Comparison, comparison_of, is_official
from pytest_bigcodebench.scoring.rates import Tally, rates_to_plain
from pytest_bigcodebench.scoring.record import Record
from pytest_bigcodebench.scoring.repeats import Repeats
from pytest_bigcodebench.settings import DEFAULT_PASS_K

__all__ = ["Results"]


class Results:
    """Pass rates so far, for each samples file and over all."""

    def __init__(self, evaluation: Evaluation, *, distributed: bool = False) -> None:
        self.evaluation = evaluation
        self._distributed = distributed
        #: Where the samples were judged; None when nothing is (``--collect-only``).
        self.environment: Environment | None = None
        self.overall = Tally()
        #: Name of a samples file -> what its records add up to.
        self.tallies = {source.name: Tally() for source in evaluation.sources.values()}
        #: Name of a samples file -> what its records say of the model that wrote it.
        self.insights = {source.name: Insights() for source in evaluation.sources.values()}
        #: Name of a samples file -> number of its samples that could not be judged.
        self.errors: Counter[str] = Counter()
        #: Number of verdicts that an earlier run's journal gave.
        self.stored = 0
        #: The samples that are judged more than once; empty unless that is asked for.
        self.repeats = Repeats()
        #: Number of verdicts, repeated ones too.
        self.judged = 0
        #: The comparison, and how many verdicts it is of.
        self._compared: tuple[int, Comparison | None] | None = None

    @property
    def pass_k(self) -> Sequence[int]:
        """The values of k that are of interest; 1 always is."""
        return sorted({1, *(self.evaluation.settings.pass_k or DEFAULT_PASS_K)})

    def add(self, record: Record) -> None:
        """Count one sample's verdict; of one that is judged more than once, rates count the first."""
        if self.evaluation.settings.repeat > 1:
            self.repeats.add(record)
        self.judged += 1
        if record.round > 1:
            return
        self.overall.add(record)
        self.tallies[record.samples_file].add(record)
        self.stored += record.stored
        add_insight(self.insights[record.samples_file], record)

    def comparison(self) -> Comparison | None:
        """The second of exactly two samples files against the first; several reports ask, and its tests take time."""
        if self._compared is None or self._compared[0] != self.judged:
            self._compared = self.judged, comparison_of(self.tallies)
        return self._compared[1]

    def pass_at_k(self) -> dict[str, dict[str, float]]:
        """Each samples file's ``pass@k``, as the official evaluator names them."""
        return {
            name: {f"pass@{k}": rate for k, rate in tally.overall(self.pass_k).pass_at.items()}
            for name, tally in self.tallies.items()
        }

    def to_plain(self) -> dict[str, Any]:
        """All of it as JSON-compatible data, the core of ``summary.json``."""
        dataset, settings = self.evaluation.dataset, self.evaluation.settings
        return {
            **rates_to_plain(self.overall, self.pass_k),
            **self._sound_to_plain(),
            **self._repeats_to_plain(),
            "errors": self.errors.total(),
            "stored": self.stored,
            "samples_files": {source.name: self._file_to_plain(source) for source in self.evaluation.sources.values()},
            "dataset": {
                "name": dataset.name,
                "version": dataset.version,
                "subset": dataset.subset,
                "hash": dataset.hash,
                "tasks": len(dataset.tasks),
            },
            "environment": self.environment.to_plain() if self.environment else None,
            "limits": {**asdict(self.evaluation.limits()), "time_s": settings.time_limit},
            "calibrated": settings.calibrated,
            "pass_k": list(self.pass_k),
            "laziness_asked": settings.laziness,
            "comparison": comparison.to_plain() if (comparison := self.comparison()) else None,
            "published": dict(ANCHORS) if is_official(dataset) else None,
        }

    def conditions(self) -> list[Conditions]:
        """Those of each round of a sample that is judged more than once.

        An xdist worker judges one sample at a time in every round, so that no round bears more load than another.
        """
        settings = self.evaluation.settings
        rounds = [conditions_of(number, settings.jobs) for number in range(1, self.repeats.rounds + 1)]
        return [replace(each, jobs=None) for each in rounds] if self._distributed else rounds

    def _repeats_to_plain(self) -> dict[str, Any]:
        if self.evaluation.settings.repeat < 2:
            return {}
        return {"repeats": {**self.repeats.to_plain(), "conditions": [str(each) for each in self.conditions()]}}

    @property
    def unsound(self) -> dict[str, str]:
        """The tasks of the dataset whose ground truth is known to fail here, with the reason in words."""
        known = self.evaluation.knowledge
        return known.unsound if known else {}

    def _sound_to_plain(self) -> dict[str, Any]:
        """The rate over the tasks that are not known to be unsound here, and what is known."""
        known, unsound = self.evaluation.knowledge, self.unsound
        checked = len(known.verdicts) if known else 0
        return {
            "sound": self.overall.overall(self.pass_k, unsound).to_plain(),
            "ground_truth": {"checked": checked, "sound": checked - len(unsound), "unsound": unsound},
        }

    def _file_to_plain(self, source: Source) -> dict[str, Any]:
        return {
            **rates_to_plain(self.tallies[source.name], self.pass_k),
            **self.insights[source.name].to_plain(),
            "sound": self.tallies[source.name].overall(self.pass_k, self.unsound).to_plain(),
            "errors": self.errors[source.name],
            "samples_in_file": len(source.index),
            "tasks_attempted": len(self.evaluation.dataset.tasks) - len(source.missing),
            "tasks_missing": list(source.missing),
            "problems": [str(problem) for problem in source.index.problems],
        }
