"""Everything that has happened, newest first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from ...domain.attachments import Attachment
from ...domain.events import ContactAdded, ContactCorrected, ContactErased, Event
from ...domain.events.comments import OfComments
from ...domain.kinds import Kind
from ...domain.sentences import N_
from ...reports.render_explanation import NOT_PEOPLE
from ...store.clock import local_day
from ...store.event_log import Recorded
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import with_weekday
from ...wording.history import sentence
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..languages import reader_language
from ..links import CLASSES, address_of
from ..lists.turning import newest_first
from ..names import Names
from ..rendering import page

COUNCIL = N_("The council's rules")


@dataclass(frozen=True)
class Line:
    """One event: what it is about, what happened, and who recorded it."""

    at: date
    sentence: str
    title: str
    href: str | None
    by: str


@dataclass(frozen=True)
class Day:
    heading: str
    lines: tuple[Line, ...]


NAMED_BY_TEXT = (Kind.NOTE, Kind.PROMISE, Kind.POINT)


def history(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, paging = newest_first(request, work.session)
        lines = _lines(found, work, lang)
        days = [
            Day(capitalised(with_weekday(day, lang)), tuple(those))
            for day, those in groupby(lines, key=lambda line: line.at)
        ]
        return page(request, "history.html", work, section="history", days=days, paging=paging)


def _lines(found: list[Recorded], work: UnitOfWork, lang: Language) -> list[Line]:
    names, files = Names(work), _files(found, work)
    titles = _titles([_thing(each.event, files) for each in found], work)
    called = names.labels_for(each.event for each in found) | {
        key: each.name for key, each in files.items()
    }
    lines = []
    for each in found:
        event, by = each.event, each.by
        about, subject = _thing(event, files)
        who = lang.text(NOT_PEOPLE[by]) if by in NOT_PEOPLE else names.people.get(by, by)
        lines.append(
            Line(
                local_day(each.at, work.office.zone),
                sentence(event, lang, called),
                _title(about, subject, names, titles, lang),
                address_of(about, subject),
                who,
            )
        )
    return lines


def _titles(things: list[tuple[Kind, str]], work: UnitOfWork) -> dict[tuple[Kind, str], str]:
    """The titles of all that the events are about, one query a kind."""
    titles: dict[tuple[Kind, str], str] = {}
    for kind, cls in CLASSES.items():
        keys = {key for about, key in things if about is kind}
        if keys:
            mapped: Any = cls  # its attributes are columns since it was mapped
            # A note is called by what it says; all others have a column for their title alone.
            what = (mapped,) if kind in NAMED_BY_TEXT else (mapped.key, mapped.title)
            found = work.session.execute(select(*what).where(mapped.key.in_(keys)))
            named = found.scalars() if kind in NAMED_BY_TEXT else found
            titles |= {(kind, each.key): each.title for each in named}
    return titles


def _files(found: list[Recorded], work: UnitOfWork) -> dict[str, Attachment]:
    """The files that the events are about; their lines tell of what they belong to."""
    keys = [each.event.subject for each in found if each.event.about is Kind.ATTACHMENT]
    work.bring(Attachment, keys)
    return {key: work.view(Attachment, key) for key in keys}


def _thing(event: Event, files: dict[str, Attachment]) -> tuple[Kind, str]:
    """What the event is about; one of a part of something is about what that belongs to."""
    if event.about is Kind.ATTACHMENT:
        return files[event.subject].kind, files[event.subject].holder
    if event.about is Kind.STAKEHOLDER:
        return Kind.THEME, event.subject.partition("/")[0]
    if isinstance(event, ContactAdded | ContactCorrected | ContactErased):
        return Kind.ORGANISATION, event.organisation
    if isinstance(event, OfComments):
        return Kind(event.kind), event.thing
    return event.about, event.subject


def _title(
    kind: Kind, key: str, names: Names, titles: dict[tuple[Kind, str], str], lang: Language
) -> str:
    if kind is Kind.RULES:
        return lang.text(COUNCIL)
    if kind is Kind.FOLLOW_UP:
        return lang.text("Follow-up {key}", key=key)
    if kind is Kind.PERSON:
        return names.people.get(key, key)
    if kind is Kind.SCHEDULED_REPORT:
        return lang.text(names.scheduled_reports[key])
    called: dict[Kind, Callable[[str], str]] = {
        Kind.ORGANISATION: names.title,
        Kind.AREA: names.area,
        Kind.TARGET_GROUP: names.target_group,
    }
    return called[kind](key) if kind in called else titles.get((kind, key), key)
