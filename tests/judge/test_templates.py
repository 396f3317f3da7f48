"""Templates: which libraries are warm for whom, and a chain of templates that works and survives."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from pytest_bigcodebench import Dataset, Judge, JudgeOptions, Request, Sample, Task
from pytest_bigcodebench.judge.templates import Templates
from tests.judge.conftest import RIGHT, make_dataset, make_task
from tests.judge.test_judge import processes, template_of

#: Of twenty tasks all need the standard library, half `jsonlines` as well, one `iniconfig`, and one TensorFlow.
USES = ["json"] * 8 + ["jsonlines"] * 10 + ["jsonlines, iniconfig"] + ["jsonlines, tensorflow"]
#: A solution that is right where the modules that it names are warm, or are not.
WARM = "import sys\n" + RIGHT.replace("a + 1", "a + 1 if [name in sys.modules for name in {names}] == {warm} else 0")


def tasks_that_use(*libraries: str) -> list[Task]:
    """A task for each, whose prompt imports the libraries."""
    prompt = 'import {}\ndef task_func(a):\n    """Add one."""'
    return [make_task(f"uses/{number}", complete_prompt=prompt.format(names)) for number, names in enumerate(libraries)]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """The twenty tasks; a sample itself imports none of this, so that it shows what is warm."""
    return make_dataset(*tasks_that_use(*USES))


@pytest.fixture
def judge(dataset: Dataset) -> Iterator[Judge]:
    """A judge of the twenty tasks with one child at a time."""
    with Judge(dataset, JudgeOptions(jobs=1, time_limit=5.0, calibrated=False)) as judge:
        yield judge


def test_a_library_is_imported_where_the_chain_is_as_short_as_can_be(dataset: Dataset) -> None:
    """What a quarter of the tasks use comes first, then what a twentieth uses, then the rest; some need their own.

    numpy is there for solutions that import it where no task does.
    """
    plan = Templates(dataset.tasks.values()).to_plain()

    modules = {name: entry["modules"] for name, entry in plan.items()}
    assert modules == {
        "standard": ["json", "unittest"],
        "frequent": ["jsonlines"],
        "common": ["iniconfig"],
        "rare": ["numpy"],
        "unforkable": ["tensorflow"],
    }
    bases = {name: entry["base"] for name, entry in plan.items()}
    assert bases == {"standard": "", "frequent": "standard", "common": "frequent", "rare": "common"} | {
        "unforkable": "common"
    }


@pytest.mark.parametrize(
    ("solution", "template"),
    [
        (RIGHT, "standard"),
        ("import urllib\n" + RIGHT, "standard"),
        ("import matplotlib\n" + RIGHT, "frequent"),
        ("from PIL import Image\n" + RIGHT, "frequent"),
    ],
)
def test_official_tasks_find_what_the_official_evaluator_imports(solution: str, template: str) -> None:
    """It is planned whatever the run's tasks use, each part as early in the chain as it can be."""
    templates = Templates([official := make_task("BigCodeBench/0")])
    plan = templates.to_plain()

    assert {"multiprocessing.pool", "urllib.parse"} < set(plan["standard"]["modules"])
    assert plan["frequent"]["modules"] == ["matplotlib.pyplot", "numpy"]
    assert templates.template_for(official, solution) == template
    assert Templates([make_task()]).to_plain()["frequent"]["modules"] == []


def test_an_official_sample_depends_on_no_other_task() -> None:
    """Modules that it reaches without importing them are there, and numpy draws alike in each run."""
    pytest.importorskip("numpy")
    official = make_task("BigCodeBench/0")
    reaching = "import concurrent, multiprocessing, urllib\nurllib.parse, multiprocessing.pool, concurrent.futures\n"
    drawing = "import numpy\nraise ValueError(numpy.random.rand())\n"
    draws = []
    for _ in range(2):
        with Judge(make_dataset(official), JudgeOptions(jobs=1, time_limit=10.0)) as judge:
            assert judge.judge(Sample(task_id=official.task_id, solution=reaching + RIGHT)).passed
            draws.append(judge.judge(Sample(task_id=official.task_id, solution=drawing)).message)

    assert draws[0] == draws[1]


@pytest.mark.parametrize("imported", ["numpy", "pandas"])
def test_numpy_draws_alike_in_each_run_where_no_task_imports_it(imported: str) -> None:
    """A solution that imports it all the same, or what imports it, draws no lot."""
    pytest.importorskip(imported)
    task = make_task()
    drawing = f"import sys, {imported}\nraise ValueError(sys.modules['numpy'].random.rand())\n"
    draws = []
    for _ in range(2):
        with Judge(make_dataset(task), JudgeOptions(jobs=1, time_limit=10.0)) as judge:
            draws.append(judge.judge(Sample(task_id=task.task_id, solution=drawing)).message)

    assert draws[0] == draws[1]


@pytest.mark.parametrize(
    ("source", "modules"),
    [
        ("import a.b as c, d  # why\n", {"a.b", "d"}),
        ("import a; import b\n", {"a", "b"}),
        ("def f():\n    from a.b import (\n        c,\n        d,\n    )\n", {"a.b:c", "a.b:d"}),
        ("\tfrom a import b, \\\n\t    c\n", {"a:b", "a:c"}),
        ("from . import a\nfrom .b import c\nimportant = 1\n", set()),
        ("import the data\nfrom here on\n", set()),
        pytest.param("import (\n" * 100_000, set(), id="never closed"),
    ],
)
def test_every_way_to_write_an_import_is_found(source: str, modules: set[str]) -> None:
    """On one line, on several, indented; prose and what cannot be imported is none, however much there is of it."""
    (task,) = tasks_that_use("json")
    found = Templates([replace(task, test=source)]).to_plain()

    assert {name for entry in found.values() for name in entry["modules"]} == {"json", "numpy", *modules}


@pytest.mark.parametrize(
    ("task_id", "solution", "template"),
    [
        ("uses/0", RIGHT, "standard"),
        ("uses/0", "import json, urllib\n" + RIGHT, "standard"),
        ("uses/0", "import numpy\n" + RIGHT, "rare"),
        ("uses/0", "import scipy\n" + RIGHT, "rare"),
        ("uses/0", "from jsonlines import Reader\n" + RIGHT, "frequent"),
        ("uses/0", "import jsonlines, tensorflow\n" + RIGHT, "unforkable"),
        ("uses/0", "this is not Python", "standard"),
        ("uses/9", RIGHT, "frequent"),
        ("uses/18", RIGHT, "common"),
        ("uses/19", RIGHT, "unforkable"),
    ],
)
def test_a_sample_starts_from_the_first_template_that_has_its_imports(
    dataset: Dataset, task_id: str, solution: str, template: str
) -> None:
    """The task's imports and the solution's count, as far as they are warm anywhere."""
    assert Templates(dataset.tasks.values()).template_for(dataset.tasks[task_id], solution) == template


def test_a_sample_meets_what_its_tasks_need_and_nothing_rarer(judge: Judge) -> None:
    """Templates further down the chain, begun while samples are judged, hold more; the first keeps to little."""

    def verdict(task_id: str, warm: list[bool]) -> bool:
        solution = WARM.format(names=["json", "jsonlines", "iniconfig"], warm=warm)
        return judge.judge(Sample(task_id=task_id, solution=solution)).passed

    assert verdict("uses/0", [True, False, False])
    assert verdict("uses/18", [True, True, True])
    assert verdict("uses/9", [True, True, False])
    assert verdict("uses/0", [True, False, False])


def test_a_chain_whose_first_template_dies_is_started_again(judge: Judge) -> None:
    """With the template that the others were forked from they all end, and what was at work is judged again."""
    assert judge.judge(Sample(task_id="uses/18", solution=RIGHT)).passed
    assert judge._keeper is not None
    judge.schedule(
        Request(
            key=task_id,
            task_id=task_id,
            load=partial(Sample, task_id=task_id, solution="import time\ntime.sleep(.3)\n" + RIGHT),
        )
        for task_id in ("uses/18", "uses/0", "uses/9")
    )
    judge._pump()
    before = processes()
    first = template_of(judge._keeper.pid)
    os.kill(first, signal.SIGKILL)

    assert all(judge.verdict(task_id).passed for task_id in ("uses/18", "uses/0", "uses/9"))
    assert judge.judge(Sample(task_id="uses/0", solution=RIGHT)).passed
    assert first in before
    assert template_of(judge._keeper.pid) != first
