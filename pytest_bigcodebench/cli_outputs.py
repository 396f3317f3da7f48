"""The commands of ``bcb`` that work on finished outputs: ``compare`` and ``merge``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.report.comparison import (
    anchor_line,
    comparison_lines,
    leaderboard_lines,
    pair_lines,
)
from pytest_bigcodebench.report.finished import FinishedOutput, entries_of, require_same_dataset
from pytest_bigcodebench.report.merge import merge
from pytest_bigcodebench.scoring.comparison import Entry, compare, compare_all, rank

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_commands"]


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the commands."""
    comparing = commands.add_parser("compare", help="tell whether one model is better than another, or lucky")
    comparing.add_argument(
        "outputs", nargs="+", type=Path, metavar="DIR", help="folders that --bcb-output wrote, of one dataset"
    )
    comparing.add_argument("--json", action="store_true", help="write everything as one JSON object")
    comparing.set_defaults(run=_compare)

    merging = commands.add_parser("merge", help="join the outputs of all shards of a run (--bcb-shard)")
    merging.add_argument("outputs", nargs="+", type=Path, metavar="DIR", help="the output folder of each shard")
    merging.add_argument("-o", "--output", required=True, type=Path, metavar="DIR", help="folder for the joined output")
    merging.set_defaults(run=_merge)


def _compare(options: argparse.Namespace) -> None:
    outputs = [FinishedOutput.read(folder) for folder in options.outputs]
    require_same_dataset(outputs)
    entries = entries_of(outputs)
    if len(entries) < 2:
        remedy = "give two or more, or one of a run with several samples files"
        raise InputError("there is nothing to compare one samples file with", where=entries[0].name, remedy=remedy)
    notes = _notes(outputs)
    if options.json:
        print(json.dumps(_to_plain(outputs, entries, notes), indent=2))
        return
    print(f"{outputs[0].label}: {', '.join(entry.name for entry in entries)}")
    print("\n".join(_text_of_two(entries) if len(entries) == 2 else _text_of_many(entries)))
    for line in [*([anchor_line()] if outputs[0].is_official else []), *notes]:
        print(line)


def _text_of_two(entries: Sequence[Entry]) -> list[str]:
    comparison = compare(*entries)
    if comparison is None:
        raise _nothing_shared(entries)
    return comparison_lines(comparison)


def _text_of_many(entries: Sequence[Entry]) -> list[str]:
    standings = rank(entries)
    if not standings:
        raise _nothing_shared(entries)
    return [*leaderboard_lines(standings), "", *pair_lines(compare_all(entries))]


def _to_plain(outputs: Sequence[FinishedOutput], entries: Sequence[Entry], notes: Sequence[str]) -> dict[str, Any]:
    standings, comparisons = rank(entries), compare_all(entries)
    if not standings:
        raise _nothing_shared(entries)
    return {
        "dataset": dict(outputs[0].dataset),
        "leaderboard": [standing.to_plain() for standing in standings],
        "comparisons": [comparison.to_plain() for comparison in comparisons],
        "notes": list(notes),
    }


def _nothing_shared(entries: Sequence[Entry]) -> InputError:
    names = ", ".join(entry.name for entry in entries)
    return InputError(f"no task has samples in all of {names}", remedy="compare runs over the same tasks")


def _notes(outputs: Sequence[FinishedOutput]) -> list[str]:
    """What of the outputs' ways of judging differs."""
    notes = []
    for what, values in {
        "calibration": [output.summary.get("calibrated") for output in outputs],
        "limits": [output.summary.get("limits") for output in outputs],
        "Python": [output.environment.get("version") for output in outputs],
        "fingerprint of the environment": [output.environment["fingerprint"] for output in outputs],
    }.items():
        if any(value != values[0] for value in values):
            shown = ", ".join(json.dumps(value) for value in values)
            notes.append(f"note: judged in different ways, {what}: {shown}")
    return notes


def _merge(options: argparse.Namespace) -> None:
    for line in merge(options.outputs, options.output):
        print(line)
