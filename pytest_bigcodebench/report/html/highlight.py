"""Code coloured ahead, by Pygments, as marks beside the text: the page gets no markup that a solution had a part in.

Marks say how long each stretch is and what it is, ``K3X1F9`` for ``def task_func``: a capital, then a length in base
36. The lengths count UTF-16 units, which is how JavaScript counts.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pygments.token import _TokenType

__all__ = ["Highlighter"]

#: Pygments' token types by their short names in HTML -> mark; a type that is not here counts as the nearest above it.
_MARKS: Final = {
    "c": "C",
    "sd": "D",
    "s": "S",
    "si": "E",
    "se": "E",
    "m": "N",
    "k": "K",
    "kc": "N",
    "ow": "K",
    "nb": "B",
    "ne": "B",
    "nf": "F",
    "nc": "F",
    "nd": "A",
}
_PLAIN: Final = "X"

#: Longest text of a sample that is coloured, in characters: some of Pygments' patterns need time that grows with the
#: square of it (3 s for 8,000 characters that were written for it).
_LONGEST: Final = 8_000

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


class Highlighter:
    """Colours Python code as long as that has not taken more CPU time than it may; what comes later stays plain."""

    def __init__(self, budget_s: float = 120.0) -> None:
        from pygments.lexers.python import PythonLexer

        self._lexer = PythonLexer(stripnl=False, ensurenl=False)
        self._left = budget_s
        self._marks: dict[_TokenType, str] = {}

    def marks(self, code: str, *, longest: int = _LONGEST) -> str:
        """The marks for a text; empty for one that is too long, or comes too late."""
        if len(code) > longest or self._left <= 0:
            return ""
        started = time.process_time()
        marks = "".join(f"{mark}{_base36(length)}" for mark, length in self._stretches(code))
        self._left -= time.process_time() - started
        return marks

    def _stretches(self, code: str) -> Iterator[tuple[str, int]]:
        """Each longest stretch of one kind with its length; plain ones at the end are left out."""
        current, length = _PLAIN, 0
        for _, token, text in self._lexer.get_tokens_unprocessed(code):
            mark = _PLAIN if text.isspace() else self._mark(token)
            if mark != current:
                if length:
                    yield current, length
                current, length = mark, 0
            length += len(text) if text.isascii() else _utf16_units(text)
        if current != _PLAIN and length:
            yield current, length

    def _mark(self, token: _TokenType) -> str:
        if (mark := self._marks.get(token)) is None:
            mark = self._marks[token] = _mark_of(token)
        return mark


def _mark_of(token: _TokenType) -> str:
    from pygments.token import STANDARD_TYPES

    at: _TokenType | None = token
    while at is not None:
        if mark := _MARKS.get(STANDARD_TYPES.get(at, "")):
            return mark
        at = at.parent
    return _PLAIN


def _utf16_units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
