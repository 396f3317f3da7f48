"""The page's text: rates as tables and charts, written by the template, and the data that the page's script reads."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.judge.verdict import KINDS
from pytest_bigcodebench.report.html.blocks import PER_BLOCK, blocks, packed
from pytest_bigcodebench.report.html.charts import RUN_COLOURS, kinds_chart, rates_chart
from pytest_bigcodebench.report.html.content import Content, Entry
from pytest_bigcodebench.report.html.findings import findings
from pytest_bigcodebench.report.html.highlight import Highlighter
from pytest_bigcodebench.scoring.rates import Rate

if TYPE_CHECKING:
    from pytest_bigcodebench.report.results import Results

__all__ = ["render"]

_LONE: Final = re.compile("[\ud800-\udfff]")
_TEMPLATE: Final = files("pytest_bigcodebench.report.html") / "template"


def render(results: Results, summary: Mapping[str, Any], entries: Sequence[Entry]) -> Iterator[str]:
    """Give the page out piece by piece; `summary` is what ``summary.json`` says of the run."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    content = Content(results.evaluation, entries, Highlighter())
    runs = [_run(results, name, number) for number, name in enumerate(content.runs)]
    style, script = _part("page.css"), _part("page.js")
    environment = Environment(
        loader=PackageLoader("pytest_bigcodebench.report.html", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = lambda rate: f"{rate:.1%}"
    # An address takes no lone surrogates; the page's script reads it in the same way.
    environment.filters["address"] = lambda text: quote(_LONE.sub("\ufffd", text), safe="/:[],")
    environment.filters["number"] = lambda number: f"{number:,}"
    return environment.get_template("page.html").generate(
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        groups=_groups(results, content),
        findings=findings(results, content),
        runs=runs,
        ks=[k for k in results.pass_k if k > 1 and any(run["rate"] and k in run["rate"].pass_at for run in runs)],
        run=summary,
        results=results,
        dataset=results.evaluation.dataset,
        settings=results.evaluation.settings,
        index=packed({**content.index(), "kinds": KINDS, "perBlock": PER_BLOCK, "colours": RUN_COLOURS}),
        task_blocks=blocks(content.task_rows()),
        sample_blocks=blocks(content.samples()),
    )


def _part(name: str) -> str:
    return (_TEMPLATE / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """The page's content security policy: this one script, this one style sheet, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _run(results: Results, name: str, number: int) -> dict[str, Any]:
    """What is said of one samples file."""
    source = next(source for source in results.evaluation.sources.values() if source.name == name)
    tally = results.tallies[name]
    rate = tally.overall(results.pass_k)
    return {
        "name": name,
        "colour": number % RUN_COLOURS,
        "rate": rate if rate.tasks else None,
        "samples": rate.samples,
        "timeouts": rate.kinds.get("timeout", 0),
        "errors": results.errors[name],
        "in_file": len(source.index),
        "missing": [printable(task_id) for task_id in source.missing],
        "problems": [printable(str(problem)) for problem in source.index.problems],
    }


def _groups(results: Results, content: Content) -> list[dict[str, Any]]:
    """The three ways in which samples are added up, each with its chart and the rows of its table."""
    of_runs = [results.tallies[name].domains((1,)) for name in content.runs]
    domains: dict[str, list[Rate | None]] = {
        name: [rates.get(name) for rates in of_runs] for name in sorted({name for rates in of_runs for name in rates})
    }
    libs = content.lib_rates()
    failed = [results.tallies[name].overall((1,)).kinds for name in content.runs]
    totals = {kind: sum(kinds.get(kind, 0) for kinds in failed) for kind in KINDS}
    kinds = {
        kind: [of_run.get(kind, 0) for of_run in failed]
        for kind, total in sorted(totals.items(), key=lambda pair: -pair[1])
        if total
    }
    return [
        _group("domain", "Pass rate by domain", domains, lambda: rates_chart(domains, content.runs, key="domain")),
        _group("kind", "Failures by kind", kinds, lambda: kinds_chart(kinds, content.runs)),
        _group("lib", "Pass rate by library", libs, lambda: rates_chart(libs, content.runs, key="lib")),
    ]


def _group(key: str, title: str, rows: Mapping[str, Sequence[Any]], draw: Callable[[], str]) -> dict[str, Any]:
    """One group for the template; where the converter fails, its table stands alone."""
    from markupsafe import Markup

    chart = ""
    if rows:
        with suppress(ValueError):
            chart = draw()
    return {"key": key, "title": title, "rows": rows, "chart": Markup(chart)}
