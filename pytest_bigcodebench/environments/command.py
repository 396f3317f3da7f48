"""``bcb env``: make, list, remove and check environments."""

from __future__ import annotations

import argparse
import signal
import sys
from collections import defaultdict
from pathlib import Path

from pytest_bigcodebench.benchmark.dataset import load_dataset
from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.environments import build, store
from pytest_bigcodebench.environments.check import Check, check
from pytest_bigcodebench.environments.corpora import INDEX, fetch_corpora

__all__ = ["add_env_command"]


def add_env_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare ``bcb env`` and what stands below it."""
    env = commands.add_parser("env", help="make, list, remove and check environments for the judged code")
    below = env.add_subparsers(required=True, metavar="COMMAND")

    create = below.add_parser("create", help="make a virtual environment with uv, with the official pins")
    create.add_argument("name", metavar="NAME", help="official, or any other name with --pins")
    create.add_argument("--corpora", action="store_true", help="fetch what the tasks need of nltk's data, too")
    create.add_argument(
        "--corpora-index",
        metavar="URL",
        default=INDEX,
        help="where to fetch them from, in the place of nltk's own index.xml",
    )
    create.add_argument(
        "--pins", type=Path, metavar="FILE", help="requirements, one a line, for an environment of your own"
    )
    create.add_argument("--python", metavar="VERSION", help="version of Python for it (default: 3.10)")
    create.set_defaults(run=_create)

    listing = below.add_parser("list", help="name the environments that there are")
    listing.set_defaults(run=_list)

    remove = below.add_parser("remove", help="remove an environment")
    remove.add_argument("name", metavar="NAME")
    remove.set_defaults(run=_remove)

    checking = below.add_parser("check", help="see which of a dataset's libraries import, and which data is missing")
    checking.add_argument("name", nargs="?", metavar="NAME", help="default: the interpreter that runs this")
    checking.add_argument("--python", metavar="PATH", help="any interpreter in place of a name")
    checking.add_argument("--dataset", metavar="NAME|PATH", help="default: bigcodebench with official, else starter")
    checking.set_defaults(run=_check)


def _create(options: argparse.Namespace) -> int:
    recipe = store.recipe_for(options.name, options.pins, options.python)
    # Told to end, it clears away what it has made so far, as it does when somebody presses Ctrl-C.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        made = build.create(recipe, say=_say)
        if options.corpora:
            _fetch(made, options.corpora_index)
    finally:
        signal.signal(signal.SIGTERM, before)
    print(f"{made.name}: {made.python}; use it with --bcb-env={made.name}")
    return 0


def _fetch(made: store.Stored, index: str) -> None:
    try:
        fetch_corpora(made.path / "nltk_data", say=_say, index=index)
    except BenchmarkError as error:
        raise BenchmarkError(f"the environment {made.name} is complete, but {error}") from None


def _list(options: argparse.Namespace) -> int:
    there, begun = store.environments(), store.unfinished()
    for each in there:
        made_of = "Python {python}, {pins} pins, made {made}".format_map(defaultdict(str, each.facts))
        print(f"{each.name}  {made_of}  {each.path}")
    for half in begun:
        _say(f"{half.name} cannot be used, {half}  {half.path}")
    if not there and not begun:
        _say("there is no environment; bcb env create official makes the one of the official pins")
    return 0


def _remove(options: argparse.Namespace) -> int:
    for path in store.remove(options.name):
        print(f"removed {path}")
    return 0


def _check(options: argparse.Namespace) -> int:
    """Print what there is and what is not; exit with 1 if something is missing."""
    if options.name and options.python:
        raise BenchmarkError("give a name or --python, not both")
    python = str(store.find_environment(options.name).python) if options.name else options.python
    dataset = load_dataset(options.dataset or ("bigcodebench" if options.name == "official" else "starter"))
    found = check(python, dataset)
    print(f"Python {found.interpreter.version_text} ({found.interpreter.path}), fingerprint {found.fingerprint.short}")
    _print_needs(found)
    whole = len(dataset.tasks) - len(found.touched)
    print(f"{whole:,} of {len(dataset.tasks):,} tasks of {dataset.label} have all they need")
    return 1 if found.touched else 0


def _print_needs(found: Check) -> None:
    good = [need for need in found.libraries if not need.fault]
    print(f"{len(good)} of {len(found.libraries)} libraries import: {', '.join(map(str, good))}")
    for need in found.libraries:
        if need.fault:
            print(f"  {need}")
    if found.data:
        missing = [need for need in found.data if need.fault]
        print(f"{len(found.data) - len(missing)} of {len(found.data)} parts of nltk's data are there")
        for need in missing:
            print(f"  {need}")
        if missing:
            print("  bcb env create NAME --corpora fetches them, or NLTK_DATA names a folder that has them")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
