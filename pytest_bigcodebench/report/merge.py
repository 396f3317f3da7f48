"""Shards of one run joined: what comes out equals the output of the run that was not divided.

Every rate is computed anew from all verdicts. Shards that are missing, given twice, of different runs, or that share a
sample, are errors: a rate over part of the tasks looks like a rate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

from pytest_bigcodebench.analysis.summary import Insights
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.finished import FinishedOutput, read_records
from pytest_bigcodebench.report.insights import add_insight
from pytest_bigcodebench.report.merge_official import merge_official
from pytest_bigcodebench.report.output import OutputFolder
from pytest_bigcodebench.scoring.comparison import comparison_of
from pytest_bigcodebench.scoring.rates import Tally, rates_to_plain
from pytest_bigcodebench.scoring.record import Record

__all__ = ["merge"]

#: What all shards of a run say alike, with its name for a person.
_ALIKE: Final = {
    "dataset": "dataset",
    "limits": "limits",
    "calibrated": "calibration",
    "pass_k": "values of k for pass@k",
    "laziness_asked": "--bcb-laziness",
}


def merge(folders: Sequence[Path], target: Path) -> list[str]:
    """Join the shards that stand in some folders into a folder of the same form; return what to tell a person.

    Raises `InputError` when they are not all shards of one run, each once and finished.
    """
    if any(target.resolve() == folder.resolve() for folder in folders):
        raise InputError("is one of the shards", where=str(target), remedy="give --output another folder")
    shards = [FinishedOutput.read(folder) for folder in folders]
    _require_one_run(shards)
    for shard in shards:
        _require_whole_summary(shard)
    _require_all(shards)
    # Nothing is written before all of it has been looked at.
    whole = _add_up(shards)
    _write(shards, whole, target)
    rate = whole.overall.overall([1])
    passed = f"{rate.passed:,} of {rate.samples:,} passed"
    line = f"{target}: {len(shards)} shards, {passed}" + (f", pass@1 {rate.pass_at[1]:.1%}" if rate.tasks else "")
    return [line, *merge_official(shards, whole.tallies, whole.tasks, target), *_notes(shards)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """What the records of all shards add up to."""

    #: Printable task id, and name of a samples file -> its place in the run that was divided.
    tasks: Mapping[str, int]
    files: Mapping[str, int]
    overall: Tally
    #: By name of a samples file, as `insights`.
    tallies: Mapping[str, Tally]
    insights: Mapping[str, Insights]

    def place_of(self, record: Record) -> tuple[int, int, int]:
        """A record's place in the run that was divided."""
        return self.files[record.samples_file], self.tasks[record.task_id], record.sample


def _add_up(shards: Sequence[FinishedOutput]) -> _Whole:
    """Count every record; raises `InputError` for one that no shard of the run can have, or that two of them have."""
    first = shards[0].summary
    whole = _Whole(
        tasks={printable(task_id): number for number, task_id in enumerate(first["shard"]["tasks"])},
        files={name: number for number, name in enumerate(first["samples_files"])},
        overall=Tally(),
        tallies={name: Tally() for name in first["samples_files"]},
        insights={name: Insights() for name in first["samples_files"]},
    )
    seen: dict[tuple[str, str, int], Path] = {}
    for shard in shards:
        for record in read_records(shard.folder):
            if record.samples_file not in whole.files:
                what = f"has verdicts on {record.samples_file}, which summary.json does not know"
                raise InputError(what, where=str(shard.folder), remedy="judge that shard again")
            _require_new(record, shard.folder, seen, whole.tasks)
            whole.overall.add(record)
            whole.tallies[record.samples_file].add(record)
            add_insight(whole.insights[record.samples_file], record)
    return whole


def _write(shards: Sequence[FinishedOutput], whole: _Whole, target: Path) -> None:
    """Write the whole's ``verdicts.jsonl`` and ``summary.json``; raises `InputError` where they cannot be written."""
    output = OutputFolder(target, whole.place_of)
    try:
        output.open()
    except InputError as error:
        raise InputError(error.what, where=error.where, remedy="give --output a folder that can be") from None
    for record in chain.from_iterable(read_records(shard.folder) for shard in shards):
        output.add(record)
    output.finish(_summary([shard.summary for shard in shards], whole))
    if output.fault:
        raise InputError(output.fault)


def _require_one_run(shards: Sequence[FinishedOutput]) -> None:
    """Refuse outputs that are no shards, or of different runs."""
    first = shards[0]
    for shard in shards:
        info = shard.summary.get("shard")
        if not isinstance(info, dict) or "digest" not in info:
            raise InputError("is no shard of a run", where=str(shard.folder), remedy="give outputs of --bcb-shard runs")
        differ = [word for key, word in _ALIKE.items() if shard.summary.get(key) != first.summary.get(key)]
        if _names(shard) != _names(first):
            differ.append("samples files")
        if info.get("count") != first.summary["shard"].get("count"):
            differ.append("number of shards")
        elif info["digest"] != first.summary["shard"]["digest"]:
            differ.append("samples, or selection of them,")
        elif info.get("contents") != first.summary["shard"].get("contents"):
            differ.append("contents of the samples files")
        if differ:
            what = f"{first.folder} and {shard.folder} are no shards of one run: {', '.join(differ)} differ"
            raise InputError(what, remedy="give the shards of one run")


def _names(shard: FinishedOutput) -> list[str]:
    files = shard.summary.get("samples_files")
    return list(files) if isinstance(files, dict) else []


def _require_whole_summary(shard: FinishedOutput) -> None:
    """Refuse a summary that lacks, or has otherwise, what the whole's is made of."""
    summary = shard.summary

    def is_number(value: Any) -> bool:
        return isinstance(value, (int, float)) and not isinstance(value, bool)

    try:
        info = summary["shard"]
        fits = (
            all(type(info[name]) is int for name in ("index", "count", "samples"))
            and 1 <= info["index"] <= info["count"]
            and all(isinstance(task_id, str) for task_id in info["tasks"])
            and all(is_number(summary[name]) for name in ("stored", "wall_s", "expected", "exit_status"))
            and isinstance(summary["started"], str)
            and isinstance(summary["ground_truth"]["unsound"], dict)
            and all(type(k) is int and k >= 1 for k in summary["pass_k"])
            and all(is_number(summary["samples_files"][name]["errors"]) for name in summary["samples_files"])
        )
    except (KeyError, TypeError, AttributeError):
        fits = False
    if not fits:
        where = str(shard.folder / "summary.json")
        raise InputError("is not the summary of a shard, or not whole", where=where, remedy="judge that shard again")


def _require_all(shards: Sequence[FinishedOutput]) -> None:
    """Refuse shards that are given twice, missing, or not whole."""
    count = shards[0].summary["shard"]["count"]
    given = Counter(shard.summary["shard"]["index"] for shard in shards)
    for index, times in sorted(given.items()):
        if times > 1:
            where = ", ".join(str(shard.folder) for shard in shards if shard.summary["shard"]["index"] == index)
            raise InputError(f"shard {index}/{count} is given {times} times", where=where, remedy="give each once")
    if missing := [f"{index}/{count}" for index in range(1, count + 1) if index not in given]:
        word = "shard" if len(missing) == 1 else "shards"
        raise InputError(f"{word} {', '.join(missing)} missing", remedy="give the outputs of all shards")
    for shard in shards:
        told, judged = shard.summary["shard"]["samples"], shard.summary["overall"]["samples"] + shard.summary["errors"]
        if told != judged:
            what = f"has {judged:,} of the {told:,} samples of its shard"
            raise InputError(what, where=str(shard.folder), remedy="judge that shard again, with no further selection")


def _require_new(
    record: Record, folder: Path, seen: dict[tuple[str, str, int], Path], tasks: Mapping[str, int]
) -> None:
    where = f"{record.samples_file}::{record.task_id}[{record.sample}]"
    if (before := seen.setdefault(record.key, folder)) is not folder:
        raise InputError(f"{where} is in {before} and in {folder}", remedy="give the shards of one run")
    if record.task_id not in tasks:
        raise InputError(f"{where} belongs to none of the run's tasks", where=str(folder))


def _summary(summaries: Sequence[Mapping[str, Any]], whole: _Whole) -> dict[str, Any]:
    """The summary of the whole: rates anew, counts added, the rest as every shard has it."""
    first = summaries[0]

    def total(count: Callable[[Mapping[str, Any]], Any]) -> Any:
        return sum(map(count, summaries))

    # What is known of the dataset's ground truths is the same in all shards, or the same run's.
    unsound = {task_id: why for summary in summaries for task_id, why in summary["ground_truth"]["unsound"].items()}
    files = {}
    for name, plain in first["samples_files"].items():
        errors = sum(summary["samples_files"][name]["errors"] for summary in summaries)
        rates = rates_to_plain(whole.tallies[name], first["pass_k"])
        sound = whole.tallies[name].overall(first["pass_k"], unsound).to_plain()
        files[name] = {**plain, **rates, **whole.insights[name].to_plain(), "sound": sound, "errors": errors}
    comparison = comparison_of(whole.tallies)
    return {
        **first,
        **rates_to_plain(whole.overall, first["pass_k"]),
        "sound": whole.overall.overall(first["pass_k"], unsound).to_plain(),
        "errors": total(lambda summary: summary["errors"]),
        "stored": total(lambda summary: summary["stored"]),
        "samples_files": files,
        "comparison": comparison.to_plain() if comparison else None,
        "started": min(summary["started"] for summary in summaries),
        "wall_s": round(total(lambda summary: summary["wall_s"]), 1),
        "expected": total(lambda summary: summary["expected"]),
        "exit_status": max(summary["exit_status"] for summary in summaries),
        "shard": None,
        "gate": None,
    }


def _notes(shards: Sequence[FinishedOutput]) -> list[str]:
    """What of the places in which the shards were judged differs."""
    environments = [shard.environment for shard in shards]
    places = [(each.get("version"), each.get("sandbox"), each["fingerprint"]) for each in environments]
    if len(set(places)) < 2:
        return []
    shown = ", ".join(
        f"Python {version} in {sandbox}, fingerprint {short}" for version, sandbox, short in dict.fromkeys(places)
    )
    return [f"note: the shards were judged in different environments: {shown}"]
