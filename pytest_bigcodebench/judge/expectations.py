"""A task's tests with other expected values: who passes them as well did not compute what the tests ask for.

Only what contradicts the test as it was written is changed: ``assertEqual(answer, 5)`` becomes a comparison with
another number, and no answer equals both. So a right solution cannot pass a changed test, whatever way it takes to its
answer; a solution that reads the expected value from the test, that agrees with every value, or that makes every test
succeed passes it. Only statements that every run of the test reaches are changed.
"""

from __future__ import annotations

import ast
import enum
import math
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pytest_bigcodebench.judge.syntax import parsed

__all__ = ["ChangedTests", "change_expectations"]

#: What is added to expected numbers that are compared exactly, and to those that an answer need only be near to.
_NEXT: Final = 7
_FAR: Final = 7_654_321
#: What is added to a text that an answer is to contain: nothing that one does contain.
_TEXT: Final = "#7654321"
_NEXT_LETTER: Final = str.maketrans(
    string.ascii_lowercase + string.ascii_uppercase + string.digits,
    "bcdefghijklmnopqrstuvwxyza" + "BCDEFGHIJKLMNOPQRSTUVWXYZA" + "1234567890",
)
#: A class that nothing raises and nothing is an instance of.
_NOBODY: Final = "type('Nobody', (Exception,), {})"

#: unittest's methods, numpy's, pandas' and the builtin comparisons that hold for one expected value and no other.
_EQUALITIES: Final = frozenset(
    [
        "assertEqual",
        "assertAlmostEqual",
        "assertListEqual",
        "assertTupleEqual",
        "assertDictEqual",
        "assertSetEqual",
        "assertSequenceEqual",
        "assertMultiLineEqual",
        "assertCountEqual",
        "assertEquals",
        "assert_equal",
        "assert_array_equal",
        "assert_allclose",
        "assert_almost_equal",
        "assert_array_almost_equal",
        "assert_frame_equal",
        "assert_series_equal",
    ]
)
#: Assertions that say the opposite of each other.
_OPPOSITES: Final = {
    "assertTrue": "assertFalse",
    "assertFalse": "assertTrue",
    "assertIsNone": "assertIsNotNone",
    "assertIsNotNone": "assertIsNone",
    "assert_called": "assert_not_called",
    "assert_called_once": "assert_not_called",
    "assert_not_called": "assert_called",
}
#: A mock's assertions on the one call that counts: no other arguments are right.
_CALLS: Final = frozenset(["assert_called_once_with", "assert_called_with"])
#: Calls that make a value of literals and of nothing else.
_MAKERS: Final = frozenset(
    [
        *("array", "Series", "DataFrame", "Counter", "OrderedDict", "defaultdict", "Decimal", "Fraction"),
        *("set", "frozenset", "list", "tuple", "dict", "sorted", "bytes"),
    ]
)


class _How(enum.Enum):
    """How a value is compared with an answer."""

    EXACTLY = "an answer is equal to it or not"
    NEAR = "an answer may be some way off"
    PART = "an answer holds it"


@dataclass(frozen=True, slots=True)
class ChangedTests:
    """A task's tests whose expectations are not the task's."""

    #: The tests' source, with as many lines as it had.
    source: str
    #: The tests in which something was changed; no right solution passes one of them.
    changed: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Text to be put around, or in place of, what a node stands for."""

    node: ast.expr
    before: str
    after: str
    #: Whether the node's own text stays between the two.
    keeps: bool = True


@lru_cache(maxsize=1024)
def change_expectations(test: str, entry_point: str) -> ChangedTests:
    """Change what a task's tests expect; nothing is changed where their source gives no safe place for it."""
    tree = parsed(test)
    if tree is None:
        return ChangedTests(test, frozenset())
    edits: list[_Edit] = []
    changed = set()
    for cls in tree.body:
        if not isinstance(cls, ast.ClassDef):
            continue
        held = _held_values(cls)
        for method in _methods(cls, "test"):
            statements = list(_always_run(method.body))
            own = list(_changed_values(method, statements, entry_point))
            used = {_own_attribute(operand) for statement in statements for operand, _ in _operands(statement)}
            own += [edit for name in sorted(used & held.keys()) for edit in _other_values(held[name], _How.NEAR)]
            own = own or list(_turned_round(statements))
            if own:
                changed.add(method.name)
                edits += own
    return ChangedTests(_apply(test, edits), frozenset(changed))


def _methods(cls: ast.ClassDef, start: str) -> Iterator[ast.FunctionDef]:
    for member in cls.body:
        if isinstance(member, ast.FunctionDef) and member.name.startswith(start):
            yield member


def _held_values(cls: ast.ClassDef) -> dict[str, ast.expr]:
    """Literals that a class, or its ``setUp``, keeps as attributes for nothing but comparisons."""
    compared: set[int] = set()
    stored: list[str] = []
    values: dict[str, ast.expr] = {}
    for method in _methods(cls, ""):
        for statement in ast.walk(method):
            if isinstance(statement, ast.stmt):
                compared.update(id(operand) for operand, _ in _operands(statement))
    for statement in [*cls.body, *(each for method in _methods(cls, "setUp") for each in method.body)]:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target = statement.targets[0]
            name = target.id if isinstance(target, ast.Name) and statement in cls.body else _own_attribute(target)
            if name and _is_literal(statement.value):
                values[name] = statement.value
    for node in ast.walk(cls):
        if (name := _own_attribute(node)) and isinstance(node, ast.Attribute):
            if isinstance(node.ctx, ast.Store):
                stored.append(name)
            elif id(node) not in compared:
                values.pop(name, None)
        elif isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store):
                stored.append(node.id)
            else:
                values.pop(node.id, None)
    return {name: value for name, value in values.items() if stored.count(name) == 1}


def _own_attribute(node: ast.AST) -> str:
    """``name`` of ``self.name`` or ``cls.name``; empty for anything else."""
    own = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
    return node.attr if own and isinstance(node, ast.Attribute) else ""


def _changed_values(method: ast.FunctionDef, statements: list[ast.stmt], entry_point: str) -> Iterator[_Edit]:
    """Other values in the comparisons that a test always makes."""
    names = _names_only_compared(method, statements, entry_point)
    compared: set[str] = set()
    for statement in statements:
        for operand, how in _operands(statement):
            if _is_literal(operand):
                yield from _other_values(operand, how)
            elif isinstance(operand, ast.Name):
                compared.add(operand.id)
    for statement in statements:
        if (
            isinstance(statement, ast.Assign)
            and len(statement.targets) == 1
            and isinstance(statement.targets[0], ast.Name)
            and statement.targets[0].id in compared & names
            and _is_literal(statement.value)
        ):
            yield from _other_values(statement.value, _How.NEAR)


def _turned_round(statements: list[ast.stmt]) -> Iterator[_Edit]:
    """The opposite of what a test always asserts, where it compares with no value."""
    for statement in statements:
        if isinstance(statement, ast.Assert):
            yield _Edit(statement.test, "(not (", "))")
        elif isinstance(statement, ast.With):
            for item in statement.items:
                name, call = _called(item.context_expr)
                if call is not None and name in ("assertRaises", "assertRaisesRegex") and call.args:
                    yield _Edit(call.args[0], f"({_NOBODY}", ")", keeps=False)
        elif isinstance(statement, ast.Expr):
            name, call = _called(statement.value)
            if call is None or (not call.args and not name.startswith("assert_")):
                continue
            if name in _OPPOSITES and isinstance(call.func, ast.Attribute):
                yield _Edit(call.func, f"({ast.unparse(call.func.value)}.{_OPPOSITES[name]}", ")", keeps=False)
            elif name == "assertRaises":
                yield _Edit(call.args[0], f"({_NOBODY}", ")", keeps=False)
            elif name == "assertIsInstance" and len(call.args) > 1:
                yield _Edit(call.args[1], f"({_NOBODY}", ")", keeps=False)


def _always_run(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that each run of a body gets to unless it fails before."""
    for statement in statements:
        yield statement
        if isinstance(statement, ast.With):
            names = {_called(item.context_expr)[0] for item in statement.items}
            # What stands behind the call that raises is never reached.
            if not names & {"assertRaises", "assertRaisesRegex", "suppress", "subTest"}:
                yield from _always_run(statement.body)
        elif isinstance(statement, (ast.Return, ast.Raise)):
            return


def _operands(statement: ast.stmt) -> Iterator[tuple[ast.expr, _How]]:
    """What a statement compares, and how."""
    if isinstance(statement, ast.Expr):
        name, call = _called(statement.value)
        if call is None or not name:
            return
        if name in _EQUALITIES:
            how = _How.NEAR if "lmost" in name or "close" in name or name.startswith("assert_") else _How.EXACTLY
            yield from ((argument, how) for argument in call.args[:2])
        elif name in _CALLS:
            yield from ((value, _How.EXACTLY) for value in [*call.args, *(each.value for each in call.keywords)])
        elif name == "assertIn" and call.args and _is_text(call.args[0]):
            yield call.args[0], _How.PART
        elif name == "assertTrue" and call.args:
            yield from _compared(call.args[0])
    elif isinstance(statement, ast.Assert):
        yield from _compared(statement.test)


def _compared(condition: ast.expr) -> Iterator[tuple[ast.expr, _How]]:
    if isinstance(condition, ast.Compare) and len(condition.ops) == 1:
        if isinstance(condition.ops[0], ast.Eq):
            yield condition.left, _How.EXACTLY
            yield condition.comparators[0], _How.EXACTLY
        elif isinstance(condition.ops[0], ast.In) and _is_text(condition.left):
            yield condition.left, _How.PART


def _names_only_compared(method: ast.FunctionDef, statements: list[ast.stmt], entry_point: str) -> set[str]:
    """Names of a test that are set once, and used for nothing but as a whole in comparisons."""
    compared = {id(operand) for statement in statements for operand, _ in _operands(statement)}
    stored: dict[str, int] = {}
    used_otherwise = {entry_point}
    for node in ast.walk(method):
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store):
                stored[node.id] = stored.get(node.id, 0) + 1
            elif id(node) not in compared:
                used_otherwise.add(node.id)
    return {name for name, times in stored.items() if times == 1} - used_otherwise


def _called(node: ast.expr) -> tuple[str, ast.Call | None]:
    """The last part of a called function's name, and the call; ``("", None)`` for anything else."""
    if not isinstance(node, ast.Call):
        return "", None
    if isinstance(node.func, ast.Attribute):
        return node.func.attr, node
    return (node.func.id, node) if isinstance(node.func, ast.Name) else ("", node)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)) and bool(node.value)


def _is_literal(node: ast.expr) -> bool:
    """Whether a value is made of constants alone, and of at least one that can be another."""
    return _is_made_of_constants(node) and any(True for _ in _constants(node))


def _is_made_of_constants(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return all(_is_made_of_constants(each) for each in node.elts)
    if isinstance(node, ast.Dict):
        return all(key is not None and _is_made_of_constants(key) for key in node.keys) and all(
            _is_made_of_constants(value) for value in node.values
        )
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub) and _is_made_of_constants(node.operand)
    name, call = _called(node)
    return (
        call is not None
        and name in _MAKERS
        and all(_is_made_of_constants(argument) for argument in call.args[:1])
        and bool(call.args)
    )


def _constants(node: ast.expr) -> Iterator[ast.Constant]:
    """The constants that make the difference between values: of a mapping its values, of a call its first argument."""
    if isinstance(node, ast.Constant):
        yield node
    elif isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        for each in node.elts:
            yield from _constants(each)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _constants(value)
    elif isinstance(node, ast.UnaryOp):
        yield from _constants(node.operand)
    elif isinstance(node, ast.Call):
        yield from _constants(node.args[0])


def _other_values(node: ast.expr, how: _How) -> Iterator[_Edit]:
    for constant in _constants(node):
        # Brackets, since a text may stand where a part of it would be taken for something else (-1, "a" "b").
        yield _Edit(constant, f"({_other(constant.value, how)!r}", ")", keeps=False)


def _other(value: object, how: _How) -> object:
    """Another value; as like it as may be, so that it cannot be told from an expected one by its looks."""
    if isinstance(value, str):
        return value + _TEXT if how is _How.PART or not _turned(value) else _turned(value)
    if isinstance(value, bytes):
        return value + _TEXT.encode()
    if isinstance(value, (int, float, complex)) and not isinstance(value, bool):
        other = value + (_FAR * (1 + abs(value)) if how is _How.NEAR else _NEXT)
        # A number so large that the sum is the same, or infinite, has another sign instead.
        return other if other != value and abs(other) != math.inf else -value if abs(value) != math.inf else _NEXT
    return _NEXT


def _turned(text: str) -> str:
    """The text with each letter and digit replaced by the next; empty if there is none."""
    other = text.translate(_NEXT_LETTER)
    return other if other != text else ""


def _apply(source: str, edits: list[_Edit]) -> str:
    """Make the edits; positions in a syntax tree count bytes of UTF-8."""
    data = source.encode("utf-8")
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    pieces: dict[tuple[int, int], _Edit] = {}
    for edit in edits:
        node = edit.node
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        begin, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        pieces[begin, end] = edit
    for (begin, end), edit in sorted(pieces.items(), reverse=True, key=lambda piece: piece[0]):
        own = data[begin:end]
        if not edit.keeps:
            # As many lines as before, so that places in the tests stay theirs; brackets let the value span them.
            own = b"\n" * own.count(b"\n")
        data = data[:begin] + edit.before.encode() + own + edit.after.encode() + data[end:]
    return data.decode("utf-8")
