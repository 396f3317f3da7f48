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


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def files(*rooms: str) -> list[Path]:
    """The files of some rooms but for those that run in the judged interpreter."""
    return [path for room in rooms for path in sorted((PACKAGE / room).rglob("*.py")) if INSIDE not in path.parents]


@pytest.mark.parametrize(
    "path", files("analysis", "benchmark", "environments", "judge", "scoring"), ids=lambda path: path.stem
)
def test_the_core_knows_nothing_of_pytest(path: Path) -> None:
    """Tasks, judge and scoring work without pytest."""
    pytests = ("pytest", "_pytest", "xdist", "pytest_timeout")

    assert not [name for name in imports(path) if name.partition(".")[0] in pytests]


@pytest.mark.parametrize(
    ("room", "forbidden"),
    [
        ("benchmark", ("analysis", "judge", "scoring", "report", "items", "plugin", "evaluation", "settings")),
        ("judge", ("analysis", "scoring", "report", "items", "plugin", "evaluation", "settings")),
        ("analysis", ("scoring", "report", "items", "plugin", "evaluation", "settings")),
        ("scoring", ("analysis", "report", "items", "plugin", "evaluation", "settings")),
        ("environments", ("analysis", "scoring", "report", "items", "plugin", "evaluation", "settings")),
        ("report", ("plugin",)),
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
