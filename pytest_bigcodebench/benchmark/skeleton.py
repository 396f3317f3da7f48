"""The skeleton of a new task file: complete and valid, so that a writer changes one thing at a time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

from pytest_bigcodebench.benchmark.domains import DOMAINS
from pytest_bigcodebench.benchmark.errors import InputError

__all__ = ["new_task_file"]


class _Example(NamedTuple):
    """A one-line solution that belongs to a domain, and what to try on it."""

    module: str
    types: tuple[str, str]
    solution: str
    argument: str
    result: str
    refused: str


_EXAMPLES: Final = {
    "computation": _Example(
        "statistics", ("list of float", "float"), "statistics.fmean(value)", "[1, 2, 6]", "3.0", "[]"
    ),
    "cryptography": _Example(
        "binascii", ("str", "bytes"), "binascii.unhexlify(value)", '"6869"', 'b"hi"', '"not hexadecimal"'
    ),
    "general": _Example(
        "uuid", ("str", "int"), "uuid.UUID(value).version", '"6f2cb0a1-5a0e-4c1b-9d57-0b8d3f1f7c11"', "4", '"no uuid"'
    ),
    "network": _Example(
        "ipaddress", ("str", "str"), "ipaddress.ip_address(value).compressed", '"::0001"', '"::1"', '"no address"'
    ),
    "system": _Example("json", ("str", "list"), "json.loads(value)", '"[1, 2]"', "[1, 2]", '"no JSON"'),
    "time": _Example(
        "datetime", ("str", "int"), "datetime.date.fromisoformat(value).isoweekday()", '"2024-02-29"', "4", '"no date"'
    ),
    "visualization": _Example(
        "matplotlib.colors", ("str", "str"), "matplotlib.colors.to_hex(value)", '"red"', '"#ff0000"', '"no colour"'
    ),
}

_TEMPLATE: Final = '''\
{imports}


def task_func(value):
    """Say in one sentence what the function does.

    Then say everything that the tests demand: order, rounding, ties, empty input, types, units, encodings, exact keys.

    Parameters:
    - value ({types[0]}): What it means, and which values are allowed.

    Returns:
    - {types[1]}: What it means, in full.

    Raises:
    - ValueError: When exactly.

    Requirements:
    - {module}

    Example:
    >>> task_func({argument}) == {result}
    True
    """
    return {solution}


class TestCases(unittest.TestCase):
    def test_example(self):
        self.assertEqual(task_func({argument}), {result})

    def test_refuses_what_it_cannot_use(self):
        with self.assertRaises(ValueError):
            task_func({refused})
'''


def new_task_file(name: str, folder: Path) -> Path:
    """Write the skeleton of the task ``domain/slug`` below a folder and return its path.

    Raises `InputError` when the name is of another form, the domain unknown, or the file is there already.
    """
    match = re.fullmatch(r"([^/]+)/([a-z][a-z0-9_]*)", name)
    if not match:
        raise InputError(f"{name!r} does not name a task", remedy="write domain/slug with a slug in snake_case")
    domain, slug = match.groups()
    if domain not in DOMAINS:
        raise InputError(f"there is no domain {domain!r}", remedy=f"the domains are {', '.join(DOMAINS)}")
    path = folder / domain / f"{slug}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(_skeleton(domain))
    except FileExistsError:
        raise InputError("is there already", where=str(path), remedy="choose another slug") from None
    return path


def _skeleton(domain: str) -> str:
    example = _EXAMPLES[domain]
    modules = sorted(["unittest", example.module])
    if example.module == "matplotlib.colors":
        modules = ["unittest", "", example.module]
    imports = "\n".join(f"import {module}" if module else "" for module in modules)
    return _TEMPLATE.format(imports=imports, **example._asdict())
