"""The charts of a report, drawn without a browser: SVG for pages and PDF, PNG for Word.

Each is described in Vega-Lite. Its text stands beside it, and its numbers in a table: the drawing
itself is never the only place where something is said.
"""

from functools import lru_cache
from json import dumps
from typing import Any

import vl_convert

from .document import Chart, ChartKind

WIDTH = 640
"""Units across; a chart of bars is as high as they need."""

NARROW = 230
"""The same on a phone, where the words stay as large as they are."""

BAR = 28
STEPS_HIGH = 260
SCALE = 2
"""Pixels of a PNG for each unit, so that it is sharp on paper."""

COLOURS = ("#0B5CAD", "#B3261E", "#8A6100", "#3D7A4E", "#5B4A9E", "#5C6670")
"""Told apart by lightness too, each 3:1 against white (WCAG 2.2, 1.4.11)."""

DASHES = ((1, 0), (6, 3), (2, 2), (8, 2, 2, 2), (4, 4), (1, 3))
"""How lines are dashed, in units drawn and left out."""

_LOOK: dict[str, Any] = {
    "background": "white",
    "font": "Liberation Sans",
    "axis": {
        "labelFontSize": 14,
        "titleFontSize": 14,
        "titleFontWeight": "normal",
        "labelLimit": 260,
        "labelFlush": False,
        "labelColor": "#1E2B3C",
        "titleColor": "#1E2B3C",
    },
    "legend": {"labelFontSize": 14, "titleFontSize": 14, "orient": "bottom", "labelLimit": 400},
    "view": {"stroke": None},
    "range": {"category": COLOURS},
}

_NARROW_LOOK: dict[str, Any] = {
    **_LOOK,
    "axis": {**_LOOK["axis"], "labelLimit": 70},
    "legend": {**_LOOK["legend"], "columns": 1, "labelLimit": 220},
}


def svg(chart: Chart, width: int = WIDTH) -> str:
    """The drawing as one `svg` element without a name: whoever shows it names it."""
    return _svg(dumps(described(chart, width), ensure_ascii=False))


def png(chart: Chart) -> bytes:
    spec = dumps(described(chart), ensure_ascii=False)
    return bytes(vl_convert.vegalite_to_png(spec, scale=SCALE))


@lru_cache(maxsize=64)
def _svg(spec: str) -> str:
    return str(vl_convert.vegalite_to_svg(spec))


def described(chart: Chart, width: int = WIDTH) -> dict[str, Any]:
    """The chart in Vega-Lite 5."""
    values = [
        {"series": series.title, "across": across, "up": up}
        for series in chart.series
        for across, up in series.points
    ]
    draw = {ChartKind.BARS: _bars, ChartKind.STEPS: _steps}[chart.kind]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": values},
        "config": _LOOK if width > NARROW else _NARROW_LOOK,
        **draw(chart),
        "width": width,
    }


def _bars(chart: Chart) -> dict[str, Any]:
    return {
        "height": {"step": BAR},
        "mark": {"type": "bar", "height": {"band": 0.7}},
        "encoding": {
            "y": {
                "field": "across",
                "type": "nominal",
                "sort": list(chart.order) or None,
                "title": chart.across,
            },
            "x": {
                "field": "up",
                "type": "quantitative",
                "title": chart.up,
                "axis": {"tickMinStep": 1, "format": "d"},
            },
            **_told_apart(chart),
        },
    }


def _steps(chart: Chart) -> dict[str, Any]:
    return {
        "height": STEPS_HIGH,
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
        "encoding": {
            "x": {"field": "across", "type": "quantitative", "title": chart.across},
            "y": {"field": "up", "type": "quantitative", "title": chart.up},
            **_told_apart(chart, dashes=True),
        },
    }


def _told_apart(chart: Chart, *, dashes: bool = False) -> dict[str, Any]:
    """By colour, and lines by their dashes as well; one series needs neither."""
    if len(chart.series) == 1:
        return {"color": {"value": COLOURS[0]}}
    order = [each.title for each in chart.series]
    channel = {"field": "series", "type": "nominal", "title": None}
    colour = {**channel, "scale": {"domain": order, "range": COLOURS[: len(order)]}}
    dash = {**channel, "scale": {"domain": order, "range": DASHES[: len(order)]}}
    return {"color": colour, **({"strokeDash": dash} if dashes else {})}
