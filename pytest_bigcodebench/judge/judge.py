"""The judge: turns tasks and samples into verdicts, running ahead of whoever asks.

There is no thread here. The keeper (``inside/bcb_keeper.py``) holds a backlog of samples and works on them by itself;
the judge reads what it has to say, and sends more, whenever somebody waits for a verdict.
"""

from __future__ import annotations

import heapq
import math
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property
from types import TracebackType
from typing import Any, Final

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.errors import BenchmarkError, InputError
from pytest_bigcodebench.benchmark.sample import Sample
from pytest_bigcodebench.judge import sandbox
from pytest_bigcodebench.judge.fingerprint import Fingerprint
from pytest_bigcodebench.judge.interpreter import Interpreter
from pytest_bigcodebench.judge.keeper import Keeper
from pytest_bigcodebench.judge.limits import CEILING, Cost, Limits, cores, official_costs, time_limit
from pytest_bigcodebench.judge.program import Program
from pytest_bigcodebench.judge.ruling import looked_odd, reached_for, rule
from pytest_bigcodebench.judge.second_look import Doubt, TaskLook, judgement
from pytest_bigcodebench.judge.templates import Templates
from pytest_bigcodebench.judge.text import fit
from pytest_bigcodebench.judge.verdict import Verdict

__all__ = ["Environment", "Judge", "JudgeOptions", "Request"]

#: Samples that the keeper holds at once: enough that it never runs dry while nobody reads its verdicts.
_BACKLOG: Final = 64
#: Children that may be there at once beyond those that use a core: they wait.
_WAITING_CHILDREN: Final = 24
#: Seconds that the keeper may take to say that it is there.
_START_LIMIT: Final = 60.0
#: Turns a seed into that of the random state. Tests mostly expect what the seed 0 gives: a solution that forgot to seed
#: must not draw the same.
_UNCOMMON: Final = 0x71C8E35D
#: How often a keeper that died is started again.
_RESTARTS: Final = 2
_SECOND_LOOKS: Final = ("suspicious", "all", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeOptions:
    """What a user can choose about judging."""

    #: The judged interpreter; None: this one.
    python: str | None = None
    #: Children at once that use a core; None: as many as there are cores for this process.
    jobs: int | None = None
    #: Seconds for every sample; None: from the ground truth's cost, at most the official 240.
    time_limit: float | None = None
    #: MiB for every sample; None here and below: the default of `Limits`.
    memory_limit: int | None = None
    #: CPU seconds of a sample's process tree.
    cpu_limit: float | None = None
    #: Processes and threads at once.
    process_limit: int | None = None
    #: Open files of each process.
    open_file_limit: int | None = None
    #: MiB of one file, and of each writable directory.
    disk_limit: int | None = None
    #: Characters of output that are kept.
    output_limit: int | None = None
    #: Whether the task's code_prompt is put before the solution, as officially by default.
    calibrated: bool = True
    #: ``auto`` (the strongest wall that works here, never none) or a level by name.
    sandbox: str = "auto"
    #: Seed of hashes and of the random state that every sample starts with.
    seed: int = 0
    #: Which passes are looked at again with other expected values: ``suspicious`` ones (by the solution's text),
    #: ``all``, or none (``off``, where what was seen of the sample alone decides).
    second_look: str = "suspicious"

    def __post_init__(self) -> None:
        """Refuse a limit under which a sample would never end, or could not begin."""
        for name in [each.name for each in fields(self) if each.name == "jobs" or each.name.endswith("_limit")]:
            value = getattr(self, name)
            if value is not None and not 0 < value < math.inf:
                raise InputError(f"{name} must be above 0 and finite, got {value!r}", where="JudgeOptions")
        if self.second_look not in _SECOND_LOOKS:
            what = f"second_look must be one of {', '.join(_SECOND_LOOKS)}, got {self.second_look!r}"
            raise InputError(what, where="JudgeOptions")

    def limits(self, time_s: float) -> Limits:
        """The limits of a sample that has so many seconds."""
        chosen = {
            "cpu_s": self.cpu_limit,
            "memory_mib": self.memory_limit,
            "processes": self.process_limit,
            "open_files": self.open_file_limit,
            "file_mib": self.disk_limit,
            "output": self.output_limit,
        }
        return Limits(time_s=time_s, **{name: value for name, value in chosen.items() if value is not None})  # type: ignore[arg-type]  # each has its field's type


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One sample to be judged; it is read only when its turn comes."""

    #: What `Judge.verdict` will be asked for.
    key: Hashable
    task_id: str
    load: Callable[[], Sample]
    #: Seconds that override the options'.
    time_limit: float | None = None
    #: Whether the prompt is put before it; None: as the options say.
    calibrated: bool | None = None
    #: Asked with the verdict for a request that follows from it, which is then judged before all that waits.
    follow_up: Callable[[Verdict], Request | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """Where verdicts come from."""

    #: Path of the judged interpreter.
    python: str
    #: Its version, ``3.10.13``.
    version: str
    #: The sandbox's level.
    sandbox: str
    #: What that level does not cover.
    sandbox_gaps: str
    #: Children at once that use a core.
    jobs: int
    #: Why no stronger level is in force, where one was tried.
    sandbox_reason: str = ""
    #: What of it the dataset's verdicts depend on: interpreter, versions of the tasks' libraries, data.
    fingerprint: Fingerprint = field(default_factory=Fingerprint)

    def to_plain(self) -> dict[str, Any]:
        """The environment as JSON-compatible data."""
        return {**asdict(self), "fingerprint": self.fingerprint.to_plain()}


@dataclass(slots=True)
class _Work:
    """A request on its way through the keeper."""

    request: Request
    program: Program
    sample: Sample
    #: The first verdict, of a sample that is looked at again.
    doubt: Doubt | None = None
    #: Whether it is the task's ground truth, judged with the tests that are to tell.
    is_ground_truth: bool = False


@dataclass(order=True, slots=True)
class _Pending:
    """A request that waits for its turn: the costliest first, else in the order asked for."""

    priority: tuple[float, int]
    request: Request = field(compare=False)


class Judge:
    """Judges samples of one dataset; a context manager.

    ``schedule`` names what will be asked for, ``verdict`` waits for one of them; ``judge`` and ``map`` do both for
    samples at hand. One thread uses a judge at a time.
    """

    def __init__(
        self,
        dataset: Dataset,
        options: JudgeOptions | None = None,
        *,
        costs: dict[str, Cost] | None = None,
        on_verdict: Callable[[Any, Verdict], None] | None = None,
    ) -> None:
        """Make a judge; ``on_verdict`` is called with key and verdict as soon as one is there, asked for or not."""
        self.dataset = dataset
        self.options = options or JudgeOptions()
        self.environment: Environment | None = None
        #: Modules that could not be imported beforehand, with the reason, as templates report them.
        self.not_imported: dict[str, str] = {}
        #: Task id -> what its ground truth costs; may be set until the first request is scheduled.
        self.costs = official_costs() if costs is None else costs
        self._on_verdict = on_verdict
        self._jobs = self.options.jobs or cores()
        self._sandbox: sandbox.Sandbox | None = None
        self._keeper: Keeper | None = None
        self._pending: list[_Pending] = []
        self._work: dict[int, _Work] = {}
        self._verdicts: dict[Hashable, Verdict | BenchmarkError] = {}
        self._expected: set[Hashable] = set()
        self._looks: dict[str, TaskLook] = {}
        #: Passes that are looked at again once their task's ground truth has been, by task id.
        self._waiting: dict[str, list[_Work]] = {}
        self._number = 0
        self._restarts = 0
        self._templates: Templates | None = None

    # -- life

    def __enter__(self) -> Judge:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Find the judged interpreter and the strongest sandbox that works; nothing is imported yet.

        Raises:
            BenchmarkError: this is no Linux, there is no such interpreter, or no sandbox works here.
        """
        if self._sandbox is not None:
            return
        if sys.platform != "linux":
            raise BenchmarkError("samples are judged on Linux only; use a container or a virtual machine that runs it")
        interpreter = Interpreter.ask(self.options.python)
        reasons = []
        for level in sandbox.levels_to_try(self.options.sandbox):
            candidate = sandbox.Sandbox(level=level, interpreter=interpreter)
            try:
                self._launch(candidate, {})
            except BenchmarkError as error:
                reasons.append(f"{level}: {error}")
                continue
            finally:
                self._hang_up()
            self._sandbox = candidate
            self.environment = Environment(
                python=interpreter.path,
                version=interpreter.version_text,
                sandbox=level,
                sandbox_gaps=sandbox.GAPS[level],
                jobs=candidate.jobs or self._jobs,
                sandbox_reason="; ".join(reasons),
                fingerprint=Fingerprint.of(interpreter, self.dataset),
            )
            return
        if self.options.sandbox == "off":
            raise BenchmarkError(f"the judge cannot be started: {reasons[0].partition(': ')[2]}")
        raise BenchmarkError(
            f"no sandbox works here ({'; '.join(reasons)}); install bubblewrap (apt-get install bubblewrap), "
            "or accept the risk with --bcb-sandbox=off"
        )

    def close(self) -> None:
        """End every process; verdicts that nobody took are dropped."""
        self._hang_up()
        self._pending.clear()
        self._work.clear()
        self._waiting.clear()
        self._verdicts.clear()
        self._expected.clear()

    def _hang_up(self) -> None:
        if self._keeper is not None:
            self._keeper.end()
            self._keeper = None

    # -- asking

    def expect(self, task_ids: Iterable[str]) -> None:
        """Plan to import beforehand what these tasks need; samples for other tasks may find less of it imported.

        Only the first call counts, and only before the first verdict is asked for; without one, the requests that are
        scheduled by then decide.
        """
        if self._templates is None:
            self._templates = Templates(self.dataset.tasks[task_id] for task_id in sorted(set(task_ids)))

    def schedule(self, requests: Iterable[Request]) -> None:
        """Run ahead of these requests: the costliest start first, the others in this order. May be called again.

        Raises:
            InputError: a request names a task that the dataset does not have.
        """
        for request in requests:
            if request.task_id not in self.dataset.tasks:
                raise InputError(f"there is no task {request.task_id}", where=self.dataset.name)
            self._number += 1
            heapq.heappush(self._pending, _Pending((-self._urgency(request), self._number), request))
            self._expected.add(request.key)
        if self._keeper is not None:
            self._fill()

    @cached_property
    def _has_costs(self) -> bool:
        """Whether the cost of any task of the dataset is known; looked up once, not for each sample."""
        return not self.costs.keys().isdisjoint(self.dataset.tasks)

    def _urgency(self, request: Request) -> float:
        """Seconds that a sample may take, as far as they matter for the order in which samples start."""
        cost = self.costs.get(request.task_id)
        if cost is None:
            # Where other costs are known, this one is not because its ground truth never ended.
            return CEILING if self._has_costs else 0.0
        # Below a second the order of the requests serves better: their verdicts are asked for in it.
        return cost.longest if cost.longest >= 1.0 else 0.0

    def verdict(self, key: Hashable) -> Verdict:
        """Wait for the verdict on a scheduled request; each can be taken once.

        Raises:
            KeyError: no request with this key is on its way.
            BenchmarkError: the sample could not be judged, through no fault of its own.
        """
        if key not in self._expected:
            raise KeyError(key)
        while key not in self._verdicts:
            self._pump()
        self._take_in()
        self._expected.discard(key)
        verdict = self._verdicts.pop(key)
        if isinstance(verdict, BenchmarkError):
            raise verdict
        return verdict

    def judge(self, sample: Sample) -> Verdict:
        """Judge one sample now."""
        return next(self.map([sample]))

    def map(self, samples: Iterable[Sample]) -> Iterator[Verdict]:
        """Judge samples, giving their verdicts in order and running ahead of the one that is waited for."""
        # Nobody says which are to come.
        self.expect(self.dataset.tasks)
        source = iter(samples)
        keys: list[Hashable] = []
        ahead = 4 * _BACKLOG
        while True:
            for sample in source:
                request = _request_for(sample)
                keys.append(request.key)
                self.schedule([request])
                if len(keys) >= ahead:
                    break
            if not keys:
                return
            yield self.verdict(keys.pop(0))

    # -- the keeper

    def _launch(self, where: sandbox.Sandbox, templates: dict[str, dict[str, Any]]) -> None:
        limits = self.options.limits(0.0)
        self._keeper = Keeper(where, self.options.seed)
        self._keeper.send(
            {
                "layout": where.layout(limits),
                "confinement": where.confinement(),
                "directory": self._keeper.directory,
                "slots": where.jobs or self._jobs,
                "most_children": where.jobs or self._jobs + _WAITING_CHILDREN,
                "environment": _without_hash_seed(where.environment(self.options.seed)),
                "templates": templates,
            }
        )
        message = self._keeper.receive() if self._keeper.has_spoken(_START_LIMIT) else None
        if message is None or "ready" not in message:
            trouble = (message or {}).get("trouble") or self._keeper.last_words()
            self._hang_up()
            raise BenchmarkError(trouble)

    def _connect(self) -> None:
        self.start()
        assert self._sandbox is not None
        self.expect(pending.request.task_id for pending in self._pending)
        assert self._templates is not None
        self._launch(self._sandbox, self._templates.to_plain())

    def _fill(self) -> None:
        while self._pending and len(self._work) < _BACKLOG:
            self._dispatch(heapq.heappop(self._pending).request)

    def _dispatch(self, request: Request) -> None:
        task = self.dataset.tasks[request.task_id]
        try:
            sample = request.load()
            program = Program.of(task, sample, calibrated=self._is_calibrated(request))
        except BenchmarkError as error:
            self._verdicts[request.key] = error
            return
        self._begin(_Work(request, program, sample))

    def _is_calibrated(self, request: Request) -> bool:
        return self.options.calibrated if request.calibrated is None else request.calibrated

    def _begin(self, work: _Work) -> None:
        self._number += 1
        self._work[self._number] = work
        self._send_work(self._number)

    def _send_work(self, number: int) -> None:
        work = self._work[number]
        assert self._keeper is not None
        assert self._templates is not None
        task = self.dataset.tasks[work.request.task_id]
        seconds = work.request.time_limit or self.options.time_limit or time_limit(self.costs.get(task.task_id))
        limits = self.options.limits(seconds)
        # When the keeper has died, reading from it shows that, and everything is sent again.
        with suppress(BrokenPipeError, ConnectionResetError):
            self._keeper.send(
                {
                    "run": number,
                    "template": self._templates.template_for(task, work.sample.solution),
                    "code": work.program.code,
                    "test": work.program.test,
                    "watch": bool(work.program.suspicion or work.doubt),
                    "official": task.is_official,
                    "seed": self.options.seed ^ _UNCOMMON,
                    **limits.to_plain(),
                }
            )

    def _pump(self) -> None:
        """Read one message of the keeper, starting it first where need be."""
        if self._keeper is None:
            self._connect()
        assert self._keeper is not None
        self._fill()
        if not self._work:
            return
        message = self._keeper.receive()
        if message is None:
            self._restart()
        elif "verdict" in message:
            self._settle(message)
        elif "failed" in message:
            self.not_imported.update(message["failed"])
        elif "trouble" in message:
            self._fail(BenchmarkError(f"the sandbox failed ({message['trouble']})"))

    def _take_in(self) -> None:
        """Read what the keeper has said already, waiting for nothing."""
        while self._work and self._keeper and self._keeper.has_spoken():
            self._pump()

    def _settle(self, message: dict[str, Any]) -> None:
        work = self._work.pop(message["verdict"])
        end = fit(message)
        try:
            verdict = rule(work.program, end)
        except BenchmarkError as error:
            for failed in [work, *self._waiting.pop(work.request.task_id, ())]:
                self._verdicts[failed.request.key] = error
        else:
            if work.is_ground_truth:
                self._learn(work, verdict)
            elif work.doubt is not None:
                self._publish(work, judgement(work.doubt, self._look(work), verdict))
            elif doubt := self._doubt(work, verdict, end):
                self._look_again(work, doubt)
            else:
                self._publish(work, verdict)
        self._fill()

    def _publish(self, work: _Work, verdict: Verdict) -> None:
        self._verdicts[work.request.key] = verdict
        if self._on_verdict:
            self._on_verdict(work.request.key, verdict)
        self._follow_up(work.request, verdict)

    def _follow_up(self, request: Request, verdict: Verdict) -> None:
        """Put what follows from a verdict before all that waits."""
        following = request.follow_up(verdict) if request.follow_up else None
        if following is not None:
            self._number += 1
            heapq.heappush(self._pending, _Pending((-math.inf, self._number), following))
            self._expected.add(following.key)

    # -- second looks

    def _look(self, work: _Work) -> TaskLook:
        task = self.dataset.tasks[work.request.task_id]
        return self._looks.setdefault(task.task_id, TaskLook(task))

    def _doubt(self, work: _Work, verdict: Verdict, end: dict[str, Any]) -> Doubt | None:
        if not verdict.passed or work.sample.solution == self.dataset.tasks[work.request.task_id].ground_truth:
            return None
        reached = reached_for(end)
        odd = work.program.suspicion or looked_odd(end)
        why = reached or {"suspicious": odd, "all": odd or "nothing in its text"}.get(self.options.second_look, "")
        return Doubt(verdict=verdict, why=why, strong=bool(reached)) if why else None

    def _look_again(self, work: _Work, doubt: Doubt) -> None:
        """Judge a pass again with changed tests, after the ground truth."""
        look = self._look(work)
        again = replace(work, doubt=doubt)
        if self.options.second_look == "off":
            self._publish(work, judgement(doubt, look, None))
        elif not look.can_look:
            self._look_closely(again, look)
        elif look.reliable is None:
            waiting = self._waiting.setdefault(work.request.task_id, [])
            waiting.append(again)
            if len(waiting) == 1:
                self._begin(replace(work, program=look.ground_truth(), is_ground_truth=True))
        else:
            self._look_with(again, look)

    def _learn(self, work: _Work, verdict: Verdict) -> None:
        look = self._look(work)
        look.learn(verdict)
        for again in self._waiting.pop(work.request.task_id, ()):
            self._look_with(again, look)

    def _look_with(self, again: _Work, look: TaskLook) -> None:
        assert again.doubt is not None
        if look.reliable:
            self._begin(
                replace(again, program=look.program(again.sample, calibrated=self._is_calibrated(again.request)))
            )
        else:
            self._look_closely(again, look)

    def _look_closely(self, again: _Work, look: TaskLook) -> None:
        """Where the tests cannot be changed: judge by them once more what was not watched the first time."""
        assert again.doubt is not None
        if again.program.suspicion:
            self._publish(again, judgement(again.doubt, look, None))
        else:
            self._begin(again)

    def _restart(self) -> None:
        """The keeper died: start another and judge again what it had."""
        assert self._keeper is not None
        words = self._keeper.last_words()
        self._hang_up()
        self._restarts += 1
        if self._restarts > _RESTARTS:
            self._fail(BenchmarkError(f"the sandbox died {self._restarts} times ({words})"))
            return
        self._connect()
        for number in sorted(self._work):
            self._send_work(number)

    def _fail(self, error: BenchmarkError) -> None:
        """Answer everything that is at work with an error."""
        for work in [*self._work.values(), *(each for works in self._waiting.values() for each in works)]:
            self._verdicts[work.request.key] = error
        self._work.clear()
        self._waiting.clear()
        self._hang_up()


def _request_for(sample: Sample) -> Request:
    """A request for a sample at hand, under a key of its own."""
    return Request(key=object(), task_id=sample.task_id, load=lambda: sample)


def _without_hash_seed(environment: dict[str, str]) -> dict[str, str]:
    """What a sample sees: the seed of hashes has done its work when the interpreter has started."""
    return {name: value for name, value in environment.items() if name != "PYTHONHASHSEED"}
