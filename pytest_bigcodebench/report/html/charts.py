"""The page's charts: Vega-Lite drawn ahead to SVG, so that the page holds no charting code and runs none.

Their colours are the page's CSS variables, so that they follow it into dark mode; each bar is a link that filters the
samples, and carries its meaning as its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from pytest_bigcodebench.scoring.rates import Rate

__all__ = ["RUN_COLOURS", "kinds_chart", "rates_chart"]

#: Number of colours for runs that the style sheet has; more runs begin again with the first.
RUN_COLOURS: Final = 6

#: Width of the bars' part and of the labels', in pixels; together they fit a telephone's screen.
_WIDTH: Final = 220
_LABELS: Final = 126

_CONFIG: Final[dict[str, Any]] = {
    "font": "system-ui, sans-serif",
    "background": "transparent",
    "view": {"stroke": None},
    "axis": {
        "title": None,
        "labelColor": "var(--ink)",
        "labelFontSize": 12,
        "labelLimit": _LABELS,
        "gridColor": "var(--line)",
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
    },
    "text": {"color": "var(--ink)", "fontSize": 11},
}


def rates_chart(rates: Mapping[str, Sequence[Rate | None]], runs: Sequence[str], *, key: str) -> str:
    """The pass rates of some groups of tasks, each with its 95 % interval: a bar for each run that has the group.

    `key` is what the page calls the groups, ``domain`` or ``lib``.
    """
    values = [
        {
            "name": name,
            "run": str(number),
            "colour": _colour(number),
            "rate": rate.pass_at[1],
            "low": rate.interval.low,
            "high": rate.interval.high,
            "label": f"{rate.pass_at[1]:.0%}",
            "tip": _tip(name, runs[number] if len(runs) > 1 else "", rate),
            "href": f"#{key}={quote(name, safe='')}",
        }
        for name, of_runs in rates.items()
        for number, rate in enumerate(of_runs)
        if rate and rate.interval
    ]
    layers: list[dict[str, Any]] = [
        {
            "mark": {"type": "bar", "opacity": 0.75, "cornerRadiusEnd": 2},
            "encoding": {"x": _rate_axis("rate"), "color": _COLOUR},
        },
        {
            "mark": {"type": "rule", "color": "var(--ink)", "strokeWidth": 1.5},
            "encoding": {"x": _rate_axis("low"), "x2": {"field": "high"}},
        },
        _LABEL_LAYER,
    ]
    return _draw(values, layers, len(runs), key)


def kinds_chart(kinds: Mapping[str, Sequence[int]], runs: Sequence[str]) -> str:
    """How many samples failed in each way: a bar for each run."""
    values = [
        {
            "name": kind,
            "run": str(number),
            "colour": _colour(number),
            "count": count,
            "label": f"{count:,}",
            "tip": f"{kind}{f', {runs[number]}' if len(runs) > 1 else ''}: {count:,} sample{'s' * (count != 1)}",
            "href": f"#kind={quote(kind, safe='')}",
        }
        for kind, counts in kinds.items()
        for number, count in enumerate(counts)
    ]
    x = {"field": "count", "type": "quantitative", "axis": None}
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "bar", "opacity": 0.75, "cornerRadiusEnd": 2}, "encoding": {"x": x, "color": _COLOUR}},
        _LABEL_LAYER,
    ]
    return _draw(values, layers, len(runs), "kind")


#: A colour that stands in the data.
_COLOUR: Final[dict[str, Any]] = {"field": "colour", "type": "nominal", "scale": None}

#: The number at the end of a bar's line.
_LABEL_LAYER: Final[dict[str, Any]] = {
    "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 6, "aria": False},
    "encoding": {"x": {"value": _WIDTH}, "text": {"field": "label"}},
}


def _rate_axis(field: str) -> dict[str, Any]:
    # Above the bars, where it is in sight however many there are; every other label, since all of them would touch.
    label = "datum.index * 2 % 1 ? '' : datum.label"
    axis = {"format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1], "orient": "top", "labelExpr": label}
    return {"field": field, "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": axis}


def _draw(values: Sequence[Mapping[str, Any]], layers: Iterable[Mapping[str, Any]], runs: int, name: str) -> str:
    """Draw bars in the order of the values, with those of the runs side by side."""
    import vl_convert

    lanes = max(1, runs)
    encoding: dict[str, Any] = {
        "y": {"field": "name", "type": "nominal", "sort": None, "axis": {"grid": False, "minExtent": _LABELS}},
        "href": {"field": "href"},
        "description": {"field": "tip"},
    }
    encoding["y"]["scale"] = {"paddingInner": 0.25 if lanes > 1 else 0.4, "paddingOuter": 0.1}
    if lanes > 1:
        encoding["yOffset"] = {"field": "run", "type": "nominal"}
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": {"step": 12, "for": "offset"} if lanes > 1 else {"step": 24},
        "padding": {"left": 0, "right": 8, "top": 2, "bottom": 2},
        "data": {"values": list(values)},
        "encoding": encoding,
        "layer": list(layers),
        "config": _CONFIG,
    }
    return _embedded(vl_convert.vegalite_to_svg(spec), name)


def _embedded(svg: str, name: str) -> str:
    """Fit a drawing into a page: links within it, ids of its own."""
    # The converter makes links absolute, starting from a place of its own.
    svg = re.sub(r'xlink:href="[^"#]*#', 'tabindex="-1" href="#', svg)
    return re.sub(r'(\bid="|url\(#)(\w+)', rf"\g<1>{name}-\g<2>", svg)


def _tip(name: str, run: str, rate: Rate) -> str:
    assert rate.interval
    low, high = rate.interval
    of = f"{rate.tasks:,} task{'s' * (rate.tasks != 1)}"
    return f"{name}{f', {run}' if run else ''}: {rate.pass_at[1]:.1%} of {of} (95 %: {low:.1%} to {high:.1%})"


def _colour(run: int) -> str:
    return f"var(--run-{run % RUN_COLOURS})"
