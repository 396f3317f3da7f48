"""A task file gives a task whose parts are its own text, and a broken one is named by file and line."""

from __future__ import annotations

import json
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench.benchmark.dataset import load_dataset
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.benchmark.taskfile import read_task_file

WHOLE = '''\
import os.path as p
import unittest
from collections import (
    Counter,
    OrderedDict,
)


@staticmethod
def task_func(
    path: "str",  # where
    start=p.sep,
):
    """Count the letters of a name.

    Case matters.

    Parameters:
    - path (str): A path.

    Returns:
    - Counter: Letter -> number.

    Raises:
    - ValueError: If there is no name.

    Requirements:
    - os.path
    - collections

    Example:
    >>> task_func("/a/bb")
    Counter({'b': 2})
    """
    # The name is the last part.
    name = p.basename(path)

    if not name:
        raise ValueError("""no
name""")
    return Counter(name)
    # Nothing is left to do.


class TestCases(unittest.TestCase):
    # Letters first.
    def test_letters(self):
        time = 3
        self.assertEqual(task_func("/a/bb"), OrderedDict(b=2))

    def test_no_name(self):
        with self.assertRaises(ValueError):
            task_func(p.join("a", ""))
'''
SMALL = '''\
import unittest


def task_func():
    """Do nothing.

    Requirements:
    - none
    """
    return None


class TestCases(unittest.TestCase):
    def test_nothing(self):
        self.assertIsNone(task_func())
'''

#: A docstring that has its section Requirements without a line break in the source.
ONE_LINE_DOCSTRING = '"Do.\\n\\nRequirements:\\n- none"'


def assembled(task: Task) -> str:
    """Put a task's parts together as the judge does for the ground truth."""
    calibrated = task.code_prompt + "\n    pass\n"
    return calibrated + task.complete_prompt + task.canonical_solution + "\n" + task.test


def run_tests(source: str) -> unittest.TestResult:
    """Run the tests of a module given as source."""
    namespace: dict[str, Any] = {"__name__": "__test__"}
    exec(compile(source, "__test__.py", "exec"), namespace)
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(namespace["TestCases"]).run(result)
    return result


def test_every_part_is_cut_from_the_file_as_it_stands(write_file: Callable[..., Path]) -> None:
    """Prompt, solution and test keep the file's own lines, comments included; imports go where their names are used."""
    task = read_task_file(write_file("whole.py", WHOLE), "toy/whole")

    header = WHOLE[WHOLE.index("@staticmethod") : WHOLE.index('    """Count')]
    docstring = WHOLE[WHOLE.index('    """Count') : WHOLE.index("    # The name")]
    body = WHOLE[WHOLE.index("    # The name") : WHOLE.index("\n\nclass")]
    prompt_imports = "import os.path as p\nfrom collections import Counter\n"
    assert task.code_prompt == prompt_imports + header
    assert task.complete_prompt == prompt_imports + "\n\n" + header + docstring
    assert task.canonical_solution == body
    test_imports = "import os.path as p\nimport unittest\nfrom collections import OrderedDict\n"
    assert task.test == test_imports + "\n\n" + WHOLE[WHOLE.index("class TestCases") :]
    assert task.libs == ("os", "collections")
    assert task.domains == ("general", "system")


def test_the_instruct_prompt_leaves_out_requirements_and_example(write_file: Callable[..., Path]) -> None:
    """The short request says what the function does, takes, returns and raises, and how the answer begins."""
    task = read_task_file(write_file("whole.py", WHOLE), "toy/whole")

    assert task.instruct_prompt == (
        "Count the letters of a name.\n\nCase matters.\n\n"
        "It takes:\n- path (str): A path.\n\n"
        "It returns:\n- Counter: Letter -> number.\n\n"
        "It raises:\n- ValueError: If there is no name.\n\n"
        "Answer with complete Python code, all imports included, that begins like this:\n"
        f"```python\n{task.code_prompt}```\n"
    )


def test_the_sections_are_kept_for_the_official_schema(write_file: Callable[..., Path]) -> None:
    """``doc_struct`` has the official keys."""
    struct = json.loads(read_task_file(write_file("whole.py", WHOLE), "toy/whole").doc_struct)

    assert struct == {
        "description": ["Count the letters of a name.", "", "Case matters."],
        "notes": [],
        "params": ["- path (str): A path."],
        "returns": ["- Counter: Letter -> number."],
        "reqs": ["os.path", "collections"],
        "raises": ["- ValueError: If there is no name."],
        "examples": ['>>> task_func("/a/bb")', "Counter({'b': 2})"],
    }


def test_the_assembled_ground_truth_passes_its_tests(write_file: Callable[..., Path]) -> None:
    """What the judge executes for the ground truth is a module whose tests pass."""
    result = run_tests(assembled(read_task_file(write_file("whole.py", WHOLE), "toy/whole")))

    assert result.testsRun == 2
    assert result.wasSuccessful(), result.errors + result.failures


def test_a_name_that_is_local_does_not_count_as_use(write_file: Callable[..., Path]) -> None:
    """A parameter that is called like a module leaves the module where it is really used."""
    source = SMALL.replace("import unittest", "import time\nimport unittest")
    source = source.replace("def task_func():", "def task_func(time=0):").replace(
        "(task_func())", "(task_func(time.time()))"
    )

    task = read_task_file(write_file("local.py", source), "toy/local")

    assert task.code_prompt == "def task_func(time=0):\n"
    assert task.test.startswith("import time\nimport unittest\n")


@pytest.mark.parametrize(("libraries", "lines", "hard"), [(3, 25, True), (2, 25, False), (3, 24, False)])
def test_hard_takes_three_libraries_and_twenty_five_lines(
    libraries: int, lines: int, hard: bool, write_file: Callable[..., Path]
) -> None:
    """Blank lines and comments are no lines of code."""
    modules = ["os", "re", "json"][:libraries]
    body = (
        [f"    {module}" for module in modules]
        + ["    pass"] * (lines - libraries - 1)
        + ["", "    # why", "    return None"]
    )
    source = SMALL.replace("    return None", "\n".join(body))
    source = source.replace("import unittest", "\n".join(f"import {module}" for module in [*modules, "unittest"]))

    assert read_task_file(write_file("task.py", source), "toy/task").hard is hard


@pytest.mark.parametrize("dressed", [SMALL.replace("\n", "\r\n"), "\ufeff" + SMALL, SMALL.rstrip("\n")])
def test_line_ends_and_a_byte_order_mark_are_harmless(dressed: str, write_file: Callable[..., Path]) -> None:
    """A file from another editor gives the same task."""
    plain = read_task_file(write_file("plain.py", SMALL), "toy/a")

    assert read_task_file(write_file("dressed.py", dressed.encode()), "toy/a") == plain


def test_a_folder_gives_ids_by_its_name_and_paths(write_file: Callable[..., Path], tmp_path: Path) -> None:
    """Helpers of other tools in the folder are not tasks."""
    for name in ("b/two", "b/one", "a/__init__", "conftest", "_draft/three", ".venv/four", "zero"):
        write_file(f"my_tasks/{name}.py", SMALL)

    dataset = load_dataset(tmp_path / "my_tasks")

    assert list(dataset.tasks) == ["my_tasks/b/one", "my_tasks/b/two", "my_tasks/zero"]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("def task_func", "def other", 4, "no def task_func here or below"),
        ("def task_func", "async def task_func", 4, "no def task_func here or below"),
        ("class TestCases", "class Tests", 13, "no class TestCases here or below"),
        (SMALL[SMALL.index("\n\nclass") :], "\n", 10, "no class TestCases here or below"),
        ("def test_nothing", "def check_nothing", 13, "TestCases has no test"),
        ("return None", "return None)", 10, "not Python"),
        ("return None", "break", 10, "not Python"),
        ("return None", "nonlocal x", 10, "not Python"),
        ("return None", '"\0"', 10, "a NUL character is no Python"),
        ("    Requirements:\n    - none\n", "", 5, "the docstring has no Requirements"),
        ("    - none\n", "", 5, "the docstring has no Requirements"),
        ("Do nothing.", "", 5, "the docstring describes nothing"),
        ('    """Do', '    x = """Do', 4, "task_func has no docstring"),
        ("    return None\n", "", 5, "no solution stands below the docstring"),
        (
            SMALL[SMALL.index('\n    """') : SMALL.index("\n\n\nclass")],
            f" {ONE_LINE_DOCSTRING}; return",
            4,
            "the docstring does",
        ),
        ("\n\nclass", "\n\nLIMIT = 3\n\n\nclass", 13, "something stands before class TestCases"),
        ("import unittest\n", "import unittest\n\nLIMIT = 3\n", 3, "something stands before def task_func"),
        ("task_func())\n", "task_func())\n\n\nunittest.main()\n", 18, "something stands after the tests"),
        ("\n\nclass", "\n\nimport os\n\n\nclass", 13, "an import below other code"),
        ("import unittest", "import os\nimport unittest", 1, "the imported name 'os' is used neither"),
        ("import unittest", "from os import *\nimport unittest", 1, "an import of * hides what is used"),
        ("import unittest", "from . import x\nimport unittest", 1, "a relative import cannot be judged"),
        ("import unittest", "from __future__ import annotations\nimport unittest", 1, "a __future__ import cannot"),
    ],
)
def test_a_broken_task_file_is_named_by_file_and_line(
    old: str, new: str, line: int, message: str, write_file: Callable[..., Path]
) -> None:
    """Each fault that a person can make is told by place and remedy."""
    assert old in SMALL
    path = write_file("broken.py", SMALL.replace(old, new, 1))

    with pytest.raises(InputError) as caught:
        read_task_file(path, "toy/broken")

    assert str(caught.value).startswith(f"{path}:{line}: {message}")
    assert caught.value.remedy


def test_a_file_that_is_not_utf_8_is_named_by_line(write_file: Callable[..., Path]) -> None:
    """Latin-1 in a comment is a common way to get there."""
    path = write_file("latin.py", SMALL.encode().replace(b"Do nothing", b"D\xf6 nothing"))

    with pytest.raises(InputError, match=r"latin\.py:5: not UTF-8; save the file as UTF-8"):
        read_task_file(path, "toy/latin")


def test_every_starter_task_assembles_to_a_module() -> None:
    """The embedded tasks are whole: what the judge would execute compiles, and the folder is one of its domains."""
    for task in load_dataset().tasks.values():
        compile(assembled(task), task.task_id, "exec")

        assert task.task_id.split("/")[1] in task.domains, task.task_id
