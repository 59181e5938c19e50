"""A report as one HTML file that stands alone: for paper, for mail, and what a PDF is made of."""

from functools import partial
from xml.etree import ElementTree as ET

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from .cells import dated, said_of_rows_left_out, words
from .document import Chart, Column, Document, Table, cut
from .drawing import WIDTH, svg
from .for_reading import for_reading

LONGEST = 2_000
"""Rows of a table; nobody reads more on paper."""

_SVG = "http://www.w3.org/2000/svg"

_IN_CSS = {ord(each): f"\\{ord(each):x} " for each in '"\\<\n'}
"""What would end a string of CSS, or its element, as CSS writes it."""

_templates = Environment(
    loader=PackageLoader("tilsvar.reports.documents", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["css"] = lambda text: Markup(text.translate(_IN_CSS))  # noqa: S704 - nothing is left to end the string


def html_file(document: Document, council: str, base_url: str) -> str:
    """The whole page; links lead to the application at `base_url`."""
    lang, shown = document.lang, cut(for_reading(document), LONGEST)
    return _templates.get_template("report.html.j2").render(
        document=shown,
        lang=lang,
        council=council,
        base_url=base_url.rstrip("/"),
        dated=dated(document),
        words=partial(words, lang=lang),
        left_out=partial(said_of_rows_left_out, lang=lang, whole=document.whole),
        share=share,
        drawn=drawn,
        _=lang.text,
    )


def drawn(chart: Chart, width: int = WIDTH) -> Markup:
    """The chart as an element that says what it is: named by its title, described in words."""
    root = ET.fromstring(svg(chart, width))  # noqa: S314 - drawn here, not sent to us
    root.set("role", "img")
    root.set("aria-label", f"{chart.title}. {chart.told}")
    ET.register_namespace("", _SVG)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - as above


def share(table: Table, column: Column) -> float:
    """How much of the width the column gets, in percent."""
    return round(100 * column.width / sum(each.width for each in table.columns), 2)
