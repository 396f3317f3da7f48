"""Comparisons as text: the table of two models, the leaderboard of several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.scoring.comparison import ANCHORS, Comparison, split_of
from pytest_bigcodebench.scoring.intervals import Interval
from pytest_bigcodebench.scoring.paired import Difference
from pytest_bigcodebench.scoring.ranking import Standing

__all__ = [
    "anchor_line",
    "comparison_heading",
    "comparison_lines",
    "comparison_rows",
    "conclusion",
    "leaderboard_lines",
    "pair_lines",
]

#: Tasks that are named; the others are counted (``--json`` has them all).
_NAMED: Final = 10
#: A p-value below this is called significant.
_LEVEL: Final = 0.05
#: Longest name in a heading.
_NAME: Final = 24


def comparison_heading(comparison: Comparison) -> str:
    """What two samples files of one run are to each other, as far as their names tell."""
    splits = [split_of(comparison.first), split_of(comparison.second)]
    if splits == ["complete", "instruct"]:
        return "Complete against Instruct"
    return "two samples files, task by task"


def comparison_lines(comparison: Comparison, *, tasks: bool = True) -> list[str]:
    """The table of two models by domain and overall, what follows from it, and the tasks won and lost."""
    return [*_aligned(comparison_rows(comparison)), *_below(comparison, tasks=tasks)]


def comparison_rows(comparison: Comparison) -> list[list[str]]:
    """The table's cells: the heading, a row for each domain, and one for all."""
    heading = ["domain", "tasks", _short(comparison.first), _short(comparison.second), "difference", "95 %", "p"]
    parts = [_row(name, part, corrected=True) for name, part in comparison.domains.items()]
    return [[*heading, "p (Holm)", "won", "lost"], *parts, _row("all", comparison.overall, corrected=False)]


def leaderboard_lines(standings: Sequence[Standing]) -> list[str]:
    """The leaderboard, the best first."""
    rows = [["place", "model", "pass@1", "rating", "95 %"]]
    for place, standing in enumerate(standings, 1):
        low, high = standing.interval
        cells = [f"{standing.rate:.1%}", f"{standing.rating:.0f}", f"{low:.0f} .. {high:.0f}"]
        rows.append([str(place), printable(standing.name), *cells])
    return _aligned(rows, left=2)


def pair_lines(comparisons: Iterable[Comparison]) -> list[str]:
    """Every two models in one line: difference, interval, p-value corrected for so many pairs."""
    rows = [["first", "second", "tasks", "difference", "95 %", "p", "p (Holm)", "won", "lost"]]
    for pair in comparisons:
        _, tasks, _, _, *cells = _row("", pair.overall, corrected=True)
        rows.append([_short(pair.first), _short(pair.second), tasks, *cells])
    return _aligned(rows, left=2)


def conclusion(comparison: Comparison) -> str:
    """What a comparison shows, in a sentence."""
    found, first, second = comparison.overall, printable(comparison.first), printable(comparison.second)
    points = f"{_points(found.value)} points, 95 % {_interval(found.interval)}, p = {_p(found.p)}"
    if found.p >= _LEVEL:
        return f"{second} against {first}: no difference shown ({points})"
    return f"{second} is {'better' if found.value > 0 else 'worse'} than {first} ({points})"


def anchor_line() -> str:
    """The published rates, to be set beside a result on the full official dataset."""
    return "published: " + ", ".join(f"{name} {rate:.0%}" for name, rate in ANCHORS.items())


def _below(comparison: Comparison, *, tasks: bool) -> Iterator[str]:
    yield conclusion(comparison)
    if comparison.only_first or comparison.only_second:
        counts = f"{comparison.only_first:,} only in the first, {comparison.only_second:,} only in the second"
        yield f"tasks left out since only one has samples for them: {counts}"
    shown = {name: part for name, part in comparison.domains.items() if part.p_corrected < _LEVEL}
    if shown:
        yield "domains that differ, after correction: " + ", ".join(
            f"{name} ({_points(part.value)})" for name, part in shown.items()
        )
    if tasks:
        yield from _named("won", comparison.overall.won)
        yield from _named("lost", comparison.overall.lost)


def _named(word: str, tasks: Sequence[str]) -> Iterator[str]:
    if tasks:
        more = f", ... and {len(tasks) - _NAMED:,} more (--json has all)" if len(tasks) > _NAMED else ""
        yield f"{word}: {', '.join(map(printable, tasks[:_NAMED]))}{more}"


def _row(name: str, part: Difference, *, corrected: bool) -> list[str]:
    return [
        name,
        f"{part.tasks:,}",
        f"{part.first:.1%}",
        f"{part.second:.1%}",
        _points(part.value),
        _interval(part.interval),
        _p(part.p),
        _p(part.p_corrected) if corrected else "",
        f"{len(part.won):,}",
        f"{len(part.lost):,}",
    ]


def _aligned(rows: Sequence[Sequence[str]], left: int = 1) -> list[str]:
    """Rows as lines, the first columns to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def _points(rate: float) -> str:
    """A difference of rates in percentage points, with its sign."""
    return f"{100 * rate:+.1f}"


def _interval(interval: Interval) -> str:
    return f"{_points(interval.low)} .. {_points(interval.high)}"


def _p(value: float) -> str:
    return f"{value:.3f}" if value >= 0.001 else f"{value:.0e}"


def _short(name: str) -> str:
    text = printable(name)
    return text if len(text) <= _NAME else f"...{text[3 - _NAME :]}"
