"""Judge the hostile corpus here and by the official evaluator, and tell by family how many wrong solutions pass.

    python benchmarks/hostile_vs_official.py --official ENVIRONMENT --reference official_verdicts.py --output out

``--official`` is the folder of the official evaluator's environment, ``--reference`` the script that runs its own
check. The official evaluator is no sandbox, so it runs in bubblewrap, some samples at a time; what is still at work
after ``--patience`` seconds is stopped and counts as not passing. A sample is ``lost`` officially when it ended or
outlived its evaluator. What is known of each goes to ``OUTPUT/hostile.jsonl``; an interrupted run goes on from
``OUTPUT/official.jsonl``.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pytest_bigcodebench import Judge, JudgeOptions, Request, Sample, Task, load_dataset

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "hostile"))

from hostile_files import TASKS, HostileFile, read_folder

#: Samples that share one start of the official evaluator.
_BATCH: Final = 20
#: Seconds below which a time limit says that a sample never ends: it has an evaluator to itself.
_ENDLESS: Final = 5.0


@dataclass(frozen=True, kw_only=True)
class Official:
    """The official evaluator in its environment, inside bubblewrap."""

    environment: Path
    reference: Path
    patience: float

    def judge(self, files: list[HostileFile], tasks: dict[str, Task]) -> dict[str, str]:
        """Status of each file by its name; ``lost`` where the evaluator said nothing."""
        with tempfile.TemporaryDirectory() as folder:
            self._write(Path(folder), files, tasks)
            self._run(Path(folder), self.patience * (1 + len(files) / 4))
            rows = _read_rows(Path(folder) / "verdicts.jsonl")
        # An attack that writes on every descriptor reaches this file as well.
        said = {row["task_id"]: row["status"] for row in rows if {"task_id", "status"} <= row.keys()}
        return {file.name: said.get(file.name, "lost") for file in files}

    def _write(self, folder: Path, files: list[HostileFile], tasks: dict[str, Task]) -> None:
        """Write a dataset in which each sample has a task of its own, named like the sample."""
        with (folder / "dataset.jsonl").open("w") as dataset, (folder / "samples.jsonl").open("w") as samples:
            for file in files:
                task = tasks[file.task]
                row = {"task_id": file.name, "code_prompt": task.code_prompt, "test": task.test}
                dataset.write(json.dumps({**row, "entry_point": task.entry_point}) + "\n")
                samples.write(json.dumps({"task_id": file.name, "solution": file.source}) + "\n")

    def _run(self, folder: Path, seconds: float) -> None:
        python = self.environment / "bin" / "python"
        home = subprocess.run(
            [python, "-c", "import sys; print(sys.base_prefix)"], capture_output=True, text=True, check=True
        ).stdout.strip()
        command = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
        command += ["--setenv", "PATH", f"{python.parent}:/usr/bin:/bin", "--setenv", "HOME", "/tmp/home"]
        command += ["--setenv", "MPLBACKEND", "Agg", "--setenv", "OPENBLAS_NUM_THREADS", "1"]
        command += [
            "--ro-bind",
            "/usr",
            "/usr",
            "--proc",
            "/proc",
            "--dev",
            "/dev",
            "--size",
            str(1 << 29),
            "--tmpfs",
            "/tmp",
        ]
        for link in ("bin", "lib", "lib64"):
            command += ["--symlink", f"usr/{link}", f"/{link}"]
        for path in (home, str(self.environment), str(self.reference)):
            command += ["--ro-bind", path, path]
        command += ["--bind", str(folder), "/data", "--chdir", "/tmp", str(python), str(self.reference)]
        command += [
            "--dataset",
            "/data/dataset.jsonl",
            "--samples",
            "/data/samples.jsonl",
            "--out",
            "/data/verdicts.jsonl",
        ]
        process = subprocess.Popen([*command, "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            pass
        finally:
            process.kill()  # With bubblewrap everything in it goes.
            process.wait()


def _read_rows(path: Path) -> list[dict[str, Any]]:
    """The whole lines of a file of JSON lines that may have been cut off; none if there is no file."""
    rows = []
    for line in path.read_text(errors="replace").splitlines() if path.exists() else []:
        try:
            rows.append(json.loads(line))
        except ValueError:
            continue
    return [row for row in rows if isinstance(row, dict)]


def _batches(files: Iterable[HostileFile]) -> Iterator[list[HostileFile]]:
    batch: list[HostileFile] = []
    for file in files:
        if file.family == "parent_killing" or file.seconds < _ENDLESS:
            yield [file]
        else:
            batch.append(file)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _spread(files: list[HostileFile], most: int) -> Iterator[HostileFile]:
    """At most so many files of each family, at even distances in the order of their names."""
    families: dict[str, list[HostileFile]] = collections.defaultdict(list)
    for file in files:
        families[file.family].append(file)
    for members in families.values():
        count = min(most, len(members))
        yield from (members[number * len(members) // count] for number in range(count))


def _official_statuses(
    official: Official, files: list[HostileFile], tasks: dict[str, Task], journal: Path
) -> dict[str, str]:
    """The official status of every file; what is lost in company is judged again alone."""
    known = {row["name"]: row["official"] for row in _read_rows(journal)}
    with journal.open("a") as lines:

        def note(statuses: dict[str, str]) -> None:
            known.update(statuses)
            for name, status in statuses.items():
                lines.write(json.dumps({"name": name, "official": status}) + "\n")
            lines.flush()
            print(f"\rofficially {len(known)}/{len(files)}", end="", file=sys.stderr, flush=True)

        for batch in _batches(file for file in files if file.name not in known):
            statuses = official.judge(batch, tasks)
            lost = [file for file in batch if statuses[file.name] == "lost"] if len(batch) > 1 else []
            note({name: status for name, status in statuses.items() if name not in {file.name for file in lost}})
            for file in lost:
                note(official.judge([file], tasks))
    print(file=sys.stderr)
    return known


def _kinds_here(files: list[HostileFile], tasks: dict[str, Task], python: str | None) -> dict[str, str]:
    """The kind of each file's verdict here, ``pass`` for a pass, ``lost`` where there was none."""
    kinds = {}
    with Judge(load_dataset(str(TASKS)), JudgeOptions(python=python, time_limit=30.0)) as judge:
        for file in files:
            sample = Sample(task_id=tasks[file.task].task_id, solution=file.source)
            judge.schedule(
                [Request(key=file.name, task_id=sample.task_id, load=lambda it=sample: it, time_limit=file.seconds)]
            )
        for file in files:
            try:
                kinds[file.name] = judge.verdict(file.name).kind or "pass"
            except Exception as error:
                kinds[file.name] = "lost"
                print(f"{file.name}: {error}", file=sys.stderr)
    return kinds


def _print_table(files: list[HostileFile], official: dict[str, str], here: dict[str, str]) -> None:
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for file in files:
        for family in (file.family, "all"):
            counts[family]["attacks"] += 1
            counts[family]["official pass"] += official.get(file.name) == "pass"
            counts[family]["official lost"] += official.get(file.name) == "lost"
            counts[family]["here pass"] += here[file.name] in ("pass", "lost")
            counts[family]["here tampered"] += here[file.name] == "tampered"
    print("| family | attacks | pass officially | end or outlive that evaluator | pass here | called tampered here |")
    print("|---|---|---|---|---|---|")
    for family in [*sorted(set(counts) - {"all"}), "all"]:
        row = counts[family]
        columns = ("attacks", "official pass", "official lost", "here pass", "here tampered")
        print(f"| {family} | " + " | ".join(str(row[column]) for column in columns) + " |")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--official", type=Path, required=True, help="folder of the official environment")
    parser.add_argument("--reference", type=Path, required=True, help="official_verdicts.py")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--patience", type=float, default=30.0, help="seconds for one start of the official evaluator")
    parser.add_argument("--python", help="interpreter that judges here; default: this one")
    parser.add_argument("--families", default="", help="only these, with commas")
    parser.add_argument("--per-family", type=int, help="so many of each family, spread over it; default: all")
    options = parser.parse_args()

    wanted = set(filter(None, options.families.split(",")))
    files = [file for file in read_folder("corpus") if not wanted or file.family in wanted]
    files = list(_spread(files, options.per_family)) if options.per_family else files
    tasks = {task_id.rpartition("/")[2]: task for task_id, task in load_dataset(str(TASKS)).tasks.items()}
    options.output.mkdir(parents=True, exist_ok=True)
    official = Official(
        environment=Path(os.path.abspath(options.official)),
        reference=options.reference.resolve(),
        patience=options.patience,
    )
    statuses = _official_statuses(official, files, tasks, options.output / "official.jsonl")
    here = _kinds_here(files, tasks, options.python)
    with (options.output / "hostile.jsonl").open("w") as lines:
        for file in files:
            row = {"name": file.name, "official": statuses.get(file.name, "lost"), "here": here[file.name]}
            lines.write(json.dumps(row) + "\n")
    _print_table(files, statuses, here)


if __name__ == "__main__":
    main()
