"""No verdict can be forged, no sample harms anything, and nobody honest is accused: proved on the hostile corpus."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hostile_files import TASKS, HostileFile, read_folder

from pytest_bigcodebench import BenchmarkError, Dataset, Judge, JudgeOptions, Request, Sample, Verdict, load_dataset

pytest.importorskip("numpy")
pytest.importorskip("pandas")

ATTACKS = list(read_folder("corpus"))
RESOURCES = list(read_folder("resources"))
HONEST = list(read_folder("honest"))

#: What a canary file holds; ``resources/canary.py`` looks for it, spelled backwards there.
CANARY = "this-is-the-canary"
#: Names of what attacks leave where they can; ``hostile_pickle_was_loaded`` proves that a forged pickle was.
MARKS = ("hostile_mark", "hostile_pickle_was_loaded")
#: Where a sample may wish to leave something.
ROOTS = ("/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/etc", "/usr", "/opt", "/root", "/home")
#: Right answers that moreover are right only where nothing of another sample is to be seen.
SENTINELS = ("honest/plain", "resources/shared_memory_of_a_neighbour", "resources/state_of_a_neighbour")


class Bench:
    """One judge for the whole corpus; judges ahead unless xdist shares the files out among several."""

    def __init__(self, judge: Judge, dataset: Dataset) -> None:
        self.judge = judge
        self.dataset = dataset
        self.task_ids = {task_id.rpartition("/")[2]: task_id for task_id in dataset.tasks}
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._ahead: set[tuple[str, str]] = set()
        if "PYTEST_XDIST_WORKER" not in os.environ:
            self._ahead.update((file.name, "source") for file in (*ATTACKS, *HONEST))
            self._ahead.update((file.name, "harmless") for file in ATTACKS)
            by_name = {file.name: file for file in (*ATTACKS, *HONEST)}
            judge.schedule(self._request(by_name[name], form, (name, form)) for name, form in sorted(self._ahead))

    def verdict(self, file: HostileFile, form: str = "source") -> Verdict:
        """The verdict on a file as it is, or without its attack (``form="harmless"``)."""
        key = file.name, form
        if key not in self._verdicts:
            if key not in self._ahead:
                self.judge.schedule([self._request(file, form, key)])
            self._verdicts[key] = self.judge.verdict(key)
        return self._verdicts[key]

    def verdicts_in_a_row(self, files: list[HostileFile]) -> list[Verdict]:
        """The verdicts on some files that are judged one close after the other."""
        self.judge.schedule(self._request(file, "source", ("row", number)) for number, file in enumerate(files))
        return [self.judge.verdict(("row", number)) for number in range(len(files))]

    def _request(self, file: HostileFile, form: str, key: object) -> Request:
        sample = Sample(task_id=self.task_ids[file.task], solution=getattr(file, form))
        return Request(key=key, task_id=sample.task_id, load=lambda: sample, time_limit=file.seconds)


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """The judge, on a machine that has something to lose: canary files, a secret variable, services on its loopback.

    Afterwards every process that the judge ever had is gone, and no mark is found.
    """
    dataset = load_dataset(str(TASKS))
    with ExitStack() as stack:
        (tmp_path_factory.mktemp("secrets") / "canary.txt").write_text(CANARY)
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("CANARY_TOKEN", CANARY)
        _offer_services(stack)
        judge = stack.enter_context(Judge(dataset, JudgeOptions(time_limit=30.0)))
        assert judge.environment is not None
        if judge.environment.sandbox != "bubblewrap":
            pytest.skip(f"the corpus is not run without walls (sandbox {judge.environment.sandbox!r})")
        yield Bench(judge, dataset)
        family = _descendants(os.getpid())
        judge.close()
    assert not [pid for pid in family if _is_there(*pid)], "processes of the judge are left"
    assert not _marks(), "samples have left marks on the machine"


def _offer_services(stack: ExitStack) -> None:
    """Listen where ``resources/network.py`` looks for the host's services."""
    try:
        stack.enter_context(socket.create_server(("127.0.0.1", 41733)))
        link = stack.enter_context(socket.socket(socket.AF_UNIX))
        link.bind("\0hostile_host")
        link.listen()
    except OSError:
        pass  # Another run of these tests offers them.


def _marks() -> list[str]:
    return [
        path
        for place in (*ROOTS, Path.home(), ".", "..")
        for mark in MARKS
        if os.path.lexists(path := os.path.join(place, mark))
    ]


def _descendants(ancestor: int) -> set[tuple[int, str]]:
    """Every process below one, as (pid, start time)."""
    stats = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        fields = _stat(int(name))
        if fields:
            stats[int(name)] = fields
    found = {ancestor}
    while more := {pid for pid, fields in stats.items() if int(fields[1]) in found} - found:
        found |= more
    return {(pid, stats[pid][19]) for pid in found - {ancestor}}


def _is_there(pid: int, started: str) -> bool:
    fields = _stat(pid)
    return bool(fields) and fields[19] == started and fields[0] != "Z"


def _stat(pid: int) -> list[str]:
    """Fields of /proc/PID/stat from the third on; empty when the process is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _kind(verdict: Verdict) -> str:
    return verdict.kind or "pass"


def _attacks() -> list[object]:
    parameters = []
    for file in ATTACKS:
        marks = [pytest.mark.xfail(reason=file.open, strict=True)] if file.open else []
        parameters.append(pytest.param(file, id=file.name.removeprefix("corpus/"), marks=marks))
    return parameters


@pytest.mark.parametrize("file", _attacks())
def test_no_attack_passes(bench: Bench, file: HostileFile) -> None:
    """A wrong solution does not pass, whatever it does, and where a kind is promised for it, that is its kind."""
    verdict = bench.verdict(file)

    assert not verdict.passed, f"{file.name} was judged as passing"
    if file.expected:
        assert _kind(verdict) in file.expected, verdict.message


@pytest.mark.parametrize("file", [pytest.param(file, id=file.name.removeprefix("corpus/")) for file in ATTACKS])
def test_each_attack_is_needed(bench: Bench, file: HostileFile) -> None:
    """Without its attack each of these solutions fails by its wrong answers, and nobody calls it tampered."""
    verdict = bench.verdict(file, "harmless")

    assert not verdict.passed
    assert _kind(verdict) in ("wrong_answer", "exception"), verdict.message


@pytest.mark.parametrize("file", [pytest.param(file, id=file.name.removeprefix("corpus/")) for file in ATTACKS])
def test_verdicts_stay_plain_and_small(bench: Bench, file: HostileFile) -> None:
    """What an attack puts into a verdict fits any report: text that UTF-8 holds, no control characters, bounded."""
    verdict = bench.verdict(file)

    plain = json.dumps(verdict.to_plain(), ensure_ascii=False)
    plain.encode("utf-8")
    assert len(plain) < 500_000
    assert len(verdict.message) <= 1_000
    assert verdict.message.isprintable()


@pytest.mark.parametrize("file", [pytest.param(file, id=file.name.removeprefix("resources/")) for file in RESOURCES])
def test_rough_samples_harm_nobody(bench: Bench, file: HostileFile) -> None:
    """A sample that is rough with the machine ends as its header says, and those judged next to it notice nothing."""
    by_name = {other.name: other for other in (*RESOURCES, *HONEST)}
    sentinels = [by_name[name] for name in SENTINELS]

    verdict, *others = bench.verdicts_in_a_row([file, *sentinels])

    assert _kind(verdict) in file.expected, verdict.message
    assert [other.message for other in others] == [""] * len(others)
    assert all(other.passed for other in others)


@pytest.mark.parametrize("file", [pytest.param(file, id=file.name.removeprefix("honest/")) for file in HONEST])
def test_nobody_honest_is_accused(bench: Bench, file: HostileFile) -> None:
    """A right solution passes, however odd it is."""
    verdict = bench.verdict(file)

    assert verdict.passed, f"{verdict.kind}: {verdict.message}"


def test_the_ground_truths_pass(bench: Bench) -> None:
    """The corpus's own tasks are sound: their canonical solutions pass."""
    truths = [Sample(task_id=task.task_id, solution=task.ground_truth) for task in bench.dataset.tasks.values()]

    assert [verdict.message for verdict in bench.judge.map(truths)] == [""] * len(truths)


def test_the_corpus_is_as_large_as_promised() -> None:
    """At least 80 attacks in at least ten families, 40 honest samples, 40 rough ones."""
    families = {file.family for file in ATTACKS}

    assert len(ATTACKS) >= 80
    assert len(families) >= 10
    assert len(HONEST) >= 40
    assert len(RESOURCES) >= 40


def test_a_file_of_the_corpus_says_what_it_is(tmp_path: Path) -> None:
    """A file without a header, or an attack without its marks, is refused by name."""
    import hostile_files

    bad = hostile_files.HERE / "corpus"
    assert bad.is_dir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hostile_files, "HERE", tmp_path)
        (tmp_path / "corpus").mkdir()
        (tmp_path / "corpus" / "nameless.py").write_text("x = 1\n")
        with pytest.raises(ValueError, match="corpus/nameless: the header"):
            list(hostile_files.read_folder("corpus"))
        (tmp_path / "corpus" / "nameless.py").write_text("# task: a\n# attack: b\n")
        with pytest.raises(ValueError, match="corpus/nameless: no attack"):
            list(hostile_files.read_folder("corpus"))


def test_the_judge_needs_no_honest_run_to_start(bench: Bench) -> None:
    """The judge still answers, and refuses what it does not know, after all that was done to it."""
    with pytest.raises(BenchmarkError):
        bench.judge.judge(Sample(task_id="no/such", solution=""))
    plain = next(file for file in HONEST if file.name == "honest/plain")
    assert bench.judge.judge(Sample(task_id=bench.task_ids[plain.task], solution=plain.source)).passed
