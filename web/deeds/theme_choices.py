"""What can be chosen in the forms of a theme: points, outcomes, deciders, meetings, stages."""

from sqlalchemy import select

from ...domain.kinds import MeetingKind, MeetingStatus
from ...domain.meetings import Meeting
from ...domain.stages import Outcome, Stage
from ...domain.themes import Theme
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..meetings.times import day_and_hours
from ..names import Names
from ..themes.decisions import OUTCOMES, stage_word
from .fields import people


def points(found: Theme, _names: Names, _lang: Language) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in found.undecided]


def standing(found: Theme, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [
        (each.point.value, f"{each.point}, {lang.text(OUTCOMES[each.outcome])}")
        for each in {each.point: each for each in found.standing}.values()
    ]


def outcomes(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [
        (Outcome.ONWARD.value, lang.text("The theme goes on")),
        (Outcome.WAIT.value, lang.text("The theme waits where it is")),
        (Outcome.STOP.value, lang.text("The theme stops and is set aside")),
    ]


def deciders(work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    return [("", lang.text("The council")), *people(work, names, lang)[1:]]


def council_meetings(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    """Those that have been, newest first."""
    column = tables.meeting.c
    query = select(Meeting).where(
        column.kind == MeetingKind.COUNCIL, column.status != MeetingStatus.CANCELLED
    )
    been = [each for each in work.session.scalars(query) if each.time.on.first <= work.today]
    been.sort(key=lambda each: each.time.on.sort_key(), reverse=True)
    zone = work.office.zone
    told = [(each.key, f"{each.title}, {day_and_hours(each.time, zone, lang)}") for each in been]
    return [("", lang.text("In no meeting that is registered here")), *told]


def first_stages(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(Stage.IDEA.value, stage_word(Stage.IDEA, lang)), ("", stage_word(None, lang))]


def told_stages(found: Theme, _names: Names, lang: Language) -> list[tuple[str, str]]:
    """Any, until a decision says it."""
    told = [found.told] if found.standing else [None, *Stage]
    return [(each.value if each else "", stage_word(each, lang)) for each in told]
