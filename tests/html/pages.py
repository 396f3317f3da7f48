"""Pages of runs that were never run: real samples files, a real dataset, and reports as pytest would make them."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.samples import SamplesIndex
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.evaluation import Evaluation, Source
from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.html.page import HtmlPage
from pytest_bigcodebench.report.results import Results
from pytest_bigcodebench.scoring.record import Record
from pytest_bigcodebench.settings import Settings

__all__ = ["DOMAINS", "HOSTILE", "Sample", "blocks_of", "make_page", "make_task", "write_many"]

#: Texts that would do something in a page that took them for markup, script, or an address.
HOSTILE = (
    "</script><script>window.hacked = 1</script>",
    "<!--<script>",
    "--><script>window.hacked = 2</script>",
    "<img src=x onerror='window.hacked = 3'>",
    "<svg onload=window.hacked=4><a href=javascript:window.hacked=5>x</a>",
    "]]></style><style>*{display:none}</style>",
    "{{ 7 * 7 }} {% raw %} {# x #} ${7*7} `${window.hacked=6}`",
    "&lt;script&gt; &amp; &#60;b&#62; \\u003cscript\\u003e",
    '"onmouseover="window.hacked=7" \'',
    "\x00\x07\x1b[31m\r\x7f\x85",
    "\u202edlrow\u2066 \u200b\ufeff\u2028\u2029",
    "\ud800 lone \udfff \U0001f600 \U0001f468\u200d\U0001f469",
    "javascript:window.hacked=8",
    "__proto__",
)

#: Library -> domain of the tasks of these pages.
DOMAINS = {"json": "system", "socket": "network", "pandas": "computation"}

TEST = """import unittest
class TestCases(unittest.TestCase):
    def test_two(self):
        self.assertEqual(task_func(2), 4)
    def test_zero(self):
        self.assertEqual(task_func(0), 0)
"""


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A solution with what came of it; a status of ``error`` stands for a sample that could not be judged."""

    task_id: str
    solution: str = "def task_func(x):\n    return x * x\n"
    status: str = "pass"
    kind: str = ""
    message: str = ""
    detail: str = ""
    text: str = ""
    #: What a record says beside pass or fail.
    misused: tuple[Mapping[str, Any], ...] = ()
    tools: Mapping[str, Any] | None = None
    lazy: bool | None = None


def make_task(task_id: str, lib: str = "json", **fields: str) -> Task:
    """A task that asks for the square of x."""
    return Task(
        **{
            "complete_prompt": 'def task_func(x):\n    """Square x."""\n',
            "instruct_prompt": "Square x.",
            "code_prompt": "def task_func(x):\n",
            "canonical_solution": "    return x ** 2\n",
            "test": TEST,
            "entry_point": "task_func",
            **fields,
        },
        task_id=task_id,
        libs=(lib,),
        domains=(DOMAINS[lib],),
    )


def make_page(folder: Path, tasks: Sequence[Task], runs: Mapping[str, Sequence[Sample]]) -> Path:
    """Write the page of a run over some samples files."""
    dataset = Dataset(name="squares", version="1", tasks={task.task_id: task for task in tasks})
    sources = [_source(folder, name, samples, dataset) for name, samples in runs.items()]
    evaluation = Evaluation(Settings(), dataset, sources)
    results = Results(evaluation)
    orders: dict[tuple[str, str, int], tuple[int, int, int]] = {}
    page = HtmlPage(folder / "page.html", evaluation, lambda record: orders[record.key])
    page.prepare()
    task_order = {task.task_id: number for number, task in enumerate(tasks)}
    for number, (source, samples) in enumerate(zip(sources, runs.values(), strict=True)):
        seen: dict[str, int] = {}
        for sample in samples:
            index = seen[sample.task_id] = seen.get(sample.task_id, -1) + 1
            orders[source.name, printable(sample.task_id), index] = (number, task_order[sample.task_id], index)
            record = _record(source, sample, index, dataset.tasks[sample.task_id])
            if record:
                results.add(record)
            else:
                results.errors[source.name] += 1
            page.add(_report(source, sample, index), record)
    page.finish(results, {"started": "2026-01-01T00:00:00+00:00", "wall_s": 1.5, "complete": True})
    evaluation.close()
    assert not page.fault
    return page.path


def write_many(folder: Path, tasks: int, runs: int = 1) -> Path:
    """Write a page with many tasks; every third sample fails, every tenth task's samples differ between two runs."""
    named = [make_task(f"Square/{number}", (*DOMAINS,)[number % 3]) for number in range(tasks)]
    wrong = {"status": "fail", "kind": "wrong_answer", "message": "test_two: AssertionError: 3 != 4"}
    wrong["text"] = (
        "    # test, line 4, in test_two\n>   self.assertEqual(task_func(2), 4)\nE   AssertionError: 3 != 4\n"
    )
    samples = {
        f"model-{run}.jsonl": [
            Sample(task_id=task.task_id, solution=f"def task_func(x):\n    return x + {number}\n", **wrong)
            if number % 3 == 0 or (run and number % 10 == 0)
            else Sample(task_id=task.task_id)
            for number, task in enumerate(named)
        ]
        for run in range(runs)
    }
    return make_page(folder, named, samples)


def blocks_of(page: Path, prefix: str) -> list[Any]:
    """The data that a page holds in its blocks, in their order."""
    text = page.read_text("utf-8")
    found = re.findall(rf'<script type="text/plain" id="{prefix}[-\d]*">([^<]*)</script>', text)
    return [json.loads(gzip.decompress(base64.b64decode(block))) for block in found]


def _source(folder: Path, name: str, samples: Sequence[Sample], dataset: Dataset) -> Source:
    path = folder / f"{abs(hash(name))}.jsonl"
    # Lone surrogates are refused in a solution; they may still come in a message.
    texts = (sample.solution.encode("utf-8", "replace").decode() for sample in samples)
    lines = ({"task_id": sample.task_id, "solution": text} for sample, text in zip(samples, texts, strict=True))
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    index = SamplesIndex.open(path).matched(dataset)
    index.path = name
    missing = tuple(task_id for task_id in dataset.tasks if task_id not in index.task_ids)
    return Source(path=path, nodeid=name, index=index, missing=missing)


def _record(source: Source, sample: Sample, index: int, task: Task) -> Record | None:
    if sample.status == "error":
        return None
    bad = {"test_two": "failed"} if sample.status == "fail" else {}
    return Record(
        samples_file=source.name,
        task_id=printable(sample.task_id),
        sample=index,
        status=sample.status,
        kind=sample.kind,
        detail=sample.detail,
        domains=task.domains,
        tests={"test_two": "passed", "test_zero": "passed", **bad},
        message=sample.message,
        wall_s=0.25,
        misused=sample.misused,
        tools=sample.tools,
        lazy=sample.lazy,
    )


def _report(source: Source, sample: Sample, index: int) -> pytest.TestReport:
    return pytest.TestReport(
        nodeid=f"{source.nodeid}::{sample.task_id}[{index}]",
        location=(source.nodeid, 0, ""),
        keywords={},
        outcome="passed" if sample.status == "pass" else "failed",
        longrepr=sample.text or sample.message or None,
        when="call" if sample.status != "error" else "setup",
    )
