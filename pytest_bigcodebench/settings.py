"""Options and ini values become one frozen `Settings`; every message says where the bad value came from."""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest

from pytest_bigcodebench.benchmark.task import SPLITS

if TYPE_CHECKING:
    from pytest_bigcodebench.scoring.gate import Threshold

__all__ = [
    "Settings",
    "absolute",
    "add_options",
    "check_name",
    "is_asked_for",
    "named_samples",
    "read_settings",
    "relative",
    "usage_errors",
]

#: Sandbox levels that ``--bcb-sandbox`` takes; ``auto`` is the strongest that works.
SANDBOXES: Final = ("auto", "bubblewrap", "landlock", "off")
#: Passes that ``--bcb-second-look`` can choose.
SECOND_LOOKS: Final = ("suspicious", "all", "off")

#: Limits of a sample that are options here and of the judge, by one name.
LIMITS: Final = ("cpu_limit", "memory_limit", "process_limit", "open_file_limit", "disk_limit", "output_limit")

#: Digits of the largest number that an option takes: more is a slip, and could not be handed to the kernel.
_DIGITS: Final = 9

#: The values of k that are reported unless others are asked for, as far as there are samples enough.
DEFAULT_PASS_K: Final = (1, 5, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person set for one run."""

    #: Name or path of the dataset; None: the samples' task ids decide.
    dataset: str | None = None
    #: The judged interpreter; None: this one.
    python: str | None = None
    #: Children at once in one pytest process; None: as many as there are cores.
    jobs: int | None = None
    #: Seconds for each sample; None: from its ground truth's cost.
    time_limit: float | None = None
    #: MiB for each sample; None: the judge's default.
    memory_limit: int | None = None
    #: CPU seconds, processes, open files, MiB on disk, and characters of output; None: the judge's default.
    cpu_limit: float | None = None
    process_limit: int | None = None
    open_file_limit: int | None = None
    disk_limit: int | None = None
    output_limit: int | None = None
    calibrated: bool = True
    sandbox: str = "auto"
    #: Passes that are judged again with other expected values.
    second_look: str = "suspicious"
    #: The values of k for pass@k, ascending; None: `DEFAULT_PASS_K` as far as there are samples enough.
    pass_k: tuple[int, ...] | None = None
    #: Folder for ``verdicts.jsonl``, ``summary.json`` and the official files, absolute.
    output: Path | None = None
    #: File for the summary in Markdown, absolute.
    markdown: Path | None = None
    #: The prompts that were answered, ``complete`` or ``instruct``; None: as far as a samples file's name tells.
    split: str | None = None
    #: File for the page to look at, absolute.
    html: Path | None = None
    resume: bool = False
    strict: bool = False
    #: How often each sample is judged.
    repeat: int = 1
    #: The least pass rates that are let through; with these or a baseline, a gate decides the exit status.
    fail_under: tuple[Threshold, ...] | None = None
    #: Output folder of an earlier run, absolute; significantly worse than it is not let through.
    baseline: Path | None = None
    #: Which of how many shards this run is, ``(2, 8)``; None: it judges all.
    shard: tuple[int, int] | None = None
    #: Whether to find the samples that pass only because calibration supplied their imports.
    laziness: bool = False

    @property
    def is_gated(self) -> bool:
        """Whether a gate decides the exit status."""
        return bool(self.fail_under or self.baseline)

    def limits(self) -> dict[str, Any]:
        """Every limit of a sample but that of its time, by the names that the judge's options have for them."""
        return {name: getattr(self, name) for name in LIMITS}


@dataclass(frozen=True, slots=True)
class _Option:
    """An option with a value and its ini twin: ``--bcb-time-limit`` and ``bcb_time_limit``."""

    name: str
    metavar: str
    help: str
    #: (text, folder that a relative path starts from) -> value; raises ValueError with the fault.
    parse: Callable[[str, Path], Any]
    #: Whether it may be given several times; its values are then joined by commas, as in the ini file.
    repeatable: bool = False
    #: Its value where it is not set.
    default: Any = None

    @property
    def flag(self) -> str:
        return f"--bcb-{self.name.replace('_', '-')}"

    @property
    def ini(self) -> str:
        return f"bcb_{self.name}"


def add_options(parser: pytest.Parser) -> None:
    """Declare every option and every ini value."""
    group = parser.getgroup("bigcodebench", "judging samples written by language models (pytest-bigcodebench)")
    group.addoption(
        "--bcb-samples",
        action="append",
        default=[],
        metavar="PATH",
        help="samples file (.jsonl, .jsonl.gz) or folder to judge, repeatable; naming it as an argument means the same",
    )
    for option in _OPTIONS:
        action = "append" if option.repeatable else "store"
        group.addoption(
            option.flag, dest=option.ini, action=action, metavar=option.metavar, default=None, help=option.help
        )
        kind: Literal["linelist", "string"] = "linelist" if option.repeatable else "string"
        parser.addini(option.ini, f"{option.help} (see {option.flag})", type=kind)
    for name, text in _SWITCHES.items():
        group.addoption(f"--bcb-{name}", dest=f"bcb_{name}", action="store_true", default=None, help=text)
        parser.addini(f"bcb_{name}", f"{text} (see --bcb-{name})", type="bool", default=False)
    group.addoption(
        "--bcb-check-gt",
        action="store_true",
        default=False,
        help="judge the dataset's ground truths instead of samples; remember which fail here, and why",
    )
    group.addoption(
        "--bcb-resume",
        action="store_true",
        default=False,
        help="take the verdicts of an interrupted run from its journal, judge what is missing, and report on all",
    )


def read_settings(config: pytest.Config) -> Settings:
    """Read and validate what was set; raises `pytest.UsageError` with one line that names the fault and its place."""
    values = {option.name: _value(config, option) for option in _OPTIONS}
    environment = values.pop("env")
    given = {name for name in ("env", "python") if getattr(config.option, f"bcb_{name}") is not None}
    if environment and values["python"] and len(given) == 1:
        # The command line wins over what an ini file says of either.
        environment, values["python"] = (environment, None) if "env" in given else (None, values["python"])
    if environment and values["python"]:
        raise pytest.UsageError("--bcb-env and --bcb-python name two interpreters; leave one out")
    values["python"] = environment or values["python"]
    settings = Settings(
        **values,
        calibrated=not _is_on(config, "uncalibrated"),
        strict=_is_on(config, "strict"),
        laziness=_is_on(config, "laziness"),
        resume=config.option.bcb_resume,
    )
    if getattr(config.option, "dist", "no") == "each":
        raise pytest.UsageError("--dist each would judge and count each sample once a worker; use another, or -n")
    if settings.laziness and not settings.calibrated:
        raise pytest.UsageError("--bcb-laziness asks what calibration supplies, and --bcb-uncalibrated turns it off")
    return settings


@contextmanager
def usage_errors() -> Iterator[None]:
    """Turn what a user can act on into pytest's one line and exit status for it."""
    from pytest_bigcodebench.benchmark.errors import BenchmarkError

    try:
        yield
    except BenchmarkError as error:
        raise pytest.UsageError(str(error)) from None


def named_samples(config: pytest.Config) -> list[Path]:
    """The samples files that ``--bcb-samples`` names, absolute and each once."""
    folder = config.invocation_params.dir
    samples = _options(config)["bcb_samples"]
    if "" in samples:
        raise pytest.UsageError("--bcb-samples is empty; give it the path of a samples file or folder")
    paths = list(dict.fromkeys(absolute(text, folder) for text in samples))
    for path in paths:
        check_name(path, folder)
    return paths


def check_name(path: Path, folder: Path) -> None:
    """Refuse a samples file whose path, relative to the folder pytest was called in, cannot stand in pytest's ids."""
    name = os.path.relpath(path, folder)
    if "[" in name or "::" in name:
        raise pytest.UsageError(f"{path}: pytest takes no '[' and no '::' in a path; rename it")
    if (shown := name.encode(errors="backslashreplace").decode()) != name:
        raise pytest.UsageError(f"{shown}: is no name in UTF-8; rename it, or set PYTHONUTF8=1 where the locale is C")


def is_asked_for(config: pytest.Config) -> bool:
    """Whether any option of this plugin is set, on the command line or in the ini file."""
    given = (value for name, value in _options(config).items() if name.startswith("bcb_"))
    return any(given) or any(_ini(config, name) for name in (*(option.ini for option in _OPTIONS), *_SWITCH_INIS))


def _options(config: pytest.Config) -> dict[str, Any]:
    """The command line's options by their names, also while pytest has not yet read all of it."""
    return {**vars(config.option), **vars(config.known_args_namespace)}


def _value(config: pytest.Config, option: _Option) -> Any:
    """Value of an option: the command line's, else the ini file's, else its default."""
    text, where, folder = getattr(config.option, option.ini), option.flag, config.invocation_params.dir
    if text is None:
        text, where = _ini(config, option.ini), _ini_place(config, option.ini)
        folder = config.inipath.parent if config.inipath else config.rootpath
        if not text:
            return option.default
    text = ",".join(map(str, text)) if isinstance(text, list) else text
    try:
        return option.parse(text.strip(), folder)
    except ValueError as error:
        raise pytest.UsageError(f"{error}, got {text!r} from {where}") from None


def _is_on(config: pytest.Config, name: str) -> bool:
    return bool(getattr(config.option, f"bcb_{name}") or _ini(config, f"bcb_{name}"))


def _ini(config: pytest.Config, name: str) -> Any:
    """An ini value; of one that it cannot read pytest does not always say which it is, and before 9.2 not in words."""
    try:
        return config.getini(name)
    except (TypeError, ValueError, pytest.UsageError) as error:
        text = str(error)
        raise pytest.UsageError(text if name in text else f"{text} from {_ini_place(config, name)}") from None


def _ini_place(config: pytest.Config, name: str) -> str:
    return f"{name} in {config.inipath or 'the ini file'}"


def absolute(text: str, folder: Path) -> Path:
    """Make a path absolute as pytest does, without following links (a virtual environment's interpreter is one)."""
    return Path(os.path.abspath(folder / os.path.expanduser(text)))


def relative(path: Path, folder: Path) -> str:
    """How a path is shown: relative to a folder if it is inside it, else absolute."""
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def _parse_dataset(text: str, folder: Path) -> str:
    """A name stays as it is; a path is taken relative to `folder`, and shown relative to the current directory."""
    if not text:
        raise ValueError("the dataset must be a name or a path")
    is_path = os.sep in text or text.endswith((".jsonl", ".jsonl.gz", ".parquet")) or text in {".", ".."}
    return relative(absolute(text, folder), Path.cwd()) if is_path else text


def _parse_path(text: str, folder: Path) -> Path:
    """A path that is written to or read from; an empty one comes of a shell variable that is not set."""
    if not text:
        raise ValueError("there must be a path")
    return absolute(text, folder)


def _parse_python(text: str, folder: Path) -> str:
    path = shutil.which(str(absolute(text, folder)) if os.sep in text or text.startswith("~") else text)
    if path is None:
        raise ValueError("there must be a Python interpreter to run samples with")
    return path


def _parse_jobs(text: str, folder: Path) -> int | None:
    fault = "the number of children must be 'auto' or a whole number from 1"
    return None if text == "auto" else _parse_count(text, fault)


def _seconds(what: str) -> Callable[[str, Path], float]:
    """A parser of seconds; `what` says of what they are."""

    def parse(text: str, folder: Path) -> float:
        try:
            seconds = float(text)
        except ValueError:
            seconds = math.nan
        if not (math.isfinite(seconds) and seconds > 0):
            raise ValueError(f"{what} must be a number of seconds above 0")
        return seconds

    return parse


def _one_of(what: str, words: Sequence[str]) -> Callable[[str, Path], str]:
    """A parser of a word among a few; `what` says what it chooses."""

    def parse(text: str, folder: Path) -> str:
        if text not in words:
            raise ValueError(f"{what} must be one of {', '.join(words)}")
        return text

    return parse


def _counted(fault: str, least: int = 1) -> Callable[[str, Path], int]:
    """A parser of whole numbers; `fault` says what they are of, and from where on."""

    def parse(text: str, folder: Path) -> int:
        number = _parse_count(text, fault)
        if number < least:
            raise ValueError(fault)
        return number

    return parse


def _parse_pass_k(text: str, folder: Path) -> tuple[int, ...]:
    fault = "the values of k for pass@k must be whole numbers from 1, separated by commas"
    return tuple(sorted({_parse_count(part.strip(), fault) for part in text.split(",")}))


def _parse_env(text: str, folder: Path) -> str:
    from pytest_bigcodebench.benchmark.errors import BenchmarkError
    from pytest_bigcodebench.environments.store import find_environment

    try:
        return str(find_environment(text).python)
    except BenchmarkError as error:
        raise ValueError(str(error)) from None


def _parse_fail_under(text: str, folder: Path) -> tuple[Threshold, ...]:
    from pytest_bigcodebench.scoring.gate import parse_thresholds

    return parse_thresholds(text)


def _parse_shard(text: str, folder: Path) -> tuple[int, int]:
    fault = "the shard must be a number from 1 and how many there are, 2/8"
    index, _, count = text.partition("/")
    shard = _parse_count(index, fault), _parse_count(count, fault)
    if shard[0] > shard[1]:
        raise ValueError(fault)
    return shard


def _parse_count(text: str, fault: str) -> int:
    if not (text.isascii() and text.isdigit() and text.strip("0")):
        raise ValueError(fault)
    if len(text) > _DIGITS:
        raise ValueError(f"{fault} to {_DIGITS} digits")
    return int(text)


_OPTIONS: Final = (
    _Option(
        "dataset",
        "NAME|PATH",
        "dataset that the samples are for: starter, bigcodebench, bigcodebench-hard (other versions by @), or a path; "
        "default: what the samples' task ids call for",
        _parse_dataset,
    ),
    _Option("python", "PATH", "interpreter that the samples run in; default: this one", _parse_python),
    _Option("env", "NAME", "environment that the samples run in, made by: bcb env create NAME", _parse_env),
    _Option("jobs", "auto|N", "children at once without xdist; with it, each worker drives one", _parse_jobs),
    _Option(
        "time_limit",
        "SECONDS",
        "limit for each sample; default: from its ground truth's cost",
        _seconds("the time limit"),
    ),
    _Option(
        "memory_limit",
        "MIB",
        "memory for each sample and what it starts; default: 1024",
        _counted("the memory limit must be a whole number of MiB from 1"),
    ),
    _Option(
        "cpu_limit",
        "SECONDS",
        "CPU seconds for each sample; default: from its time limit",
        _seconds("the CPU limit"),
    ),
    _Option(
        "process_limit",
        "N",
        "processes and threads of a sample at once; default: 512",
        _counted("the process limit must be a whole number from 1"),
    ),
    _Option(
        "open_file_limit",
        "N",
        "open files of each process of a sample; default: 1024",
        # The judge's own descriptors and a few modules of the sample's.
        _counted("the open file limit must be a whole number from 32", 32),
    ),
    _Option(
        "disk_limit",
        "MIB",
        "size of one file of a sample, and of each directory that it may write to; default: 512",
        _counted("the disk limit must be a whole number of MiB from 1"),
    ),
    _Option(
        "output_limit",
        "CHARACTERS",
        "characters of a sample's output that are kept; default: 1000000",
        _counted("the output limit must be a whole number of characters from 1"),
    ),
    _Option(
        "sandbox",
        "LEVEL",
        "auto (the strongest that works), bubblewrap, landlock, or off",
        _one_of("the sandbox", SANDBOXES),
        default="auto",
    ),
    _Option(
        "second_look",
        "WHICH",
        "passes that are judged again with other expected values: suspicious (the default), all, or off",
        _one_of("the second look", SECOND_LOOKS),
        default="suspicious",
    ),
    _Option(
        "repeat",
        "N",
        "judge each sample N times in different conditions; name what changes",
        _counted("the number of times must be a whole number from 1"),
        default=1,
    ),
    _Option("pass_k", "K,K", "values of k for pass@k; default: 1,5,10 as far as n allows", _parse_pass_k),
    _Option(
        "output", "DIR", "folder to write verdicts.jsonl, summary.json and the official result files to", _parse_path
    ),
    _Option("markdown", "FILE", "file to write the rates and the worst tasks to, in Markdown", _parse_path),
    _Option(
        "split",
        "SPLIT",
        "complete or instruct: the prompts answered; default: what the file's name tells",
        _one_of("the split", SPLITS),
    ),
    _Option(
        "fail_under",
        "[DOMAIN=]PERCENT",
        "least pass@1, of all or of one domain, that is let through; repeatable; failing samples alone then do not "
        "turn the run red",
        _parse_fail_under,
        repeatable=True,
    ),
    _Option(
        "baseline", "DIR", "output folder of a run that this one must not be significantly worse than", _parse_path
    ),
    _Option(
        "shard", "I/N", "judge the I-th of N parts of about equal cost; bcb merge joins their outputs", _parse_shard
    ),
    _Option("html", "FILE", "file to write a page to look at to; needs pytest-bigcodebench[html]", _parse_path),
)

_SWITCHES: Final = {
    "uncalibrated": "judge solutions as they are, without the task's code_prompt before them",
    "strict": "tasks without a sample and unusable lines of samples files are errors",
    "laziness": "tell which samples pass only because calibration supplied their imports",
}

_SWITCH_INIS: Final = tuple(f"bcb_{name}" for name in _SWITCHES)
