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

NARROW_BARS = 190
"""A chart of bars there: the words beside them need their room."""

BAR = 28
LOW_BAR = 40
"""How far bars are apart, and how far where the words beside them take two lines."""

INK = "#1E2B3C"
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
        "labelLimit": 360,
        "labelFlush": False,
        "labelColor": INK,
        "titleColor": INK,
    },
    "legend": {"labelFontSize": 14, "titleFontSize": 14, "orient": "bottom", "labelLimit": 400},
    "view": {"stroke": None},
    "range": {"category": COLOURS},
}

_NARROW_LOOK: dict[str, Any] = {
    **_LOOK,
    "axis": {**_LOOK["axis"], "labelLimit": 100},
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
    narrow = width <= NARROW
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": values},
        "config": _NARROW_LOOK if narrow else _LOOK,
        "width": width,
        **draw(chart, narrow=narrow),
    }


def _bars(chart: Chart, *, narrow: bool) -> dict[str, Any]:
    """Bars that lie, each with its number at its end.

    On a phone the words beside a bar take two lines, parted at the first comma.
    """
    beside = {"labelExpr": "split(datum.label, ', ', 2)"} if narrow else {}
    names = {
        "field": "across",
        "type": "nominal",
        "sort": list(chart.order) or None,
        "axis": {"title": None, **beside},
    }
    length = {
        "field": "up",
        "type": "quantitative",
        "title": chart.up,
        "axis": {"tickMinStep": 1, "format": "d", **({"tickCount": 4} if narrow else {})},
    }
    number = {
        "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 13, "color": INK},
        "encoding": {"text": {"field": "up", "type": "quantitative", "format": "d"}},
    }
    bar = {
        "mark": {"type": "bar", "height": BAR - 8},
        "encoding": _told_apart(chart),
    }
    return {
        "height": {"step": LOW_BAR if narrow else BAR},
        "encoding": {"y": names, "x": length},
        "layer": [bar, number],
        **({"width": NARROW_BARS} if narrow else {}),
    }


def _steps(chart: Chart, *, narrow: bool) -> dict[str, Any]:
    """A share in percent that grows by steps."""
    days = {"field": "across", "type": "quantitative", "title": chart.across}
    return {
        "height": STEPS_HIGH,
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
        "encoding": {
            "x": {**days, **({"axis": {"tickCount": 5}} if narrow else {})},
            "y": {
                "field": "up",
                "type": "quantitative",
                "title": chart.up,
                "scale": {"domain": [0, 100]},
            },
            **_told_apart(chart, dashes=True),
        },
    }


def _told_apart(chart: Chart, *, dashes: bool = False) -> dict[str, Any]:
    """By colour, and lines by their dashes as well; one series needs neither.

    Each keeps its colour where others have nothing to show, and those are not named.
    """
    if len(chart.series) == 1:
        return {"color": {"value": COLOURS[0]}}
    order = [each.title for each in chart.series]
    named = {"legend": {"values": [each.title for each in chart.series if each.points]}}
    channel = {"field": "series", "type": "nominal", "title": None, **named}
    colour = {**channel, "scale": {"domain": order, "range": COLOURS[: len(order)]}}
    dash = {**channel, "scale": {"domain": order, "range": DASHES[: len(order)]}}
    return {"color": colour, **({"strokeDash": dash} if dashes else {})}
