"""What is noted of a sample while it runs, seen in an interpreter of its own, which the hook never leaves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

INSIDE = Path(__file__).parents[2] / "pytest_bigcodebench" / "judge" / "inside"

#: Imports a file by its path, as TensorFlow's autograph does with what it made of a function.
LOADER = """
import importlib.util

def load(path):
    spec = importlib.util.spec_from_file_location("made", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
"""
TRANSPILER = """
from tensorflow.python.autograph import loader

def transpile(path):
    loader.load(path)
"""
RUN = """
import json, sys
inside, libraries, made, call = sys.argv[1:]
sys.path[:0] = [inside, libraries]
import bcb_notes
from tensorflow.python.autograph import loader, transpiler
heard = []
notes = bcb_notes.Notes(heard.append, "__test__.py", 1, False, bcb_notes.library_places())
notes.begin()
exec(compile(call, "__test__.py", "exec"))
notes.end()
print(json.dumps([each["note"] for each in heard]))
"""


@pytest.mark.parametrize(
    ("call", "notes"),
    [("transpiler.transpile(made)", []), ("loader.load(made)", ["weak:a module of its own"])],
    ids=["autograph", "sample"],
)
def test_a_module_that_autograph_made_is_not_the_samples(tmp_path: Path, call: str, notes: list[str]) -> None:
    """TensorFlow imports what it makes of a model's functions; a sample that has a file imported itself is noted."""
    package = tmp_path / "libraries" / "tensorflow" / "python" / "autograph"
    package.mkdir(parents=True)
    for folder in (package, *list(package.parents)[:2]):
        (folder / "__init__.py").touch()
    (package / "loader.py").write_text(LOADER)
    (package / "transpiler.py").write_text(TRANSPILER)
    made = tmp_path / "made.py"
    made.write_text("answer = 1\n")

    run = subprocess.run(
        [sys.executable, "-c", RUN, str(INSIDE), str(tmp_path / "libraries"), str(made), call],
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(run.stdout) == notes
