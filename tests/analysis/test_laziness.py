"""Which samples can depend on the imports that calibration supplies."""

from __future__ import annotations

import pytest

from pytest_bigcodebench.analysis.laziness import can_depend
from pytest_bigcodebench.benchmark.task import Task

TEST = """import unittest
from unittest.mock import patch
class TestCases(unittest.TestCase):
    @patch("json.dumps")
    def test_one(self, mocked):
        self.assertTrue(task_func(1))
"""


def task(prompt: str = "import json\nimport numpy as np\n", test: str = TEST) -> Task:
    """A task whose prompt imports something."""
    return Task(
        task_id="T/1",
        complete_prompt="",
        instruct_prompt="",
        code_prompt=f"{prompt}def task_func(x):\n",
        canonical_solution="",
        test=test,
        entry_point="task_func",
        libs=(),
        domains=(),
    )


@pytest.mark.parametrize(
    "solution",
    [
        "import json\nimport numpy as np\ndef task_func(x):\n    return json.dumps(np.zeros(x))\n",
        '"""Uses np and json."""\ndef task_func(x):\n    """np.zeros(3)"""\n    return x\n',
        "def task_func(x):\n    import json\n    return x\n",
        "try:\n    import json\nexcept ImportError:\n    json = None\ndef task_func(x):\n    return json\n",
        "import json as np\ndef task_func(x, np=1):\n    return x\nif __name__ == '__main__':\n    task_func(1)\n",
        "def task_func(x):\n    return json.dumps(x)\nimport json\n",
        "import re\nP = re.compile('a')\ndef task_func(x):\n    return P\n",
    ],
)
def test_what_brings_its_own_imports_cannot_depend(solution: str) -> None:
    """A solution that binds all it uses, or uses nothing of the prompt's, has one outcome either way."""
    assert not can_depend(task(), solution)


@pytest.mark.parametrize(
    "solution",
    [
        "def task_func(x):\n    return np.zeros(x)\n",
        "import numpy\ndef task_func(x):\n    return np.zeros(x)\n",
        "def task_func(x: np.ndarray):\n    return x\nimport numpy as np\n",
        "@np.vectorize\ndef task_func(x):\n    return x\n",
        "def task_func(x, y=np.pi):\n    return x\n",
        "class A(json.JSONEncoder):\n    pass\ndef task_func(x):\n    return A\n",
        "def helper():\n    return np\nvalue = helper()\nimport numpy as np\ndef task_func(x):\n    return x\n",
        "def a():\n    return b()\nf = [a]\ndef b():\n    return np\nx = f[0]()\nimport numpy as np\n"
        "def task_func(x):\n    return x\n",
        "if x:\n    import numpy as np\ndef task_func(x):\n    return np\n",
        "def setup():\n    global np\n    import numpy as np\ndef task_func(x):\n    return np\n",
        "x = 1\n",
        "def task_func(x):\n    return globals()['np']\n",
        "def task_func(x):\n    return eval('np')\n",
        "import sys\ndef task_func(x):\n    return sys.modules[__name__].np\n",
        "import importlib\ndef task_func(x):\n    return importlib.import_module('__test__').np\n",
        "def task_func(x):\n    return x.query('a > @np.pi')\n",
        "import inspect\ndef task_func(x):\n    return inspect.currentframe()\n",
        "np += 1\ndef task_func(x):\n    return x\n",
        "def task_func(x):\n    return [np for _ in x]\n",
        "del json\ndef task_func(x):\n    return x\n",
        "def task_func(x:\n",
    ],
)
def test_what_leaves_them_out_can(solution: str) -> None:
    """A name that only the prompt binds, in whatever way it is reached, is reason enough to look."""
    assert can_depend(task(), solution)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("import json\n", False),
        ("LIMIT = 10\n", False),
        ("from math import *\n", True),
        ("from __future__ import annotations\n", True),
        ("import random\nrandom.seed(1)\n", True),
        ("LIMIT = open('f')\n", True),
        ("try:\n    import json\nexcept ImportError:\n    pass\n", True),
    ],
)
def test_a_prompt_that_does_more_than_bind_names(prompt: str, expected: bool) -> None:
    """Where the prompt does something, the module may differ without it."""
    assert can_depend(task(prompt), "def task_func(x):\n    return x\n") is expected


def test_the_tests_count_as_well() -> None:
    """Tests that use what only the prompt imports depend on it, whatever the solution does."""
    test = (
        "import unittest\nclass TestCases(unittest.TestCase):\n    def test_one(self):\n        np.sin(task_func(1))\n"
    )

    assert can_depend(task(test=test), "def task_func(x):\n    return x\n")
    assert not can_depend(task(test=f"import numpy as np\n{test}"), "def task_func(x):\n    return x\n")


def test_a_submodule_that_only_the_prompt_imports() -> None:
    """``import xml`` alone does not bring ``xml.etree``: the prompt's import of that does."""
    solution = "import xml\ndef task_func(x):\n    return xml.etree.ElementTree\n"

    assert can_depend(task("import xml.etree.ElementTree as ET\n"), solution)
    assert not can_depend(task("import json\n"), solution)
