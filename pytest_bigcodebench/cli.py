"""The command ``bcb``: what has to do with datasets, environments and outputs but is not a test run."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pytest_bigcodebench.benchmark.dataset import load_dataset
from pytest_bigcodebench.benchmark.errors import BenchmarkError, InputError
from pytest_bigcodebench.benchmark.lines import write_lines
from pytest_bigcodebench.benchmark.quality import check_task_file
from pytest_bigcodebench.benchmark.records import WRITERS
from pytest_bigcodebench.benchmark.skeleton import new_task_file
from pytest_bigcodebench.benchmark.task import SPLITS
from pytest_bigcodebench.benchmark.taskfile import task_paths
from pytest_bigcodebench.benchmark.trial import try_task_file
from pytest_bigcodebench.cli_outputs import add_commands as add_output_commands
from pytest_bigcodebench.environments.command import add_env_command

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 0, 1 for findings, or 2 when its input cannot be used."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for number, argument in enumerate(arguments):
        if not argument or (argument.startswith("--") and argument.partition("=")[1:] == ("=", "")):
            place = argument or f"what follows {['bcb', *arguments][number]}"
            return _complain(f"{place} is empty, as a variable is that is not set; give it a value")
    options = _parser().parse_args(arguments)
    try:
        status: int | None = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read standard output has enough; without this the interpreter complains when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except BenchmarkError as error:
        return _complain(str(error))
    except OSError as error:
        return _complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except KeyboardInterrupt:
        return _complain("interrupted")
    return status or 0


def _complain(text: str) -> int:
    print(f"bcb: error: {text}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bcb", description="Datasets, environments and outputs of pytest-bigcodebench."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    prompts = commands.add_parser("prompts", help="write what a model is to be asked, one JSON line a task")
    _add_dataset(prompts)
    prompts.add_argument(
        "--split",
        choices=SPLITS,
        default="complete",
        help="the verbose docstring to be completed, or the short request (default: %(default)s)",
    )
    prompts.add_argument("-o", "--output", default="-", metavar="FILE", help="default: standard output")
    prompts.set_defaults(run=_prompts)

    export = commands.add_parser("export", help="write a dataset in the official schema")
    _add_dataset(export)
    export.add_argument("--format", choices=tuple(WRITERS), default="jsonl", help="default: %(default)s")
    export.add_argument("-o", "--output", required=True, metavar="FILE")
    export.set_defaults(run=_export)

    new_task = commands.add_parser("new-task", help="write the skeleton of a task file")
    new_task.add_argument("name", metavar="DOMAIN/SLUG", help="for example network/longest_prefix")
    new_task.add_argument(
        "--dir", type=Path, default=Path("tasks"), metavar="FOLDER", help="the dataset's folder (default: %(default)s)"
    )
    new_task.set_defaults(run=_new_task)

    add_env_command(commands)
    add_output_commands(commands)
    check = commands.add_parser("check-tasks", help="check task files against the rules of a good task")
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        default=[Path("tasks")],
        metavar="PATH",
        help="task files, or folders of them (default: tasks)",
    )
    check.add_argument(
        "--run",
        dest="execute",
        action="store_true",
        help="also run each file: do the tests and the example pass, how long do they take, is every branch tried "
        "(with coverage.py installed)",
    )
    check.set_defaults(run=_check_tasks)
    return parser


def _add_dataset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dataset",
        default="starter",
        metavar="NAME|PATH",
        help="starter, bigcodebench or bigcodebench-hard (both with @VERSION), a folder of task files, "
        "or a .jsonl, .jsonl.gz or .parquet file (default: %(default)s)",
    )


def _prompts(options: argparse.Namespace) -> None:
    rows = (
        {
            "task_id": task.task_id,
            "prompt": task.complete_prompt if options.split == "complete" else task.instruct_prompt,
            "split": options.split,
            "entry_point": task.entry_point,
        }
        for task in load_dataset(options.dataset).tasks.values()
    )
    write_lines(rows, options.output)


def _export(options: argparse.Namespace) -> None:
    WRITERS[options.format](load_dataset(options.dataset).tasks.values(), options.output)


def _new_task(options: argparse.Namespace) -> None:
    path = new_task_file(options.name, options.dir)
    print(f"{path} is a complete task; change it to yours")


def _check_tasks(options: argparse.Namespace) -> int:
    files = [file for path in options.paths for file in _task_files(path)]
    count = 0
    for file in files:
        findings = check_task_file(file)
        if options.execute and not any(finding.unreadable for finding in findings):
            findings += try_task_file(file)
        for finding in findings:
            print(finding, flush=True)
        count += len(findings)
    print(f"{len(files)} task file{'s' * (len(files) != 1)} checked, {count or 'no'} finding{'s' * (count != 1)}")
    return 1 if count else 0


def _task_files(path: Path) -> list[Path]:
    if path.is_dir():
        found = [file for _, file in task_paths(path)]
        if not found:
            raise InputError("holds no task file", where=str(path), remedy="name a task file or a folder of them")
        return found
    if not path.is_file():
        raise InputError(
            "there is no such file or folder", where=str(path), remedy="name a task file or a folder of them"
        )
    return [path]


if __name__ == "__main__":
    sys.exit(main())
