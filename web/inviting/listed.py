"""The invitation list as the page shows it, and the meetings to which its guests can be added."""

from dataclasses import dataclass

from sqlalchemy import select

from ...domain.kinds import MeetingKind, MeetingStatus
from ...domain.meetings import Meeting
from ...domain.stakeholders import StakeholderRole
from ...domain.words import STANCES
from ...reports.invitation_list import Guest, InvitationList, LastTime, Reached
from ...reports.render_invitation_list import last_time
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..names import Names
from ..stakeholders.said import HEADINGS

TO_OTHERS = (MeetingKind.DIALOGUE, MeetingKind.WORKSHOP, MeetingKind.EVENT)
AHEAD = (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)
COLOURS = {
    LastTime.CAME: "success",
    LastTime.TOOK_PART: "success",
    LastTime.DECLINED: "warning",
    LastTime.STAYED_AWAY: "warning",
}
"""By what they did the last time; the others have plain words."""


@dataclass(frozen=True)
class Line:
    """One guest: `detail` says what it continues, `color` is empty where there is no tag."""

    key: str
    name: str
    detail: str
    addresses: list[str]
    stance: str
    last_time: str
    color: str
    chosen: bool


@dataclass(frozen=True)
class RoleGroup:
    """All with one role in the theme."""

    name: str
    heading: str
    lines: list[Line]


def groups(
    found: InvitationList, chosen: frozenset[str] | None, names: Names, lang: Language
) -> list[RoleGroup]:
    """The guests by role; `chosen` are those ticked before, None where the owners are proposed."""
    parts = []
    for role in StakeholderRole:
        lines = [_line(each, chosen, names, lang) for each in found.guests if each.role is role]
        if lines:
            parts.append(RoleGroup(role.value, lang.text(HEADINGS[role]), lines))
    return parts


def _line(guest: Guest, chosen: frozenset[str] | None, names: Names, lang: Language) -> Line:
    earlier = [lang.text("earlier {name}", name=names.label(each)) for each in guest.earlier]
    stance, said = guest.stance, ""
    if stance is not None:
        said = lang.text(
            "{stance} ({when})",
            stance=capitalised(lang.text(STANCES[stance.stance])),
            when=edtf_short(stance.as_of, lang),
        )
    return Line(
        guest.organisation,
        guest.name,
        " · ".join([guest.organisation, *earlier]),
        [_reached(each) for each in guest.addresses],
        said,
        last_time(guest, lang),
        COLOURS.get(guest.last_time, "") if guest.last_time else "",
        guest.proposed if chosen is None else guest.organisation in chosen,
    )


def _reached(reached: Reached) -> str:
    """Who it is and where: "Ekspedisjonssjef, Kari Nordmann: kari@hod.example"."""
    who = ", ".join(filter(None, (reached.function, reached.name)))
    return f"{who}: {reached.email}" if who else reached.email


def meetings_ahead(work: UnitOfWork, lang: Language) -> list[tuple[str, str]]:
    """The meetings with others that are still to come, the next first, as key and label."""
    meeting = tables.meeting.c
    query = select(Meeting).where(meeting.kind.in_(TO_OTHERS), meeting.status.in_(AHEAD))
    found = [each for each in work.session.scalars(query) if each.time.on.last >= work.today]
    found.sort(key=lambda each: (each.time.on.sort_key(), each.key))
    return [(each.key, f"{each.title} ({edtf_short(each.time.on, lang)})") for each in found]
