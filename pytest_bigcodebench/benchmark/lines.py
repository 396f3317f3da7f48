"""Files of JSON lines: opened, decompressed and parsed, each fault named by file and line."""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import IO, Any, Final, cast

import jsonlines

from pytest_bigcodebench.benchmark.errors import InputError

__all__ = [
    "decompressed",
    "is_compressed",
    "numbered_lines",
    "open_bytes",
    "parse_object",
    "require_text",
    "translate_read_errors",
    "write_lines",
]

_BOM: Final = b"\xef\xbb\xbf"
_GZIP_MAGIC: Final = b"\x1f\x8b"


@contextmanager
def translate_read_errors(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what can go wrong while `path` is read into an `InputError` that names it."""
    where = os.fspath(path)
    try:
        yield
    except EOFError:
        remedy = "it was cut off: copy or download it again"
        raise InputError("the compressed data ends too early", where=where, remedy=remedy) from None
    except (gzip.BadGzipFile, zlib.error) as error:
        remedy = "copy or download it again"
        raise InputError(f"the compressed data is damaged ({error})", where=where, remedy=remedy) from None
    except FileNotFoundError:
        raise InputError("there is no such file", where=where, remedy="check the path") from None
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise InputError(what, where=where, remedy="make it a file that you may read") from None


@contextmanager
def open_bytes(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open a file for reading, decompressed if it is compressed with gzip (whatever its name says).

    Raises `InputError` when it cannot be opened, or read to its end inside the ``with`` block.
    """
    with translate_read_errors(path), open(path, "rb") as raw:
        yield decompressed(raw) if is_compressed(raw) else raw


def is_compressed(file: BufferedReader) -> bool:
    """Tell whether a file that stands at its beginning is compressed with gzip."""
    return file.peek(2)[:2] == _GZIP_MAGIC


def decompressed(file: BufferedReader) -> IO[bytes]:
    """Return the contents of a file that is compressed with gzip, as a file."""
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file))


def numbered_lines(file: IO[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Yield ``(number, offset, line)`` for each line that is not blank: number from 1, offset in bytes.

    A byte order mark is taken off; the line end is not (JSON ignores it).
    """
    offset = 0
    for number, line in enumerate(file, 1):
        start, offset = offset, offset + len(line)
        if number == 1 and line.startswith(_BOM):
            start, line = start + len(_BOM), line[len(_BOM) :]
        if line and not line.isspace():
            yield number, start, line


def parse_object(line: bytes, where: str) -> dict[str, Any]:
    """Parse one line that must hold a JSON object in UTF-8; raise `InputError` if it does not."""
    try:
        value = json.loads(line.rstrip(b"\r\n").decode("utf-8"))
    except UnicodeDecodeError as error:
        what = f"not UTF-8 (byte {error.start + 1} of the line)"
        raise InputError(what, where=where, remedy="save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        if b"\0" in line:
            what, remedy = "not JSON (it holds null bytes)", "save the file as UTF-8, or write this line again"
            raise InputError(what, where=where, remedy=remedy) from None
        what = f"not JSON ({error.msg} at column {error.colno})"
        raise InputError(what, where=where, remedy="each line must be one JSON object") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"not usable JSON ({error})", where=where, remedy="correct or remove this line") from None
    if not isinstance(value, dict):
        what = f"a JSON {_json_type(value)}, not an object"
        raise InputError(what, where=where, remedy='each line must look like {"task_id": ..., ...}')
    return value


def require_text(record: dict[str, Any], key: str, where: str) -> str:
    """Return the string that stands under a key; raise `InputError` if it is missing or cannot be UTF-8 text."""
    if key not in record:
        raise InputError(f'"{key}" is missing', where=where, remedy=f"it has {_listed(record)}")
    value = record[key]
    if not isinstance(value, str):
        what = f'"{key}" is a JSON {_json_type(value)}, not a string'
        raise InputError(what, where=where, remedy="write it as text in quotes")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        what = f'"{key}" holds half a surrogate pair at character {error.start + 1}, which is no text'
        raise InputError(what, where=where, remedy="replace that character") from None
    return value


def write_lines(rows: Iterable[dict[str, Any]], path: str | os.PathLike[str]) -> None:
    """Write one JSON object a line, in ASCII; the path ``-`` means standard output."""
    if os.fspath(path) == "-":
        if sys.stdout is None:
            raise InputError("standard output is closed", remedy="name a file to write to")
        jsonlines.Writer(sys.stdout, dumps=json.dumps).write_all(rows)
        return
    with open(path, "w", encoding="ascii") as file:
        jsonlines.Writer(file, dumps=json.dumps).write_all(rows)


def _json_type(value: object) -> str:
    """Name the JSON type of a parsed value."""
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")


def _listed(record: dict[str, Any]) -> str:
    """Name the first keys of a record, for a message."""
    keys = [repr(key) for key in record]
    return ", ".join(keys[:8] + (["..."] if len(keys) > 8 else [])) or "no key at all"
