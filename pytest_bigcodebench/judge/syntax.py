"""Parsing source text that somebody else wrote: its faults and warnings are its author's."""

from __future__ import annotations

import ast
import warnings
from functools import lru_cache

__all__ = ["lines_of", "parsed"]


def lines_of(source: str) -> list[str]:
    """The lines of a source as Python counts them: a lone carriage return ends one, a form feed does not."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


# A sample's texts are read by several in a row; a tree is a hundred times its source, so that no more are kept.
@lru_cache(maxsize=16)
def parsed(source: str) -> ast.Module | None:
    """The syntax tree of a source, to be looked at only; None where this interpreter cannot read it.

    Warnings about the source (an invalid escape sequence) are its author's, and must not become errors where the
    caller's filters make errors of warnings.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
