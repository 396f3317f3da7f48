"""The rules of a good task, as far as its file shows them without being run.

A rule is a function that yields the faults it sees: the line, what is wrong there, and what to do about it.
"""

from __future__ import annotations

import ast
import builtins
import ipaddress
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pytest_bigcodebench.benchmark.domains import DOMAINS, domains_of
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.taskfile import ENTRY_POINT, TaskFile, read_task_file

__all__ = ["Finding", "check_task_file"]

#: As many tests as an average task of BigCodeBench has, rounded down.
MIN_TESTS: Final = 5

#: Functions whose first argument names what is connected to.
_CONNECTING: Final = re.compile(
    r"(requests|session|client|httpx)\.(get|post|put|delete|head|patch|request)|.*\b(urlopen|urlretrieve|create_connection"
    r"|connect|connect_ex|gethostbyname|getaddrinfo|open_connection|HTTPS?Connection|SMTP(_SSL)?|FTP(_TLS)?|IMAP4(_SSL)?|POP3)"
)
#: Names that never lead out of the machine (RFC 2606, RFC 6761).
_RESERVED_HOST: Final = re.compile(r"(.*\.)?(localhost|test|example|invalid|local|example\.(com|net|org))\.?")

#: What gives another value at each run.
_CLOCKS: Final = re.compile(
    r"(datetime\.)?(datetime|date)\.(now|today|utcnow)|time\.(time|time_ns|localtime|gmtime|ctime|strftime)|(pd|pandas)\.Timestamp\.(now|today)"
)
_CHANCE: Final = re.compile(
    r"random\.(?!seed|Random|SystemRandom)\w+|(np|numpy)\.random\.(?!seed|default_rng|RandomState|Generator|SeedSequence)\w+"
    r"|uuid\.uuid[14]|secrets\.\w+|os\.urandom|(random\.)?Random|((np|numpy)\.random\.)?(default_rng|RandomState)"
)
_GENERATORS: Final = re.compile(r".*\b(Random|default_rng|RandomState)")
_SEEDING: Final = re.compile(r".*\b(seed|seed_instance)")

#: Methods that change a list, a dictionary or a set.
_CHANGING: Final = frozenset(
    [
        "add",
        "append",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "setdefault",
        "sort",
        "update",
    ]
)


@dataclass(frozen=True, kw_only=True, order=True)
class Finding:
    """A fault of a task file: where, what, and what to do about it."""

    path: str
    line: int
    what: str
    remedy: str
    #: Whether the file gives no task at all.
    unreadable: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}; {self.remedy}"


#: Line, fault, remedy.
_Fault = tuple[int, str, str]


def check_task_file(path: Path) -> list[Finding]:
    """Read a task file and return what is not as it should be, in the order of its lines."""
    try:
        task = read_task_file(path, f"{path.parent.name}/{path.stem}")
        file = TaskFile.parse(path)
    except InputError as error:
        return [_unreadable(error, path)]
    view = _View(file, task.libs)
    faults = dict.fromkeys(fault for rule in _RULES for fault in rule(view))
    return sorted(Finding(path=str(path), line=line, what=what, remedy=remedy) for line, what, remedy in faults)


def _unreadable(error: InputError, path: Path) -> Finding:
    """Make a finding of the error that a file which cannot be read at all gives."""
    line = re.fullmatch(r".*:(\d+)", error.where)
    return Finding(
        path=str(path), line=int(line[1]) if line else 1, what=error.what, remedy=error.remedy, unreadable=True
    )


class _View:
    """A task file as the rules look at it."""

    def __init__(self, file: TaskFile, libs: tuple[str, ...]) -> None:
        self.file = file
        self.libs = libs
        self.function = file.function
        self.tests = file.tests
        self.sections = file.sections()
        self.docstring = ast.get_docstring(file.function) or ""
        self.methods = {
            node.name: node for node in file.tests.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        self.test_methods = [node for name, node in self.methods.items() if name.startswith("test")]
        self._raises_at = next((n for n, text in self._docstring_lines() if text.strip() == "Raises:"), 0)

    @cached_property
    def promised_errors(self) -> dict[str, int]:
        """The errors that the section Raises names, without their modules, with their lines."""
        found: dict[str, int] = {}
        promises = {name for line in self.sections["raises"] if (name := _listed(line))}
        for number, text in self._docstring_lines():
            name = _listed(text)
            if number > self._raises_at > 0 and name in promises:
                for each in re.split(r",\s*|\s+or\s+", name):
                    found.setdefault(each.strip("`").rpartition(".")[2], number)
        return found

    def line_of(self, heading: str) -> int:
        """The line of a heading of the docstring, or that of the docstring if it has none."""
        return next((n for n, text in self._docstring_lines() if text.strip() == heading), self.function.body[0].lineno)

    def _docstring_lines(self) -> list[tuple[int, str]]:
        node = self.function.body[0]
        first, last = node.lineno, node.end_lineno or node.lineno
        return list(enumerate(self.file.lines[first - 1 : last], start=first))


def _sections(view: _View) -> Iterator[_Fault]:
    """The docstring has every section that a reader looks for."""
    parameters = view.function.args
    names = [each.arg for each in (*parameters.posonlyargs, *parameters.args, *parameters.kwonlyargs)]
    names += [each.arg for each in (parameters.vararg, parameters.kwarg) if each]
    wanted = {"returns": "Returns", "examples": "Example"} | ({"params": "Parameters"} if names else {})
    for key, heading in wanted.items():
        if not view.sections[key]:
            yield (
                view.line_of(""),
                f"the docstring has no section {heading}",
                f'write "{heading}:" and what belongs there',
            )
    described = {name for line in view.sections["params"] for name in _parameters(line)}
    for name in names if view.sections["params"] else []:
        if name not in described:
            remedy = f'add "- {name} (type): ..." to Parameters'
            yield view.line_of("Parameters:"), f"the parameter {name!r} is not described", remedy
    for name in sorted(described - set(names)):
        yield view.line_of("Parameters:"), f"there is no parameter {name!r}", "remove it from Parameters"
    if view.sections["examples"] and not any(line.startswith(">>> ") for line in view.sections["examples"]):
        yield view.line_of("Example:"), "the example has no line to run", 'begin one with ">>> "'


def _requirements(view: _View) -> Iterator[_Fault]:
    """Requirements names the modules that the solution imports, and no others."""
    line = view.line_of("Requirements:")
    listed = {_listed(text).partition(" ")[0] for text in view.sections["reqs"] if _listed(text)}
    listed -= {"none", "None"}
    tops = {name.partition(".")[0] for name in listed}
    for lib in view.libs:
        if lib not in tops:
            yield line, f"the solution uses {lib}, and Requirements does not name it", f'add "- {lib}"'
    for name in sorted(listed):
        if name.partition(".")[0] not in view.libs:
            yield line, f"Requirements names {name}, and the solution does not use it", "remove it"


def _errors(view: _View) -> Iterator[_Fault]:
    """The prompt says which errors the tests demand, and the tests demand those that it promises."""
    remedy = "say under Raises when exactly"
    for line, name in _demanded_errors(view):
        if not re.search(rf"\b{name}\b", view.docstring) and not _is_kind_of(name, view.promised_errors):
            yield line, f"the tests demand {name}, of which the prompt says nothing", remedy
    caught = {
        name.rpartition(".")[2]
        for node in ast.walk(view.function)
        if isinstance(node, ast.ExceptHandler) and node.type
        for name in [_name(each) for each in (node.type.elts if isinstance(node.type, ast.Tuple) else [node.type])]
    }
    for node in _own_statements(view.function):
        if isinstance(node, ast.Raise) and node.exc:
            exc = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            name = _name(exc).rpartition(".")[2]
            if name[:1].isupper() and name not in caught and not re.search(rf"\b{name}\b", view.docstring):
                yield node.lineno, f"the solution raises {name}, of which the prompt says nothing", remedy
    named = {node.id for node in ast.walk(view.tests) if isinstance(node, ast.Name)}
    named |= {node.attr for node in ast.walk(view.tests) if isinstance(node, ast.Attribute)}
    for name, line in view.promised_errors.items():
        if not any(_is_kind_of(one, [other]) for each in named for one, other in [(name, each), (each, name)]):
            yield line, f"no test demands the {name} that is promised", "test it, or do not promise it"


def _tests(view: _View) -> Iterator[_Fault]:
    """There are enough tests, and each asserts something."""
    if len(view.test_methods) < MIN_TESTS:
        what = f"{len(view.test_methods)} tests are few"
        yield view.tests.lineno, what, f"write at least {MIN_TESTS}: the rule, its edges, its errors"
    for method in view.test_methods:
        if not _occurs(_asserts, method, view):
            yield method.lineno, f"{method.name} asserts nothing", "assert what the prompt promises"


def _waiting(view: _View) -> Iterator[_Fault]:
    """Nothing sleeps."""
    for node in ast.walk(view.file.tree):
        if isinstance(node, ast.Call) and re.fullmatch(r"((time|asyncio)\.)?sleep", _name(node.func)):
            if _name(node.func) == "sleep" and _is_parameter("sleep", view.function):
                continue
            yield (
                node.lineno,
                "a sleep makes every judgement slower",
                "wait for an event, or take the clock as a parameter",
            )


def _network(view: _View) -> Iterator[_Fault]:
    """Nothing is asked for outside the machine."""
    for node in ast.walk(view.file.tree):
        if isinstance(node, ast.Call) and node.args and _CONNECTING.fullmatch(_name(node.func)):
            target = node.args[0]
            if isinstance(target, ast.Tuple) and target.elts:
                target = target.elts[0]
            elif _name(node.func).endswith(("connect", "connect_ex")):
                continue  # a file's name (sqlite3)
            host = _host(target.value) if isinstance(target, ast.Constant) and isinstance(target.value, str) else ""
            if host and not _stays_inside(host):
                yield node.lineno, f"{host} is outside this machine", "start a server on 127.0.0.1, port 0, in the test"


def _order(view: _View) -> Iterator[_Fault]:
    """No test leaves anything behind that another could see."""
    remedy = "give each test its own, in setUp"
    shared = {
        target.id
        for node in view.tests.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List | ast.Dict | ast.Set)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for method in view.methods.values():
        if method.name in ("setUpClass", "tearDownClass"):
            continue
        for node in ast.walk(method):
            if isinstance(node, ast.Global):
                yield node.lineno, f"{', '.join(node.names)} is shared by all tests", remedy
            elif isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
                owner = node.value
                if isinstance(node, ast.Subscript) and isinstance(owner, ast.Attribute) and _of_self(owner, shared):
                    yield node.lineno, f"{owner.attr} is shared by all tests", remedy
                elif isinstance(node, ast.Attribute) and _name(owner) in _CLASS_NAMES:
                    yield node.lineno, f"{node.attr} is shared by all tests", remedy
                elif isinstance(owner, ast.Attribute) and _name(owner) == "os.environ" and not _restored(method):
                    yield (
                        node.lineno,
                        "the environment stays changed",
                        "change it with mock.patch.dict(os.environ, ...)",
                    )
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if node.func.attr in _CHANGING and isinstance(owner, ast.Attribute) and _of_self(owner, shared):
                    yield node.lineno, f"{owner.attr} is shared by all tests", remedy
                elif _name(node.func).startswith("self.test") and node.func.attr in view.methods:
                    yield node.lineno, f"{method.name} runs another test", "put what both need into a helper method"


def _determinism(view: _View) -> Iterator[_Fault]:
    """The tests give the same outcome at every run."""
    for scope in (view.function, view.tests):
        calls = [node for node in ast.walk(scope) if isinstance(node, ast.Call)]
        seeded = any(
            _SEEDING.fullmatch(_name(node.func)) for node in ast.walk(view.file.tree) if isinstance(node, ast.Call)
        )
        for node in calls:
            name = _name(node.func)
            if _CLOCKS.fullmatch(name) and not (
                name.endswith(("gmtime", "localtime", "ctime", "strftime")) and node.args
            ):
                remedy = "take the time as a parameter" if scope is view.function else "use fixed times"
                yield node.lineno, f"{name}() is another time at each run", remedy
            elif scope is view.tests and _CHANCE.fullmatch(name):
                fixed = bool(node.args or node.keywords) if _GENERATORS.fullmatch(name) else seeded
                if not fixed:
                    yield node.lineno, f"{name}() is by chance", "seed a generator of the test's own, or fix the values"
    for method in view.test_methods:
        decorators = [each for each in method.decorator_list if isinstance(each, ast.Call)]
        if any(_name(each.func).rpartition(".")[2] == "given" for each in decorators):
            words = {word.arg: word.value for each in decorators for word in each.keywords}
            derandomized = words.get("derandomize")
            if not (isinstance(derandomized, ast.Constant) and derandomized.value is True):
                remedy = "add @settings(derandomize=True, max_examples=25, deadline=None, database=None)"
                yield method.lineno, f"{method.name} tries other examples at each run", remedy


def _domain(view: _View) -> Iterator[_Fault]:
    """A file in a domain's folder belongs to that domain."""
    folder = view.file.path.resolve().parent.name
    if folder in DOMAINS and folder not in domains_of(view.libs):
        having = ", ".join(domains_of(view.libs)) or "none"
        yield 1, f"by its libraries this is no {folder} task (its domains: {having})", "move the file"


_RULES: Final[tuple[Callable[[_View], Iterator[_Fault]], ...]] = (
    _sections,
    _requirements,
    _errors,
    _tests,
    _waiting,
    _network,
    _order,
    _determinism,
    _domain,
)
_CLASS_NAMES: Final = ("TestCases", "cls", "self.__class__", "type")


def _listed(line: str) -> str:
    """Return what stands in a line ``- this: ...`` of a section, or nothing for another line."""
    match = re.match(r"\s*- ([^:\n]+)", line)
    return match[1].strip() if match else ""


def _parameters(line: str) -> list[str]:
    """Return the parameters that a line ``- name (type): ...`` or ``- one, other (type): ...`` describes."""
    match = re.match(r"- (\**\w+(?:, \**\w+)*)(?: \(|:)", line)
    return [name.lstrip("*") for name in match[1].split(", ")] if match else []


def _name(node: ast.expr) -> str:
    """Return a dotted name as it is written; a call in it is left out (``Random().random`` is ``Random.random``)."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_name(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return _name(node.func)
    return ""


def _own_statements(function: ast.FunctionDef) -> Iterator[ast.stmt]:
    """Yield a function's statements without those of functions and classes inside it."""
    frontier: list[ast.stmt] = list(function.body)
    while frontier:
        node = frontier.pop()
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node
            frontier += [child for child in ast.walk(node) if isinstance(child, ast.stmt) and child is not node]


def _is_kind_of(name: str, others: Iterable[str]) -> bool:
    """Whether an error is one of others, or derives from one, among Python's own."""
    kinds = [vars(builtins).get(each) for each in (name, *others)]
    kind, *bases = [each if isinstance(each, type) and issubclass(each, BaseException) else None for each in kinds]
    return name in others or (kind is not None and any(base is not None and issubclass(kind, base) for base in bases))


def _demanded_errors(view: _View) -> Iterator[tuple[int, str]]:
    """Yield the errors that the tests demand of the solution, with their lines."""
    for node in ast.walk(view.tests):
        if isinstance(node, ast.With):
            calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
            reached: list[ast.AST] = [*node.body]
        elif isinstance(node, ast.Call):
            calls, reached = [node], list(node.args[1:])
        else:
            continue
        for call in calls:
            if _name(call.func) in ("self.assertRaises", "self.assertRaisesRegex") and call.args:
                name = _name(call.args[0]).rpartition(".")[2]
                if name[:1].isupper() and any(_occurs(_is_entry_point, part, view) for part in reached):
                    yield call.lineno, name


def _occurs(fits: Callable[[ast.AST], bool], node: ast.AST, view: _View, seen: set[str] | None = None) -> bool:
    """Whether something occurs in some code of the tests, or in the methods of the class that it uses."""
    seen = set() if seen is None else seen
    for child in ast.walk(node):
        if fits(child):
            return True
        if isinstance(child, ast.Attribute) and child.attr in view.methods and child.attr not in seen:
            seen.add(child.attr)
            if _occurs(fits, view.methods[child.attr], view, seen):
                return True
    return False


def _asserts(node: ast.AST) -> bool:
    """Whether this asserts: as unittest, a mock or a library does it, or by hand."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return isinstance(node, ast.Assert | ast.Raise) or name.startswith("assert") or name == "fail"


def _is_entry_point(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == ENTRY_POINT


def _is_parameter(name: str, function: ast.FunctionDef) -> bool:
    return any(each.arg == name for each in (*function.args.args, *function.args.kwonlyargs))


def _host(text: str) -> str:
    """Return the host of a URL, or the text itself where it is a host."""
    return (urlsplit(text).hostname or "") if "://" in text else text


def _stays_inside(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return "." not in host or _RESERVED_HOST.fullmatch(host.lower()) is not None


def _of_self(node: ast.Attribute, names: set[str]) -> bool:
    return node.attr in names and _name(node.value) in ("self", *_CLASS_NAMES)


def _restored(method: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a method cleans up behind itself, by the looks of it."""
    return any(
        isinstance(node, ast.Try) or (isinstance(node, ast.Attribute) and node.attr in ("addCleanup", "patch"))
        for node in ast.walk(method)
    )
