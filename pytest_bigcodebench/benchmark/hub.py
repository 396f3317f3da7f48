"""The official datasets' files: in a folder the user names, in Hugging Face's cache, or downloaded into it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pytest_bigcodebench.benchmark.errors import InputError

__all__ = ["DEFAULT_VERSION", "FOLDER_VARIABLE", "REPOSITORIES", "find_file"]

#: Name of an official dataset -> its repository on the hub.
REPOSITORIES: Final = {"bigcodebench": "bigcode/bigcodebench", "bigcodebench-hard": "bigcode/bigcodebench-hard"}

#: The version that is meant when none is named.
DEFAULT_VERSION: Final = "v0.1.4"

#: Environment variable that names a folder which holds the files already.
FOLDER_VARIABLE: Final = "BCB_DATASET_DIR"

#: Versions published when this was written, for messages; the hub has the last word.
_KNOWN_VERSIONS: Final = ("v0.1.0_hf", "v0.1.1", "v0.1.2", "v0.1.3", "v0.1.4")

#: Name of an official dataset -> how its files outside the hub are named.
_FILE_STEMS: Final = {"bigcodebench": "BigCodeBench", "bigcodebench-hard": "BigCodeBench-Hard"}

#: What a person does who lacks the libraries for the hub.
_INSTALL: Final = "pip install 'pytest-bigcodebench[hub]'"

_PARQUET: Final = re.compile(r"data/(?P<version>.+)-\d{5}-of-\d{5}\.parquet")


def find_file(name: str, version: str) -> Path:
    """Find the file of an official dataset: in ``BCB_DATASET_DIR``, else in the cache, else on the hub.

    What was downloaded stays in Hugging Face's cache and is found there from then on without the network.

    Raises `InputError` that says which file is missing, from where it could come and what to set.
    """
    if not re.fullmatch(r"[\w.+-]+", version):
        raise _unknown_version(name, version, _KNOWN_VERSIONS)
    folder = os.environ.get(FOLDER_VARIABLE)
    found = _find_in_folder(Path(folder), name, version) if folder else None
    return found or _find_on_hub(name, version)


def _find_in_folder(folder: Path, name: str, version: str) -> Path | None:
    """Look for the released files (``BigCodeBench-v0.1.4.jsonl.gz``) and for a copy of the hub's repository."""
    if not folder.is_dir():
        what = f"{FOLDER_VARIABLE} names a folder that is not there"
        raise InputError(what, where=str(folder), remedy=f"correct or unset {FOLDER_VARIABLE}")
    stem = f"{_FILE_STEMS[name]}-{version}"
    candidates = [folder / f"{stem}{suffix}" for suffix in (".jsonl.gz", ".jsonl", ".parquet")]
    parquet = _parquet_name(version)
    candidates += [folder / name / parquet, folder / REPOSITORIES[name] / parquet]
    if folder.resolve().name == name:
        candidates.append(folder / parquet)
    return next((path for path in candidates if path.is_file()), None)


def _parquet_name(version: str) -> str:
    """Name the file of a version inside its repository."""
    return f"data/{version}-00000-of-00001.parquet"


def _find_on_hub(name: str, version: str) -> Path:
    """Take a file from Hugging Face's cache, without the network where it is there, else download it into the cache."""
    try:
        from huggingface_hub import get_hf_file_metadata, hf_hub_download, hf_hub_url, try_to_load_from_cache
        from huggingface_hub.errors import EntryNotFoundError, LocalEntryNotFoundError
    except ImportError:
        raise _not_found(name, version, "huggingface_hub is not installed", install=True) from None
    repository, filename = REPOSITORIES[name], _parquet_name(version)
    cached = try_to_load_from_cache(repository, filename, repo_type="dataset")
    if isinstance(cached, str):
        return Path(cached)
    try:
        # Asked first because a download that finds no network tries again for half a minute.
        get_hf_file_metadata(hf_hub_url(repository, filename, repo_type="dataset"))
        return Path(hf_hub_download(repository, filename, repo_type="dataset"))
    except Exception as error:  # the HTTP library, and with it the errors of a failing network, differ by version
        if isinstance(error, EntryNotFoundError) and not isinstance(error, LocalEntryNotFoundError):
            raise _unknown_version(name, version, _versions_on_hub(repository)) from None
        raise _not_found(name, version, _first_line(error)) from None


def _versions_on_hub(repository: str) -> Iterable[str]:
    """List the versions a repository has; those known beforehand if it does not say."""
    from huggingface_hub import list_repo_files

    try:
        files = list_repo_files(repository, repo_type="dataset")
    except Exception:  # as above: this only improves a message
        files = []
    return sorted(match["version"] for file in files if (match := _PARQUET.fullmatch(file))) or _KNOWN_VERSIONS


def _unknown_version(name: str, version: str, known: Iterable[str]) -> InputError:
    listed = ", ".join(f"{name}@{each}" for each in known)
    return InputError(f"{name} has no version {version!r}", remedy=f"there are {listed}")


def _not_found(name: str, version: str, reason: str, *, install: bool = False) -> InputError:
    """Say which file is missing, from where it could come and what to set."""
    endpoint = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
    folder = os.environ.get(FOLDER_VARIABLE)
    unlisted = "" if version in _KNOWN_VERSIONS else f" (versions known to be there: {', '.join(_KNOWN_VERSIONS)})"
    tried = f"not in {FOLDER_VARIABLE}={folder}, " if folder else ""
    what = (
        f"the dataset {name}@{version} is not on this machine: {tried}not in Hugging Face's cache, and not to be had "
        f"from {endpoint}/datasets/{REPOSITORIES[name]} ({reason}){unlisted}"
    )
    file = f"{_FILE_STEMS[name]}-{version}.jsonl.gz"
    by_hand = f"put {file}, or {name}/{_parquet_name(version)}, into a folder and set {FOLDER_VARIABLE} to that folder"
    online = "run this once where the hub can be reached (HF_ENDPOINT names a mirror)"
    return InputError(what, remedy=f"{_INSTALL if install else online}, or {by_hand}")


def _first_line(error: BaseException) -> str:
    """Cut an error's text to its first sentence on one line."""
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0][:200].rstrip(".")
