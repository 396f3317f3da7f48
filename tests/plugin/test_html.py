"""``--bcb-html``: a page of a real run, and what keeps it from being written."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tiny import RAISES, RIGHT, WRONG, Bench

Spread = tuple[str, ...]

pytest.importorskip("vl_convert", reason="needs the extra html")


def data_of(page: Path, name: str) -> Any:
    """The data that a page holds under a name."""
    found = re.search(rf'id="{name}">([^<]*)</script>', page.read_text("utf-8"))
    assert found
    return json.loads(gzip.decompress(base64.b64decode(found[1])))


def test_a_run_leaves_a_page(bench: Bench, spread: Spread) -> None:
    """Every sample with its solution, its failing test's assertion and its node id, however the run was distributed."""
    bench.samples(("Tiny/3", RAISES), ("Tiny/0", RIGHT), ("Tiny/1", WRONG))

    result = bench.run("out.jsonl", "--bcb-html=pages/run.html", *spread)

    result.assert_outcomes(passed=1, failed=2)
    page = bench.pytester.path / "pages" / "run.html"
    result.stdout.fnmatch_lines([f"page: {page} (* MB)"])
    index, samples = data_of(page, "index"), data_of(page, "samples-0")
    assert [index["tasks"][task]["id"] for task in index["task"]] == ["Tiny/0", "Tiny/1", "Tiny/3"]
    assert index["status"] == ["pass", "fail", "fail"]
    assert index["kind"] == ["", "wrong_answer", "exception"]
    assert index["runs"] == [{"name": "out.jsonl", "nodeid": "out.jsonl"}]
    assert [sample["code"] for sample in samples] == [RIGHT, WRONG, RAISES]
    assert "E   AssertionError: 3 != 4" in samples[1]["text"]
    assert samples[2]["places"] == {"test": [4, 6], "solution": [2, 2]}
    assert [path.name for path in page.parent.iterdir()] == ["run.html"]


def test_a_page_goes_where_a_link_leads_and_into_a_pipe(bench: Bench) -> None:
    """No file takes the place of a link, a pipe or a device: as root, that of ``/dev/null`` for all of the machine."""
    folder = bench.pytester.path
    (folder / "link.html").symlink_to("page.html")
    os.mkfifo(folder / "pipe")

    bench.run("out.jsonl", "--bcb-html=link.html")
    with (folder / "read.html").open("wb") as file, subprocess.Popen(["cat", folder / "pipe"], stdout=file) as reader:
        try:
            bench.run("out.jsonl", "--bcb-html=pipe")
            assert (folder / "pipe").is_fifo()
            assert reader.wait(10) == 0
        finally:
            reader.kill()

    assert (folder / "link.html").is_symlink()
    assert data_of(folder / "page.html", "index")["status"] == data_of(folder / "read.html", "index")["status"]


def test_a_round_that_could_not_be_judged_is_not_on_the_page(bench: Bench) -> None:
    """The page holds the first round."""
    bench.pytester.makeconftest(
        """
        import pytest
        @pytest.hookimpl(tryfirst=True)
        def pytest_runtest_setup(item):
            assert "@2" not in item.nodeid, "broken"
        """
    )

    result = bench.run("out.jsonl::Tiny/0[0]", "--bcb-html=page.html", "--bcb-repeat=2")

    result.assert_outcomes(passed=1, errors=1)
    assert data_of(bench.pytester.path / "page.html", "index")["status"] == ["pass"]


def refused(bench: Bench, *arguments: str) -> str:
    """Run what must be refused before anything is judged, and return the line that says why."""
    result = bench.run_inside("out.jsonl", *arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    (line,) = [line for line in result.errlines if line]
    return line


def test_a_page_without_its_extra_is_refused(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line names what is missing and the command that installs it."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    assert refused(bench, "--bcb-html=page.html") == (
        "ERROR: --bcb-html needs vl-convert-python: pip install pytest-bigcodebench[html]"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("out.jsonl/page.html", "*/out.jsonl/page.html: cannot be written (*); give --bcb-html a file that can be"),
        (".", "*: is a folder; give --bcb-html a file in it"),
        ("out.jsonl", "*/out.jsonl: is read by this run, and would be replaced; give --bcb-html another file"),
    ],
)
def test_a_page_that_cannot_be_written_is_refused(bench: Bench, name: str, message: str) -> None:
    """The line names the file before the run starts, and nothing is replaced."""
    before = (bench.pytester.path / "out.jsonl").read_text()

    pytest.LineMatcher([refused(bench, f"--bcb-html={name}")]).fnmatch_lines([f"ERROR: {message}"])

    assert (bench.pytester.path / "out.jsonl").read_text() == before
