"""What the page says beside the rates: two samples files task by task, APIs misused, tools used, laziness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.comparison import anchor_line, comparison_heading, comparison_rows, conclusion
from pytest_bigcodebench.scoring.comparison import is_official

if TYPE_CHECKING:
    from pytest_bigcodebench.report.html.content import Content
    from pytest_bigcodebench.report.results import Results

__all__ = ["findings"]

#: Rows of a table, and names in a list; the others are counted (``summary.json`` has them).
_ROWS: Final = 200


def findings(results: Results, content: Content) -> dict[str, Any]:
    """All of it as plain data for the template; texts that samples had a part in are escaped there."""
    nodeids = {
        (entry.record.samples_file, f"{entry.record.task_id}[{entry.record.sample}]"): entry.nodeid
        for entry in content.entries
    }
    comparison = results.comparison()
    judged = results.overall.samples > 0
    return {
        "comparison": {
            "heading": comparison_heading(comparison),
            "rows": comparison_rows(comparison),
            "conclusion": conclusion(comparison),
            "won": comparison.overall.won[:_ROWS],
            "lost": comparison.overall.lost[:_ROWS],
            "counts": (len(comparison.overall.won), len(comparison.overall.lost)),
        }
        if comparison
        else None,
        "published": anchor_line() if judged and is_official(results.evaluation.dataset) else "",
        "runs": [_of_run(results, name, nodeids) for name in content.runs] if judged else [],
    }


def _of_run(results: Results, name: str, nodeids: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    plain = results.insights[name].to_plain()
    misused, tools, laziness = plain["misused_apis"], plain["tools"], plain["laziness"]
    apis = [
        {
            "library": printable(library),
            "function": printable(function),
            "samples": api["samples"],
            "errors": {printable(error): count for error, count in api["errors"].items()},
            "call": printable(api["call"]),
            "example": api["example"],
        }
        for library, functions in misused["libraries"].items()
        for function, api in functions.items()
    ]

    def named(sample: str) -> dict[str, str]:
        return {"name": sample, "nodeid": nodeids.get((name, sample), "")}

    return {
        "name": name,
        "misusing": misused["samples"],
        "functions": len(apis),
        "apis": [{**api, "example": named(api["example"])} for api in apis[:_ROWS]],
        "shares": [{"word": word, **tools[key]} for word, key in (("passes", "passed"), ("failures", "failed"))],
        "libraries": _by_use(tools["libraries"]),
        "calls": _by_use(tools["calls"]),
        "laziness": {**laziness, "samples": [named(sample) for sample in laziness["samples"][:_ROWS]]}
        if laziness
        else None,
    }


def _by_use(tools: Mapping[str, Mapping[str, Any]]) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Libraries or calls, those first that most samples leave unused."""

    def unused(uses: Mapping[str, Any]) -> int:
        return sum(int(counts["named"]) - int(counts["used"]) for counts in uses.values())

    return sorted(tools.items(), key=lambda tool: (-unused(tool[1]), tool[0]))[:_ROWS]
