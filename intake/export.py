"""The whole register as it stands now: the rows of every sheet, as an import would read them.

What an object does not keep itself (when it was known, from where a meeting was moved) is what the
row said that it was imported with; what was registered by hand was known on the day of its first
event. What was withdrawn, erased or dropped by mistake is no part of the register, and neither is
what names it.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from operator import attrgetter

from sqlalchemy import func, select

from ..domain.communications import Activity
from ..domain.contacts import ContactFunction
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.kinds import DeadlineStatus, Kind, OpEdStatus, SignOffCode
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd
from ..domain.organisations import Organisation
from ..domain.points import Point
from ..store import flow
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from .besides import rows_besides
from .current import CLASSES, entity_cells, reply_cells
from .current_themes import Cells, rows_without_key
from .facts_of_answers import asked
from .known_days import names
from .register.cells import CellRefused, tidied, written
from .register.columns import Column, Sheet, Value
from .register.sheets import SHEETS
from .row_keys import row_name

NAMING = (Value.REFERENCE, Value.REFERENCES, Value.THING)
Before = Mapping[str, str]
Rows = dict[str, list[Cells]]

KINDS: Mapping[str, Kind] = {
    "consultations": Kind.CONSULTATION,
    "opeds": Kind.OP_ED,
    "meetings": Kind.MEETING,
    "deadlines": Kind.DEADLINE,
    "themes": Kind.THEME,
    "measures": Kind.MEASURE,
    "activities": Kind.ACTIVITY,
}
"""What the events of a sheet's rows are about, where the sheet says when they were known."""


def register_now(work: UnitOfWork, sheets: Collection[str] = ()) -> Rows:
    """The rows of these sheets, of all where none is named, by their keys or in an own order.

    Every row has all columns of its sheet; dates are EDTF, lists have semicolons between them.
    """
    rows: Rows = {name: [] for name in SHEETS}
    told = (*_objects(work), *_replies(work), *rows_without_key(work), *rows_besides(work))
    for name, cells in told:
        rows[name].append(_whole(SHEETS[name], cells))
    _forget_what_is_gone(rows)
    return {
        name: found if SHEETS[name].in_order else sorted(found, key=partial(_place, SHEETS[name]))
        for name, found in rows.items()
        if not sheets or name in sheets
    }


def _place(sheet: Sheet, cells: Cells) -> tuple[list[str], list[str]]:
    return row_name(sheet, cells).split("/"), list(cells.values())


def _objects(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    imported = {
        (row.sheet, row.key): row.cells for row in work.session.execute(select(flow.imported_row))
    }
    first = _first_days(work)
    for name, cls in CLASSES.items():
        for found in _in_turn(work.all(cls)):
            if _is_gone(found):
                continue
            before: Before = imported.get((name, found.key), {})
            cells = {SHEETS[name].key or "": found.key}
            cells |= entity_cells(name, found, work.office.zone)
            cells |= _besides(found, before, cells)
            if name in KINDS:
                by_hand = first.get((KINDS[name], found.key))
                cells["known"] = _known(found, before, by_hand)
            yield name, cells


def _in_turn(found: Sequence[Entity]) -> Sequence[Entity]:
    """The points of each letter in their own order; all else as it came, by key."""
    if not all(isinstance(each, Point) for each in found):
        return found
    return sorted(found, key=attrgetter("letter", "number", "key"))


def _is_gone(found: Entity) -> bool:
    match found:
        case ContactFunction():
            return found.erased
        case Activity():
            return found.lapsed
        case Deadline():
            return found.status is DeadlineStatus.CANCELLED
    return bool(getattr(found, "withdrawn", False))


def _first_days(work: UnitOfWork) -> dict[tuple[str, str], date]:
    """The day in Oslo of the first event about each thing of those kinds."""
    event = flow.event.c
    query = (
        select(event.about, event.subject, func.min(event.at))
        .where(event.about.in_([kind.value for kind in KINDS.values()]))
        .group_by(event.about, event.subject)
    )
    zone = work.office.zone
    return {
        (about, subject): local_day(at, zone) for about, subject, at in work.session.execute(query)
    }


def _known(found: Entity, before: Before, by_hand: date | None) -> str:
    if before:
        known = before.get("known", "")
        if isinstance(found, OpEd) and found.status is OpEdStatus.DRAFT and known:
            return written(found.touched) if found.touched > Edtf(known).last else known
        return known
    if isinstance(found, OpEd) and found.status is not OpEdStatus.PUBLISHED:
        return written(found.touched)
    return written(by_hand)


def _besides(found: Entity, before: Before, now: Cells) -> Cells:
    """The columns that nobody changes by hand, or that only the row knew."""
    match found:
        case Organisation():
            return {"from": _since(found, before)}
        case Letter():
            return {
                "recipients": ";".join(each.recipient for each in asked(found)),
                "reply_expected": written(any(each.expected for each in found.obligations)),
            }
        case Meeting() if now["start"] == before.get("start"):
            kept = {name: before.get(name, "") for name in ("moved_from", "moved_on")}
            return kept | {"end": now.get("end", before.get("end", ""))}
    return {}


def _since(found: Organisation, before: Before) -> str:
    """The day of a succession as precisely as it was written."""
    told = before.get("from", "")
    if found.succeeded_on is None:
        return "" if before.get("successor") else told
    same = told and Edtf(told).first == found.succeeded_on
    return told if same else written(found.succeeded_on)


def _replies(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    for letter in work.all(Letter):
        if letter.withdrawn:
            continue
        for obligation in asked(letter):
            for reply in obligation.replies:
                if not reply.withdrawn and reply.given_to is None:
                    sender = reply.answered_by or obligation.recipient
                    cells = {"letter": letter.key, "from": sender} | reply_cells(reply)
                    if reply.sign_off and reply.sign_off is not SignOffCode.UNSPECIFIED:
                        cells["sign_off"] = reply.sign_off.value
                    yield "replies", cells


def _whole(sheet: Sheet, cells: Mapping[str, str]) -> Cells:
    return {each.name: _plain(each, cells.get(each.name, "")) for each in sheet.columns}


def _plain(column: Column, text: str) -> str:
    """The text as an import would read it, without what cannot be shown."""
    lines = column.value is Value.TEXT
    try:
        return tidied(text, lines=lines)
    except CellRefused:
        shown = "".join(
            each for each in text if each == "\n" or unicodedata.category(each) not in ("Cc", "Cs")
        )
        return tidied(shown, lines=lines)


def _forget_what_is_gone(rows: Rows) -> None:
    """Take out what names a thing that has no row, and rows that say nothing without it.

    That may leave others without what they name, until nothing changes any more.
    """
    gone = True
    while gone:
        keys = {
            name: {cells[sheet.key] for cells in rows[name]}
            for name, sheet in SHEETS.items()
            if sheet.key
        }
        gone = False
        for name, sheet in SHEETS.items():
            left = [cells for cells in rows[name] if _clear(sheet, cells, keys)]
            gone = gone or len(left) < len(rows[name])
            rows[name] = left


def _clear(sheet: Sheet, cells: Cells, keys: Mapping[str, Collection[str]]) -> bool:
    """Take out what the row names and is gone; whether it still says all that it must."""
    for column in sheet.columns:
        if column.value not in NAMING or not (text := cells[column.name]):
            continue
        there = [
            key
            for key in text.split(";")
            if any(name in keys[at] for at, name in names(column, key))
        ]
        cells[column.name] = ";".join(there)
        if column.required and not there:
            return False
    return True
