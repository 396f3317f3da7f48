"""Runs of pytest in a process of their own, judged by the real judge."""

from __future__ import annotations

import pytest
from tiny import LIBS, RIGHT, WRONG, Bench

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.judge.judge import Judge, JudgeOptions


@pytest.fixture(scope="session")
def sandbox() -> str:
    """The strongest sandbox level that works here; the judge's own tests see to what each is good for."""
    judge = Judge(Dataset(name="none", version="1", tasks={}), JudgeOptions())
    try:
        with judge:
            return "auto"
    except BenchmarkError:
        return "off"


@pytest.fixture
def bench(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, sandbox: str) -> Bench:
    """A benchmark of four tasks in ``data.jsonl``, and one sample for each in ``out.jsonl``: three right, one wrong."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(pytester.path / "user-cache"))
    bench = Bench(pytester, ["--bcb-dataset=data.jsonl", f"--bcb-sandbox={sandbox}"])
    bench.dataset(LIBS)
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", RIGHT), ("Tiny/time_network", RIGHT), ("Tiny/3", WRONG))
    return bench


#: How runs are distributed: alone, and over two xdist workers.
ALONE_AND_XDIST = [
    pytest.param((), id="alone"),
    pytest.param(("-p", "xdist.plugin", "-n", "2"), id="xdist"),
]


@pytest.fixture(params=ALONE_AND_XDIST)
def spread(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Arguments that run all in one process, or over two xdist workers."""
    arguments: tuple[str, ...] = request.param
    return arguments
