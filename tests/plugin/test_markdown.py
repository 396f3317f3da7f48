"""The summary as Markdown, in a file and in GitHub's summary of a step."""

from __future__ import annotations

import pytest
from tiny import RAISES, RIGHT, WRONG, Bench

Spread = tuple[str, ...]


def test_the_file_has_the_rates_and_the_worst_tasks(bench: Bench, spread: Spread) -> None:
    """A table by domain, then the tasks with the lowest pass rates, those with most samples first."""
    bench.samples(("Tiny/3", WRONG), ("Tiny/0", RIGHT), ("Tiny/0", RAISES), ("Tiny/1", WRONG), ("Tiny/1", WRONG))

    bench.run("out.jsonl", "--bcb-markdown=deep/s.md", *spread)

    lines = (bench.pytester.path / "deep/s.md").read_text().splitlines()
    assert lines[0] == "### out&#46;jsonl: 1 of 5 samples passed"
    assert lines[2].startswith("| domain | tasks | samples | passed | pass@1 | 95 % |")
    assert any(line.startswith("| network | 2 | 3 | 0 | 0.0% |") for line in lines)
    assert any(line.startswith("| **all** | 3 | 5 | 1 | 16.7% |") for line in lines)
    worst = [line.split(" | ")[:2] for line in lines if line.startswith("| Tiny")]
    assert worst == [["| Tiny&#47;1", "0 of 2"], ["| Tiny&#47;3", "0 of 1"], ["| Tiny&#47;0", "1 of 2"]]


def test_github_gets_it_where_it_runs(bench: Bench, spread: Spread, monkeypatch: pytest.MonkeyPatch) -> None:
    """After what other commands of the step have written, and never above a MiB in all."""
    path = bench.pytester.path / "step.md"
    path.write_text("# Before\n" + "x" * 1_047_900 + "\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    bench.samples(*[(task, WRONG) for task in ("Tiny/0", "Tiny/1", "Tiny/3")])

    bench.run("out.jsonl", *spread)

    text = path.read_text()
    assert text.startswith("# Before\n")
    assert "of 3 samples passed" in text
    assert "cut here" in text
    assert path.stat().st_size < 1 << 20


def test_hostile_text_is_no_markup(bench: Bench) -> None:
    """Messages of solutions are text: no HTML, no cell's end, no link, no mention."""
    poison = "</details><img src=x onerror=alert(1)> | [a](javascript:b) @everyone https://x.y `*_"
    bench.samples(("Tiny/0", f"def task_func(x):\n    raise ValueError({poison!r})\n"))

    bench.run("out.jsonl", "--bcb-markdown=s.md")

    (line,) = [line for line in (bench.pytester.path / "s.md").read_text().splitlines() if line.startswith("| Tiny")]
    assert line.count("|") == 5
    assert not set("<>[]()@`*_:") & set(line)
    assert "&#64;everyone" in line


def test_a_fault_of_github_does_not_end_the_run(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said at the end."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(bench.pytester.path / "no/such/folder"))

    result = bench.run("out.jsonl")

    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["*no/such/folder cannot be written (No such file or directory)*"])


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("--bcb-markdown=.", "*: is a folder; give --bcb-markdown a file in it"),
        ("--bcb-markdown=data.jsonl/x.md", "*: cannot be written (*); give --bcb-markdown a file that can be"),
        ("--bcb-split=both", "the split must be one of complete, instruct, got 'both' from --bcb-split"),
        ("--bcb-output=data.jsonl", "*data.jsonl: cannot be written to (*); *"),
    ],
)
def test_what_cannot_be_is_said_before_the_run(bench: Bench, argument: str, message: str) -> None:
    """In one line that says what to do."""
    result = bench.run("out.jsonl", argument)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {message}"])


def test_an_official_file_that_is_a_folder_is_named_before_the_run(bench: Bench) -> None:
    """Nothing is judged for results that cannot be kept."""
    (bench.pytester.path / "o/out_pass_at_k.json").mkdir(parents=True)

    result = bench.run("out.jsonl", "--bcb-output=o")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *out_pass_at_k.json: is a folder; give --bcb-output another folder"])
