"""Data for the page: JSON, gzip, base64. Whatever text it holds, no part of it can be read as markup."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

__all__ = ["PER_BLOCK", "blocks", "packed"]

#: Samples, or tasks, in one block: the page unpacks a block when it shows one of them.
PER_BLOCK: Final = 32


def packed(value: Any) -> str:
    """Pack JSON-compatible data; equal data gives equal text."""
    text = json.dumps(value, separators=(",", ":")).encode("ascii")
    return base64.b64encode(gzip.compress(text, compresslevel=9, mtime=0)).decode("ascii")


def blocks(rows: Iterable[Any]) -> Iterator[str]:
    """Pack rows in blocks, of which one is held at a time."""
    remaining = iter(rows)
    while block := list(islice(remaining, PER_BLOCK)):
        yield packed(block)
