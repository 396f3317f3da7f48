"""The page of ``--bcb-html`` at the size of real runs: seconds to write it, its size, how soon it lists and searches.

    BCB_DATASET_DIR=FOLDER python benchmarks/html_page.py SAMPLES [VERDICTS] [--copies 1 10] [--keep FOLDER]

SAMPLES is a samples file for the official dataset, VERDICTS a file of lines with ``task_id``, ``status`` and
``failing_tests`` for it; without one, verdicts are drawn by chance. Nothing is judged. Copies of a sample differ as
answers of one model do: half of the names that each assigns are others. Chromium opens each page five times, with an
empty cache, and the median counts; then it filters by a status, and searches all text and code for a word.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench.benchmark.samples import SamplesIndex
from pytest_bigcodebench.evaluation import Evaluation, Source, open_evaluation
from pytest_bigcodebench.report.html.page import HtmlPage
from pytest_bigcodebench.report.results import Results
from pytest_bigcodebench.scoring.record import Record
from pytest_bigcodebench.settings import Settings

#: What the page says of the run.
RUN = {"started": "2026-01-01T00:00:00+00:00", "wall_s": 0.0, "complete": True}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as file:
        return [json.loads(line) for line in file]


def reworded(solution: str, number: int) -> str:
    """A solution with half of the names that it assigns changed, others in each copy."""
    chance = random.Random(f"{number} {solution}")
    names = {name for name in re.findall(r"^ +(\w+) =", solution, re.MULTILINE) if number and chance.random() < 0.5}
    others = {name: "".join(chance.choices("abcdefghijklmnopqrstuvwxyz_", k=len(name))) for name in sorted(names)}
    return re.sub(r"\w+", lambda word: others.get(word[0], word[0]), solution)


def write_samples(samples: Path, copies: int, folder: Path) -> Path:
    """Write each sample so many times, no two alike."""
    path = folder / f"samples-{copies}.jsonl"
    with path.open("w") as file:
        for number in range(copies):
            for line in read_lines(samples):
                solution = reworded(line["solution"].rstrip(), number) + f"\n# sample {number}\n"
                file.write(json.dumps({"task_id": line["task_id"], "solution": solution}) + "\n")
    return path


def make_record(evaluation: Evaluation, source: Source, position: int, verdicts: Mapping[str, Any]) -> Record:
    """A sample's record as a run would have made it."""
    ref = source.index.ref(position)
    task = evaluation.dataset.tasks[ref.task_id]
    chance = random.Random(f"{ref.task_id} {ref.number}")
    known = verdicts.get(ref.task_id)
    tests = [line.split()[1].partition("(")[0] for line in task.test.splitlines() if line.startswith("    def test")]
    status = known["status"] if known else chance.choice(("pass", "fail"))
    failing = set(known["failing_tests"]) if known else {chance.choice(tests)} if tests else set()
    outcomes = {name: "failed" if status != "pass" and name in failing else "passed" for name in tests}
    raised = chance.random() < 0.4
    return Record(
        samples_file=source.name,
        task_id=ref.task_id,
        sample=ref.number,
        status=status,
        kind={"pass": "", "timeout": "timeout"}.get(status, "exception" if raised else "wrong_answer"),
        detail="KeyError" if raised and status == "fail" else "",
        domains=task.domains,
        tests=outcomes,
        message="" if status == "pass" else f"{(sorted(failing) or ['ALL'])[0]}: AssertionError: 3 != 4 : the count",
        cpu_s=chance.expovariate(5),
        wall_s=chance.expovariate(4),
        peak_mib=chance.uniform(1, 200),
    )


def failure_text(record: Record, solution: str) -> str:
    """A failure's text of a usual length."""
    if record.passed:
        return ""
    lines = solution.splitlines()
    number = max(1, len(lines) - 3)
    return (
        f"    # {record.kind} in {record.message.partition(':')[0]}\n    # test, line 12, in test_case_1\n"
        f">   result = task_func(values)\n    # solution, line {number}, in task_func\n>   {lines[number - 1]}\n"
        f"E   {record.message.partition(': ')[2]}\n"
    )


def report_of(source: Source, record: Record, solution: str) -> pytest.TestReport:
    """A sample's report as pytest would have made it."""
    return pytest.TestReport(
        nodeid=f"{source.nodeid}::{record.task_id}[{record.sample}]",
        location=(source.nodeid, 0, ""),
        keywords={},
        outcome="passed" if record.passed else "failed",
        longrepr=failure_text(record, solution) or None,
        when="call",
    )


def records(evaluation: Evaluation, verdicts: Mapping[str, Any]) -> Iterator[tuple[Source, Record, str]]:
    """Every sample of an evaluation with a record."""
    for source in evaluation.sources.values():
        index: SamplesIndex = source.index
        for position in range(len(index)):
            solution = index.read(position, evaluation.dataset).solution
            yield source, make_record(evaluation, source, position, verdicts), solution


def write_page(path: Path, evaluation: Evaluation, verdicts: Mapping[str, Any]) -> float:
    """Write the page of an evaluation; return the CPU seconds that the end of the run takes for it."""
    order = {name: number for number, name in enumerate(evaluation.dataset.tasks)}
    files = {source.name: number for number, source in enumerate(evaluation.sources.values())}
    results = Results(evaluation)
    page = HtmlPage(path, evaluation, lambda each: (files[each.samples_file], order[each.task_id], each.sample))
    page.prepare()
    for source, record, solution in records(evaluation, verdicts):
        results.add(record)
        page.add(report_of(source, record, solution), record)
    started = time.process_time()
    page.finish(results, RUN)
    assert not page.fault, page.fault
    return time.process_time() - started


#: Times from setting a control of the page to what it says then.
TIME_TO_FILTER = """([name, value, done]) => new Promise((resolve) => {
    const started = performance.now(), control = document.querySelector(`[name=${name}]`);
    const look = () => document.getElementById("count").textContent.includes(done)
        ? resolve((performance.now() - started) / 1000) : setTimeout(look, 5);
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(look, 5);
})"""


def time_to_open(path: Path, rounds: int = 5) -> tuple[float, float, float]:
    """Median seconds from navigation to the first paint, to the list, and to the end of the file."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    times = []
    with sync_playwright() as playwright:
        for _ in range(rounds):
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(path.as_uri(), wait_until="load")
            page.wait_for_selector("html[data-ready] .row")
            script = """() => [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
                Number(document.documentElement.dataset.ready),
                performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd]"""
            times.append(page.evaluate(script))
            browser.close()
    paint, ready, loaded = (statistics.median(column) / 1000 for column in zip(*times, strict=True))
    return paint, ready, loaded


def time_to_filter(path: Path) -> tuple[float, float]:
    """Seconds to filter by a status, and to search all text and code for the first time."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(path.as_uri(), wait_until="load")
        page.wait_for_selector("html[data-ready] .row")
        by_status = page.evaluate(TIME_TO_FILTER, ["status", "fail", " of "])
        page.click("#clear")
        # What the page says while it searches ends in an ellipsis; nothing fits this word.
        page.fill("[name=q]", "no_such_word")
        started = time.perf_counter()
        page.wait_for_function(
            "() => document.getElementById('count').textContent.startsWith('0 of') && "
            "!document.getElementById('count').textContent.includes('searching')"
        )
        searched = time.perf_counter() - started
        browser.close()
    return by_status, searched


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("samples", type=Path)
    parser.add_argument("verdicts", type=Path, nargs="?")
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="folder to leave the pages in")
    options = parser.parse_args()
    options.samples, options.keep = options.samples.resolve(), options.keep and options.keep.resolve()
    verdicts = {line["task_id"]: line for line in read_lines(options.verdicts)} if options.verdicts else {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        os.chdir(scratch)
        for copies in options.copies:
            samples = write_samples(options.samples, copies, Path(scratch))
            evaluation = open_evaluation(
                Settings(dataset=options.dataset), [samples], folder=Path(scratch), root=Path(scratch)
            )
            path = folder / f"page-{copies}.html"
            cpu = write_page(path, evaluation, verdicts)
            count = sum(len(source.index) for source in evaluation.sources.values())
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{count:,} samples: {path.stat().st_size / 1e6:.1f} MB, {cpu:.1f} CPU-s, {peak:.0f} MiB", flush=True)
            if options.rounds:
                paint, ready, loaded = time_to_open(path, options.rounds)
                print(f"  first paint {paint:.2f} s, list {ready:.2f} s, whole file {loaded:.2f} s", flush=True)
                by_status, searched = time_to_filter(path)
                print(f"  filter by status {by_status:.2f} s, first search of all text {searched:.2f} s", flush=True)
            evaluation.close()


if __name__ == "__main__":
    main()
