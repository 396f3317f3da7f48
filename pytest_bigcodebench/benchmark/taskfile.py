"""A task as a Python file: imports, ``task_func`` with its docstring and body, and the class ``TestCases``.

What a person reads is what is judged: every part of the task is cut from the file as it stands. Imports go where their
names are used: to the prompt, to the test, or to both. A task is *hard* when its solution uses three or more libraries
and has 25 or more lines of code.
"""

from __future__ import annotations

import ast
import json
import re
import symtable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn, TypeVar

from pytest_bigcodebench.benchmark.domains import domains_of
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.lines import translate_read_errors
from pytest_bigcodebench.benchmark.task import Task

__all__ = ["ENTRY_POINT", "TaskFile", "read_folder", "read_task_file", "task_paths"]

#: The function that every task file defines.
ENTRY_POINT: Final = "task_func"

_TEST_CLASS: Final = "TestCases"

_HARD_LIBRARIES: Final = 3
_HARD_LINES: Final = 25

#: Heading of a docstring's section -> its key in the official schema's ``doc_struct``.
_SECTIONS: Final = {
    "Note": "notes",
    "Notes": "notes",
    "Parameters": "params",
    "Returns": "returns",
    "Requirements": "reqs",
    "Raises": "raises",
    "Example": "examples",
    "Examples": "examples",
}
_HEADING: Final = re.compile(rf"(?P<heading>{'|'.join(_SECTIONS)}):\s*")

#: How the first line of a docstring may begin.
_DOCSTRING: Final = re.compile(r"""\s*[rRuU]?["']""")

_LAYOUT: Final = f"a task file holds imports, def {ENTRY_POINT}, class {_TEST_CLASS}, in this order, and nothing else"


def read_folder(folder: Path, prefix: str) -> list[Task]:
    """Read every task file below a folder; the ids are ``prefix/relative/path`` without ``.py``.

    Raises `InputError` at the first broken one, naming file and line.
    """
    return [read_task_file(path, f"{prefix}/{name}") for name, path in task_paths(folder)]


def task_paths(folder: Path) -> list[tuple[str, Path]]:
    """List the task files below a folder as ``(relative/path without .py, path)``, sorted.

    Names that begin with a dot or an underscore, and ``conftest.py``, are not task files.
    """
    found = []
    for path in folder.rglob("*.py"):
        relative = path.relative_to(folder)
        if path.name != "conftest.py" and not any(part.startswith((".", "_")) for part in relative.parts):
            found.append((relative.with_suffix("").as_posix(), path))
    return sorted(found)


def read_task_file(path: Path, task_id: str) -> Task:
    """Make a task of a task file; raise `InputError` that names file and line if it is broken."""
    file = TaskFile.parse(path)
    sections = file.sections()
    prompt_imports, test_imports = file.split_imports()
    header, docstring, body = file.function_parts()
    code_prompt = "\n".join([*prompt_imports, header]) + "\n"
    libs = file.libraries(prompt_imports)
    return Task(
        task_id=task_id,
        complete_prompt="\n".join([*prompt_imports, *([""] * 2 if prompt_imports else []), header, docstring]) + "\n",
        instruct_prompt=_instruct_prompt(sections, code_prompt),
        code_prompt=code_prompt,
        canonical_solution=body,
        test="\n".join([*test_imports, "", "", file.text_of(file.tests)]) + "\n",
        entry_point=ENTRY_POINT,
        libs=libs,
        domains=domains_of(libs),
        hard=len(libs) >= _HARD_LIBRARIES and _count_code_lines(body) >= _HARD_LINES,
        doc_struct=_doc_struct(sections),
    )


_Definition = TypeVar("_Definition", ast.FunctionDef, ast.ClassDef)


@dataclass(frozen=True, kw_only=True)
class TaskFile:
    """A task file that has the three parts, each where it belongs."""

    path: Path
    lines: list[str]
    tree: ast.Module
    scope: symtable.SymbolTable
    imports: list[ast.Import | ast.ImportFrom]
    function: ast.FunctionDef
    tests: ast.ClassDef

    @classmethod
    def parse(cls, path: Path) -> TaskFile:
        """Read and parse a file and check that it consists of the three parts."""
        source = _read_source(path)
        tree, scope = _parse(path, source)
        imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        for node, statement in zip(imports, tree.body, strict=False):
            if node is not statement:
                _fail(path, node.lineno, "an import below other code", _LAYOUT)
        statements = tree.body[len(imports) :]
        function = _expect(path, statements, ast.FunctionDef, ENTRY_POINT)
        tests = _expect(path, statements, ast.ClassDef, _TEST_CLASS, after=function.end_lineno or 1)
        if statements:
            _fail(path, statements[0].lineno, "something stands after the tests", _LAYOUT)
        file = cls(
            path=path,
            lines=source.split("\n"),
            tree=tree,
            scope=scope,
            imports=imports,
            function=function,
            tests=tests,
        )
        file._check_tests()
        return file

    def fail(self, node: ast.stmt, what: str, remedy: str) -> NoReturn:
        """Raise the error for a fault at a statement."""
        _fail(self.path, node.lineno, what, remedy)

    def text_of(self, node: ast.FunctionDef | ast.ClassDef) -> str:
        """Return the source of a definition with its decorators."""
        return "\n".join(self.lines[_first_line(node) - 1 : node.end_lineno])

    def function_parts(self) -> tuple[str, str, str]:
        """Cut the function into header, docstring and body, each in whole lines as they stand in the file."""
        docstring, *body = self.function.body
        if not _DOCSTRING.match(self.lines[docstring.lineno - 1]):
            self.fail(docstring, "the docstring does not begin on a line of its own", "put it below the def line")
        if not body or body[0].lineno == docstring.end_lineno:
            self.fail(docstring, "no solution stands below the docstring", f"write the body of {ENTRY_POINT}")
        doc_end = docstring.end_lineno or docstring.lineno
        return (
            "\n".join(self.lines[_first_line(self.function) - 1 : docstring.lineno - 1]),
            "\n".join(self.lines[docstring.lineno - 1 : doc_end]),
            "\n".join(self.lines[doc_end : self._body_end()]) + "\n",
        )

    def sections(self) -> dict[str, list[str]]:
        """Split the docstring into its description and its sections, by their keys in ``doc_struct``."""
        text = ast.get_docstring(self.function)
        if text is None:
            self.fail(self.function, f"{ENTRY_POINT} has no docstring", "describe the task in it")
        sections: dict[str, list[str]] = {key: [] for key in ["description", *_SECTIONS.values()]}
        current = sections["description"]
        for line in text.split("\n"):
            if match := _HEADING.fullmatch(line):
                current = sections[_SECTIONS[match["heading"]]]
            else:
                current.append(line)
        sections = {key: _strip_blank(lines) for key, lines in sections.items()}
        docstring = self.function.body[0]
        if not sections["reqs"]:
            remedy = 'end it with a section "Requirements:" that lists the libraries, one "- name" a line'
            self.fail(docstring, "the docstring has no Requirements", remedy)
        if not sections["description"]:
            self.fail(docstring, "the docstring describes nothing", "begin it with what the function does")
        return sections

    def split_imports(self) -> tuple[list[str], list[str]]:
        """Return the import statements that the prompt needs and those that the test needs, by the names they use."""
        in_function = self._global_names(self.function)
        in_tests = self._global_names(self.tests)
        for node in self.imports:
            self._check_import(node, in_function | in_tests)
        return self._imports_of(in_function), self._imports_of(in_tests)

    def libraries(self, statements: list[str]) -> tuple[str, ...]:
        """Return the top-level modules that some import statements name, each once, in their order."""
        names: dict[str, None] = {}
        for node in ast.parse("\n".join(statements)).body:
            if isinstance(node, ast.ImportFrom) and node.module:
                names[node.module.partition(".")[0]] = None
            elif isinstance(node, ast.Import):
                names.update((alias.name.partition(".")[0], None) for alias in node.names)
        return tuple(names)

    def _body_end(self) -> int:
        """Return the function's last line, with comments that stand below its last statement."""
        end = self.function.end_lineno or self.function.lineno
        limit = _first_line(self.tests) - 1
        for number in range(end, limit):
            if self.lines[number].startswith((" ", "\t")) and self.lines[number].strip():
                end = number + 1
        return end

    def _check_tests(self) -> None:
        methods = [node.name for node in self.tests.body if isinstance(node, ast.FunctionDef)]
        if not any(name.startswith("test") for name in methods):
            self.fail(self.tests, f"{_TEST_CLASS} has no test", "give it methods whose names begin with test_")

    def _check_import(self, node: ast.Import | ast.ImportFrom, used: set[str]) -> None:
        """Refuse an import that cannot be put where it is used."""
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            self.fail(node, "a __future__ import cannot be judged: code is put before it", "do without it")
        if isinstance(node, ast.ImportFrom) and node.level:
            self.fail(node, "a relative import cannot be judged: there is no package", "import by an absolute name")
        for alias in node.names:
            if alias.name == "*":
                self.fail(node, "an import of * hides what is used", "import the names that are used")
            if _bound_name(alias) not in used:
                what = f"the imported name {_bound_name(alias)!r} is used neither by {ENTRY_POINT} nor by {_TEST_CLASS}"
                self.fail(node, what, "remove it")

    def _imports_of(self, names: set[str]) -> list[str]:
        """Return the import statements, each cut down to those of its names that are among `names`."""
        statements: list[str] = []
        for node in self.imports:
            aliases = [alias for alias in node.names if _bound_name(alias) in names]
            if isinstance(node, ast.Import):
                statements += [ast.unparse(ast.Import(names=[alias])) for alias in aliases]
            elif aliases:
                statements.append(ast.unparse(ast.ImportFrom(module=node.module, names=aliases, level=0)))
        return statements

    def _global_names(self, node: ast.FunctionDef | ast.ClassDef) -> set[str]:
        """Return the global names that a definition uses: in its header by syntax, below it by the rules of scopes."""
        header: list[ast.AST] = [*node.decorator_list]
        if isinstance(node, ast.FunctionDef):
            header += [node.args, *([node.returns] if node.returns else [])]
        else:
            header += [*node.bases, *node.keywords]
        names = {child.id for part in header for child in ast.walk(part) if isinstance(child, ast.Name)}
        scopes = [scope for scope in self.scope.get_children() if scope.get_name() == node.name]
        return names | {symbol.get_name() for scope in scopes for symbol in _symbols(scope) if symbol.is_global()}


def _fail(path: Path, line: int, what: str, remedy: str) -> NoReturn:
    raise InputError(what, where=f"{path}:{line}", remedy=remedy)


def _read_source(path: Path) -> str:
    """Read a file as UTF-8 with its line ends made ``\\n``."""
    with translate_read_errors(path):
        data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _fail(path, data.count(b"\n", 0, error.start) + 1, "not UTF-8", "save the file as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parse(path: Path, source: str) -> tuple[ast.Module, symtable.SymbolTable]:
    """Parse a file and resolve the scopes of its names; what would not compile is refused."""
    if "\0" in source:
        _fail(path, source[: source.index("\0")].count("\n") + 1, "a NUL character is no Python", "remove it")
    try:
        tree = ast.parse(source, str(path))
        compile(tree, str(path), "exec", dont_inherit=True)
        return tree, symtable.symtable(source, str(path), "exec")
    except SyntaxError as error:
        _fail(path, error.lineno or 1, f"not Python ({error.msg})", "correct the syntax")
    except (RecursionError, MemoryError):
        _fail(path, 1, "nested too deeply to be parsed", _LAYOUT)


def _expect(path: Path, statements: list[ast.stmt], kind: type[_Definition], name: str, after: int = 1) -> _Definition:
    """Take the next statement, which must define `name`; say what is wrong if it does not."""
    word = "def" if kind is ast.FunctionDef else "class"
    if not any(isinstance(statement, kind) and statement.name == name for statement in statements):
        line = statements[0].lineno if statements else after
        _fail(path, line, f"no {word} {name} here or below", _LAYOUT)
    statement = statements.pop(0)
    if not isinstance(statement, kind) or statement.name != name:
        _fail(path, statement.lineno, f"something stands before {word} {name}", _LAYOUT)
    return statement


def _first_line(node: ast.FunctionDef | ast.ClassDef) -> int:
    """Return the line on which a definition begins, decorators included."""
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])


def _bound_name(alias: ast.alias) -> str:
    """Return the name that an import binds."""
    return alias.asname or alias.name.partition(".")[0]


def _symbols(scope: symtable.SymbolTable) -> Iterator[symtable.Symbol]:
    """Yield the symbols of a scope and of all scopes inside it."""
    yield from scope.get_symbols()
    for child in scope.get_children():
        yield from _symbols(child)


def _strip_blank(lines: list[str]) -> list[str]:
    """Drop blank lines at the beginning and the end."""
    return "\n".join(lines).strip("\n").split("\n") if any(lines) else []


def _count_code_lines(body: str) -> int:
    """Count the lines that are neither blank nor a comment."""
    return sum(1 for line in body.split("\n") if line.strip() and not line.lstrip().startswith("#"))


def _instruct_prompt(sections: dict[str, list[str]], code_prompt: str) -> str:
    """Write the short request: what the function does, takes, returns and raises, and the lines it begins with."""
    titles = {"notes": "Note:", "params": "It takes:", "returns": "It returns:", "raises": "It raises:"}
    parts = ["\n".join(sections["description"])]
    parts += ["\n".join([title, *sections[key]]) for key, title in titles.items() if sections[key]]
    parts.append("Answer with complete Python code, all imports included, that begins like this:")
    return "\n\n".join(parts) + f"\n```python\n{code_prompt}```\n"


def _doc_struct(sections: dict[str, list[str]]) -> str:
    """Write the sections as the official schema's ``doc_struct``."""
    requirements = [line.strip().removeprefix("- ") for line in sections["reqs"] if line.strip()]
    return json.dumps({**sections, "reqs": requirements})
