"""Where one person stands by name today: whom they know, what they speak on, what comes to them.

None of it is work in hand, and all of it is forgotten easily when somebody leaves.
"""

from collections.abc import Iterator
from enum import StrEnum

from sqlalchemy import select

from ..commands.scheduled_reports import next_due, scheduled_reports
from ..domain.areas import Area
from ..domain.dates import Edtf
from ..domain.media import Speaker
from ..domain.parties import parties
from ..domain.people import Person
from ..domain.stakeholders import Stakeholder
from ..domain.themes import Theme
from ..domain.words import LADDERS
from ..store import media_tables, stakeholder_tables
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from ..wording.numbers import capitalised
from .handing_over import InHand, Sort
from .objects import find_watched
from .titles import TITLES


class SpeaksOn(StrEnum):
    """How much of the council's work somebody may speak on."""

    EVERYTHING = "everything"
    AREA = "area"
    THEME = "theme"


def named_in(work: UnitOfWork, person: Person, lang: Language) -> dict[Sort, list[InHand]]:
    """Each place that names that person and that another is to take over, in the order shown."""
    return {
        Sort.STAKEHOLDERS: sorted(_known(work, person.key), key=_by_title),
        Sort.SPEAKING: sorted(_spoken(work, person.key, lang), key=_by_title),
        Sort.REPORTS: sorted(_sent(work, person, lang), key=_by_title),
        Sort.REMINDERS: sorted(_reminded(work, person.key, lang), key=_by_title),
    }


def _by_title(each: InHand) -> tuple[str, str]:
    return each.title.casefold(), each.key


def _known(work: UnitOfWork, person: str) -> Iterator[InHand]:
    """The stakeholders of themes that are not set aside; whoever was taken over is its successor.

    The day is the last on which we heard from them about the theme.
    """
    column = stakeholder_tables.stakeholder.c
    query = select(Stakeholder).where(column.known_by != (), column.removed.is_(False))
    rows = work.session.scalars(query).all()
    work.bring(Theme, {each.theme for each in rows})
    for party in parties(rows, work.succession, work.today):
        theme = work.look(Theme, party.theme)
        if person in party.known_by and theme is not None and not theme.set_aside:
            yield InHand(
                f"{party.theme}/{party.organisation}",
                theme.title,
                f"/themes/{party.theme}/stakeholders/{party.organisation}",
                Edtf.on(party.heard) if party.heard else None,
                party.organisation,
                party.role,
            )


def _spoken(work: UnitOfWork, person: str, lang: Language) -> Iterator[InHand]:
    column = media_tables.speaker.c
    query = select(Speaker).where(column.person == person, column.ended.is_(False))
    for each in work.session.scalars(query):
        if each.theme:
            theme = work.look(Theme, each.theme)
            title, path = theme.title if theme else each.theme, f"/themes/{each.theme}"
            yield InHand(each.key, title, path, state=SpeaksOn.THEME)
        elif each.area:
            area = work.find(Area, each.area)
            title = area.name if area else each.area
            yield InHand(each.key, title, "/media", state=SpeaksOn.AREA)
        else:
            title = lang.text("Everything that the council works with")
            yield InHand(each.key, title, "/media", state=SpeaksOn.EVERYTHING)


def _sent(work: UnitOfWork, person: Person, lang: Language) -> Iterator[InHand]:
    """The reports that they were chosen for by name, also under an earlier entry of theirs."""
    address = person.email.casefold()
    own = {each.key for each in work.people if address and each.email.casefold() == address}
    for each in scheduled_reports(work):
        if not each.stopped and not {person.key, *own}.isdisjoint(each.people):
            following = next_due(work, each)
            yield InHand(
                each.key,
                lang.text(TITLES[each.report]),
                f"/settings/scheduled-reports/{each.key}",
                Edtf.on(following) if following else None,
            )


def _reminded(work: UnitOfWork, person: str, lang: Language) -> Iterator[InHand]:
    """The ladders that name them, of a kind of date or of one thing only."""
    for (name, key), rungs in work.ladders.edited.items():
        if not any(person in each.to for each in rungs):
            continue
        title, path = capitalised(lang.text(LADDERS[name])), f"/settings/ladders/{name}"
        if not key:
            yield InHand(name, title, path)
        elif (thing := find_watched(work, key.partition("/")[0])) is not None:
            about = str(getattr(thing, "title", "") or key)
            yield InHand(f"{name}/{key}", f"{title}: {about}", f"{path}/{key}")
