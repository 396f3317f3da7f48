"""The hostile corpus as data: solutions in files, each with a header of comments.

A file begins with ``# task: SLUG`` (a file of ``tasks/``) and one line on its purpose:

- ``# attack:`` in ``corpus/<family>/``: wrong, and tries to be judged as passing;
- ``# does:`` in ``resources/``: rough with the machine; ``# expect: KIND|KIND`` tells how it may end, ``pass`` too;
- ``# right:`` in ``honest/``: right, however odd.

``# seconds: N`` is its time limit, ``# open: REASON`` marks an attack that cannot be prevented. What lies between
``# attack begins`` and ``# attack ends`` is the attack: without it the solution must be wrong in the plain way.
``<NUL>``, ``<CR>`` and ``<FF>`` stand for characters that no editor keeps. What is no Python is a ``.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
TASKS = HERE / "tasks"

_HEADER = re.compile(r"# (task|attack|does|right|expect|seconds|open): (.*)")
_ATTACK = re.compile(r"^( *)# attack begins\n.*?^ *# attack ends\n", re.MULTILINE | re.DOTALL)
_CHARACTERS = {"<NUL>": "\0", "<CR>": "\r", "<FF>": "\f"}
#: Time limit of a file that names none: more than any of them needs.
_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HostileFile:
    """One solution of the corpus."""

    #: Path below this folder without suffix: ``corpus/skipping/load_tests``.
    name: str
    #: Task file that it answers, without ``.py``.
    task: str
    #: Its source as it is to be judged.
    source: str
    #: The same without the attack; equal to ``source`` where none is marked.
    harmless: str
    #: Failure kinds that it may end in, ``pass`` for none; empty where the header names none.
    expected: frozenset[str]
    #: Time limit.
    seconds: float
    #: Why the attack cannot be prevented, if so.
    open: str

    @property
    def family(self) -> str:
        """The folder it lies in."""
        return self.name.split("/")[-2]


def read_folder(folder: str) -> Iterator[HostileFile]:
    """Read every file below a folder of the corpus, in the order of their names.

    Raises:
        ValueError: a file lacks a header, or an attack is not marked.
    """
    for path in sorted((HERE / folder).rglob("*")):
        if path.suffix in (".py", ".txt"):
            yield _read(path)


def _read(path: Path) -> HostileFile:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(HERE).with_suffix("").as_posix()
    header = dict(match.groups() for line in text.split("\n")[:6] if (match := _HEADER.fullmatch(line)))
    harmless = _ATTACK.sub(r"\1pass\n", text)
    if "task" not in header or not header.keys() & {"attack", "does", "right"}:
        raise ValueError(f"{name}: the header lacks its task or its purpose")
    if "attack" in header and harmless == text:
        raise ValueError(f"{name}: no attack is marked")
    # An attack on the text that follows must be the last thing in the source.
    source = text.removesuffix("# attack ends\n")
    for word, character in _CHARACTERS.items():
        source = source.replace(word, character)
    return HostileFile(
        name=name,
        task=header["task"],
        source=source,
        harmless=harmless,
        expected=frozenset(filter(None, header.get("expect", "").split("|"))),
        seconds=float(header.get("seconds", _SECONDS)),
        open=header.get("open", ""),
    )
