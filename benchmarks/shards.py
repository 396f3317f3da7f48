"""Shards, judged one after another and merged, against the run that was not divided.

    python benchmarks/shards.py SAMPLES [--shards=8] [--workers=2] [--whole=DIR] [--keep=DIR] [-- PYTEST ARGUMENTS]
    python benchmarks/shards.py SAMPLES --parts DIR DIR ... --whole=DIR

Each shard is a run of pytest on so many xdist workers (``--workers=0``: none); then come ``bcb merge`` and the
comparison: every verdict, every field of ``summary.json``, and the official result files. What two runs cannot share is
left out: dates, seconds, memory, and where and how it was distributed. ``--whole`` names the output of an earlier
undivided run over the same samples, else there is one now. A verdict that differs is named with both outcomes; a task
that turns on chance or on the machine's load can differ between any two runs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

#: What no two runs share.
TIMES = frozenset({"cpu_s", "wall_s", "peak_mib", "stored"})
OWN = frozenset({"started", "wall_s", "xdist_workers", "exit_status", "environment", "stored", "shard", "gate"})
#: Differences that are printed; the others are counted.
SHOWN = 50


def main() -> int:
    """Run, merge and compare; return 1 if anything differs."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bcb-shards-") as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        whole = options.whole or _judge(options, folder / "whole")
        parts = options.parts or [
            _judge(options, folder / f"part{index}", shard=f"{index}/{options.shards}")
            for index in range(1, options.shards + 1)
        ]
        joined = folder / "joined"
        command = [sys.executable, "-m", "pytest_bigcodebench.cli", "merge", *map(str, parts), "-o", str(joined)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")
        _say_balance(parts)
        found = [*_verdicts(whole, joined), *_summaries(whole, joined), *_official(whole, joined)]
    for line in found[:SHOWN]:
        print(line)
    if len(found) > SHOWN:
        print(f"... and {len(found) - SHOWN} more")
    print(f"{len(found)} differences" if found else "the same")
    return int(bool(found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").partition("\n")[0], epilog="what stands behind -- goes to pytest"
    )
    parser.add_argument("samples", type=Path)
    parser.add_argument("--shards", type=int, default=8)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--whole", type=Path, help="output folder of a run that was not divided")
    parser.add_argument("--parts", type=Path, nargs="+", help="output folders of shards that were judged already")
    parser.add_argument("--keep", type=Path, help="folder for the outputs; default: a temporary one")
    # Not left to argparse, which takes no second row of positional arguments behind options.
    arguments = sys.argv[1:]
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    options = parser.parse_args(arguments[:cut])
    options.rest = arguments[cut + 1 :]
    return options


def _judge(options: argparse.Namespace, output: Path, shard: str = "") -> Path:
    """One run of pytest; samples that fail are no fault, anything else ends this program."""
    spread = ["-n", str(options.workers)] if options.workers else []
    own = [f"--bcb-shard={shard}"] if shard else []
    samples = [f"--bcb-samples={options.samples}", f"--bcb-output={output}"]
    started = monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", *samples, *own, *spread, *options.rest]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1) or not (output / "summary.json").is_file():
        raise SystemExit(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stdout[-3000:]}{done.stderr}")
    summary = _summary(output)
    judged = f"{summary['overall']['passed']} of {summary['overall']['samples']} passed, {summary['errors']} errors"
    print(f"{f'shard {shard}' if shard else 'whole'}: {judged}, {monotonic() - started:.1f} s", flush=True)
    return output


def _say_balance(parts: Sequence[Path]) -> None:
    """How long the shards took against each other."""
    seconds = [_summary(part)["wall_s"] for part in parts]
    print(f"shards took {min(seconds):.0f} to {max(seconds):.0f} s, together {sum(seconds):.0f} s")


def _summary(folder: Path) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads((folder / "summary.json").read_bytes())
    return plain


def _lines(folder: Path) -> dict[tuple[str, int], dict[str, Any]]:
    """The verdicts of an output by task and sample, without what no two runs share."""
    lines = map(json.loads, (folder / "verdicts.jsonl").read_text("utf-8").splitlines())
    # A samples file is named from where pytest was started.
    rows = [{**line, "samples_file": Path(line["samples_file"]).name} for line in lines]
    return {
        (f"{row['samples_file']}::{row['task_id']}", row["sample"]): {
            key: value for key, value in row.items() if key not in TIMES
        }
        for row in rows
    }


def _verdicts(whole: Path, joined: Path) -> Iterator[str]:
    first, second = _lines(whole), _lines(joined)
    yield from (
        f"{task}[{sample}]: missing in the joined output" for task, sample in first if (task, sample) not in second
    )
    yield from (
        f"{task}[{sample}]: only in the joined output" for task, sample in second if (task, sample) not in first
    )
    for key in first.keys() & second.keys():
        one, other = first[key], second[key]
        if fields := [name for name in one if one[name] != other.get(name)]:
            outcomes = " against ".join(
                f"{row['status']} ({row['kind']}: {row['message'][:120]})" for row in (one, other)
            )
            yield f"{key[0]}[{key[1]}]: {', '.join(fields)} differ: {outcomes}"
    if not first.keys() ^ second.keys() and list(first) != list(second):
        yield "verdicts.jsonl: the lines stand in another order"


def _summaries(whole: Path, joined: Path) -> Iterator[str]:
    first, second = (_by_file_name(_summary(folder)) for folder in (whole, joined))
    yield from _differences("summary.json", first, second)


def _by_file_name(summary: dict[str, Any]) -> dict[str, Any]:
    plain = {key: value for key, value in summary.items() if key not in OWN}
    return {**plain, "samples_files": {Path(name).name: rest for name, rest in plain["samples_files"].items()}}


def _differences(where: str, one: Any, other: Any) -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            yield from _differences(f"{where}: {key}", one.get(key), other.get(key))
    elif one != other:
        yield f"{where}: {json.dumps(one)[:200]} against {json.dumps(other)[:200]}"


def _official(whole: Path, joined: Path) -> Iterator[str]:
    """The official files: entry by entry the same but for the times that a traceback or a message may hold."""
    names = {path.name for folder in (whole, joined) for path in folder.glob("*_eval_results.json")}
    names |= {path.name for folder in (whole, joined) for path in folder.glob("*_pass_at_k.json")}
    for name in sorted(names):
        paths = [folder / name for folder in (whole, joined)]
        if absent := [path for path in paths if not path.is_file()]:
            yield f"{absent[0]} is missing"
            continue
        first, second = (json.loads(path.read_bytes()) for path in paths)
        if name.endswith("_pass_at_k.json"):
            yield from _differences(name, first, second)
            continue
        if list(first["eval"]) != list(second["eval"]):
            yield f"{name}: other tasks, or in another order"
        for task_id in first["eval"].keys() & second["eval"].keys():
            for part in ("task_id", "solution", "status"):
                if [row[part] for row in first["eval"][task_id]] != [row[part] for row in second["eval"][task_id]]:
                    yield f"{name}: {part} of {task_id} differs"


if __name__ == "__main__":
    sys.exit(main())
