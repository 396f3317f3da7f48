"""Fetching what tasks need of nltk's data: each part is put in place when it is whole, and what cannot be had is named.

nltk's own downloader would want nltk here, leaves a torn file where it is killed, and takes what it got without a look
at its checksum.
"""

from __future__ import annotations

import hashlib
import http.client
import shutil
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from pytest_bigcodebench.benchmark.errors import BenchmarkError

__all__ = ["CORPORA", "INDEX", "fetch_corpora"]

#: What the official tasks, and models' solutions of them, read of nltk's data.
CORPORA: Final = ("averaged_perceptron_tagger", "punkt", "stopwords", "vader_lexicon", "wordnet", "words")

#: nltk's list of its data.
INDEX: Final = "https://raw.githubusercontent.com/nltk/nltk_data/gh-pages/index.xml"

#: Seconds that a server may be silent.
_SILENCE: Final = 60.0
#: Folders of nltk's data; an index names no others.
_FOLDERS: Final = frozenset({"chunkers", "corpora", "grammars", "help", "misc", "models", "sentiment", "stemmers"}) | {
    "taggers",
    "tokenizers",
}

#: What urllib raises where it gets no content, or none that is whole.
_NOT_TO_BE_HAD: Final = (OSError, ValueError, http.client.HTTPException)

_REMEDY: Final = (
    "see to the network, name a mirror of the list with --corpora-index=URL, "
    "or put the data into a folder that NLTK_DATA names (samples can read it)"
)


def fetch_corpora(
    place: Path, *, say: Callable[[str], None], index: str = INDEX, names: tuple[str, ...] = CORPORA
) -> None:
    """Fetch parts of nltk's data into a folder that is laid out as nltk wants it; what is there already stays.

    Raises `BenchmarkError` that names what cannot be had; the other parts are there then.
    """
    say(f"fetching nltk's data into {place}")
    packages = _packages_of(index)
    faults: dict[str, list[str]] = {}
    for name in names:
        if name not in packages:
            faults.setdefault("not in the list", []).append(name)
            continue
        try:
            say(f"  {name}: {_fetch(packages[name], urljoin(index, packages[name].get('url', '')), place)}")
        except (*_NOT_TO_BE_HAD, zipfile.BadZipFile) as error:
            faults.setdefault(_words_for(error), []).append(name)
    if faults:
        missing = "; ".join(f"{', '.join(which)}: {why}" for why, which in faults.items())
        raise BenchmarkError(f"nltk's data cannot be fetched from {index} ({missing}); {_REMEDY}")


def _packages_of(index: str) -> dict[str, Mapping[str, str]]:
    """The entries of nltk's list, by name."""
    try:
        content = _read(index)
    except (ValueError, http.client.InvalidURL) as error:
        raise BenchmarkError(
            f"--corpora-index={index}: it must be the http or https address of nltk's index.xml ({_words_for(error)})"
        ) from None
    except _NOT_TO_BE_HAD as error:
        all_of_it = ", ".join(CORPORA)
        raise BenchmarkError(
            f"nltk's data ({all_of_it}) cannot be fetched, {index} cannot be read ({_words_for(error)}); {_REMEDY}"
        ) from None
    try:
        # The list is as trusted as the data themselves, and expat limits how far its entities may grow.
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # The latter two: its encoding.
        raise BenchmarkError(f"{index} is no list of nltk's data ({error}); --corpora-index names another") from None
    return {package.get("id", ""): package.attrib for package in root.iter("package")}


def _fetch(package: Mapping[str, str], url: str, place: Path) -> str:
    """Fetch one part of the data unless it is there; return what was done, for a person."""
    name, subdir = package["id"], package.get("subdir", "")
    if subdir not in _FOLDERS or Path(name).name != name:
        raise ValueError(f"the list would put it into {subdir!r}")
    zipped, whole = place / subdir / f"{name}.zip", place / subdir / name
    if zipped.exists() and whole.exists():
        return "is there already"
    content = _read(url)
    if (told := package.get("checksum")) and hashlib.md5(content, usedforsecurity=False).hexdigest() != told:
        raise ValueError("what came is not what the list tells of (checksum)")
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".fetching-", dir=place) as folder:
        beside = Path(folder)
        (beside / zipped.name).write_bytes(content)
        with zipfile.ZipFile(beside / zipped.name) as archive:
            archive.extractall(beside / "data")
        if not (beside / "data" / name).is_dir():
            raise ValueError(f"its archive holds no {name}")
        zipped.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(whole, ignore_errors=True)
        (beside / "data" / name).rename(whole)
        (beside / zipped.name).replace(zipped)
    return f"{len(content) / 1e6:.1f} MB"


def _read(url: str) -> bytes:
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError(f"{url} is no http address")
    with urllib.request.urlopen(url, timeout=_SILENCE) as answer:
        content: bytes = answer.read()
        return content


def _words_for(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP {error.code} {error.reason}"
    if isinstance(error, urllib.error.URLError):
        error = error.reason if isinstance(error.reason, Exception) else error
    if isinstance(error, http.client.IncompleteRead):
        return "the connection was cut in the middle"
    if isinstance(error, http.client.BadStatusLine) and not isinstance(error, OSError):
        return f"what answers there speaks no HTTP: {' '.join(str(error).split())[:80]}"
    return getattr(error, "strerror", None) or " ".join(str(error).split()) or type(error).__name__
