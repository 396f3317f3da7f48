"""What is wrong with an input, where, and what to do about it."""

from __future__ import annotations

__all__ = ["BenchmarkError", "InputError"]


class BenchmarkError(Exception):
    """A problem a user can act on; its text is shown as it is, without a traceback."""


class InputError(BenchmarkError):
    """An input cannot be used: ``where`` names the file and the place, ``what`` the fault, ``remedy`` the way out."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        text = f"{where}: {what}" if where else what
        super().__init__(f"{text}; {remedy}" if remedy else text)
