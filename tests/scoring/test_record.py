"""Records keep everything on their way through files."""

from __future__ import annotations

import json

from hypothesis import given
from strategies import records

from pytest_bigcodebench.scoring.record import Record


@given(records())
def test_a_record_survives_json(record: Record) -> None:
    """What is read back from a line of verdicts.jsonl is what was written."""
    assert Record.from_plain(json.loads(json.dumps(record.to_plain()))) == record


def test_fields_of_a_later_version_are_left_out() -> None:
    """An older version reads a newer one's files."""
    plain = {"samples_file": "a", "task_id": "T/1", "sample": 0, "status": "pass", "later": 1}

    assert Record.from_plain(plain) == Record(samples_file="a", task_id="T/1", sample=0, status="pass")


def test_the_fields_of_a_line_are_the_documented_ones() -> None:
    """Scripts may rely on these names."""
    plain = Record(samples_file="a", task_id="T/1", sample=0, status="pass").to_plain()

    documented = "samples_file task_id sample status kind domains tests message cpu_s wall_s peak_mib"
    assert set(documented.split()) <= plain.keys()
