"""Everything that has happened, newest first."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import func, select
from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.sentences import N_
from ...reports.render_explanation import NOT_PEOPLE
from ...store import flow
from ...store.clock import local_day
from ...store.event_log import Recorded, from_row
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import with_weekday
from ...wording.history import sentence
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..languages import reader_language
from ..links import CLASSES, address_of
from ..names import Names
from ..paging import paged
from ..rendering import page

PAGE = 50

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


def history(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        count = work.session.scalar(select(func.count()).select_from(flow.event)) or 0
        paging = paged(request, count, PAGE)
        query = (
            select(flow.event)
            .order_by(flow.event.c.at.desc(), flow.event.c.id.desc())
            .limit(PAGE)
            .offset(paging.first)
        )
        found = [from_row(row) for row in work.session.execute(query)]
        lines = _lines(found, work, lang)
        days = [
            Day(capitalised(with_weekday(day, lang)), tuple(those))
            for day, those in groupby(lines, key=lambda line: line.at)
        ]
        return page(request, "history.html", work, section="history", days=days, paging=paging)


def _lines(found: list[Recorded], work: UnitOfWork, lang: Language) -> list[Line]:
    names, titles = Names(work), _titles(found, work)
    lines = []
    for each in found:
        event, by = each.event, each.by
        who = lang.text(NOT_PEOPLE[by]) if by in NOT_PEOPLE else names.people.get(by, by)
        lines.append(
            Line(
                local_day(each.at, work.office.zone),
                sentence(event, lang, names.labels),
                _title(event.about, event.subject, names, titles, lang),
                address_of(event.about, event.subject),
                who,
            )
        )
    return lines


def _titles(found: list[Recorded], work: UnitOfWork) -> dict[tuple[Kind, str], str]:
    """The titles of all that the events are about, one query a kind."""
    titles: dict[tuple[Kind, str], str] = {}
    for kind, cls in CLASSES.items():
        keys = {each.event.subject for each in found if each.event.about is kind}
        if keys:
            query = select(cls).where(cls.key.in_(keys))  # type: ignore[attr-defined]  # mapped at run time
            titles |= {(kind, each.key): each.title for each in work.session.scalars(query)}  # type: ignore[attr-defined]  # all of these have titles
    return titles


def _title(
    kind: Kind, key: str, names: Names, titles: dict[tuple[Kind, str], str], lang: Language
) -> str:
    if kind is Kind.RULES:
        return lang.text(COUNCIL)
    if kind is Kind.ORGANISATION:
        return names.title(key)
    if kind is Kind.AREA:
        return names.area(key)
    if kind is Kind.PERSON:
        return names.people.get(key, key)
    if kind is Kind.FOLLOW_UP:
        return lang.text("Follow-up {key}", key=key)
    return titles.get((kind, key), key)
