"""Reading source text that somebody else wrote, without a word of it."""

from __future__ import annotations

import ast
import warnings

__all__ = ["parsed"]


def parsed(source: str) -> ast.Module | None:
    """The syntax tree of a source; None where this interpreter cannot read it.

    Warnings about the source (an invalid escape sequence) are its author's, and must not become errors where the
    caller's filters make errors of warnings.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
