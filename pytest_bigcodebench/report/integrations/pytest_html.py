"""pytest-html: columns for domain, kind and sample; the solution and its difference in a row's detail.

Solutions are hostile text, so all of it is escaped.
"""

from __future__ import annotations

from collections.abc import Generator
from html import escape
from typing import Final

import pytest
from pytest_html import extras

from pytest_bigcodebench.report.integrations.labels import sample_of
from pytest_bigcodebench.report.integrations.sources import diff_of, solution_of
from pytest_bigcodebench.report.properties import from_properties

__all__ = ["HtmlHooks"]

_COLUMNS: Final = ("Domain", "Kind", "Sample")
#: Columns that stand before them: result and test.
_BEFORE: Final = 2


#: Lines of sources are long: unbroken they would push the columns out of the window.
_STYLE: Final = "<style>.logwrapper .log, .extraHTML pre { white-space: pre-wrap; overflow-wrap: anywhere; }</style>"


class HtmlHooks:
    """Adds to rows where the items run, and to the table where the report is written."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Let the report of a sample that did not pass carry its solution."""
        report = yield
        if call.when == "call" and report.failed and (sample := sample_of(item)):
            solution = solution_of(sample)
            parts = [("solution", solution), ("difference to the canonical solution", diff_of(sample, solution))]
            shown = [extras.html(_detail(name, text)) for name, text in parts if text]
            report.extras = [*getattr(report, "extras", ()), *shown]  # type: ignore[attr-defined]  # read by pytest-html
        return report

    @pytest.hookimpl(optionalhook=True)
    def pytest_html_results_summary(self, prefix: list[str]) -> None:
        """Let long lines break."""
        prefix.append(_STYLE)

    @pytest.hookimpl(optionalhook=True)
    def pytest_html_results_table_header(self, cells: list[str]) -> None:
        """Name the columns."""
        heads = [f'<th class="sortable" data-column-type="{name.lower()}">{name}</th>' for name in _COLUMNS]
        cells[_BEFORE:_BEFORE] = heads

    @pytest.hookimpl(optionalhook=True)
    def pytest_html_results_table_row(self, report: pytest.TestReport, cells: list[str]) -> None:
        """Fill them; those of other tests stay empty."""
        record = from_properties(getattr(report, "user_properties", ()))
        values = (", ".join(record.domains), record.kind, str(record.sample)) if record else ("", "", "")
        shown = zip(_COLUMNS, values, strict=True)
        cells[_BEFORE:_BEFORE] = [f'<td class="col-{name.lower()}">{escape(value)}</td>' for name, value in shown]


def _detail(name: str, text: str) -> str:
    return f"<details><summary>{name}</summary><pre>{escape(text)}</pre></details>"
