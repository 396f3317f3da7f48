"""A record as ``user_properties``: strings that pytest carries across xdist and into JUnit XML, under 4 KB a sample."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from pytest_bigcodebench.judge.text import clipped, printable
from pytest_bigcodebench.scoring.record import Record

__all__ = ["from_properties", "to_properties"]

#: Longest message and detail that are carried, in characters.
_MESSAGE: Final = 1000
_DETAIL: Final = 200


def to_properties(record: Record) -> list[tuple[str, str]]:
    """Write a record as properties, one for each of its fields."""
    return [
        ("samples_file", printable(record.samples_file)),
        ("task_id", printable(record.task_id)),
        ("sample", str(record.sample)),
        ("status", record.status),
        ("kind", record.kind),
        ("detail", clipped(record.detail, _DETAIL)),
        ("domains", " ".join(record.domains)),
        ("tests", _compact(dict(record.tests))),
        ("message", clipped(record.message, _MESSAGE)),
        ("cpu_s", f"{record.cpu_s:.3f}"),
        ("wall_s", f"{record.wall_s:.3f}"),
        ("peak_mib", f"{record.peak_mib:.1f}"),
        *([("stored", "yes")] if record.stored else []),
        *([("round", str(record.round))] if record.round > 1 else []),
        *([("misused", _compact(list(record.misused)))] if record.misused else []),
        *([("tools", _compact(record.tools))] if record.tools is not None else []),
        *([("lazy", "yes" if record.lazy else "no")] if record.lazy is not None else []),
    ]


def from_properties(properties: Iterable[tuple[str, object]]) -> Record | None:
    """Read what `to_properties` wrote; None for the properties of another item, or of a sample that has no verdict."""
    values = {name: str(value) for name, value in properties}
    if not values.keys() >= {"samples_file", "task_id", "status"}:
        return None
    return Record(
        samples_file=values["samples_file"],
        task_id=values["task_id"],
        sample=int(values["sample"]),
        status=values["status"],
        kind=values["kind"],
        detail=values["detail"],
        domains=tuple(values["domains"].split()),
        tests=json.loads(values["tests"]),
        message=values["message"],
        cpu_s=float(values["cpu_s"]),
        wall_s=float(values["wall_s"]),
        peak_mib=float(values["peak_mib"]),
        stored="stored" in values,
        round=int(values.get("round", 1)),
        misused=tuple(json.loads(values.get("misused", "[]"))),
        tools=json.loads(values.get("tools", "null")),
        lazy=values["lazy"] == "yes" if "lazy" in values else None,
    )


def _compact(value: object) -> str:
    """JSON in as few characters as can be, all of them ASCII."""
    return json.dumps(value, separators=(",", ":"))
