"""One run's evaluation in one pytest process: opened samples files, their dataset, the judge's life, the journals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest_bigcodebench.benchmark.dataset import Dataset, dataset_name_for, load_dataset
from pytest_bigcodebench.benchmark.errors import BenchmarkError, InputError
from pytest_bigcodebench.benchmark.samples import SamplesIndex
from pytest_bigcodebench.judge.judge import Environment, Judge, JudgeOptions, Request
from pytest_bigcodebench.judge.limits import Limits
from pytest_bigcodebench.report.journal import Journal, content_hash, journal_path
from pytest_bigcodebench.report.text import printable
from pytest_bigcodebench.settings import relative

if TYPE_CHECKING:
    from pytest_bigcodebench.items import SampleItem
    from pytest_bigcodebench.judge.verdict import Verdict
    from pytest_bigcodebench.settings import Settings

__all__ = ["Evaluation", "Source", "open_evaluation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One samples file, opened."""

    #: Where it is, absolute.
    path: Path
    #: What its items' node ids begin with.
    nodeid: str
    #: Its samples for the dataset's tasks, and as problems what of it cannot be used.
    index: SamplesIndex
    #: The dataset's tasks that have no sample in it, in the dataset's order.
    missing: tuple[str, ...]

    @property
    def name(self) -> str:
        """The samples file as the user named it, fit to be shown."""
        return printable(self.index.path)


class Evaluation:
    """The samples to be judged, and the judge, which starts when it is first needed."""

    def __init__(self, settings: Settings, dataset: Dataset, sources: Sequence[Source]) -> None:
        self.settings = settings
        self.dataset = dataset
        #: The samples files by their absolute paths.
        self.sources = {source.path: source for source in sources}
        #: The journals of samples files, by their absolute paths; a file that has none is not journaled.
        self.journals: dict[Path, Journal] = {}
        #: What this run is of the whole, once that is known, if it is a shard: plain data.
        self.shard: dict[str, Any] | None = None
        self._judge: Judge | None = None
        self._scheduled: set[SampleItem] = set()
        #: Items whose samples are judged without calibration too, under `_twin_key`.
        self._twins: set[SampleItem] = set()

    def environment(self) -> Environment:
        """Where the samples are judged, after a look whether they can be; raises `BenchmarkError` if not."""
        judge = self._started_judge()
        assert judge.environment is not None
        return judge.environment

    def schedule(self, items: Iterable[SampleItem]) -> None:
        """Let the judge run ahead of these items, but for those whose verdicts are stored."""
        missing = [item for item in items if not self._is_stored(item)]
        self._scheduled.update(missing)
        if missing:
            self._started_judge().schedule(map(self._request, missing))

    def take(self, item: SampleItem) -> tuple[Verdict, bool]:
        """The verdict on an item's sample, and whether it was stored; waits for it.

        An item that is asked for again, or that nobody scheduled, is judged now.

        Raises `BenchmarkError` when the sample could not be judged, through no fault of its own.
        """
        journal = self.journals.get(item.source.path)
        if item not in self._scheduled and journal is not None and (stored := journal.take(item.key)):
            return stored, True
        judge = self._started_judge()
        if item not in self._scheduled:
            judge.schedule([self._request(item)])
        self._scheduled.discard(item)
        return judge.verdict(item), False

    def is_lazy(self, item: SampleItem, verdict: Verdict, *, stored: bool) -> bool | None:
        """Whether an item's sample passes only because calibration supplied its imports; None where nobody asked.

        A sample whose outcome can depend on that is judged without; waits for it.
        """
        if not (self.settings.laziness and verdict.passed):
            return None
        if stored and (twin := self._twin(item, verdict)):
            self._started_judge().schedule([twin])
        if item not in self._twins:
            return False
        self._twins.discard(item)
        with suppress(BenchmarkError):
            return not self._started_judge().verdict(_twin_key(item)).passed
        return None

    def _request(self, item: SampleItem) -> Request:
        request = _request(item)
        return replace(request, follow_up=partial(self._twin, item)) if self.settings.laziness else request

    def _twin(self, item: SampleItem, verdict: Verdict) -> Request | None:
        """The request to judge a sample without calibration, if it passed and its outcome can depend on that."""
        from pytest_bigcodebench.analysis.laziness import can_depend

        with suppress(BenchmarkError):  # Whoever judges it will say it.
            if verdict.passed and can_depend(item.task, item.load().solution):
                self._twins.add(item)
                return replace(_request(item), key=_twin_key(item), calibrated=False)
        return None

    def open_journals(self, folder: Path, timeout: float | None) -> list[str]:
        """Open the journals that a folder holds for runs like this one; return what is to be said of resuming.

        `timeout` is the limit that pytest-timeout sets for all items, in seconds.
        """
        notes = []
        for path, source in self.sources.items():
            fingerprint = {"samples": content_hash(path), **self._fingerprint(timeout)}
            journal = self.journals[path] = Journal(journal_path(folder, path, fingerprint), fingerprint)
            if self.settings.resume:
                journal.load()
                notes.append(f"{source.name}: {_resume_note(journal, len(source.index))}")
        return notes

    def adopt_journals(self, places: Mapping[str, str]) -> None:
        """Use the journals that the controller opened, given as samples file -> journal."""
        self.journals = {Path(path): Journal(Path(place)) for path, place in places.items()}
        if self.settings.resume:
            for journal in self.journals.values():
                journal.load()

    def begin_journals(self, nodeids: Iterable[str]) -> None:
        """Make the journals ready for a run of these items; the stored verdicts of those that are judged anew go."""
        anew: dict[Path, set[tuple[str, int]]] = {path: set() for path in self.journals}
        for nodeid in nodeids:
            source = self.source_of(nodeid)
            if source and source.path in anew and (key := _key_of(nodeid)) not in self.journals[source.path]:
                anew[source.path].add(key)
        for path, journal in self.journals.items():
            journal.begin(anew[path])

    def journal_faults(self) -> list[str]:
        """What kept verdicts from being journaled."""
        return [journal.fault for journal in self.journals.values() if journal.fault]

    def _fingerprint(self, timeout: float | None) -> dict[str, Any]:
        """What every verdict of this run depends on beside its samples file, in a person's words."""
        environment, settings = self.environment(), self.settings
        return {
            "dataset": self.dataset.hash,
            "interpreter": [environment.python, environment.version],
            "sandbox": environment.sandbox,
            "second look": settings.second_look,
            "time limit": [settings.time_limit, timeout],
            **self.limits().to_words(),
            "calibration": settings.calibrated,
        }

    def close(self) -> None:
        """End the judge, and with it every child; close the journals."""
        judge, self._judge = self._judge, None
        if judge:
            judge.close()
        for journal in self.journals.values():
            journal.close()

    def source_of(self, nodeid: str) -> Source | None:
        """The samples file that a node id belongs to, if it is one of this run's."""
        place = f"{nodeid.partition('::')[0]}/"
        return next((each for each in self.sources.values() if place.startswith(f"{each.nodeid}/")), None)

    def _is_stored(self, item: SampleItem) -> bool:
        journal = self.journals.get(item.source.path)
        return journal is not None and item.key in journal

    def limits(self) -> Limits:
        """The limits of every sample but for its seconds, which a time limit that was set or its task decides."""
        return JudgeOptions(**self.settings.limits()).limits(0.0)

    def _keep(self, key: SampleItem | tuple[str, SampleItem], verdict: Verdict) -> None:
        """Journal a verdict that has just come, whether or not its item is next; a twin's is no item's."""
        if not isinstance(key, tuple) and (journal := self.journals.get(key.source.path)) is not None:
            journal.add(key.key, verdict)

    def _started_judge(self) -> Judge:
        if self._judge is None:
            settings = self.settings
            options = JudgeOptions(
                python=settings.python,
                jobs=settings.jobs,
                time_limit=settings.time_limit,
                calibrated=settings.calibrated,
                sandbox=settings.sandbox,
                second_look=settings.second_look,
                **settings.limits(),
            )
            judge = Judge(self.dataset, options, on_verdict=self._keep)
            judge.start()
            self._judge = judge
        return self._judge


def open_evaluation(settings: Settings, paths: Iterable[Path], *, folder: Path, root: Path) -> Evaluation:
    """Open the samples files at some absolute paths, and the dataset that they are for.

    They are named relative to `folder` (where pytest was called), and their node ids are relative to `root` (pytest's
    rootdir).

    Raises `BenchmarkError` when one cannot be used at all, and with ``strict`` when something in it cannot be used or a
    task is missing.
    """
    indexes = {path: SamplesIndex.open(relative(path, folder)) for path in paths}
    name = settings.dataset or dataset_name_for(task_id for index in indexes.values() for task_id in index.task_ids)
    dataset = load_dataset(name)
    sources = [_source(path, index.matched(dataset), dataset, root) for path, index in indexes.items()]
    for source in sources:
        _check_usable(source, dataset)
        if settings.strict:
            _check_complete(source, dataset)
    return Evaluation(settings, dataset, sources)


def _source(path: Path, index: SamplesIndex, dataset: Dataset, root: Path) -> Source:
    missing = dataset.tasks.keys() - set(index.task_ids)
    in_order = tuple(task_id for task_id in dataset.tasks if task_id in missing)
    return Source(path=path, nodeid=Path(relative(path, root)).as_posix(), index=index, missing=in_order)


def _check_usable(source: Source, dataset: Dataset) -> None:
    """Refuse a samples file of which nothing can be judged, naming its first problem."""
    if not len(source.index):
        problems = source.index.problems
        more = f" (and {len(problems) - 1:,} more)" if len(problems) > 1 else ""
        raise BenchmarkError(f"nothing in {source.name} can be judged with {dataset.label}: {problems[0]}{more}")


def _check_complete(source: Source, dataset: Dataset) -> None:
    """Refuse a samples file that leaves something out, naming the first of it."""
    if problems := source.index.problems:
        more = f" (and {len(problems) - 1:,} more problems)" if len(problems) > 1 else ""
        raise BenchmarkError(f"{problems[0]}{more}; --bcb-strict lets nothing be left out")
    if source.missing:
        names = f"{', '.join(source.missing[:5])}{', ...' if len(source.missing) > 5 else ''}"
        what = f"{len(source.missing):,} of {len(dataset.tasks):,} tasks of {dataset.label} have no sample: {names}"
        raise InputError(what, where=source.name, remedy="--bcb-strict wants a sample for each")


def _resume_note(journal: Journal, samples: int) -> str:
    """One line on what can be taken from an earlier run."""
    if len(journal):
        return f"resuming, {len(journal):,} of {samples:,} verdicts are there"
    changed = journal.changes()
    if changed is None:
        return "nothing to resume, no earlier run on it is known; judging all of it"
    return f"nothing to resume, changed since the earlier run: {', '.join(changed) or 'nothing'}; judging all of it"


def _key_of(nodeid: str) -> tuple[str, int]:
    """Task id and index of the sample that a node id ends in, ``...::BigCodeBench/13[0]``."""
    task_id, _, index = nodeid.partition("::")[2].rpartition("[")
    return task_id, int(index.removesuffix("]"))


def _twin_key(item: SampleItem) -> tuple[str, SampleItem]:
    return "uncalibrated", item


def _request(item: SampleItem) -> Request:
    return Request(key=item, task_id=item.task.task_id, load=item.load, time_limit=item.time_limit())
