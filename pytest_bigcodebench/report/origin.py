"""Where a samples file came from, as far as its name tells: the model, the split, and what results are named after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pytest_bigcodebench.benchmark.task import SPLITS

__all__ = ["model_of", "official_model_of", "split_of", "stem_of", "stems"]

#: What official generation puts between model and split: ``MODEL--main--bigcodebench-hard-complete--...``.
_OFFICIAL: Final = "--bigcodebench-"
_SUFFIXES: Final = re.compile(r"\.jsonl(\.gz)?$")
#: A part between double hyphens that names a split. A single hyphen will not do: models are called ``...-instruct``.
_SPLIT_PART: Final = re.compile(rf"(?:bigcodebench-(?:hard-)?)?({'|'.join(SPLITS)})")


def stem_of(path: Path) -> str:
    """Name of a samples file or folder without ``.jsonl`` or ``.jsonl.gz``."""
    return _SUFFIXES.sub("", path.name) or path.name


def split_of(path: Path) -> str:
    """The split that a samples file's name tells, ``complete`` or ``instruct``; empty if it tells none."""
    found = (_SPLIT_PART.fullmatch(part) for part in stem_of(path).split("--"))
    return next((match[1] for match in found if match), "")


def model_of(path: Path) -> str:
    """The model that a samples file's name tells: all of it but what official generation puts after, and the split."""
    parts = stem_of(path).partition(_OFFICIAL)[0].split("--")
    named = [part for part in parts if not _SPLIT_PART.fullmatch(part)]
    return "--".join(named or parts)


def official_model_of(path: Path) -> str:
    """What the official evaluator writes as ``model``: the name up to ``--bigcodebench-``, else all of it."""
    return path.name.partition(_OFFICIAL)[0]


def stems(paths: Iterable[Path]) -> dict[Path, str]:
    """What the results of each samples file are named after: its stem, if need be after the folders it is in."""
    left = dict.fromkeys(paths)
    names: dict[Path, str] = {}
    for depth in range(max((len(path.parts) for path in left), default=0)):
        found = {path: "-".join([*_folders(path, depth), stem_of(path)]) for path in left}
        uses = Counter([*found.values(), *names.values()])
        names.update((path, name) for path, name in found.items() if uses[name] == 1)
        left = {path: None for path in left if path not in names}
    # What differs in its suffix only, out.jsonl beside out.jsonl.gz.
    return names | {path: path.name for path in left}


def _folders(path: Path, depth: int) -> tuple[str, ...]:
    """The names of the nearest folders above a path."""
    parts = path.parent.parts[1:]
    return parts[len(parts) - depth :] if depth else ()
