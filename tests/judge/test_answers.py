"""What a child says is data: whatever its form, it harms neither the keeper nor the judge."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench import Sample
from pytest_bigcodebench.judge.program import Program
from pytest_bigcodebench.judge.ruling import rule
from tests.judge.conftest import RIGHT, make_task

INSIDE = Path(__file__).parents[2] / "pytest_bigcodebench" / "judge" / "inside"
FAILURE = {"error": "E", "missing": "", "memory": False, "message": "", "places": [[1, "f"]], "trace": "", "test": "t"}
WHOLE: dict[str, Any] = {
    "stage": "done",
    "tests": {"test_adds": "passed"},
    "failures": [],
    "error": None,
    "tampered": [],
    "reaching": [],
}


def read_by_the_keeper(*texts: str) -> list[Any]:
    """What the keeper reads from a child's pipe: answer, notes and what else stands there."""
    token = b"t" * 16
    said = b"".join(struct.pack("!I", len(token + text.encode())) + token + text.encode() for text in texts)
    script = f"import sys; sys.path.insert(0, {str(INSIDE)!r}); import bcb_keeper, json; "
    script += "print(json.dumps(bcb_keeper._read_frames(sys.stdin.buffer.read(), b't' * 16)))"
    run = subprocess.run([sys.executable, "-c", script], input=said, capture_output=True, check=True)
    read: list[Any] = json.loads(run.stdout)
    return read


@pytest.mark.parametrize("text", ["[" * 100_000, '{"tests": ' + "[" * 400 + "]" * 400 + "}", "5", "[]", '"note"'])
def test_what_is_no_answer_does_not_end_the_keeper(text: str) -> None:
    """Nor does it reach the judge: it is told as something that was forged."""
    answer, notes, forged = read_by_the_keeper('{"note": "weak:one"}', text)

    assert (answer, notes) == (None, ["weak:one"])
    assert forged


def test_an_answer_is_read_as_it_was_given() -> None:
    """A failure's places are the deepest part of one."""
    answer = {**WHOLE, "failures": [FAILURE]}

    assert read_by_the_keeper(json.dumps(answer)) == [answer, [], ""]


@pytest.mark.parametrize(
    "change",
    [
        {"failures": [{**FAILURE, "places": [["one", "f"]]}]},
        {"failures": [{**FAILURE, "places": [[1]]}]},
        {"failures": [{**FAILURE, "message": 1}]},
        {"failures": [{**FAILURE, "test": []}]},
        {"failures": ["text"]},
        {"error": "text"},
        {"error": {**FAILURE, "missing": None}},
        {"tests": {"test_adds": []}},
        {"tampered": [1]},
        {"reaching": [[]]},
        {"stage": []},
    ],
)
def test_an_answer_of_another_form_is_tampering(change: dict[str, Any]) -> None:
    """Each part is of its kind, down to the line of a place, or none of it is believed."""
    program = Program.of(make_task(), Sample(task_id="small/0", solution=RIGHT), calibrated=False)
    end = {"notes": [], "forged": "", "status": 0, "stopped": "", "cpu": 0.0, "wall": 0.0, "peak": 0.0}

    assert rule(program, {**end, "answer": {**WHOLE, **change}}).kind == "tampered"
