"""Samples as pytest sees them: a samples file is a collector, each of its samples an item."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from pytest_bigcodebench.benchmark.domains import DOMAINS
from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.benchmark.ground_truth import PLACE
from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.failure import failure_repr, headline
from pytest_bigcodebench.report.properties import to_properties
from pytest_bigcodebench.rounds import in_order_of, with_round
from pytest_bigcodebench.scoring.record import Record
from pytest_bigcodebench.timeouts import timeout_of

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr

    from pytest_bigcodebench.analysis.insight import Insight
    from pytest_bigcodebench.benchmark.sample import Sample
    from pytest_bigcodebench.benchmark.task import Task
    from pytest_bigcodebench.evaluation import Evaluation, Source
    from pytest_bigcodebench.judge.verdict import Verdict
    from pytest_bigcodebench.settings import Settings

__all__ = [
    "EVALUATION",
    "MARKERS",
    "SampleFailed",
    "SampleItem",
    "SamplesFile",
    "SamplesFolder",
    "collector_for",
    "repeat",
    "take_shard",
]

#: Where the run's evaluation is kept on pytest's config.
EVALUATION: Final[pytest.StashKey[Evaluation]] = pytest.StashKey()

#: The markers that items have, as ``pytest --markers`` shows them.
MARKERS: Final = (
    *(f"{domain}: a sample for a task of the domain {domain.capitalize()} (pytest-bigcodebench)" for domain in DOMAINS),
    "hard: a sample for a task of the Hard subset (pytest-bigcodebench)",
    "lib(name): a sample for a task that uses the library, -m \"lib(name='pandas')\" (pytest-bigcodebench)",
)

#: Words that ``-k`` finds among the markers only.
_ANSWERED_BY_MARKERS: Final = frozenset({*DOMAINS, "hard"})


class SampleFailed(AssertionError):
    """A sample did not pass; `verdict` says why.

    An assertion, since reporters tell by it a test that failed from one that is broken.
    """

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(headline(verdict))


class NodeName(str):
    """A node's name in which ``-k`` finds anything but a domain: for domains the markers answer.

    pytest looks a keyword up in the lower-case names of an item and its parents, so that a samples file
    ``network.jsonl``, or a task ``starter/network/...``, would answer ``-k network`` beside the tasks of that domain.
    """

    # A node is made with a plain name, which pytest copies into its keywords and so into reports; only then does it get
    # this one.
    __slots__ = ()

    def lower(self) -> NodeName:
        """Keep being a node's name, since pytest looks in this."""
        return NodeName(super().lower())

    def __contains__(self, part: object) -> bool:
        return part not in _ANSWERED_BY_MARKERS and isinstance(part, str) and super().__contains__(part)


class SamplesFile(pytest.File):
    """A samples file, or one solution's file of a samples folder.

    It hangs under the session, not under its directory, since pytest takes the names of directories for keywords too.
    """

    parent: pytest.Session

    def __init__(self, *, source: Source, numbers: Sequence[int], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # A name equal to a marker's would take the marker's place in the set of names that pytest looks in.
        self.name = NodeName(f"./{self.name}" if self.name in _ANSWERED_BY_MARKERS else self.name)
        self.source = source
        self._numbers = numbers

    def collect(self) -> Iterator[SampleItem]:
        """Yield an item for each sample and round, so that pytest finds each by its id."""
        evaluation = self.config.stash[EVALUATION]
        tasks = evaluation.dataset.tasks
        for number in self._numbers:
            ref = self.source.index.ref(number)
            name = f"{ref.task_id}[{ref.number}]"
            # pytest 9.2 takes brackets for parameters where it reads an id (--lf), not where it makes one of a name.
            nodeid = f"{self.nodeid}::{name}"
            item = SampleItem.from_parent(self, name=name, nodeid=nodeid, number=number, task=tasks[ref.task_id])
            yield item
            yield from map(item.again, range(2, evaluation.settings.repeat + 1))


class SamplesFolder(pytest.Collector):
    """A samples folder, or one task's folder in it: ``out/BigCodeBench_13/0.py``.

    No directory in pytest's sense, of which pytest would execute a ``conftest.py``.
    Each solution's file is a collector of its own, since pytest takes no ``::`` after a folder.
    """

    parent: pytest.Session

    def __init__(self, *, source: Source, numbers: Sequence[int], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.name = NodeName(self.name)
        self.source = source
        self._numbers = numbers

    def collect(self) -> Iterator[SamplesFile | SamplesFolder]:
        """Yield a collector for each file or folder directly in this one that leads to samples."""
        members: dict[Path, list[int]] = {}
        for number in self._numbers:
            inside = _place_of(self.source, number).relative_to(self.path)
            members.setdefault(self.path / inside.parts[0], []).append(number)
        for path, numbers in members.items():
            named = self.session.isinitpath(path, with_parents=True)
            if named or not self.ihook.pytest_ignore_collect(collection_path=path, config=self.config):
                yield _collector(self.session, self.source, path, numbers)


class SampleItem(pytest.Item):
    """One sample; its markers are its domains, ``hard``, and a ``lib`` for each library.

    It takes its verdict while it is set up, so that what keeps the judge from judging is an error in pytest's words,
    and not a failure.
    """

    parent: SamplesFile
    verdict: Verdict | None = None

    def __init__(self, *, number: int, task: Task, round: int = 1, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.name = NodeName(self.name)
        #: Which time it is judged, from 1.
        self.round = round
        #: Its position in its samples file's index.
        self.number = number
        self.task = task
        self.own_markers = list(_marks_of(task.domains, task.hard, task.libs))
        self.keywords.update((mark.name, mark) for mark in self.own_markers)

    @property
    def source(self) -> Source:
        """The samples file that it stands in."""
        return self.parent.source

    @property
    def settings(self) -> Settings:
        """What a person set for the run."""
        return self.config.stash[EVALUATION].settings

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from the other samples of its samples file: task id and index."""
        ref = self.source.index.ref(self.number)
        return ref.task_id, ref.number

    def again(self, number: int) -> SampleItem:
        """The item that judges the same sample in another round."""
        name, nodeid = with_round(self.name, number), with_round(self.nodeid, number)
        return SampleItem.from_parent(
            self.parent, name=name, nodeid=nodeid, number=self.number, task=self.task, round=number
        )

    def load(self) -> Sample:
        """Read the sample; only then is its solution held in memory."""
        return self.source.index.read(self.number, self.config.stash[EVALUATION].dataset)

    def time_limit(self) -> float | None:
        """Seconds that pytest-timeout or ``--bcb-time-limit`` sets, the smaller one; None: the judge's own limit."""
        limits = (timeout_of(self), self.settings.time_limit)
        return min((limit for limit in limits if limit is not None), default=None)

    def setup(self) -> None:
        """Take the verdict."""
        self.verdict, self.user_properties = None, []
        evaluation = self.config.stash[EVALUATION]
        try:
            self.verdict, stored = evaluation.take(self)
            lazy = evaluation.is_lazy(self, self.verdict, stored=stored)
        except BenchmarkError as error:
            pytest.fail(printable(f"{self.name} could not be judged: {error}"), pytrace=False)
        self.user_properties = [*to_properties(self._record(self.verdict, stored, lazy))]

    def runtest(self) -> None:
        """Fail if the sample did not pass."""
        assert self.verdict is not None
        if not self.verdict.passed:
            raise SampleFailed(self.verdict)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        """What pytest shows of a failure: its tests and its solution."""
        if isinstance(excinfo.value, SampleFailed):
            return self._failure_repr(excinfo.value.verdict)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the sample stands: its samples file, and its line in it, from 0."""
        where = self.config.rootpath / self.source.nodeid if self.path == PLACE else self.path
        return where, max(0, self.source.index.ref(self.number).line - 1), str(self.name)

    def _failure_repr(self, verdict: Verdict) -> TerminalRepr:
        solution = ""
        with suppress(BenchmarkError):
            solution = self.load().solution
        path, line, _ = self.reportinfo()
        everything = self.config.getoption("verbose", 0) >= 2
        return failure_repr(verdict, solution, path=os.fspath(path), line=line + 1, everything=everything)

    def _insight(self, verdict: Verdict) -> Insight:
        from pytest_bigcodebench.analysis.insight import Insight, insight

        with suppress(BenchmarkError):
            calibrated = self.config.stash[EVALUATION].settings.calibrated
            return insight(self.task, self.load().solution, verdict, calibrated=calibrated)
        return Insight()

    def _record(self, verdict: Verdict, stored: bool, lazy: bool | None) -> Record:
        task_id, index = self.key
        found = self._insight(verdict)
        return Record(
            samples_file=self.source.name,
            task_id=task_id,
            sample=index,
            status=verdict.status,
            kind=verdict.kind,
            detail=verdict.detail,
            domains=self.task.domains,
            tests=verdict.tests,
            message=verdict.message,
            cpu_s=verdict.cpu_s,
            wall_s=verdict.wall_s,
            peak_mib=verdict.peak_mib,
            stored=stored,
            round=self.round,
            misused=tuple(misuse.to_plain() for misuse in found.misused),
            tools=found.tools.to_plain() if found.tools else None,
            lazy=lazy,
        )


def collector_for(path: Path, session: pytest.Session) -> SamplesFile | SamplesFolder | None:
    """The collector for a path that is one of the run's samples files; None for any other path."""
    source = session.config.stash[EVALUATION].sources.get(path)
    return _collector(session, source, path, range(len(source.index))) if source else None


def repeat(items: list[pytest.Item], rounds: int) -> None:
    """Put `items` round after round; a sample of the first round, which may have been named alone, is in each."""
    later = {item.nodeid: item for item in items if isinstance(item, SampleItem) and item.round > 1}
    items[:] = [item for item in items if item.nodeid not in later]
    samples = [item for item in items if isinstance(item, SampleItem)]
    for number in range(2, rounds + 1):
        names = [(with_round(item.nodeid, number), item) for item in samples]
        again = [later.pop(name) if name in later else item.again(number) for name, item in names]
        alone = [item for item in later.values() if item.round == number]
        items += in_order_of(number, [*again, *alone])


def take_shard(items: list[pytest.Item], config: pytest.Config, index: int, count: int) -> list[pytest.Item]:
    """Keep of a run's samples those of one shard, and every other item; return what was taken out.

    The evaluation hears what part of the whole is left, so that shards can be joined.
    """
    from pytest_bigcodebench.journal import content_hash
    from pytest_bigcodebench.judge.limits import official_costs
    from pytest_bigcodebench.judge.shards import sample_cost, split_by_cost

    evaluation = config.stash[EVALUATION]
    costs, sources = official_costs(), evaluation.sources.items()
    order = {path: number for number, path in enumerate(evaluation.sources)}
    keys = {item: (order[item.source.path], *item.key) for item in items if isinstance(item, SampleItem)}
    shard_of = split_by_cost({key: sample_cost(costs.get(key[1])) for key in keys.values()}, count)
    attempted = {task_id for _, task_id, _ in shard_of}
    outside: list[pytest.Item] = [item for item, key in keys.items() if shard_of[key] != index]
    evaluation.shard = {
        "index": index,
        "count": count,
        "samples": sum(number == index for number in shard_of.values()),
        "of": len(shard_of),
        # Other solutions under the same ids would make no whole.
        "contents": {} if evaluation.ground_truth else {each.name: content_hash(path) for path, each in sources},
        "digest": hashlib.sha256(repr(sorted(shard_of)).encode(errors="surrogatepass")).hexdigest(),
        "tasks": [task_id for task_id in evaluation.dataset.tasks if task_id in attempted],
    }
    gone = set(outside)
    items[:] = [item for item in items if item not in gone]
    return outside


def _collector(
    session: pytest.Session, source: Source, path: Path, numbers: Sequence[int]
) -> SamplesFile | SamplesFolder:
    inside = path.relative_to(source.path).as_posix()
    nodeid = source.nodeid if inside == "." else f"{source.nodeid}/{inside}"
    kind = SamplesFolder if path.is_dir() else SamplesFile
    return kind.from_parent(session, path=path, name=nodeid, nodeid=nodeid, source=source, numbers=numbers)


def _place_of(source: Source, number: int) -> Path:
    """The file that a sample of a samples folder stands in, absolute."""
    where = Path(source.index.where(number))
    return where if where.is_absolute() else source.path / where.relative_to(source.index.path)


@cache
def _marks_of(domains: tuple[str, ...], hard: bool, libs: tuple[str, ...]) -> tuple[pytest.Mark, ...]:
    """The markers of all samples of a task."""
    names = (*domains, *(("hard",) if hard else ()))
    return (*(getattr(pytest.mark, name).mark for name in names), *(pytest.mark.lib(name=name).mark for name in libs))
