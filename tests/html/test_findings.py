"""What the page says beside the rates: misused APIs, tools, laziness, and two samples files against each other."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

from pages import HOSTILE, Sample, make_page, make_task

TOOLS: dict[str, Any] = {
    "libs_used": ["json"],
    "libs_unused": ["csv"],
    "libs_other": ["re"],
    "calls_used": [],
    "calls_unused": ["json.dumps"],
}


def text_of(page: Path) -> str:
    """What a person reads on a page, spaces told once."""
    markup = page.read_text("utf-8").partition("<main>")[2].partition("</main>")[0]
    markup = re.sub("</?(a|code)\\b[^>]*>", "", markup)
    return " ".join(unescape(re.sub("<[^>]*>", " ", markup)).split())


def misuse(**fields: str) -> dict[str, Any]:
    """A misused API as a record has it."""
    call = {"library": "pandas", "function": "concat", "error": "TypeError", "message": "no", "call": "pd.concat(x)"}
    return {**call, "line": 2, **fields}


def test_misused_apis_tools_and_lazy_samples_are_on_the_page(tmp_path: Path) -> None:
    """By library and function, with the call and a link to a sample; used of named; the lazy passes by name."""
    samples = [
        Sample(task_id="S/0", status="fail", kind="exception", misused=(misuse(),), tools=TOOLS),
        Sample(task_id="S/1", tools={**TOOLS, "libs_unused": []}, lazy=True),
        Sample(task_id="S/2", lazy=False),
    ]

    page = make_page(tmp_path, [make_task(f"S/{number}") for number in range(3)], {"a.jsonl": samples})

    text = text_of(page)
    assert "What the model gets wrong" in text
    assert "Misused APIs: 1 function in 1 sample" in text
    assert "pandas concat 1 TypeError 1 S/0[0] pd.concat(x)" in text
    assert "failures 1 0 (0.0%) 0 (0.0%) 1 (100.0%)" in text
    assert "csv – 0 of 1" in text
    assert "json.dumps 0 of 1 0 of 1" in text
    assert "Laziness: 1 of 2 passes only because calibration supplied their imports S/1[0]" in text
    assert 'href="#open=a.jsonl::S/0[0]"' in page.read_text("utf-8")
    assert "published" not in text


def test_two_samples_files_are_compared_on_the_page(tmp_path: Path) -> None:
    """Complete against Instruct: the paired difference per domain and overall, tasks won and lost."""
    tasks = [make_task(f"S/{number}", ("json", "socket")[number % 2]) for number in range(8)]
    wrong = [Sample(task_id=task.task_id, status="fail", kind="wrong_answer") for task in tasks]
    right = [Sample(task_id=task.task_id) for task in tasks]

    text = text_of(make_page(tmp_path, tasks, {"m--instruct.jsonl": wrong, "m--complete.jsonl": right}))

    assert "Complete against Instruct domain tasks m--complete.jsonl m--instruct.jsonl difference 95 % p" in text
    assert re.search(r"network 4 100\.0% 0\.0% -100\.0 .* 0 4 system", text)
    assert "m--instruct.jsonl is worse than m--complete.jsonl (-100.0 points" in text
    assert "8 lost S/0, S/1," in text
    assert "Laziness was not asked for" in text


def test_what_a_sample_says_is_no_markup(tmp_path: Path) -> None:
    """Names and calls come from solutions; none of them becomes an element or keeps the page from being written."""
    samples = [
        Sample(
            task_id="S/0",
            status="fail",
            kind="exception",
            misused=tuple(misuse(library=text, function=text, error=text, call=text) for text in HOSTILE),
            tools={**TOOLS, "libs_unused": list(HOSTILE), "calls_unused": list(HOSTILE)},
        )
    ]

    page = make_page(tmp_path, [make_task("S/0")], {"a.jsonl": samples}).read_text("utf-8")

    assert "<img" not in page
    assert page.count("<script>") == 1
    assert "javascript:window.hacked=8" in page
    assert 'href="javascript' not in page
