"""On the page of a letter, a consultation or a meeting: what is said in public because of it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from sqlalchemy import select
from starlette.requests import Request

from ...domain.communications import Activity, ActivityStatus
from ...domain.consultations import Consultation
from ...domain.entity import Entity
from ...domain.kinds import Kind, MeetingKind
from ...domain.letters import Letter
from ...domain.meetings import Meeting
from ...store.communication_tables import activity as activities
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import opens
from ..deeds.acting import reader_of
from ..links import address
from ..standing import Standing
from .facts import standing_of
from .words import channel_word

NEW = "/communications/new"
OUR_OWN = (MeetingKind.DIALOGUE, MeetingKind.WORKSHOP, MeetingKind.EVENT)


@dataclass(frozen=True)
class ActivityLine:
    """`weigh` says that it waits to be weighed, which is done on its own page."""

    title: str
    href: str
    channel: str
    standing: Standing
    weigh: bool


@dataclass(frozen=True)
class Activities:
    """`new` leads to the form for another one, filled in; empty for those who may not plan."""

    lines: list[ActivityLine]
    new: str


def activities_of(
    request: Request, found: Entity, work: UnitOfWork, lang: Language
) -> Activities | None:
    """None for what no activity comes from, and for those who do not see the plan."""
    role = reader_of(request).role
    if not opens(request, role, "/communications"):
        return None
    match found:
        case Letter() | Consultation():
            kind = Kind.LETTER if isinstance(found, Letter) else Kind.CONSULTATION
        case Meeting() if found.kind in OUR_OWN:
            kind = Kind.MEETING
        case _:
            return None
    about = f"{kind.value}:{found.key}"
    query = select(Activity).where(activities.c.about == about).order_by(activities.c.key)
    filled = {"about": about, "title": found.title, "area": found.area or ""}
    may = opens(request, role, NEW)
    return Activities(
        [activity_line(each, work, lang) for each in work.session.scalars(query)],
        f"{NEW}?{urlencode({name: value for name, value in filled.items() if value})}"
        if may
        else "",
    )


def activity_line(found: Activity, work: UnitOfWork, lang: Language) -> ActivityLine:
    return ActivityLine(
        found.title,
        address(found),
        channel_word(found.channel, lang),
        standing_of(found, work, lang),
        found.status is ActivityStatus.SUGGESTED,
    )
