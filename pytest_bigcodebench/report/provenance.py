"""Where a run's verdicts come from, as names and values: what every report carries, whatever its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytest_bigcodebench.benchmark.dataset import Dataset
    from pytest_bigcodebench.judge.judge import Environment

__all__ = ["provenance", "where_line"]

#: Digits of the dataset's hash that are shown; summary.json has all of them.
_DIGITS = 12


def provenance(dataset: Dataset, environment: Environment) -> dict[str, str]:
    """Dataset and hash, interpreter, sandbox, the environment's fingerprint, and the libraries' versions."""
    fingerprint = environment.fingerprint
    installed = (f"{name} {version}" for name, version in fingerprint.libraries.items() if version)
    return {
        "dataset": dataset.label,
        "dataset_hash": dataset.hash[:_DIGITS],
        "interpreter": fingerprint.interpreter,
        "sandbox": environment.sandbox,
        "fingerprint": fingerprint.short,
        "libraries": ", ".join(installed),
        **({"libraries_missing": ", ".join(fingerprint.missing)} if fingerprint.missing else {}),
        **({"data": ", ".join(fingerprint.data)} if fingerprint.data else {}),
    }


def where_line(dataset: Dataset, environment: Environment) -> str:
    """The same in one line of a person's words, without the libraries."""
    version = f"Python {environment.version}"
    return f"{dataset.label}, {version}, sandbox {environment.sandbox}, fingerprint {environment.fingerprint.short}"
