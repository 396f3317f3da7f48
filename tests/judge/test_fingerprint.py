"""What stands for a task in an environment changes with everything that a verdict depends on."""

from __future__ import annotations

from dataclasses import replace

from pytest_bigcodebench.judge.fingerprint import Fingerprint
from tests.judge.conftest import TEST, make_task

HERE = Fingerprint(interpreter="3.10.13", libraries={"nltk": "3.8"}, data=("corpora/words",), installed="all of it")


def test_a_task_is_judged_anew_where_its_verdict_could_be_another() -> None:
    """Its texts, whether it is official, the interpreter, all that is installed, and data if its libraries read any."""
    task = make_task("BigCodeBench/0")
    reader = make_task("BigCodeBench/0", libs=("nltk",))
    others = [
        HERE.key_of(make_task("own/0")),
        HERE.key_of(replace(task, complete_prompt="def task_func(a):")),
        HERE.key_of(replace(task, canonical_solution="    return 1 + a")),
        HERE.key_of(replace(task, test=TEST + "\n")),
        replace(HERE, interpreter="3.10.14").key_of(task),
        replace(HERE, installed="something else").key_of(task),
    ]

    assert HERE.key_of(task) not in others
    assert replace(HERE, data=()).key_of(reader) != HERE.key_of(reader)


def test_what_no_verdict_depends_on_leaves_a_task_known() -> None:
    """The same task in another dataset, and data that none of its libraries reads."""
    task = make_task("BigCodeBench/0")

    assert HERE.key_of(replace(task, task_id="BigCodeBench/1", hard=True)) == HERE.key_of(task)
    assert replace(HERE, data=()).key_of(task) == HERE.key_of(task)
