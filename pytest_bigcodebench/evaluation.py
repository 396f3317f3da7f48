"""One run's evaluation in one pytest process: opened samples files, their dataset, the judge's life, the journals."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pytest_bigcodebench.benchmark.dataset import Dataset, dataset_name_for, load_dataset, starter_folder
from pytest_bigcodebench.benchmark.errors import BenchmarkError, InputError
from pytest_bigcodebench.benchmark.ground_truth import GROUND_TRUTH, PLACE, GroundTruths, task_files
from pytest_bigcodebench.benchmark.samples import SamplesIndex
from pytest_bigcodebench.journal import Journal, content_hash, journal_path
from pytest_bigcodebench.judge.judge import Environment, Judge, JudgeOptions, Request
from pytest_bigcodebench.judge.limits import CEILING, MEMORY_LIMIT, Limits, official_costs
from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.knowledge import Knowledge
from pytest_bigcodebench.rounds import conditions_of, round_of
from pytest_bigcodebench.settings import relative

if TYPE_CHECKING:
    from pytest_bigcodebench.items import SampleItem
    from pytest_bigcodebench.judge.verdict import Verdict
    from pytest_bigcodebench.settings import Settings

__all__ = ["Evaluation", "Source", "open_evaluation", "open_ground_truth"]

#: Failure kinds that say more of the limits in force than of the task.
_OF_LIMITS: Final = frozenset({"timeout", "out_of_memory", "limit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One samples file, opened."""

    #: Where it is, absolute.
    path: Path
    #: What its items' node ids begin with.
    nodeid: str
    #: Its samples for the dataset's tasks, and as problems what of it cannot be used.
    index: SamplesIndex | GroundTruths
    #: The dataset's tasks that have no sample in it, in the dataset's order.
    missing: tuple[str, ...]

    @property
    def name(self) -> str:
        """The samples file as the user named it, fit to be shown."""
        return printable(self.index.path)

    @property
    def is_ground_truth(self) -> bool:
        """Whether its samples are its dataset's ground truths."""
        return isinstance(self.index, GroundTruths)


class Evaluation:
    """The samples to be judged, and the judge, which starts when it is first needed."""

    def __init__(
        self, settings: Settings, dataset: Dataset, sources: Sequence[Source], *, ground_truth: bool = False
    ) -> None:
        self.settings = settings
        self.dataset = dataset
        #: Whether it is the dataset's ground truths that are judged.
        self.ground_truth = ground_truth
        #: The samples files by their absolute paths.
        self.sources = {source.path: source for source in sources}
        #: The journals of samples files, by their absolute paths; a file that has none is not journaled.
        self.journals: dict[Path, Journal] = {}
        #: What is known of the dataset's ground truths where the samples are judged; None until a judge has started.
        self.knowledge: Knowledge | None = None
        #: The environment's fingerprint in short; empty until a judge has started, here or in xdist's controller.
        self.fingerprint = ""
        #: What this run is of the whole, once that is known, if it is a shard: plain data.
        self.shard: dict[str, Any] | None = None
        #: Tasks of which samples may be asked for.
        self._expected: set[str] = set()
        self._judges: dict[int, Judge] = {}
        self._scheduled: dict[int, set[SampleItem]] = {}
        self._later: dict[int, list[SampleItem]] = {}
        #: Task id -> verdict, for the ground truths that earlier runs judged and that this one has not asked for.
        self._known: dict[str, Verdict] = {}
        #: Items whose samples are judged without calibration too, under `_twin_key`.
        self._twins: set[SampleItem] = set()

    def environment(self) -> Environment:
        """Where the samples are judged, after a look whether they can be; raises `BenchmarkError` if not."""
        judge = self._started_judge(1)
        assert judge.environment is not None
        return judge.environment

    def expect(self, items: Iterable[SampleItem]) -> None:
        """Plan to import beforehand what the tasks of these items need: no other items will be asked for."""
        self._expected.update(item.task.task_id for item in items)

    def schedule(self, items: Iterable[SampleItem]) -> None:
        """Let the judge run ahead of these items, but for those whose verdicts are stored.

        It runs ahead of one round at a time, since each has a judge of its own.
        """
        for item in items:
            if not self._is_stored(item):
                self._later.setdefault(item.round, []).append(item)
        if self._later:
            self._run_ahead(min(self._later))

    def _run_ahead(self, number: int) -> None:
        items = self._later.pop(number, [])
        self._scheduled.setdefault(number, set()).update(items)
        self._started_judge(number).schedule(map(self._request, items))

    def take(self, item: SampleItem) -> tuple[Verdict, bool]:
        """The verdict on an item's sample, and whether it was stored; waits for it.

        An item that is asked for again, or that nobody scheduled, is judged now.

        Raises `BenchmarkError` when the sample could not be judged, through no fault of its own.
        """
        if item.round in self._later:
            self._run_ahead(item.round)
        scheduled = self._scheduled.setdefault(item.round, set())
        if item not in scheduled and (stored := self._stored(item)):
            return stored, True
        judge = self._started_judge(item.round)
        if item not in scheduled:
            judge.schedule([self._request(item)])
        scheduled.discard(item)
        return judge.verdict(item), False

    def _stored(self, item: SampleItem) -> Verdict | None:
        """The verdict that an earlier run gave, once: an item that is asked for again is judged again."""
        if item.round > 1:
            return None
        if self.ground_truth:
            return self._known.pop(item.key[0]) if self._is_stored(item) else None
        journal = self.journals.get(item.source.path)
        return journal.take(item.key) if journal is not None else None

    def is_lazy(self, item: SampleItem, verdict: Verdict, *, stored: bool) -> bool | None:
        """Whether an item's sample passes only because calibration supplied its imports; None where nobody asked.

        A sample whose outcome can depend on that is judged without; waits for it.
        """
        if not (self._asks_for_laziness(item) and verdict.passed):
            return None
        if stored and (twin := self._twin(item, verdict)):
            self._started_judge(1).schedule([twin])
        if item not in self._twins:
            return False
        self._twins.discard(item)
        with suppress(BenchmarkError):
            return not self._started_judge(1).verdict(_twin_key(item)).passed
        return None

    def _asks_for_laziness(self, item: SampleItem) -> bool:
        return self.settings.laziness and item.round == 1 and not self.ground_truth

    def _request(self, item: SampleItem) -> Request:
        request = _request(item)
        return replace(request, follow_up=partial(self._twin, item)) if self._asks_for_laziness(item) else request

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
            if self.ground_truth:
                break
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
            if not source or source.path not in anew or round_of(nodeid) > 1:
                continue
            if (key := _key_of(nodeid)) not in self.journals[source.path]:
                anew[source.path].add(key)
        for path, journal in self.journals.items():
            journal.begin(anew[path])

    def journal_faults(self) -> list[str]:
        """What kept verdicts from being journaled."""
        faults = [journal.fault for journal in self.journals.values() if journal.fault]
        return [*faults, self.knowledge.fault] if self.knowledge and self.knowledge.fault else faults

    def begin_ground_truth(self, anew: Iterable[str]) -> None:
        """Make ready to keep what ground truths show; what those of the items `anew` showed before is forgotten."""
        if self.ground_truth and self.knowledge:
            self.knowledge.begin({_key_of(nodeid)[0] for nodeid in anew if round_of(nodeid) == 1})
            self._known = dict(self.knowledge.verdicts)

    def learn(self) -> Knowledge | None:
        """What is known of the ground truths, with what this run's processes found."""
        if self.ground_truth and self.knowledge and not self.knowledge.fault:
            self.knowledge.load()
        return self.knowledge

    def _fingerprint(self, timeout: float | None) -> dict[str, Any]:
        """What every verdict of this run depends on beside its samples file, in a person's words."""
        environment, settings = self.environment(), self.settings
        return {
            "dataset": self.dataset.hash,
            "interpreter": [environment.python, environment.version],
            "libraries and data": environment.fingerprint.short,
            "sandbox": environment.sandbox,
            "second look": settings.second_look,
            "time limit": [settings.time_limit, timeout],
            **self.limits().to_words(),
            "calibration": settings.calibrated,
        }

    def close(self) -> None:
        """End the judge, and with it every child; close the journals."""
        for judge in self._judges.values():
            judge.close()
        self._judges.clear()
        if self.knowledge:
            self.knowledge.close()
        for journal in self.journals.values():
            journal.close()

    def source_of(self, nodeid: str) -> Source | None:
        """The samples file that a node id belongs to, if it is one of this run's."""
        place = f"{nodeid.partition('::')[0]}/"
        return next((each for each in self.sources.values() if place.startswith(f"{each.nodeid}/")), None)

    def _is_stored(self, item: SampleItem) -> bool:
        if item.round > 1:
            return False
        if self.ground_truth:
            self._started_judge(1)
            known = self._known.get(item.key[0])
            return known is not None and (known.kind not in _OF_LIMITS or not self._has_limits(item))
        journal = self.journals.get(item.source.path)
        return journal is not None and item.key in journal

    def limits(self) -> Limits:
        """The limits of every sample but for its seconds, which a time limit that was set or its task decides."""
        return JudgeOptions(**self.settings.limits()).limits(0.0)

    def _keep(self, key: SampleItem | tuple[str, SampleItem], verdict: Verdict) -> None:
        """Journal a verdict that has just come, whether or not its item is next."""
        if isinstance(key, tuple) or key.round > 1:
            return
        if self.ground_truth and self.knowledge:
            if not self._has_limits(key) or _is_within_usual_limits(verdict):
                self.knowledge.add(key.key[0], verdict)
        elif (journal := self.journals.get(key.source.path)) is not None:
            journal.add(key.key, verdict)

    def _has_limits(self, item: SampleItem) -> bool:
        """Whether a person set a limit for this sample."""
        return item.time_limit() is not None or any(self.settings.limits().values())

    def _started_judge(self, number: int) -> Judge:
        """The judge of a round; those of other rounds end when all that they were asked has been taken."""
        if number not in self._judges:
            for other in [each for each in self._judges if not self._scheduled.get(each)]:
                self._judges.pop(other).close()
            self._judges[number] = self._new_judge(number)
        judge = self._judges[number]
        if self._expected:
            judge.expect(self._expected)
        return judge

    def _new_judge(self, number: int) -> Judge:
        settings = self.settings
        conditions = conditions_of(number, settings.jobs)
        options = JudgeOptions(
            python=settings.python,
            jobs=conditions.jobs,
            time_limit=settings.time_limit,
            calibrated=settings.calibrated,
            sandbox=settings.sandbox,
            second_look=settings.second_look,
            seed=conditions.seed,
            **settings.limits(),
        )
        judge = Judge(self.dataset, options, on_verdict=self._keep)
        judge.start()
        if self.knowledge is None:
            assert judge.environment is not None
            self.knowledge = Knowledge.open(self.dataset, judge.environment)
            self._known = dict(self.knowledge.verdicts)
            self.fingerprint = judge.environment.fingerprint.short
        judge.costs = {**official_costs(), **self.knowledge.costs()}
        return judge


def open_evaluation(settings: Settings, paths: Iterable[Path], *, folder: Path, root: Path) -> Evaluation:
    """Open the samples files at some absolute paths, and the dataset that they are for.

    They are named relative to `folder` (where pytest was called), and their node ids are relative to `root` (pytest's
    rootdir).

    Raises `BenchmarkError` when one cannot be used at all, and with ``strict`` when something in it cannot be used or a
    task is missing.
    """
    indexes = {path: _open(path, relative(path, folder)) for path in paths}
    name = settings.dataset or dataset_name_for(task_id for index in indexes.values() for task_id in index.task_ids)
    dataset = load_dataset(name)
    sources = [_source(path, index.matched(dataset), dataset, root) for path, index in indexes.items()]
    for source in sources:
        _check_usable(source, dataset)
        if settings.strict:
            _check_complete(source, dataset)
    return Evaluation(settings, dataset, sources)


def open_ground_truth(settings: Settings, path: Path, *, folder: Path, root: Path) -> Evaluation:
    """Open a dataset's ground truths: those of the task files at an absolute path, else of the dataset that is set.

    Raises `BenchmarkError` when there is no such dataset, or one of its tasks is broken.
    """
    if path == PLACE:
        dataset = load_dataset(settings.dataset or "starter")
        source = Source(path=path, nodeid=GROUND_TRUTH, index=GroundTruths(GROUND_TRUTH, dataset), missing=())
    else:
        name = relative(path, folder)
        dataset = load_dataset(settings.dataset or ("starter" if path == starter_folder() else name))
        index = GroundTruths(name, dataset, task_files(path, dataset))
        source = Source(path=path, nodeid=Path(relative(path, root)).as_posix(), index=index, missing=())
    return Evaluation(settings, dataset, [source], ground_truth=True)


def _open(path: Path, name: str) -> SamplesIndex:
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        raise InputError("is neither a file nor a folder", where=printable(name), remedy="write it to a file first")
    return SamplesIndex.open(name)


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


def _is_within_usual_limits(verdict: Verdict) -> bool:
    """Whether a verdict says something of the task, not of the limits that a person set."""
    return verdict.kind not in _OF_LIMITS and verdict.wall_s <= CEILING and verdict.peak_mib <= MEMORY_LIMIT


def _twin_key(item: SampleItem) -> tuple[str, SampleItem]:
    return "uncalibrated", item


def _request(item: SampleItem) -> Request:
    calibrated = False if item.source.is_ground_truth else None
    limit = item.time_limit()
    return Request(key=item, task_id=item.task.task_id, load=item.load, time_limit=limit, calibrated=calibrated)
