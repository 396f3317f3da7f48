"""Laziness by static analysis against brute force: two runs over everything, one calibrated and one not.

    python benchmarks/laziness.py DATASET SAMPLES [--python=official/bin/python] [--most=150] [--plain-libraries]

Prints which samples each way calls lazy, how many were judged a second time, and what that took. With
``--plain-libraries`` only tasks are taken whose libraries are in the standard library. Verdicts that turn on chance
(order of sets, the clock) differ between any two runs: what the ways disagree on is judged three times more.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import monotonic

from pytest_bigcodebench import Dataset, Judge, JudgeOptions, Request, Sample, Verdict, load_dataset
from pytest_bigcodebench.analysis.laziness import can_depend
from pytest_bigcodebench.benchmark.samples import SamplesIndex


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
    print(f"one run with laziness: {count}, {took:.1f} s")

    started = monotonic()
    calibrated = _passed(dataset, judging, samples.values())
    alone = monotonic() - started
    uncalibrated = _passed(dataset, _without(judging), samples.values())
    brute = calibrated - uncalibrated
    print(f"brute force: {len(brute)} lazy; calibrated alone {alone:.1f} s, so laziness took {took / alone - 1:+.0%}")

    status = 0
    for name in sorted(found.lazy ^ brute):
        words = "laziness only" if name in found.lazy else "brute force only"
        outcomes = [
            [name in _passed(dataset, how, [samples[name]]) for _ in range(3)] for how in (judging, _without(judging))
        ]
        chance = any(len(set(each)) > 1 for each in outcomes)
        print(f"{name}: {words}; passes calibrated {outcomes[0]}, uncalibrated {outcomes[1]}")
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
    passed = {name for name in samples if judge.verdict(name).passed}
    lazy = {name for name in examined if not judge.verdict(("uncalibrated", name)).passed}
    return Lazily(passed, examined, lazy)


def _passed(dataset: Dataset, options: JudgeOptions, samples: Iterable[Sample]) -> set[str]:
    samples = list(samples)
    with Judge(dataset, options) as judge:
        verdicts = judge.map(samples)
        return {sample.sample_id for sample, verdict in zip(samples, verdicts, strict=True) if verdict.passed}


def _without(options: JudgeOptions) -> JudgeOptions:
    return JudgeOptions(python=options.python, jobs=options.jobs, calibrated=False)


if __name__ == "__main__":
    sys.exit(main())
