"""A report as a workbook of Excel: one sheet a table, real dates, filters, a head that stays.

No cell is ever a formula, whatever somebody wrote in a title.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import count, zip_longest
from tempfile import TemporaryFile
from typing import Any

import xlsxwriter

from ...domain.dates import Edtf
from .cells import dated, said_of_rows_left_out, words
from .document import Cell, Chart, ChartKind, Column, Document, Linked, Table, Value, cut

LONGEST = 1_048_000
"""Rows of a sheet, a little fewer than Excel can hold."""

MOST_LINKS = 65_000
"""Cells of a sheet that lead somewhere, a little fewer than Excel can hold; the rest is text."""

PIECE = 65_536
"""Bytes that are handed on at a time."""

LONGEST_TEXT = 32_767
"""Characters of a cell (Excel's own limit)."""

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
        sheet.set_column(0, 0, 100)
        sheet.write_string(0, 0, document.title, self.title)
        said = [dated(document), *document.lead, document.made_from]
        for section in document.sections:
            said += section.sentences
        for at, sentence in enumerate(filter(None, said), 2):
            sheet.write_string(at, 0, sentence, self.text)

    def _table(self, table: Table, title: str) -> None:
        sheet = self.book.add_worksheet(self._name(title))
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, _width(column))
            sheet.write_string(0, at, column.title, self.head)
        for row, cells in enumerate(table.rows, 1):
            for at, cell in enumerate(cells):
                self._cell(sheet, row, at, cell)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if self.document.wide:
            sheet.set_landscape()
        below = [said_of_rows_left_out(table, self.document.lang)]
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
            case Linked():
                sheet.write_string(row, at, cell.text[:LONGEST_TEXT], self.text)
            case int() | float():
                sheet.write_number(row, at, cell, self.text)
            case str():
                sheet.write_string(row, at, cell[:LONGEST_TEXT], self.text)

    def _chart(self, chart: Chart) -> None:
        """A chart of Excel's own, on a sheet with the numbers that it shows."""
        sheet = self.book.add_worksheet(self._name(chart.title))
        drawn = self.book.add_chart(_TYPES[chart.kind])
        sheet.write_string(0, 0, chart.told)
        name, pairs = sheet.get_name(), list(enumerate(chart.series))
        for number, series in pairs:
            sheet.write_string(2, 2 * number, chart.across, self.head)
            sheet.write_string(2, 2 * number + 1, series.title, self.head)
        for row, points in enumerate(zip_longest(*(each.points for each in chart.series)), 3):
            for number, point in enumerate(points):
                if point is not None:
                    self._cell(sheet, row, 2 * number, point[0])
                    self._cell(sheet, row, 2 * number + 1, point[1])
        for number, series in pairs:
            first, last = 2 * number, 2 + len(series.points)
            drawn.add_series(
                {
                    "name": [name, 2, first + 1],
                    "categories": [name, 3, first, last, first],
                    "values": [name, 3, first + 1, last, first + 1],
                }
            )
        drawn.set_title({"name": chart.title})
        lying = chart.kind is ChartKind.BARS
        drawn.set_x_axis({"name": chart.up if lying else chart.across})
        drawn.set_y_axis({"name": chart.across if lying else chart.up, "reverse": lying})
        drawn.set_size({"width": 720, "height": 420})
        sheet.insert_chart(2, 2 * len(chart.series) + 1, drawn, {"description": chart.told})

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


def _width(column: Column) -> int:
    """In characters of Excel's usual font."""
    return {Value.NUMBER: 11, Value.DATE: 16}.get(column.value, 12 * column.width)
