"""Text that came from samples, made fit for terminals, XML, and the wire between xdist's processes."""

from __future__ import annotations

import re
from typing import Any, Final

__all__ = ["clipped", "fit", "printable"]

#: Control characters but tab and newline, lone surrogates, and the two non-characters that XML forbids.
_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Write each character that a terminal, XML or UTF-8 cannot hold as a Python escape: ``\\x1b``."""
    return _UNFIT.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def clipped(text: str, size: int) -> str:
    """Printable form of a text in at most ``size`` characters; an ellipsis stands for what was left out."""
    fit = printable(text[: 4 * size] if len(text) > 4 * size else text)
    if len(fit) <= size:
        return fit
    head = size * 2 // 3
    return f"{fit[:head]}...{fit[len(fit) - (size - head - 3) :]}"


def fit(value: Any) -> Any:
    """Plain data with each text in it, keys as well, in its printable form."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [fit(each) for each in value]
    if isinstance(value, dict):
        return {fit(key): fit(each) for key, each in value.items()}
    return value
