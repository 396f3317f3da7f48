"""What may import what, held by reading every file's imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "pytest_bigcodebench"
INSIDE = PACKAGE / "judge" / "inside"


#: The files that are about pytest, beside those of ``report/``.
ADAPTERS = {
    *("plugin.py", "items.py", "settings.py", "arguments.py", "task_arguments.py", "timeouts.py", "signals.py"),
}
#: What stands above the core and above what a run is made of.
ABOVE = ("plugin", "items", "report", "evaluation", "settings", "arguments", "task_arguments", "cli", "cli_outputs")


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def files(room: str = "") -> list[Path]:
    """The files of a room, of the package without a name, but for those that run in the judged interpreter."""
    place = PACKAGE / room
    found = [place] if place.is_file() else sorted(place.rglob("*.py"))
    return [path for path in found if INSIDE not in path.parents]


@pytest.mark.parametrize(
    "path",
    [path for path in files() if path.name not in ADAPTERS and PACKAGE / "report" not in path.parents],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_only_adapters_know_pytest(path: Path) -> None:
    """Tasks, judge, scoring and the command line work without pytest."""
    pytests = ("pytest", "_pytest", "xdist", "pytest_timeout")

    assert not [name for name in imports(path) if name.partition(".")[0] in pytests]


@pytest.mark.parametrize(
    ("room", "forbidden"),
    [
        ("benchmark", ("analysis", "environments", "judge", "scoring", "journal", "knowledge", "rounds", *ABOVE)),
        ("judge", ("analysis", "environments", "scoring", "journal", "knowledge", "rounds", *ABOVE)),
        ("analysis", ("environments", "scoring", "journal", "knowledge", "rounds", *ABOVE)),
        ("scoring", ("analysis", "environments", "judge", "journal", "knowledge", "rounds", *ABOVE)),
        ("environments", ("analysis", "scoring", "journal", "knowledge", "rounds", *ABOVE)),
        ("rounds.py", ("analysis", "environments", "scoring", "journal", "knowledge", *ABOVE)),
        ("journal.py", ("analysis", "environments", "scoring", "knowledge", "rounds", *ABOVE)),
        ("knowledge.py", ("analysis", "environments", "scoring", "rounds", *ABOVE)),
        ("evaluation.py", ("environments", "scoring", "report", "plugin", "cli", "cli_outputs")),
        ("items.py", ("environments", "plugin", "cli", "cli_outputs")),
        ("report", ("environments", "plugin", "cli", "cli_outputs")),
        ("cli.py", ("plugin", "items", "evaluation", "settings")),
        ("cli_outputs.py", ("plugin", "items", "evaluation", "settings")),
    ],
)
def test_imports_run_one_way(room: str, forbidden: tuple[str, ...]) -> None:
    """No room imports one that stands above it."""
    names = {f"pytest_bigcodebench.{name}" for name in forbidden}
    above = [
        (path.name, name)
        for path in files(room)
        for name in imports(path)
        if any(name == one or name.startswith(f"{one}.") for one in names)
    ]

    assert not above


def test_nothing_imports_what_runs_inside() -> None:
    """The judged interpreter's files are data to the package, which may be run by another Python."""
    inside = {path.stem for path in INSIDE.glob("bcb_*.py")}

    assert not [
        (path.name, name)
        for path in files()
        for name in imports(path)
        if name.rpartition(".")[2] in inside or name.startswith("pytest_bigcodebench.judge.inside")
    ]


@pytest.mark.parametrize("path", sorted(INSIDE.glob("*.py")), ids=lambda path: path.stem)
def test_what_runs_inside_needs_the_standard_library_only(path: Path) -> None:
    """The judged interpreter needs nothing of ours: not this package, and no library."""
    own = {each.stem for each in INSIDE.glob("*.py")}

    assert not {name.partition(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - own


@pytest.mark.parametrize("path", sorted(INSIDE.glob("*.py")), ids=lambda path: path.stem)
def test_what_runs_inside_parses_as_old_python(path: Path) -> None:
    """The judged interpreter may be Python 3.8."""
    ast.parse(path.read_text("utf-8"), feature_version=(3, 8))


def test_the_keeper_imports_nothing_that_only_templates_need() -> None:
    """Each cell begins as a fork of the keeper, and a fork costs by what is forked."""
    script = f"import sys; sys.path.insert(0, {str(INSIDE)!r}); import bcb_keeper; print(*sys.modules)"
    command = [sys.executable, "-I", "-S", "-c", script]

    modules = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()

    assert "bcb_cell" in modules
    assert not {"unittest", "unittest.mock", "asyncio", "shutil", "bcb_template", "bcb_child"} & {*modules}
