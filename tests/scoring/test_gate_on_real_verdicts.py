"""The gate on real verdicts: those of the official evaluator on the 1,140 shared samples."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pytest_bigcodebench.scoring.comparison import Entry
from pytest_bigcodebench.scoring.gate import check_baseline, check_threshold, parse_thresholds
from pytest_bigcodebench.scoring.rates import Score


@pytest.fixture(scope="module")
def verdicts(shared: Path) -> dict[str, dict[str, Score]]:
    """Each task's score, as judged on a machine without a network and as published."""
    found = {}
    domains = json.loads((shared / "bigcodebench" / "task2domain.json").read_text())
    for name in ("official-here", "published-verdicts"):
        (path,) = (shared / "samples").glob(f"*{name}.jsonl.gz")
        with gzip.open(path, "rt") as file:
            rows = list(map(json.loads, file))
        found[name] = {
            row["task_id"]: Score(
                1, int(row["status"] == "pass"), tuple({domain.lower() for domain in domains[row["task_id"]]})
            )
            for row in rows
        }
    return found


@pytest.mark.parametrize(("text", "passed"), [("48", True), ("55", False), ("network=30", True), ("network=60", False)])
def test_thresholds_open_and_close_on_real_verdicts(
    verdicts: dict[str, dict[str, Score]], text: str, passed: bool
) -> None:
    """557 of 1,140 are enough for 48 % and not for 55 %; the Network tasks have a rate of their own."""
    (threshold,) = parse_thresholds(text)

    check = check_threshold(threshold, "real", verdicts["official-here"].values())

    assert check.passed is passed, check.text


def test_two_judgings_of_one_model_differ_by_chance_and_a_worse_model_does_not(
    verdicts: dict[str, dict[str, Score]],
) -> None:
    """A handful of tasks that the machine decides is let through where it can be chance; forty lost tasks are not."""
    here = verdicts["official-here"]
    baseline = Entry("here", here)
    solved = [task for task, score in here.items() if score.passed]
    spoilt = {task: score._replace(passed=0) for task, score in here.items() if task in solved[:40]}

    assert check_baseline(Entry("again", here), baseline).passed
    assert check_baseline(Entry("published", verdicts["published-verdicts"]), baseline).passed
    assert not check_baseline(Entry("spoilt", {**here, **spoilt}), baseline).passed
