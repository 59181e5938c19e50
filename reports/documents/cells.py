"""What a cell of a report says: to a person in words, to a program in figures and ISO dates."""

from datetime import date

from babel.numbers import format_decimal

from ...domain.dates import Edtf
from ...wording.dates import day_in_full, edtf_short, short
from ...wording.language import Language
from .document import EXCEL, Cell, Coded, Document, Linked, Table, Told


def words(cell: Cell, lang: Language) -> str:
    """For reading: "17. feb. 2023", "våren 2022", "1 204"."""
    match cell:
        case None:
            return ""
        case Edtf():
            return edtf_short(cell, lang)
        case date():
            return short(cell, lang)
        case Linked() | Told() | Coded():
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
        case Linked() | Coded():
            return cell.text
        case Told():
            return cell.value
    return cell


def said_of_rows_left_out(table: Table, lang: Language, whole: str = EXCEL) -> str:
    """Where a format has no room for all rows: how many it shows, and which file has the rest."""
    shown = len(table.rows)
    return the_first_of(shown, shown + table.left_out, lang, whole)


def the_first_of(shown: int, every: int, lang: Language, whole: str = EXCEL) -> str:
    """The same of rows that stand in no table of a document; empty where all are shown."""
    if shown == every:
        return ""
    return lang.text(
        "The first {shown} of {all} rows. All of them are in the file for {format}.",
        shown=words(shown, lang),
        all=words(every, lang),
        format=whole,
    )


def dated(document: Document) -> str:
    """As of when it is, or which period it is about: one line under the title."""
    lang = document.lang
    as_of = lang.text("As of {day}", day=day_in_full(document.as_of, lang))
    if document.period is None:
        return as_of
    first, last = document.period
    if first is None:
        return f"{lang.text('Until {last}', last=day_in_full(last, lang))} · {as_of}"
    period = lang.text(
        "{first} to {last}", first=day_in_full(first, lang), last=day_in_full(last, lang)
    )
    return f"{period} · {as_of}"
