"""What a cell of a report says: to a person in words, to a program in figures and ISO dates."""

from datetime import date

from babel.numbers import format_decimal

from ...domain.dates import Edtf
from ...wording.dates import edtf_short, short
from ...wording.language import Language
from .document import Cell, Document, Linked, Table


def words(cell: Cell, lang: Language) -> str:
    """For reading: "17. feb. 2023", "våren 2022", "1 204"."""
    match cell:
        case None:
            return ""
        case Edtf():
            return edtf_short(cell, lang)
        case date():
            return short(cell, lang)
        case Linked():
            return cell.text
        case int() | float():
            return format_decimal(cell, "#,##0.#", locale=lang.code)
    return cell


def plain(cell: Cell) -> str | int | float | None:
    """For a program: dates in ISO 8601, imprecise ones in EDTF."""
    match cell:
        case Edtf():
            return cell.text
        case date():
            return cell.isoformat()
        case Linked():
            return cell.text
    return cell


def said_of_rows_left_out(table: Table, lang: Language) -> str:
    """Where a format has no room for all rows: how many it shows, and where the rest is."""
    if not table.left_out:
        return ""
    shown = len(table.rows)
    return lang.text(
        "The first {shown} of {all} rows. All of them are in the files for Excel and CSV.",
        shown=words(shown, lang),
        all=words(shown + table.left_out, lang),
    )


def dated(document: Document) -> str:
    """As of when it is, or which period it is about: one line under the title."""
    lang = document.lang
    as_of = lang.text("As of {day}", day=short(document.as_of, lang))
    if document.period is None:
        return as_of
    first, last = document.period
    if first is None:
        return f"{lang.text('Until {last}', last=short(last, lang))} · {as_of}"
    period = lang.text("{first} to {last}", first=short(first, lang), last=short(last, lang))
    return f"{period} · {as_of}"
