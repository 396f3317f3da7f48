"""What is executed for one sample: the module's text, and which tests must run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pytest_bigcodebench.benchmark.sample import Sample
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.suspicion import suspicion
from pytest_bigcodebench.judge.syntax import lines_of, parsed

__all__ = ["Place", "Program", "stub_of"]

#: The body that the stub of a task's prompt gets, so that a solution can stand behind it (as officially).
_CALIBRATION: Final = "\n    pass\n"
#: Names with which tests skip themselves or expect to fail.
_SKIPPING: Final = frozenset({"skip", "skipIf", "skipUnless", "skipTest", "SkipTest", "expectedFailure"})

#: A line of the executed module seen from its part: (part, line in it from 1, source of the line).
Place = tuple[str, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One sample with its task's tests, ready to be executed as one module."""

    #: Everything before the tests: in a calibrated run the prompt's stub, then the solution.
    code: str
    #: The task's tests.
    test: str
    #: Lines of ``code`` before the solution begins.
    prompt_lines: int
    #: Test methods that must run and succeed, in the order of the source; empty where the source does not say.
    required_tests: tuple[str, ...]
    #: Whether the tests' own source skips tests or expects failures.
    tests_may_skip: bool
    #: Whether the solution itself defines the entry point (True as well where its source cannot be parsed).
    defines_entry_point: bool
    #: What in the solution's text calls for a watch over its judging and a second look at its pass; empty for nothing,
    #: and for the ground truth, which forges no pass.
    suspicion: str

    @classmethod
    def of(cls, task: Task, sample: Sample, *, calibrated: bool) -> Program:
        """Put a task and a sample together as the official evaluator does."""
        prompt = stub_of(task) if calibrated else ""
        tests, may_skip = _tests_of(task.test)
        tree = parsed(sample.solution)
        return cls(
            code=prompt + sample.solution,
            test=task.test,
            prompt_lines=len(lines_of(prompt)) - 1,
            required_tests=tests,
            tests_may_skip=may_skip,
            defines_entry_point=tree is None or _defines(tree, task.entry_point),
            suspicion="" if sample.solution == task.ground_truth else "its text" if tree is None else suspicion(tree),
        )

    def place(self, line: int) -> Place:
        """Where line ``line`` (from 1) of the executed module stands."""
        # A carriage return at the end of the code and the newline before the tests are one end of a line.
        first_test_line = len(lines_of(self.code + "\n"))
        if line >= first_test_line:
            part, number, text = "test", line - first_test_line + 1, self.test
        elif line > self.prompt_lines:
            part, number, text = "solution", line, self.code
        else:
            part, number, text = "prompt", line, self.code
        lines = lines_of(text)
        source = lines[number - 1].strip() if 0 < number <= len(lines) else ""
        return part, number - self.prompt_lines if part == "solution" else number, source


def stub_of(task: Task) -> str:
    """What a calibrated run puts before a solution: the task's imports and signature, with a body."""
    return task.code_prompt + _CALIBRATION


@lru_cache(maxsize=4096)
def _tests_of(test: str) -> tuple[tuple[str, ...], bool]:
    """The test methods that a task's source names, and whether it skips or expects failures itself."""
    tree = parsed(test)
    if tree is None:
        return (), False
    nodes = list(ast.walk(tree))
    classes = {node.name: node for node in nodes if isinstance(node, ast.ClassDef)}
    names = dict.fromkeys(_test_methods("TestCases", classes))
    return tuple(names), any(map(_skips, nodes))


def _skips(node: ast.AST) -> bool:
    return getattr(node, "attr", getattr(node, "id", "")) in _SKIPPING


def _test_methods(name: str, classes: dict[str, ast.ClassDef]) -> Iterator[str]:
    if name not in classes:
        return
    for base in classes[name].bases:
        if isinstance(base, ast.Name) and base.id != name:
            yield from _test_methods(base.id, classes)
    for node in classes[name].body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test"):
            yield node.name


def _defines(tree: ast.Module, name: str) -> bool:
    """Whether a solution binds ``name`` in its module, by a statement, a text that it executes or ``globals()``."""
    spelled = re.compile(rf"\b(?:def|class)\s+{name}\b|^{name}\s*(?:$|=)", re.MULTILINE)
    return any(_binds(node, name) for node in _at_module_level(tree)) or any(
        (isinstance(node, ast.Global) and name in node.names)
        or (isinstance(node, ast.keyword) and node.arg == name)
        or (isinstance(node, ast.Constant) and isinstance(node.value, str) and spelled.search(node.value) is not None)
        for node in ast.walk(tree)
    )


def _binds(node: ast.AST, name: str) -> bool:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return node.name == name
    if isinstance(node, ast.alias):
        return (node.asname or node.name) in (name, "*")
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)


def _at_module_level(tree: ast.Module) -> Iterator[ast.AST]:
    """The nodes outside of functions and classes, and these themselves."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            waiting.extend(ast.iter_child_nodes(node))
