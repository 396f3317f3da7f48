"""Laziness by static analysis against brute force: two runs over everything, one calibrated and one not.

    python benchmarks/laziness.py DATASET SAMPLES [--python=official/bin/python] [--most=150] [--plain-libraries]
        [--calibrated=DIR] [--uncalibrated=DIR]

Prints which samples each way calls lazy, how many were judged a second time, and what that took. With
``--plain-libraries`` only tasks are taken whose libraries are in the standard library. ``--calibrated`` and
``--uncalibrated`` name outputs of earlier runs (``--bcb-output``) over the same samples on this machine: they stand for
the two full runs, and the calibrated one's seconds for what a run without laziness takes. Verdicts that turn on chance
(order of sets, the clock) differ between any two runs: what the ways disagree on is judged three times more.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from pytest_bigcodebench import Dataset, Judge, JudgeOptions, Request, Sample, Verdict, load_dataset
from pytest_bigcodebench.analysis.laziness import can_depend
from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.benchmark.samples import SamplesIndex
from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.finished import FinishedOutput, read_records


@dataclass(frozen=True)
class Lazily:
    """What one run with laziness told."""

    passed: set[str]
    examined: set[str]
    lazy: set[str]


def main() -> int:
    """Run the comparison; return 1 if the ways disagree on a sample whose verdict does not turn on chance."""
    options = _options()
    dataset = load_dataset(options.dataset)
    samples = {sample.sample_id: sample for sample in _samples(dataset, options)}
    print(f"{len(samples)} samples")
    judging = JudgeOptions(python=options.python, jobs=options.jobs)

    started = monotonic()
    with Judge(dataset, judging) as judge:
        found = _with_laziness(judge, dataset, samples)
    took = monotonic() - started
    count = f"{len(found.lazy)} lazy, {len(found.examined)} of {len(found.passed)} passes judged twice"
    print(f"one run with laziness: {count}, {took:.1f} s", flush=True)

    calibrated, alone = _full_run(dataset, judging, samples, options.calibrated)
    print(f"calibrated alone: {len(calibrated)} pass, {alone:.1f} s; laziness took {took / alone - 1:+.0%}", flush=True)
    uncalibrated, seconds = _full_run(dataset, _without(judging), samples, options.uncalibrated)
    brute = calibrated - uncalibrated
    print(f"uncalibrated alone: {len(uncalibrated)} pass, {seconds:.1f} s", flush=True)
    print(f"brute force: {len(brute)} lazy, of which {len(brute & found.lazy)} are lazy in the one run too", flush=True)
    for name in sorted(found.lazy & brute):
        print(f"  lazy: {name}")

    status = 0
    for name in sorted(found.lazy ^ brute):
        words = "laziness only" if name in found.lazy else "brute force only"
        outcomes = [
            [name in _passed(dataset, how, [samples[name]]) for _ in range(3)] for how in (judging, _without(judging))
        ]
        chance = any(len(set(each)) > 1 for each in outcomes)
        print(f"{name}: {words}; passes calibrated {outcomes[0]}, uncalibrated {outcomes[1]}", flush=True)
        status = status or int(not chance)
    print("the same" if not status else "NOT the same")
    return status


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("dataset")
    parser.add_argument("samples")
    parser.add_argument("--python")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--most", type=int, default=0, help="at most so many samples; 0: all")
    parser.add_argument("--plain-libraries", action="store_true")
    parser.add_argument("--calibrated", type=Path, help="output folder of an earlier calibrated run")
    parser.add_argument("--uncalibrated", type=Path, help="output folder of an earlier uncalibrated run")
    return parser.parse_args()


def _samples(dataset: Dataset, options: argparse.Namespace) -> Iterator[Sample]:
    index = SamplesIndex.open(options.samples, dataset)
    taken = 0
    for number in range(len(index)):
        libraries = dataset.tasks[index.ref(number).task_id].libs
        if options.plain_libraries and not set(libraries) <= sys.stdlib_module_names:
            continue
        if options.most and taken >= options.most:
            return
        taken += 1
        yield index.read(number, dataset)


def _with_laziness(judge: Judge, dataset: Dataset, samples: dict[str, Sample]) -> Lazily:
    """One run in which a pass that can depend on calibration is judged without it as well, as the plugin does."""
    examined: set[str] = set()

    def request(name: str, sample: Sample) -> Request:
        def follow_up(verdict: Verdict) -> Request | None:
            if not (verdict.passed and can_depend(dataset.tasks[sample.task_id], sample.solution)):
                return None
            examined.add(name)
            return Request(key=("uncalibrated", name), task_id=sample.task_id, load=lambda: sample, calibrated=False)

        return Request(key=name, task_id=sample.task_id, load=lambda: sample, follow_up=follow_up)

    judge.schedule(request(name, sample) for name, sample in samples.items())
    passed = {name for name in samples if _is_passed(judge, name)}
    lazy = {name for name in examined if not _is_passed(judge, ("uncalibrated", name))}
    return Lazily(passed, examined, lazy)


def _is_passed(judge: Judge, key: Hashable) -> bool:
    """Whether a scheduled sample passed; one that could not be judged is named, and did not."""
    try:
        return judge.verdict(key).passed
    except BenchmarkError as error:
        print(f"{key} could not be judged: {error}", flush=True)
        return False


def _full_run(
    dataset: Dataset, options: JudgeOptions, samples: dict[str, Sample], output: Path | None
) -> tuple[set[str], float]:
    """The samples that pass in one run, and its seconds: of an earlier run's output where there is one."""
    if output is None:
        started = monotonic()
        return _passed(dataset, options, samples.values()), monotonic() - started
    finished = FinishedOutput.read(output)
    if finished.dataset["hash"] != dataset.hash or finished.summary["calibrated"] != options.calibrated:
        word = "calibrated" if options.calibrated else "uncalibrated"
        raise SystemExit(f"{output} is no {word} run over {dataset.label}")
    by_key = {(printable(sample.task_id), sample.index): name for name, sample in samples.items()}
    passed = {by_key.get((record.task_id, record.sample)): record.passed for record in read_records(output)}
    if missing := [name for name in samples if name not in passed]:
        raise SystemExit(f"{output} has no verdict on {len(missing)} of the samples, {missing[0]} for one")
    if len(passed.keys() - {None}) < finished.summary["overall"]["samples"]:
        print(f"{output} is of more samples: its seconds are not those of a run over these alone")
    return {name for name in samples if passed[name]}, float(finished.summary["wall_s"])


def _passed(dataset: Dataset, options: JudgeOptions, samples: Iterable[Sample]) -> set[str]:
    requests = [_request(sample) for sample in samples]
    with Judge(dataset, options) as judge:
        judge.schedule(requests)
        return {str(request.key) for request in requests if _is_passed(judge, request.key)}


def _request(sample: Sample) -> Request:
    return Request(key=sample.sample_id, task_id=sample.task_id, load=lambda: sample)


def _without(options: JudgeOptions) -> JudgeOptions:
    return JudgeOptions(python=options.python, jobs=options.jobs, calibrated=False)


if __name__ == "__main__":
    sys.exit(main())
