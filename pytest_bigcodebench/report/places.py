"""Where reports go, looked at before the run: hours of judging must not end in a file that cannot be written.

pytest and the plugins of other dashboards find out at the end, or with a traceback; a run that judges samples looks
for them.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.settings import absolute

if TYPE_CHECKING:
    import pytest

    from pytest_bigcodebench.settings import Settings

__all__ = ["check_places", "is_special"]

#: Files that pytest and other plugins write: the option's name in pytest's config -> on the command line.
_FILES: Final = {
    "xmlpath": "--junit-xml",
    "htmlpath": "--html",
    "report_log": "--report-log",
    "json_report_file": "--json-report-file",
}
#: Folders that they write to.
_FOLDERS: Final = {"allure_report_dir": "--alluredir"}
#: Files of ``--bcb-output`` whose names do not depend on the samples files.
_IN_OUTPUT: Final = ("verdicts.jsonl", "summary.json")


class _Place(NamedTuple):
    """What an option names."""

    option: str
    path: Path


def check_places(
    config: pytest.Config, settings: Settings, samples: Sequence[Path], datasets: Iterable[Path] = ()
) -> None:
    """Find out whether each report of a run can be written, to a place of its own; raises `InputError` if not.

    `samples` and `datasets` are what the run reads: a report may replace no file of these, and the output folder may be
    in no folder of samples.
    """
    files = [*_own_files(settings), *_others(config, _FILES)]
    folders = list(_others(config, _FOLDERS))
    if settings.output:
        folders.append(_Place("--bcb-output", settings.output))
        files += [_Place("--bcb-output", settings.output / name) for name in _IN_OUTPUT]
        _check_outside(folders[-1], samples)
    _check_apart(files, [*samples, *datasets])
    for place in folders:
        _check_folder(place)
    for place in files:
        _check_file(place)


def _own_files(settings: Settings) -> Iterator[_Place]:
    if settings.markdown:
        yield _Place("--bcb-markdown", settings.markdown)
    if settings.html:
        yield _Place("--bcb-html", settings.html)


def _others(config: pytest.Config, options: Mapping[str, str]) -> Iterator[_Place]:
    for name, option in options.items():
        text = getattr(config.option, name, None)
        if text and (name != "json_report_file" or config.option.json_report):
            yield _Place(option, absolute(os.path.expandvars(text), config.invocation_params.dir))


def _check_apart(files: Iterable[_Place], inputs: Iterable[Path]) -> None:
    read = {os.path.realpath(path) for path in inputs}
    written: dict[str, str] = {}
    for place in files:
        path = os.path.realpath(place.path)
        if path in read:
            raise _refusal(place, "is read by this run, and would be replaced", "another file")
        if path in written and not is_special(place.path):
            raise _refusal(place, f"is written by {written[path]} too", "another file")
        written[path] = place.option


def _check_outside(place: _Place, samples: Iterable[Path]) -> None:
    path = Path(os.path.realpath(place.path))
    for folder in filter(os.path.isdir, samples):
        if path.is_relative_to(os.path.realpath(folder)):
            raise _refusal(place, f"is in the samples folder {printable(folder.name)}", "a folder outside of it")


def _check_folder(place: _Place) -> None:
    try:
        place.path.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=place.path).close()
    except OSError as error:
        raise _refusal(place, f"cannot be written to ({_reason(error)})", "a folder that can be") from None


def _check_file(place: _Place) -> None:
    if os.path.isdir(place.path):
        raise _refusal(place, "is a folder", "a file in it")
    if is_special(place.path):  # A pipe without a reader would be waited for.
        return
    is_new = not os.path.lexists(place.path)
    try:
        place.path.parent.mkdir(parents=True, exist_ok=True)
        # Opened to be added to: what an earlier run wrote stands until there is something in its place.
        place.path.open("ab").close()
        if is_new:
            place.path.unlink()
    except OSError as error:
        raise _refusal(place, f"cannot be written ({_reason(error)})", "a file that can be") from None


def is_special(path: Path) -> bool:
    """Whether a path is there, and neither a file nor a folder: a device or a pipe."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _refusal(place: _Place, what: str, remedy: str) -> InputError:
    return InputError(what, where=printable(str(place.path)), remedy=f"give {place.option} {remedy}")


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
