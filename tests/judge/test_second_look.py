"""A pass of a solution that could reach what is not its own is a pass only if other expectations refuse it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from pytest_bigcodebench import Judge, JudgeOptions, Sample, Verdict
from pytest_bigcodebench.judge.suspicion import suspicion
from tests.judge.conftest import RIGHT, TEST, make_dataset, make_task

#: Finds the expected value among the constants of the calling test, by names that no list of words holds.
THIEF = (
    "import sys\n"
    "def task_func(a):\n"
    "    caller = getattr(sys, '_get' + 'frame')(1)\n"
    "    constants = getattr(getattr(caller, 'f_' + 'code'), 'co_' + 'consts')\n"
    "    numbers = [each for each in constants if type(each) is int and each not in (a, -a)]\n"
    "    return numbers[0]\n"
)
#: Reaches for its caller too, and computes its answer.
ODD_BUT_RIGHT = (
    "import inspect\n"
    "def task_func(a):\n"
    "    name = inspect.currentframe().f_back.f_code.co_name\n"
    "    return getattr(a, '__add__')(len(name[:1]))\n"
)
#: Equal to whatever it is compared with.
YES_MAN = (
    "from fractions import Fraction\n"
    "class Answer(Fraction):\n"
    "    __eq__ = lambda self, other: True\n"
    "    __hash__ = Fraction.__hash__\n"
    "def task_func(a):\n    return Answer(1)\n"
)


def in_an_annotation(solution: str) -> str:
    """A solution in disguise, which functools runs as an annotation; nothing in its text names anything strange."""
    return f"""
import functools

text = {[ord(letter) for letter in solution]}
text = "ex" + "ec(%r, found)" % "".join(map(chr, text))
found = {{}}

@functools.singledispatch
def read(it):
    pass

@read.register
def _(it: text):
    pass
task_func = found["task_func"]
"""


@pytest.mark.parametrize("solution", [THIEF, YES_MAN])
def test_who_passes_other_expectations_too_is_tampered(verdict_on: Callable[[str], Verdict], solution: str) -> None:
    """An answer that was read from the test, or that agrees with everything, was not computed."""
    verdict = verdict_on(solution)

    assert (verdict.status, verdict.kind) == ("fail", "tampered"), verdict


def test_the_ground_truth_is_not_suspected() -> None:
    """What a task's author calls right is right, however odd; a sample of the same ways is tampered."""
    body = THIEF.partition("def task_func(a):\n")[2]
    odd = make_task(complete_prompt="import sys\ndef task_func(a):", canonical_solution=body)
    with Judge(make_dataset(odd), JudgeOptions(jobs=1)) as judge:
        assert judge.judge(Sample(task_id=odd.task_id, solution=odd.ground_truth)).passed
        assert judge.judge(Sample(task_id=odd.task_id, solution=THIEF + "# mine\n")).kind == "tampered"


def test_an_odd_solution_that_computes_its_answer_passes(verdict_on: Callable[[str], Verdict]) -> None:
    """Words accuse nobody."""
    assert suspicion(ast.parse(ODD_BUT_RIGHT))
    assert verdict_on(ODD_BUT_RIGHT).passed


def test_what_a_library_runs_for_a_sample_calls_for_a_second_look(verdict_on: Callable[[str], Verdict]) -> None:
    """A text that shows nothing strange does not hide what is run."""
    thief = in_an_annotation(THIEF)

    assert suspicion(ast.parse(thief)) == ""
    assert verdict_on(thief).kind == "tampered"


def test_where_no_test_can_be_changed_a_pass_that_looked_odd_is_watched() -> None:
    """The same tests again, with an eye on the machinery: who left it alone passes, who did not is tampered."""
    patching = f"import unittest\nunittest.TestCase.assertLess = unittest.TestCase.assertGreater\n{RIGHT}"
    test = TEST.replace("assertEqual(task_func(1), 2)", "assertGreater(task_func(1), 1)").partition("    def test_neg")
    with Judge(make_dataset(make_task(test=test[0])), JudgeOptions(jobs=1)) as judge:
        verdicts = judge.map(
            [Sample(task_id="small/0", solution=in_an_annotation(solution)) for solution in (RIGHT, patching)]
        )

        assert [verdict.kind for verdict in verdicts] == ["", "tampered"]


def test_a_changed_test_that_the_ground_truth_passes_accuses_nobody() -> None:
    """Where other expected values are near enough for a right answer, they tell nothing."""
    test = TEST.replace("assertEqual(task_func(1), 2)", "assertAlmostEqual(task_func(1), 2, delta=1e15)")
    task = make_task(test=test.partition("    def test_neg")[0])
    solution = "def task_func(a):\n    return getattr(a, '__add__')(1)\n"
    assert suspicion(ast.parse(solution))

    with Judge(make_dataset(task), JudgeOptions(jobs=1)) as judge:
        assert judge.judge(Sample(task_id="small/0", solution=solution)).passed


def test_only_the_process_that_was_started_answers(verdict_on: Callable[[str], Verdict]) -> None:
    """A fork that goes on into the tests neither answers for its parent nor spoils its answer."""
    assert verdict_on("import os\ndef task_func(a):\n    os.fork()\n    return a + 1\n").passed
    assert verdict_on(f"import os\nif os.fork():\n    os.wait()\n    os._exit(0)\n{RIGHT}").kind == "exited"


@pytest.mark.parametrize(
    "text",
    [
        "class A:\n    match f:\n        case __eq__:\n            pass",
        "class A:\n    from heapq import merge as __eq__",
        "later = ((helper := print) for _ in 'x')",
        "def f():\n    global helper",
        "library = math\nlibrary.isclose = print",
        "kind = type\nkind('A', (), {})",
        "pattern.format(f)",
        "logging.sys._getframe()",
        "def f(self):\n    self.isclose = print\nf(math)",
        "import math as self\nself.isclose = print",
        "class A:\n    @staticmethod\n    def f(self):\n        self.isclose = print",
        "class A:\n    def f(self):\n        for self in [math]:\n            self.isclose = print",
        "functools.wraps(mine)(math)",
        "@functools.wraps(mine, names)\ndef f():\n    pass",
        "from functools import wraps as w",
        "text = '{0.a}%s'.format(f)" % (" " * 500),
    ],
)
def test_every_way_to_bind_a_name_is_read(text: str) -> None:
    """Class patterns, import aliases, generators, aliases of modules: none of them hides what it binds."""
    assert suspicion(ast.parse(text))


def test_many_samples_of_one_task_are_looked_at_with_one_ground_truth(judge: Judge) -> None:
    """Verdicts come in order, whatever is looked at again."""
    solutions = [THIEF, RIGHT, ODD_BUT_RIGHT, THIEF, ODD_BUT_RIGHT] * 3

    verdicts = judge.map([Sample(task_id="small/0", solution=solution) for solution in solutions])

    assert [verdict.kind for verdict in verdicts] == ["tampered", "", "", "tampered", ""] * 3


@pytest.mark.parametrize(
    ("level", "kinds"), [("all", ["", "tampered", ""]), ("off", ["", "tampered", "tampered"])], ids=["all", "off"]
)
def test_how_many_passes_are_looked_at_can_be_chosen(level: str, kinds: list[str]) -> None:
    """``all`` changes no honest verdict; with ``off`` what was seen of a sample is all there is to go by."""
    samples = [Sample(task_id="small/0", solution=solution) for solution in (RIGHT, THIEF, ODD_BUT_RIGHT)]
    with Judge(make_dataset(), JudgeOptions(jobs=1, second_look=level)) as judge:
        assert [verdict.kind for verdict in judge.map(samples)] == kinds


#: A dictionary that differs only from its own kind.
SLOPPY = """
class Sums(dict):
    def __ne__(self, other):
        return isinstance(other, Sums) and dict.__ne__(self, other)
def task_func(a):
    return Sums(sum={})
"""


@pytest.mark.parametrize(
    ("assertion", "answer", "kind"),
    [("assertEqual", "a + 1", ""), ("assertEqual", "0", "wrong_answer"), ("assertDictEqual", "0", "tampered")],
)
def test_a_sloppy_difference_alone_accuses_nobody(assertion: str, answer: str, kind: str) -> None:
    """Who is equal to nothing foreign computed its answer; where only differences are asked for, other values tell."""
    expectation = f"self.{assertion}(task_func(1), {{'sum': 2}})"
    task = make_task(
        test=TEST.replace("self.assertEqual(task_func(1), 2)", expectation).partition("    def test_neg")[0]
    )
    with Judge(make_dataset(task), JudgeOptions(jobs=1)) as judge:
        assert judge.judge(Sample(task_id="small/0", solution=SLOPPY.format(answer))).kind == kind


@pytest.fixture(scope="module")
def judge_of_hooks() -> Iterator[Judge]:
    """A judge of one task whose tests import what has hooks to set."""
    task = make_task(test="import configparser, logging, sys, threading, warnings\n" + TEST)
    with Judge(make_dataset(task), JudgeOptions(jobs=1)) as judge:
        yield judge


@pytest.mark.parametrize(
    "hook",
    [
        "import logging\nlogging.setLoggerClass(type('Mine', (logging.Logger,), {}))\n",
        "import logging\nlogging.setLogRecordFactory(type('Mine', (logging.LogRecord,), {}))\n",
        "import warnings\nwarnings.formatwarning = lambda message, *rest: str(message)\n",
        "import threading\nthreading.excepthook = print\n",
        "import sys\nsys.unraisablehook = sys.breakpointhook = lambda *args: None\n",
        "from configparser import RawConfigParser\nRawConfigParser.optionxform = str\n",
        "from configparser import RawConfigParser\nRawConfigParser.optionxform = staticmethod(str)\n",
        "from configparser import RawConfigParser\nRawConfigParser.optionxform = lambda self, name: name\n",
        "import unittest\nunittest.TestCase.maxDiff = None\nunittest.TestCase.longMessage = False\n",
        "import unittest\nunittest.TestLoader.sortTestMethodsUsing = None\n",
    ],
)
def test_a_hook_set_as_documented_accuses_nobody(judge_of_hooks: Judge, hook: str) -> None:
    """What decides no comparison may be replaced by whoever likes."""
    assert suspicion(ast.parse(hook))
    assert judge_of_hooks.judge(Sample(task_id="small/0", solution=hook + RIGHT)).passed


@pytest.mark.parametrize(
    "form",
    ["lambda self, name: 'x'", "lambda self, name, other=1: other", "type('Odd', (), {'__func__': str})()"],
)
def test_a_parser_whose_names_are_made_up_is_tampered(judge_of_hooks: Judge, form: str) -> None:
    """Tests that read what a solution wrote would find what they look for."""
    hook = f"from configparser import RawConfigParser\nRawConfigParser.optionxform = {form}\n"

    assert judge_of_hooks.judge(Sample(task_id="small/0", solution=hook + RIGHT)).kind == "tampered"


@pytest.mark.parametrize("end", ["\r", "\r\n"], ids=["return", "both"])
def test_line_ends_hide_nobody(end: str) -> None:
    """What is noted of a sample's own lines is noted however they end."""
    with Judge(make_dataset(), JudgeOptions(jobs=1, second_look="off")) as judge:
        assert judge.judge(Sample(task_id="small/0", solution=THIEF.replace("\n", end))).kind == "tampered"


@pytest.mark.parametrize(
    "solution",
    [
        RIGHT,
        "import pandas as pd\nimport re\ndef task_func(a):\n    return re.compile('{:.2f}').sub('', pd.read_csv(a))\n",
        "import sys\nclass Mine(Exception):\n    pass\ndef task_func(a):\n    sys.exit(1)\n",
        "class A:\n    '''{0.a} __dict__'''\n    def __init__(self):\n        self.a = 1\n",
        "import functools\ndef log(f):\n    @functools.wraps(f)\n    def g(*a):\n        return f(*a)\n    return g\n",
    ],
)
def test_ordinary_solutions_are_not_looked_at_again(solution: str) -> None:
    """What imports libraries and calls them costs no second run."""
    assert suspicion(ast.parse(solution)) == ""


#: Gives math another isclose in a way that its text does not show, while it is called.
QUIET_CHANGE = """
import math

class Tool:
    def mend(self):
        self.{name} = lambda *args, **options: True

def task_func(a):
    Tool.mend(math)
    return a + {more}
"""


@pytest.mark.parametrize(
    ("name", "more", "kind"),
    [("isclose", 2, "tampered"), ("bcb_isclose", 1, "")],
    ids=["a-changed-function", "a-new-function"],
)
def test_what_is_left_changed_calls_for_a_second_look(name: str, more: int, kind: str) -> None:
    """A text need not show that it changes what the tests call; what only adds to it accuses nobody."""
    solution = QUIET_CHANGE.format(name=name, more=more)
    adds = "result = task_func(1)\n        self.assertTrue(math.isclose(result, 2))\n"
    task = make_task(test=TEST.replace("self.assertEqual(task_func(1), 2)", adds).partition("    def test_neg")[0])
    task = replace(task, test="import math\n" + task.test)
    assert suspicion(ast.parse(solution)) == ""
    with Judge(make_dataset(task), JudgeOptions(jobs=1)) as judge:
        assert judge.judge(Sample(task_id="small/0", solution=solution)).kind == kind
