"""What an object would say as a row of the register: to tell whether a person has changed it.

A column that an object does not keep is left out (when it was known, from where it moved, how
exactly the day of a succession was written), and so is what nobody changes by hand: whom a letter
went to and whether it expects an answer, since a recipient that fell away stays on record.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ..domain.areas import Area
from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.obligations import Reply
from ..domain.op_eds import OpEd
from ..domain.organisations import Organisation
from ..domain.people import Person
from ..store.unit_of_work import UnitOfWork
from .current_themes import CLASSES as THEME_CLASSES
from .current_themes import Cells, object_cells

CLASSES: Mapping[str, type[Entity]] = {
    "organisations": Organisation,
    "areas": Area,
    "people": Person,
    "letters": Letter,
    "consultations": Consultation,
    "opeds": OpEd,
    "meetings": Meeting,
    "deadlines": Deadline,
    **THEME_CLASSES,
}
"""The class behind each sheet whose rows are objects of their own."""


def current_cells(work: UnitOfWork, sheet: str, key: str) -> Cells | None:
    """The object's cells as they would stand in that sheet now; None where there is none."""
    entity = work.find(CLASSES[sheet], key)
    return None if entity is None else entity_cells(sheet, entity, work.office.zone)


def entity_cells(sheet: str, entity: Entity, zone: ZoneInfo) -> Cells:
    """The cells of an object that is there."""
    cells = _CELLS.get(sheet)
    return cells(entity, zone) if cells else object_cells(sheet, entity)


def reply_cells(reply: Reply) -> Cells:
    return {
        "received": reply.received.text,
        "kind": reply.kind.value,
        "promised": _date(reply.promised),
        "summary": reply.summary,
        "source": reply.source,
    }


def _organisation(each: Organisation, _zone: ZoneInfo) -> Cells:
    return {
        "name": each.name,
        "kind": each.kind,
        "successor": each.successor or "",
        "email": each.email,
        "note": each.note,
    }


def _area(each: Area, _zone: ZoneInfo) -> Cells:
    return {
        "name": each.name,
        "plan": each.plan,
        "from": _date(each.since),
        "to": _date(each.until),
    }


def _person(each: Person, _zone: ZoneInfo) -> Cells:
    return {
        "name": each.name,
        "email": each.email,
        "role": each.role.value,
        "organisation": each.organisation or "",
        "deputy_for": each.deputy_for or "",
        "from": _day(each.since),
        "to": _day(each.until),
    }


def _letter(each: Letter, _zone: ZoneInfo) -> Cells:
    return {
        "kind": each.kind.value,
        "title": each.title,
        "area": each.area or "",
        "sent": each.sent.text,
        "responsible": each.responsible or "",
        "follows_up": ";".join(each.follows_up),
        "outcome": each.outcome,
        "source": each.source,
    }


def _consultation(each: Consultation, _zone: ZoneInfo) -> Cells:
    return {
        "title": each.title,
        "publisher": each.publisher,
        "kind": each.kind.value,
        "published": _date(each.published),
        "deadline": _date(each.deadline),
        "status": each.status.value,
        "area": each.area or "",
        "responsible": each.responsible or "",
        "source": each.source,
    } | ({} if each.open else {"submission": each.submission or ""})


def _op_ed(each: OpEd, _zone: ZoneInfo) -> Cells:
    return {
        "title": each.title,
        "area": each.area or "",
        "status": each.status.value,
        "comments_by": _day(each.comments_due),
        "outlet": each.outlet or "",
        "cosigners": ";".join(each.cosigners),
        "reaction": each.reaction,
        "responsible": each.responsible or "",
        "source": each.source,
    } | ({"published": each.published.text} if each.published else {})


def _meeting(each: Meeting, zone: ZoneInfo) -> Cells:
    cells = {
        "kind": each.kind.value,
        "title": each.title,
        "start": _wall(each.time.on, each.time.start, zone),
        "place": each.place,
        "participants": ";".join(each.participants),
        "status": each.status.value,
        "source": each.source,
    }
    if each.time.start is not None:
        cells["end"] = _end(each.time.end, zone)
    return cells


def _deadline(each: Deadline, _zone: ZoneInfo) -> Cells:
    return {
        "title": each.title,
        "due": each.due.text,
        "consultation": each.consultation or "",
        "kind": each.kind.value,
        "responsible": each.responsible or "",
        "source": each.source,
    }


def _date(value: Edtf | None) -> str:
    return value.text if value else ""


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _wall(on: Edtf, moment: datetime | None, zone: ZoneInfo) -> str:
    return on.text if moment is None else f"{moment.astimezone(zone):%Y-%m-%dT%H:%M}"


def _end(moment: datetime | None, zone: ZoneInfo) -> str:
    return "" if moment is None else f"{moment.astimezone(zone):%Y-%m-%dT%H:%M}"


_CELLS: Mapping[str, Callable[..., Cells]] = {
    "organisations": _organisation,
    "areas": _area,
    "people": _person,
    "letters": _letter,
    "consultations": _consultation,
    "opeds": _op_ed,
    "meetings": _meeting,
    "deadlines": _deadline,
}
