"""A report as a workbook of Excel: one sheet a table, real dates, filters, a head that stays.

No cell is ever a formula, whatever somebody wrote in a title.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from itertools import count
from tempfile import TemporaryFile
from typing import Any

import xlsxwriter

from ...domain.dates import Edtf
from .cells import dated, said_of_rows_left_out, words
from .document import (
    Cell,
    Chart,
    ChartKind,
    Coded,
    Column,
    Document,
    Linked,
    Table,
    Told,
    Value,
    cut,
)
from .drawing import COLOURS

LONGEST = 1_048_000
"""Rows of a sheet, a little fewer than Excel can hold."""

MOST_LINKS = 65_000
"""Cells of a sheet that lead somewhere, a little fewer than Excel can hold; the rest is text."""

PIECE = 65_536
"""Bytes that are handed on at a time."""

LONGEST_TEXT = 32_767
"""Characters of a cell (Excel's own limit)."""

FIRST = 3
"""The row of a chart's first numbers, counted from 0."""

PAGE, NUMBERS = 85, 14
"""Characters across a page of text, and of a column beside a chart."""

WIDER = 1.1
"""How much more than its letters a line takes, for words are not parted."""

LINE, HIGHEST = 15, 409
"""Points of a line of text, and of the highest row that Excel can hold."""

LONGEST_NAME = 31
"""Characters of a sheet's name (Excel's own limit)."""

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_TYPES = {
    ChartKind.BARS: {"type": "bar", "subtype": "stacked"},
    ChartKind.STEPS: {"type": "scatter", "subtype": "straight"},
}


def excel_file(document: Document, base_url: str) -> Iterator[bytes]:
    """The workbook in pieces; links lead to the application at `base_url`.

    Rows go to a file as they are written, so that very many cost no memory; what stands above must
    therefore be written before what stands below.
    """
    document = cut(document, LONGEST)
    with TemporaryFile() as held:
        with xlsxwriter.Workbook(held, {**SAFE, "constant_memory": True}) as book:
            book.set_properties(
                {
                    "title": document.title,
                    "comments": document.made_from,
                    "created": datetime.combine(document.as_of, time.min, UTC),
                }
            )
            _Writing(book, document, base_url).write()
        held.seek(0)
        yield from iter(lambda: held.read(PIECE), b"")


class _Writing:
    """The workbook while it is written."""

    def __init__(self, book: Any, document: Document, base_url: str) -> None:
        self.book, self.document, self.base_url = book, document, base_url.rstrip("/")
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7EEF7"}
        )
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        self.link = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#0B5CAD"})
        self.title = book.add_format({"bold": True, "font_size": 16})
        self._names: set[str] = set()

    def write(self) -> None:
        self._first_sheet()
        for section in self.document.sections:
            for part in section.parts:
                if isinstance(part, Table):
                    self._table(part, part.title or section.title or self.document.title)
        charts = [
            part
            for section in self.document.sections
            for part in section.parts
            if isinstance(part, Chart)
        ]
        for chart in charts:
            self._chart(chart)

    def _first_sheet(self) -> None:
        """What the report is, as of when, and what it was made from."""
        lang, document = self.document.lang, self.document
        sheet = self.book.add_worksheet(self._name(lang.text("About the report")))
        sheet.set_column(0, 0, PAGE)
        sheet.write_string(0, 0, document.title, self.title)
        said = [dated(document), *document.lead, document.made_from]
        for section in document.sections:
            said += section.sentences
        for at, sentence in enumerate(filter(None, said), 2):
            _high(sheet, at, [(sentence, PAGE)])
            sheet.write_string(at, 0, sentence, self.text)

    def _table(self, table: Table, title: str) -> None:
        sheet = self.book.add_worksheet(self._name(title))
        widths = [_width(column) for column in table.columns]
        texts = [at for at, each in enumerate(table.columns) if each.value is Value.TEXT]
        _high(sheet, 0, zip((each.title for each in table.columns), widths, strict=True))
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, widths[at])
            sheet.write_string(0, at, column.title, self.head)
        for row, cells in enumerate(table.rows, 1):
            _high(sheet, row, ((_text(cells[at]), widths[at]) for at in texts))
            for at, cell in enumerate(cells):
                self._cell(sheet, row, at, cell)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if self.document.wide:
            sheet.set_landscape()
        below = [said_of_rows_left_out(table, self.document.lang, "CSV")]
        below += [table.note, "" if table.rows else table.empty]
        for at, said in enumerate(filter(None, below), len(table.rows) + 2):
            sheet.write_string(at, 0, said)

    def _cell(self, sheet: Any, row: int, at: int, cell: Cell) -> None:
        match cell:
            case None:
                return
            case Edtf(is_day=True):
                sheet.write_datetime(row, at, cell.day, self.day)
            case Edtf():
                sheet.write_string(row, at, words(cell, self.document.lang), self.text)
            case date():
                sheet.write_datetime(row, at, cell, self.day)
            case Linked() if row <= MOST_LINKS:
                told = cell.text[:LONGEST_TEXT]
                sheet.write_url(row, at, self.base_url + cell.path, self.link, told)
            case Linked() | Coded():
                sheet.write_string(row, at, cell.text[:LONGEST_TEXT], self.text)
            case Told():
                self._cell(sheet, row, at, cell.value if isinstance(cell.value, int) else cell.text)
            case int() | float():
                sheet.write_number(row, at, cell, self.text)
            case str():
                sheet.write_string(row, at, cell[:LONGEST_TEXT], self.text)

    def _chart(self, chart: Chart) -> None:
        """A chart of Excel's own, on a sheet with the numbers that it shows."""
        sheet = self.book.add_worksheet(self._name(chart.title))
        drawn = self.book.add_chart(_TYPES[chart.kind])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        _high(sheet, 0, [(chart.told, PAGE)])
        sheet.merge_range(0, 0, 0, 9, chart.told, self.text)
        rows = _lying(chart) if chart.kind is ChartKind.BARS else _rising(chart)
        name, last = sheet.get_name(), FIRST + len(rows) - 1
        titles = [chart.across, *(each.title for each in chart.series)]
        _high(sheet, FIRST - 1, [(each, NUMBERS) for each in titles])
        sheet.write_string(FIRST - 1, 0, chart.across, self.head)
        for at, series in enumerate(chart.series, 1):
            sheet.write_string(FIRST - 1, at, series.title, self.head)
        for row, cells in enumerate(rows, FIRST):
            for at, cell in enumerate(cells):
                self._cell(sheet, row, at, cell)
        for at, series in enumerate(chart.series, 1):
            if series.points:
                drawn.add_series(
                    {
                        "name": [name, FIRST - 1, at],
                        "categories": [name, FIRST, 0, last, 0],
                        "values": [name, FIRST, at, last, at],
                        **_look(chart, at - 1),
                    }
                )
        drawn.set_title({"name": chart.title})
        lying = chart.kind is ChartKind.BARS
        drawn.set_x_axis({"name": chart.up if lying else chart.across})
        percent = {} if lying else {"min": 0, "max": 100}
        drawn.set_y_axis({"name": chart.across if lying else chart.up, "reverse": lying, **percent})
        drawn.set_size({"width": 720, "height": 420})
        sheet.set_column(0, 0, 2 * NUMBERS)
        sheet.set_column(1, len(chart.series), NUMBERS)
        sheet.insert_chart(2, len(chart.series) + 2, drawn, {"description": chart.told})

    def _name(self, title: str) -> str:
        """A name for a sheet that Excel takes and no other sheet has."""
        plain = " ".join(title.translate(_NOT_IN_NAMES).split()) or "-"
        endings = ("" if number == 1 else f" {number}" for number in count(1))
        for ending in endings:
            name = plain[: LONGEST_NAME - len(ending)].strip() + ending
            if name.casefold() not in self._names:
                self._names.add(name.casefold())
                return name
        raise AssertionError  # the numbers have no end


def _look(chart: Chart, at: int) -> dict[str, Any]:
    """The colours of the other drawings of it."""
    colour = COLOURS[at % len(COLOURS)]
    if chart.kind is ChartKind.BARS:
        return {"fill": {"color": colour}, "gap": 40}
    return {"line": {"color": colour, "width": 2, "dash_type": "dash" if at else "solid"}}


def _text(cell: Cell) -> str:
    """What may need more lines than one."""
    return cell.text if isinstance(cell, Linked) else cell if isinstance(cell, str) else ""


def _high(sheet: Any, row: int, cells: Iterable[tuple[str, float]]) -> None:
    """Make the row as high as its longest text needs in its width, which not all programs do."""
    most = 1
    for text, width in cells:
        if len(text) * WIDER >= width or "\n" in text:
            lines = sum(1 + int(len(line) * WIDER / width) for line in text.split("\n"))
            most = max(most, lines)
    if most > 1:
        sheet.set_row(row, min(LINE * most, HIGHEST))


def _lying(chart: Chart) -> list[list[Cell]]:
    """A row a bar, a column a series: Excel takes the names of the first series for all."""
    order = dict.fromkeys(
        (*chart.order, *(across for each in chart.series for across, _ in each.points))
    )
    columns = [dict(each.points) for each in chart.series]
    return [[across, *(each.get(across) for each in columns)] for across in order]


def _rising(chart: Chart) -> list[list[Cell]]:
    """A row a point; before each step stands how high the line was until then."""
    rows: list[list[Cell]] = []
    for at, series in enumerate(chart.series):
        height = 0.0
        for across, up in series.points:
            for reached in dict.fromkeys((height, up)):
                cells: list[Cell] = [across, *(None for _ in chart.series)]
                cells[at + 1] = reached
                rows.append(cells)
            height = up
    return rows


def _width(column: Column) -> int:
    """In characters of Excel's usual font."""
    return {Value.NUMBER: 12, Value.DATE: 16}.get(column.value, 10 * column.width)
