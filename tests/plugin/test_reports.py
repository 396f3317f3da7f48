"""What a run leaves behind: the terminal's summary, the output folder, and other tools' reports."""

from __future__ import annotations

import json
import sys
import venv
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from tiny import ENDLESS, RAISES, RIGHT, WRONG, Bench

Spread = tuple[str, ...]


def verdicts(bench: Bench, folder: str = "o") -> list[dict[str, Any]]:
    """The lines of a run's verdicts.jsonl."""
    return [json.loads(line) for line in (bench.pytester.path / folder / "verdicts.jsonl").read_text().splitlines()]


def summary(bench: Bench, folder: str = "o") -> dict[str, Any]:
    """A run's summary.json."""
    loaded: dict[str, Any] = json.loads((bench.pytester.path / folder / "summary.json").read_text())
    return loaded


def test_the_header_says_what_is_judged_where(bench: Bench, spread: Spread) -> None:
    """Dataset, version, samples, interpreter, sandbox and how many at once stand above the run."""
    result = bench.run("out.jsonl", *spread)

    result.stdout.fnmatch_lines(
        [
            "bigcodebench: out.jsonl (4 samples) for data.jsonl@* (4 tasks)",
            "judging in: Python 3.* (*), one child in each of 2 xdist workers"
            if spread
            else "judging in: Python 3.* (*), * at once",
            "sandbox: * (not covered: *)",
        ]
    )


def test_the_header_says_why_the_sandbox_is_a_weaker_one(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which bubblewrap stops working is not judged on unawares."""
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))

    result = bench.run("out.jsonl::Tiny/0[0]")

    if "; landlock: " in result.stderr.str():
        pytest.skip("needs Landlock")
    result.stdout.fnmatch_lines(
        ["sandbox: landlock (not covered: *)", "no stronger sandbox: bubblewrap: bubblewrap is not installed"]
    )


def test_the_summary_has_a_row_for_each_domain(bench: Bench, spread: Spread) -> None:
    """Tasks, samples, passes, pass@1 with its interval, pass@k, timeouts and other kinds."""
    samples = [
        ("Tiny/0", RIGHT),
        ("Tiny/1", WRONG),
        ("Tiny/1", RIGHT),
        ("Tiny/0", RAISES),
        ("Tiny/3", ENDLESS),
        ("Tiny/3", WRONG),
    ]
    bench.samples(*samples)

    result = bench.run("out.jsonl", "--bcb-time-limit=1", "--bcb-pass-k=2,7", *spread)

    result.stdout.fnmatch_lines(
        [
            "=* bigcodebench: out.jsonl =*",
            "domain       tasks  samples  passed  pass@1          95 %  pass@2  timeout  other",
            "computation      1        2       0    0.0%  0.0% - 79.3%    0.0%        1      1",
            "network          2        4       1   25.0%  4.6% - 69.9%   50.0%        1      2",
            "system           1        2       1   50.0%  9.5% - 90.5%  100.0%        0      1",
            "all              3        6       2   33.3%  9.7% - 70.0%   66.7%        1      3",
            "not passed: wrong_answer 2, *",
            "3 of 4 tasks attempted; no sample for Tiny/time_network",
            "pass@7 needs 7 judged samples for every task",
            "data.jsonl@*, Python 3.*, sandbox *: 6 verdicts in * s",
        ]
    )


def test_who_lacks_the_starter_datasets_libraries_is_told_how_to_have_them(bench: Bench) -> None:
    """The package installed alone runs, and fails every sample whose task imports what the extra brings."""
    venv.create(bench.pytester.path / "bare", with_pip=False)
    bench.options[0] = "--bcb-dataset=starter"
    bench.samples(("starter/time/day_count_interest", RIGHT))

    result = bench.run("out.jsonl", f"--bcb-python={bench.pytester.path / 'bare/bin/python'}", "-q")

    result.stdout.fnmatch_lines(
        ["not installed: *, ... and * more; the judged Python needs pip install 'pytest-bigcodebench[[]starter]'"]
    )


def test_each_samples_file_has_a_table(bench: Bench) -> None:
    """Two models are not mixed."""
    bench.samples(("Tiny/0", WRONG), name="b.jsonl")

    result = bench.run("out.jsonl", "b.jsonl", "--bcb-output=o")

    result.stdout.fnmatch_lines(
        ["=* bigcodebench: out.jsonl =*", "all  *75.0%*", "=* bigcodebench: b.jsonl =*", "all  *0.0%*"]
    )
    files = summary(bench)["samples_files"]
    assert {name: (part["overall"]["samples"], part["overall"]["passed"]) for name, part in files.items()} == {
        "out.jsonl": (4, 3),
        "b.jsonl": (1, 0),
    }


def test_long_runs_show_the_pass_rate_on_their_way(bench: Bench, spread: Spread) -> None:
    """A hundred samples or more have a line at each tenth."""
    bench.samples(*[("Tiny/0", RIGHT), ("Tiny/1", WRONG)] * 60)

    result = bench.run("out.jsonl", "--tb=no", *spread)

    lines = [line for line in result.outlines if "passed so far" in line]
    assert len(lines) >= 9
    assert lines[0].startswith("12 of 120 judged, ")
    bench.run("out.jsonl", "--tb=no", "-q").stdout.no_fnmatch_line("*passed so far*")


@pytest.mark.parametrize("arguments", [("--no-summary",), ("-qq",)])
def test_who_wants_no_summary_gets_none(bench: Bench, arguments: tuple[str, ...]) -> None:
    """pytest's own switches are respected."""
    bench.run("out.jsonl", *arguments).stdout.no_fnmatch_line("*tasks attempted*")


def test_the_header_can_be_left_out(bench: Bench) -> None:
    """As pytest's own."""
    bench.run("out.jsonl", "--no-header").stdout.no_fnmatch_line("judging in:*")


def test_colours_are_pytests(bench: Bench, spread: Spread) -> None:
    """With colours on, a failure's assertion is red, also when it came from an xdist worker."""
    result = bench.run("out.jsonl", "--color=yes", *spread)

    assert "\x1b[1m\x1b[31mE   AssertionError: 3 != 4\x1b[0m" in result.outlines


def test_the_output_folder_has_a_line_for_each_verdict(bench: Bench, spread: Spread) -> None:
    """In the order of dataset and samples, however the run was spread, with every documented field."""
    bench.samples(("Tiny/3", WRONG), ("Tiny/0", RIGHT), ("Tiny/1", RAISES), ("Tiny/0", WRONG))

    bench.run("out.jsonl", "--bcb-output=deep/o", *spread)

    lines = verdicts(bench, "deep/o")
    assert [(line["task_id"], line["sample"]) for line in lines] == [
        ("Tiny/0", 0),
        ("Tiny/0", 1),
        ("Tiny/1", 0),
        ("Tiny/3", 0),
    ]
    raised = lines[2]
    assert raised == {
        "samples_file": "out.jsonl",
        "task_id": "Tiny/1",
        "sample": 0,
        "status": "fail",
        "kind": "exception",
        "detail": "NameError",
        "domains": ["network"],
        "tests": {"test_two": "error", "test_zero": "error"},
        "message": "test_two: NameError: name 'nothing' is not defined",
        "cpu_s": raised["cpu_s"],
        "wall_s": raised["wall_s"],
        "peak_mib": raised["peak_mib"],
        "stored": False,
        "round": 1,
        "lazy": None,
        "misused": [],
        "tools": raised["tools"],
    }
    assert 0 < raised["cpu_s"] < 60
    assert [path.name for path in sorted((bench.pytester.path / "deep/o").iterdir())] == [
        "out_eval_results.json",
        "out_pass_at_k.json",
        "summary.json",
        "verdicts.jsonl",
    ]


def test_the_summary_file_says_what_came_of_what(bench: Bench, spread: Spread) -> None:
    """Rates overall and by domain, the dataset, where it was judged, how long it took, and whether it is all."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", WRONG))

    bench.run("out.jsonl", "--bcb-output=o", *spread)

    found = summary(bench)
    assert found["overall"]["pass@1"] == 0.5
    assert found["domains"]["network"] == {
        "tasks": 1,
        "samples": 1,
        "passed": 0,
        "pass@1": 0.0,
        "interval": [0.0, pytest.approx(0.79, abs=0.01)],
        "kinds": {"wrong_answer": 1},
    }
    assert found["samples_files"]["out.jsonl"]["tasks_missing"] == ["Tiny/time_network", "Tiny/3"]
    assert found["dataset"]["name"] == "data.jsonl"
    assert found["environment"]["version"].startswith("3.")
    assert (found["complete"], found["errors"], found["exit_status"]) == (True, 0, 1)
    assert found["xdist_workers"] == (2 if spread else 0)


def test_an_interrupted_run_has_its_output(bench: Bench) -> None:
    """After -x the files hold what was judged, and say that this is not all."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", WRONG), ("Tiny/3", RIGHT))

    bench.run("out.jsonl", "-x", "--bcb-output=o")

    assert [line["status"] for line in verdicts(bench)] == ["pass", "fail"]
    assert summary(bench)["complete"] is False


def test_an_earlier_runs_output_stands_until_the_new_one_is_whole(bench: Bench) -> None:
    """A run that judges nothing, as with --collect-only, leaves it alone."""
    bench.run("out.jsonl", "--bcb-output=o")
    before = verdicts(bench)

    bench.run("out.jsonl", "--bcb-output=o", "--collect-only")

    assert verdicts(bench) == before


def test_junit_xml_carries_the_record(bench: Bench, spread: Spread) -> None:
    """Dashboards that read JUnit files see task, sample, status, kind and domains, and the sample's time."""
    bench.run("out.jsonl", "--junit-xml=r.xml", *spread)

    cases = {case.get("name"): case for case in ET.parse(bench.pytester.path / "r.xml").getroot().iter("testcase")}
    failed = cases["Tiny/3[0]"]
    properties = {each.get("name"): each.get("value") for each in failed.iter("property")}
    assert failed.get("classname") == "out.jsonl"
    assert 0 < float(failed.get("time", "")) < 60
    assert properties["task_id"] == "Tiny/3"
    assert properties["domains"] == "computation network"
    assert (properties["status"], properties["kind"], properties["sample"]) == ("fail", "wrong_answer", "0")
    failure = failed.find("failure")
    assert failure is not None
    assert failure.get("message") == "wrong_answer: test_two: AssertionError: 3 != 4"


@pytest.mark.parametrize(
    "poison", ["\\x00\\x08\\x1b[31m", "\\ud800", "\\ufffe\\uffff", "]]><script>&amp;", "\\u202e\\x85"]
)
def test_hostile_text_breaks_no_report(bench: Bench, spread: Spread, poison: str) -> None:
    """Control characters, half surrogates and markup in a message cross xdist, and come out readable everywhere."""
    bench.samples(("Tiny/0", f'def task_func(x):\n    raise ValueError("{poison}" * 3)\n'))

    result = bench.run("out.jsonl", "--junit-xml=r.xml", "--bcb-output=o", *spread)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E   ValueError: *"])
    assert ET.parse(bench.pytester.path / "r.xml").getroot().find(".//failure") is not None
    assert verdicts(bench)[0]["kind"] == "exception"


def test_a_flood_of_text_stays_small(bench: Bench, spread: Spread) -> None:
    """A message of megabytes leaves a few kilobytes in reports."""
    bench.samples(("Tiny/0", 'def task_func(x):\n    raise ValueError("x" * 10_000_000)\n'))

    bench.run("out.jsonl", "--junit-xml=r.xml", *spread)

    case = next(ET.parse(bench.pytester.path / "r.xml").getroot().iter("testcase"))
    properties = case.find("properties")
    assert properties is not None
    assert len(ET.tostring(properties)) < 4096
    assert len(ET.tostring(case)) < 16384


def test_a_solution_whose_text_cannot_be_shown_is_shown_escaped(bench: Bench) -> None:
    """A solution may hold escape sequences; the terminal must not obey them."""
    bench.samples(("Tiny/0", 'def task_func(x):\n    "\x1b]0;title\x07\u009b31m"\n    return x + 1\n'))

    result = bench.run("out.jsonl")

    result.stdout.fnmatch_lines(["*\\x1b]0;title\\x07\\x9b31m*"])
    assert "\x07" not in result.stdout.str()
