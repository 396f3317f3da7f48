"""Kill runs over real samples at random moments, and see that nothing is left behind and no verdict is lost.

    BCB_DATASET_DIR=... python benchmarks/chaos.py --samples samples.jsonl.gz [--dataset bigcodebench] [--runs 20]
        [--count 40] [--seed 0] [--python PATH] [--sandbox LEVEL]

Each run judges the same quick samples of tasks that need no library but Python's, every other one under xdist with two
workers. At a random moment a process is killed (SIGKILL): the process group of the controller, the controller, a
worker, a keeper with all of its sandbox, or a template. Then every process of the run must end by itself, no temporary
directory may be left, and the resumed run's verdicts must be those of an undisturbed run. Exits with 1 where they are
not.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pytest_bigcodebench import Sample, load_dataset, read_samples
from pytest_bigcodebench.judge.limits import official_costs

#: What is killed, in turn; a worker only where there is one.
VICTIMS = ("group", "controller", "worker", "keeper", "template")
#: Seconds in which all processes of a killed run must be gone: execnet gives a worker that lost its controller 15.
PATIENCE = 30.0
#: Seconds that a run may take in all.
LIMIT = 300.0

Verdicts = dict[tuple[str, int], tuple[str, str]]


@dataclass(frozen=True)
class Process:
    """A living process."""

    pid: int
    parent: int
    name: str


def processes() -> dict[int, Process]:
    """Every living process in sight."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                head, _, tail = (entry / "stat").read_text().rpartition(")")
                state, parent = tail.split()[:2]
                if state != "Z":
                    found[int(entry.name)] = Process(int(entry.name), int(parent), head.partition("(")[2])
    return found


def descendants(root: int) -> list[Process]:
    """Every process below ``root``, parents first."""
    living, found, frontier = processes(), [], [root]
    while frontier:
        below = [each for each in living.values() if each.parent in frontier]
        frontier = [each.pid for each in below]
        found += below
    return found


def candidates(controller: int, victim: str) -> list[int]:
    """Processes of a run that play a part by now."""
    if victim in ("group", "controller"):
        return [controller]
    below = descendants(controller)
    names = {each.pid: each.name for each in below}
    outer = [each for each in below if each.name == "bwrap" and names.get(each.parent) != "bwrap"]
    if victim == "worker":
        return [each.pid for each in below if each.parent == controller and each.name != "bwrap"]
    if victim == "keeper":
        return [each.pid for each in outer]
    inner = {each.pid for each in below if each.name == "bwrap"} - {each.pid for each in outer}
    keepers = {each.pid for each in below if each.parent in inner and each.name != "bwrap"}
    return [each.pid for each in below if each.parent in keepers and _namespace(each.pid) == _namespace(each.parent)]


def _namespace(pid: int) -> str:
    try:
        return os.readlink(f"/proc/{pid}/ns/pid")
    except OSError:
        return str(pid)


class Bench:
    """The samples, and runs over them."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder = folder
        self.arguments = [f"--bcb-samples={folder / 'samples.jsonl'}", f"--bcb-dataset={options.dataset}"]
        self.arguments += [f"--bcb-sandbox={options.sandbox}", "--bcb-jobs=2", "--tb=no", "-q"]
        self.arguments += [f"--bcb-python={options.python}"] if options.python else []

    def start(self, name: str, *more: str) -> subprocess.Popen[bytes]:
        """Start pytest in a folder and a process group of its own."""
        place = self.folder / name
        (place / "tmp").mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pytest", *self.arguments, "-o", f"cache_dir={place}/cache", *more]
        with (place / "log").open("ab") as log:
            return subprocess.Popen(
                command,
                cwd=place,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={**os.environ, "TMPDIR": str(place / "tmp")},
            )

    def finish(self, name: str, *more: str) -> list[dict[str, Any]]:
        """Run to the end, and read the verdicts."""
        output = self.folder / name / "output"
        with self.start(name, f"--bcb-output={output}", *more) as process:
            process.wait(LIMIT)
        return [json.loads(line) for line in (output / "verdicts.jsonl").read_text().splitlines()]

    def left(self, name: str) -> list[str]:
        """Temporary directories that are there."""
        return sorted(map(str, [*(self.folder / name / "tmp").iterdir(), *Path("/tmp").glob("bcb-*")]))


def pick(samples: Path, dataset: str, count: int, seed: int) -> list[Sample]:
    """Quick samples of tasks that need the standard library only."""
    tasks = load_dataset(dataset).tasks
    costs = official_costs()
    fit = [
        sample
        for sample in read_samples(samples)
        if set(tasks[sample.task_id].libs) <= sys.stdlib_module_names
        and (sample.task_id not in costs or costs[sample.task_id].longest < 1.0)
    ]
    return random.Random(seed).sample(fit, min(count, len(fit)))


def keyed(lines: list[dict[str, Any]]) -> Verdicts:
    """What of verdicts must be the same in every run."""
    return {(line["task_id"], line["sample"]): (line["status"], line["kind"]) for line in lines}


def wait_for_all() -> float:
    """Seconds until no process that was started here is left; those that lost their parent fall to this one."""
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.01)
        except ChildProcessError:
            return time.monotonic() - started
    return float("inf")


def disturb(bench: Bench, name: str, victim: str, moment: float, spread: list[str], chance: random.Random) -> bool:
    """Start a run, kill a part of it when it has lasted for ``moment`` seconds; returns whether that could be."""
    process = bench.start(name, *spread)
    time.sleep(moment)
    while not (found := candidates(process.pid, victim)) and process.poll() is None:
        time.sleep(0.005)
    killed = process.poll() is None
    if killed:
        with suppress(ProcessLookupError):
            if victim == "group":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                os.kill(chance.choice(found), signal.SIGKILL)
    process.wait(LIMIT)
    return killed


def plan(runs: int, seconds: float, chance: random.Random) -> Iterator[tuple[str, list[str], float]]:
    """Victim, arguments, and moment of each run."""
    for number in range(runs):
        victim = VICTIMS[number % len(VICTIMS)]
        distributed = victim == "worker" or number % 2 == 1
        spread = ["-n", "2"] if distributed else ["-p", "no:xdist"]
        yield victim, spread, chance.uniform(0.1, 1.0) * seconds


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--python")
    parser.add_argument("--sandbox", default="auto")
    options = parser.parse_args()
    # PR_SET_CHILD_SUBREAPER: whoever loses its parent becomes a child of this process.
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="chaos-") as place:
        bench = Bench(Path(place), options)
        chosen = pick(options.samples, options.dataset, options.count, options.seed)
        lines = (json.dumps({"task_id": each.task_id, "solution": each.solution}) + "\n" for each in chosen)
        (bench.folder / "samples.jsonl").write_text("".join(lines), "utf-8")
        before = [*map(str, Path("/tmp").glob("bcb-*"))]
        started = time.monotonic()
        expected = keyed(bench.finish("undisturbed", "-p", "no:xdist"))
        seconds = time.monotonic() - started
        print(f"{len(expected)} samples, undisturbed: {seconds:.1f} s", flush=True)
        faults = killed = 0
        for number, (victim, spread, moment) in enumerate(plan(options.runs, seconds, chance)):
            name = f"run{number}"
            hit = disturb(bench, name, victim, moment, spread, chance)
            gone = wait_for_all()
            left = [path for path in bench.left(name) if path not in before]
            resumed = bench.finish(name, "--bcb-resume", *spread)
            wait_for_all()
            stored = sum(line["stored"] for line in resumed)
            differ = sum(keyed(resumed).get(key) != verdict for key, verdict in expected.items())
            faults += gone == float("inf") or bool(left) or bool(differ) or len(resumed) != len(expected)
            killed += hit
            print(
                f"{number:2} {'xdist' if '-n' in spread else 'alone'} {victim:10} {'killed' if hit else 'over'} "
                f"after {moment:4.1f} s; all gone {gone:4.1f} s later, {len(left)} directories left; "
                f"resumed: {stored} stored, {len(resumed) - stored} judged, {differ} differ",
                flush=True,
            )
        print(f"{killed} of {options.runs} runs killed in time, {faults} with a fault")
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
