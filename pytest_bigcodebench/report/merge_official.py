"""The official evaluator's files of shards, joined entry by entry; solutions and details are taken as they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from pathlib import Path
from typing import Any

from pytest_bigcodebench.report.finished import FinishedOutput, read_records
from pytest_bigcodebench.report.official import read_results, write_rates, write_results
from pytest_bigcodebench.report.origin import stems
from pytest_bigcodebench.scoring.rates import Tally

__all__ = ["merge_official"]


def merge_official(
    shards: Sequence[FinishedOutput], tallies: Mapping[str, Tally], tasks: Mapping[str, int], target: Path
) -> list[str]:
    """Write the official files of each samples file that has a verdict; return what to tell a person.

    `tasks` gives each printable task id its place.
    """
    notes = []
    named = stems(Path("/", name) for name in tallies)
    for name, tally in tallies.items():
        if not tally.samples:
            continue
        stem = named[Path("/", name)]
        try:
            rows = [_rows(shard, name, tasks, f"{stem}_eval_results.json") for shard in shards]
            write_results(target / f"{stem}_eval_results.json", ((task, text) for _, task, text in merge(*rows)))
            write_rates(target / f"{stem}_pass_at_k.json", _rates(shards, tally, f"{stem}_pass_at_k.json"))
        except (OSError, ValueError, KeyError, TypeError) as error:
            reason = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)
            (target / f"{stem}_eval_results.json.partial").unlink(missing_ok=True)
            notes.append(f"note: {stem}_eval_results.json and {stem}_pass_at_k.json are not joined ({reason})")
    return notes


def _rows(
    shard: FinishedOutput, name: str, tasks: Mapping[str, int], file: str
) -> Iterator[tuple[tuple[int, int], str, str]]:
    """A shard's entries with their places: they stand in the order of its verdicts."""
    if name not in shard.tallies:
        return
    records = (record for record in read_records(shard.folder) if record.samples_file == name)
    places = ((tasks[record.task_id], record.sample) for record in records)
    path = shard.folder / file
    try:
        for place, (task_id, text) in zip(places, read_results(path), strict=True):
            yield place, task_id, text
    except ValueError as error:
        raise ValueError(f"{path} does not fit the verdicts beside it: {error}") from None


def _rates(shards: Sequence[FinishedOutput], tally: Tally, file: str) -> dict[str, Any]:
    """The rates anew; what else is said is the same in every shard that has verdicts."""
    paths = [shard.folder / file for shard in shards]
    plain = json.loads(next((path for path in paths if path.is_file()), paths[0]).read_bytes())
    rates = tally.overall(shards[0].summary["pass_k"]).pass_at
    others = {key: value for key, value in plain.items() if not key.startswith("pass@")}
    return {**{f"pass@{k}": rate for k, rate in rates.items()}, **others}
