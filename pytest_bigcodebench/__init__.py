"""Judge model-written Python on BigCodeBench: a pytest plugin, and the judge itself for use without pytest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pytest_bigcodebench.benchmark.dataset import Dataset, load_dataset
    from pytest_bigcodebench.benchmark.errors import BenchmarkError, InputError
    from pytest_bigcodebench.benchmark.sample import Sample
    from pytest_bigcodebench.benchmark.samples import read_samples
    from pytest_bigcodebench.benchmark.task import Task
    from pytest_bigcodebench.judge.judge import Environment, Judge, JudgeOptions, Request
    from pytest_bigcodebench.judge.verdict import Failure, Verdict

__all__ = [
    "BenchmarkError",
    "Dataset",
    "Environment",
    "Failure",
    "InputError",
    "Judge",
    "JudgeOptions",
    "Request",
    "Sample",
    "Task",
    "Verdict",
    "load_dataset",
    "read_samples",
]

_ROOMS = {
    "Dataset": "benchmark.dataset",
    "load_dataset": "benchmark.dataset",
    "BenchmarkError": "benchmark.errors",
    "InputError": "benchmark.errors",
    "Sample": "benchmark.sample",
    "read_samples": "benchmark.samples",
    "Task": "benchmark.task",
    "Environment": "judge.judge",
    "Judge": "judge.judge",
    "JudgeOptions": "judge.judge",
    "Request": "judge.judge",
    "Failure": "judge.verdict",
    "Verdict": "judge.verdict",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: pytest imports this package wherever it is installed."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
