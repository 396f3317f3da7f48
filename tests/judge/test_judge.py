"""The judge as a public API: order, running ahead, deaths, ends."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench import BenchmarkError, InputError, Judge, JudgeOptions, Request, Sample
from pytest_bigcodebench.judge.limits import Cost
from tests.judge.conftest import RIGHT, make_dataset, make_task

WRONG = "def task_func(a):\n    return a\n"


def processes() -> dict[int, int]:
    """Every living process in sight and its parent."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
                if state != "Z":
                    found[int(entry.name)] = int(parent)
    return found


def descendants(root: int) -> set[int]:
    """Every process that descends from ``root``."""
    parents = processes()
    found: set[int] = set()
    while more := {pid for pid, parent in parents.items() if parent in found | {root}} - found:
        found |= more
    return found


@pytest.fixture
def fresh() -> Iterator[Judge]:
    """A judge of its own, for a test that harms it."""
    with Judge(make_dataset(), JudgeOptions(jobs=2, time_limit=5.0)) as judge:
        yield judge


def test_map_gives_verdicts_in_order(judge: Judge) -> None:
    """Verdicts come in the samples' order, whatever order they ended in."""
    slow = "import time\ntime.sleep(0.3)\n" + RIGHT
    solutions = [slow, WRONG, RIGHT, slow, WRONG]

    verdicts = list(judge.map(Sample(task_id="small/0", solution=solution) for solution in solutions))

    assert [verdict.passed for verdict in verdicts] == [True, False, True, True, False]


def test_map_takes_no_more_samples_than_it_can_run_ahead(judge: Judge) -> None:
    """An endless source of samples is read as verdicts are taken."""

    def endless() -> Iterator[Sample]:
        while True:
            yield Sample(task_id="small/0", solution=RIGHT)

    verdicts = judge.map(endless())

    assert all(next(verdicts).passed for _ in range(3))


def test_a_solution_is_read_when_its_turn_comes(judge: Judge) -> None:
    """Of many requests only the backlog's solutions are held in memory."""
    read = []

    def load(number: int) -> Sample:
        read.append(number)
        return Sample(task_id="small/0", solution=RIGHT)

    judge.schedule(Request(key=number, task_id="small/0", load=partial(load, number)) for number in range(200))
    assert judge.verdict(0).passed

    assert len(read) < 150
    assert all(judge.verdict(number).passed for number in range(1, 200))


def test_a_sample_that_cannot_be_read_is_an_error_of_its_own(judge: Judge) -> None:
    """A fault of reading reaches who asks for that verdict, and no other."""

    def fail() -> Sample:
        raise BenchmarkError("the file is gone")

    judge.schedule(
        [
            Request(key="bad", task_id="small/0", load=fail),
            Request(key="good", task_id="small/0", load=lambda: Sample(task_id="small/0", solution=RIGHT)),
        ]
    )

    assert judge.verdict("good").passed
    with pytest.raises(BenchmarkError, match="the file is gone"):
        judge.verdict("bad")


def test_a_verdict_can_be_taken_once(judge: Judge) -> None:
    """A key that nobody scheduled, or whose verdict was taken, is a KeyError."""
    judge.schedule([Request(key="once", task_id="small/0", load=lambda: Sample(task_id="small/0", solution=RIGHT))])
    assert judge.verdict("once").passed

    with pytest.raises(KeyError):
        judge.verdict("once")


def test_an_unknown_task_is_refused(judge: Judge) -> None:
    """A request for a task that the dataset lacks names the task."""
    with pytest.raises(InputError, match="no/such"):
        judge.judge(Sample(task_id="no/such", solution=RIGHT))


def test_a_request_can_have_a_limit_of_its_own(judge: Judge) -> None:
    """A request's time limit goes before the options'."""
    sleeper = Sample(task_id="small/0", solution="import time\ntime.sleep(2)\n" + RIGHT)

    judge.schedule([Request(key="short", task_id="small/0", load=lambda: sleeper, time_limit=0.3)])

    verdict = judge.verdict("short")
    assert verdict.kind == "timeout"
    assert verdict.wall_s < 2


def test_closing_leaves_no_process(fresh: Judge) -> None:
    """After close, also in the middle of work, nothing that the judge started is alive."""
    fresh.schedule(
        Request(key=number, task_id="small/0", load=lambda: Sample(task_id="small/0", solution="while True: pass"))
        for number in range(4)
    )
    fresh.schedule([Request(key="first", task_id="small/0", load=lambda: Sample(task_id="small/0", solution=RIGHT))])
    before = descendants(os.getpid())
    fresh._pump()

    started = descendants(os.getpid()) - before
    fresh.close()

    assert started
    assert not (started & processes().keys())


def test_a_sandbox_that_is_killed_is_started_again(fresh: Judge) -> None:
    """When the sandbox dies, what it had at work is judged by another one."""
    assert fresh.judge(Sample(task_id="small/0", solution=RIGHT)).passed
    assert fresh._keeper is not None
    fresh.schedule(
        Request(key=number, task_id="small/0", load=lambda: Sample(task_id="small/0", solution=RIGHT))
        for number in range(20)
    )
    os.killpg(fresh._keeper.pid, signal.SIGKILL)

    assert all(fresh.verdict(number).passed for number in range(20))


def test_a_sandbox_that_dies_again_and_again_is_an_error(fresh: Judge) -> None:
    """It is started twice more; then whoever waits for a verdict is told, instead of waiting for ever."""
    fresh.schedule([Request(key="slow", task_id="small/0", load=lambda: Sample(task_id="small/0", solution=_WAITS))])
    fresh._pump()
    for _ in range(3):
        keeper = fresh._keeper
        assert keeper is not None
        os.killpg(keeper.pid, signal.SIGKILL)
        while fresh._keeper is keeper:
            fresh._pump()

    with pytest.raises(BenchmarkError, match="the sandbox died 3 times"):
        fresh.verdict("slow")


def test_a_template_that_is_killed_is_started_again(fresh: Judge) -> None:
    """When a template dies, the samples of its children are judged again."""
    assert fresh.judge(Sample(task_id="small/0", solution=RIGHT)).passed
    assert fresh._keeper is not None
    fresh.schedule(
        Request(
            key=number,
            task_id="small/0",
            load=lambda: Sample(task_id="small/0", solution="import time\ntime.sleep(.3)\n" + RIGHT),
        )
        for number in range(4)
    )
    fresh._pump()
    os.kill(template_of(fresh._keeper.pid), signal.SIGKILL)

    assert all(fresh.verdict(number).passed for number in range(4))


def test_a_sample_whose_template_dies_each_time_is_crashed(fresh: Judge) -> None:
    """A sample is judged again twice; when its template has died a third time its verdict says so, and others pass."""
    pid = 0
    fresh.schedule([Request(key="slow", task_id="small/0", load=lambda: Sample(task_id="small/0", solution=_WAITS))])
    fresh._pump()
    assert fresh._keeper is not None
    for _ in range(3):
        pid = _next_working_template(fresh._keeper.pid, pid)
        os.kill(pid, signal.SIGKILL)

    verdict = fresh.verdict("slow")

    assert (verdict.status, verdict.kind, verdict.detail) == ("fail", "crashed", "template")
    assert fresh.judge(Sample(task_id="small/0", solution=RIGHT)).passed


def test_the_costliest_start_first_and_the_others_in_order() -> None:
    """Of an unknown cost, where others are known, the most is feared; below a second the order asked for counts."""
    tasks = [make_task(f"small/{number}") for number in range(4)]
    costs = {
        task.task_id: Cost(cpu_s=seconds, wall_s=0.0) for task, seconds in zip(tasks, (0.2, 5.0, 0.9), strict=False)
    }
    told: list[str] = []
    options = JudgeOptions(jobs=1, time_limit=5.0)
    with Judge(make_dataset(*tasks), options, costs=costs, on_verdict=lambda key, _: told.append(key)) as judge:
        judge.schedule(
            Request(key=task_id, task_id=task_id, load=partial(Sample, task_id=task_id, solution=RIGHT))
            for task_id in judge.dataset.tasks
        )
        judge.verdict("small/2")

    assert told == ["small/3", "small/1", "small/0", "small/2"]


def test_a_verdict_is_told_when_it_is_there() -> None:
    """Who wants to keep verdicts hears of each once, in the order in which they come, asked for or not."""
    told = []
    slow = "import time\ntime.sleep(1)\n" + RIGHT
    solutions = {"slow": slow, "right": RIGHT, "wrong": WRONG}
    options = JudgeOptions(jobs=2, time_limit=5.0)
    with Judge(make_dataset(), options, on_verdict=lambda key, verdict: told.append((key, verdict))) as judge:
        judge.schedule(
            Request(key=key, task_id="small/0", load=partial(Sample, task_id="small/0", solution=text))
            for key, text in solutions.items()
        )
        verdict = judge.verdict("slow")
        assert sorted(key for key, _ in told[:2]) == ["right", "wrong"]
        judge.verdict("right")

    assert told[2:] == [("slow", verdict)]


#: A right solution that takes its time.
_WAITS = "import time\ntime.sleep(60)\n" + RIGHT


def _next_working_template(sandbox: int, before: int) -> int:
    """Wait until another template than the one before has a child, and name it."""
    while True:
        with suppress(ValueError):
            template = template_of(sandbox)
            if template != before and template in processes().values():
                return template
        time.sleep(0.02)


def template_of(sandbox: int) -> int:
    """The template: the keeper's child that lives in the keeper's PID namespace."""

    def depth(pid: int) -> int:
        # Where links to namespaces lead may be read by root only.
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except (FileNotFoundError, ProcessLookupError):
            return 0  # A cell's init that was there a moment ago.
        return next(len(line.split()) for line in status.splitlines() if line.startswith("NSpid:"))

    parents = processes()
    children = {pid for pid, parent in parents.items() if parent == sandbox}
    (init,) = children
    (keeper,) = (pid for pid, parent in parents.items() if parent == init)
    (template,) = (pid for pid, parent in parents.items() if parent == keeper and depth(pid) == depth(keeper))
    return template


def test_a_library_that_is_not_there_is_left_out() -> None:
    """A module that cannot be imported beforehand stops nothing; the task's samples meet it themselves."""
    task = make_task(code_prompt="import this_one_is_missing\ndef task_func(a):\n")
    with Judge(make_dataset(make_task(), task), JudgeOptions(jobs=1, time_limit=5.0)) as judge:
        verdict = judge.judge(Sample(task_id="small/0", solution=RIGHT))

        assert verdict.kind == "missing_library"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (JudgeOptions(python="/no/such/python"), "/no/such/python"),
        (JudgeOptions(python="/bin/true"), "not a Python interpreter"),
        (JudgeOptions(sandbox="castle"), "castle"),
    ],
)
def test_what_cannot_start_says_so_in_a_line(options: JudgeOptions, words: str) -> None:
    """An interpreter or sandbox that is not there is named before anything runs."""
    with pytest.raises(BenchmarkError, match=words) as caught:
        Judge(make_dataset(), options).start()

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"time_limit": float("nan")}, "time_limit must be above 0 and finite, got nan"),
        ({"time_limit": 0}, "time_limit must be above 0 and finite, got 0"),
        ({"cpu_limit": float("inf")}, "cpu_limit must be above 0 and finite, got inf"),
        ({"jobs": -1}, "jobs must be above 0 and finite, got -1"),
        ({"second_look": "never"}, "second_look must be one of suspicious, all, off, got 'never'"),
    ],
)
def test_an_option_under_which_nothing_would_hold_is_refused(options: dict[str, Any], words: str) -> None:
    """Without pytest nobody else looks at it, and an endless sample would have no end."""
    with pytest.raises(InputError) as caught:
        JudgeOptions(**options)

    assert str(caught.value) == f"JudgeOptions: {words}"


def test_what_is_no_linux_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere reports can be made and compared; that nothing can be judged is said at once."""
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.delattr(os, "sched_getaffinity")

    with pytest.raises(BenchmarkError, match="samples are judged on Linux only"), Judge(make_dataset()):
        pass


def test_nothing_of_the_current_directory_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judged interpreter is asked what it is, outside of the walls, wherever the evaluation was started."""
    for name in ("json", "platform", "site"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a module of the current directory was imported')")
    monkeypatch.chdir(tmp_path)

    with Judge(make_dataset(), JudgeOptions(jobs=1)) as judge:
        assert judge.environment is not None
