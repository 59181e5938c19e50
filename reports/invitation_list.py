"""Whom to invite to a dialogue meeting on a theme, where they are reached, who came last time.

An organisation that was taken over is its successor here, KDD for KMD, and what either did counts.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from ..commands.contacts import contacts_of
from ..commands.invitations import invitations_of
from ..commands.stakeholders import stakeholders_of
from ..domain.attendance import Attendance
from ..domain.contacts import ContactFunction
from ..domain.dates import Edtf
from ..domain.kinds import Kind, MeetingKind, MeetingStatus, PartStat
from ..domain.meetings import Meeting
from ..domain.organisations import Organisation
from ..domain.stakeholders import StakeholderRole, Stance
from ..store import tables
from ..store.belonging_tables import belonging
from ..store.unit_of_work import UnitOfWork

WITH_OTHERS = (MeetingKind.DIALOGUE, MeetingKind.WORKSHOP)
"""The meetings to which the council invites a theme's stakeholders."""


MEETINGS = 5
"""How many of a theme's latest meetings are looked through for when somebody was asked last."""


class LastTime(StrEnum):
    """What somebody did about a meeting; `TOOK_PART` where nobody recorded who came."""

    CAME = "came"
    TOOK_PART = "took_part"
    DECLINED = "declined"
    STAYED_AWAY = "stayed_away"
    NO_ANSWER = "no_answer"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Reached:
    """Where somebody is reached; `function` and `name` are empty for the organisation's own."""

    email: str
    function: str = ""
    name: str = ""


@dataclass(frozen=True)
class Guest:
    """One organisation as it is today. `addresses` is empty where it has none.

    `earlier` are those that it continues. `last_time` is what it did about the latest meeting to
    which it was asked, which was on `last_on`; None where there was no meeting yet.
    """

    organisation: str
    name: str
    role: StakeholderRole
    stance: Stance | None
    addresses: tuple[Reached, ...]
    earlier: tuple[str, ...]
    last_time: LastTime | None
    last_on: Edtf | None

    @property
    def proposed(self) -> bool:
        """Whoever owns a part of the theme is asked first."""
        return self.role is StakeholderRole.OWNER


@dataclass(frozen=True)
class InvitationList:
    """The guests, owners first, and the theme's latest dialogue meetings and workshops held."""

    guests: tuple[Guest, ...]
    meetings: tuple[Meeting, ...]

    @property
    def last(self) -> Meeting | None:
        """The latest of them."""
        return next(iter(self.meetings), None)


def invitation_list(work: UnitOfWork, theme: str) -> InvitationList:
    """The stakeholders of the theme with that key, without those taken off its list."""
    found = [each for each in stakeholders_of(work, theme) if not each.removed]
    meetings = last_meetings(work, theme)
    behaviour = [_Behaviour(work, each) for each in meetings]
    lines = {each.organisation: work.succession.line(each.organisation) for each in found}
    everyone = {key for line in lines.values() for key in line}
    contacts = contacts_of(work, everyone) if everyone else []
    work.bring(Organisation, lines)
    guests = []
    for each in found:
        line = lines[each.organisation]
        theirs = [contact for contact in contacts if contact.organisation in line]
        did, on = _last_time(behaviour, line)
        organisation = work.view(Organisation, each.organisation)
        guests.append(
            Guest(
                organisation.key,
                organisation.name,
                each.role,
                each.stance,
                _addresses(organisation, theirs, theme),
                each.continued_from,
                did,
                on,
            )
        )
    return InvitationList(tuple(guests), tuple(meetings))


def last_meetings(work: UnitOfWork, theme: str, most: int = MEETINGS) -> list[Meeting]:
    """The latest that were held with others and belong to the theme, newest first."""
    meeting = tables.meeting.c
    query = (
        select(Meeting)
        .join(belonging, (belonging.c.key == meeting.key) & (belonging.c.kind == Kind.MEETING))
        .where(
            belonging.c.theme == theme,
            meeting.kind.in_(WITH_OTHERS),
            meeting.status == MeetingStatus.HELD,
        )
        .order_by(belonging.c.place.desc())
        .limit(most)
    )
    return list(work.session.scalars(query))


def _last_time(
    behaviour: "list[_Behaviour]", line: tuple[str, ...]
) -> tuple[LastTime | None, Edtf | None]:
    """What the organisation did the latest time that it was asked, and when that was."""
    for each in behaviour:
        did = each.of(line)
        if did is not LastTime.NOT_ASKED:
            return did, each.on
    return (LastTime.NOT_ASKED if behaviour else None), None


def _addresses(
    organisation: Organisation, contacts: list[ContactFunction], theme: str
) -> tuple[Reached, ...]:
    """Those that are for this theme; else those for any; else the organisation's own address."""
    reached = [each for each in contacts if each.email]
    own = [each for each in reached if theme in each.themes]
    open_to_all = [each for each in reached if not each.themes]
    found = tuple(Reached(each.email, each.function, each.name) for each in own or open_to_all)
    if found or not organisation.email:
        return found
    return (Reached(organisation.email),)


class _Behaviour:
    """What everybody did about one meeting, told from what was recorded, answered, registered."""

    def __init__(self, work: UnitOfWork, meeting: Meeting) -> None:
        self.on = meeting.time.on
        self._meeting = meeting
        self._attendance = work.look(Attendance, meeting.key)
        self._asked = [each for each in invitations_of(work, meeting.key) if each.stands]
        self._belongs = {each.key: each.organisation for each in work.people}

    def of(self, line: tuple[str, ...]) -> LastTime:
        """What the organisation did, or one that it took over from, or somebody from there."""
        keys = {*line, *(key for key, where in self._belongs.items() if where in line)}
        recorded = self._attendance
        if recorded is not None and keys & set(recorded.present):
            return LastTime.CAME
        answers = {each.partstat for each in self._asked if each.who in keys}
        if answers and answers <= {PartStat.DECLINED}:
            return LastTime.DECLINED
        if recorded is not None and keys & {*recorded.absent, *self._meeting.participants}:
            return LastTime.STAYED_AWAY
        if recorded is None and self._took_part(keys, answers):
            return LastTime.TOOK_PART
        return LastTime.NO_ANSWER if answers else LastTime.NOT_ASKED

    def _took_part(self, keys: set[str], answers: set[PartStat]) -> bool:
        return PartStat.ACCEPTED in answers or bool(keys & set(self._meeting.participants))
