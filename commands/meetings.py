"""Facts about meetings: scheduled, moved, held, cancelled."""

from collections.abc import Iterable

from ..domain.areas import Area
from ..domain.errors import DomainError
from ..domain.kinds import MeetingKind, MeetingStatus
from ..domain.meetings import Meeting, MeetingTime
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..domain.people import Person
from ..store.unit_of_work import UnitOfWork
from .keys import next_key


class NotHeldYet(DomainError):
    """{meeting} is on {on}, which is still ahead: say that it was held when it has been."""


def schedule_meeting(
    work: UnitOfWork,
    *,
    title: str,
    time: MeetingTime,
    key: str | None = None,
    kind: MeetingKind = MeetingKind.COUNCIL,
    place: str = "",
    participants: Iterable[str] = (),
    status: MeetingStatus = MeetingStatus.SCHEDULED,
    source: str = "",
    followed: bool = True,
    agenda: str = "",
    join_url: str = "",
    papers_url: str = "",
    area: str | None = None,
) -> Meeting:
    """Register a meeting; its calendar identity is made here and never changes.

    Papers and minutes of a council meeting are followed if its day is not over, unless `followed`
    says that nothing is left to ask about. Raises NotALink where a link is no web address.
    """
    key = key or next_key(work, Meeting, f"M{time.on.first.year}")
    meeting = Meeting.schedule(
        key,
        kind,
        title,
        time,
        uid=work.new_uid(f"meeting/{key}"),
        now=work.now,
        place=place,
        participants=tuple(_invited(work, name) for name in participants),
        status=status,
        source=source,
        followed=followed and time.on.last >= work.today,
        agenda=agenda,
        join_url=join_url,
        papers_url=papers_url,
        area=area and work.known(Area, area),
    )
    work.add(meeting)
    return meeting


def _invited(work: UnitOfWork, name: str) -> str:
    """The key of a person, or of an organisation. Raises Unknown."""
    return name if work.look(Person, name) else work.known(Organisation, name)


def move_meeting(work: UnitOfWork, *, meeting: str, time: MeetingTime) -> None:
    work.get(Meeting, meeting).move(time, work.now)


def correct_meeting(work: UnitOfWork, *, meeting: str, **values: object) -> None:
    """Change what is said of a meeting; what is not named stays.

    `values` are title, kind, place, agenda, join_url, papers_url, area, participants and source.
    Raises Unknown and NotALink.
    """
    if values.get("area"):
        work.known(Area, str(values["area"]))
    participants = values.get("participants")
    if isinstance(participants, tuple):
        values["participants"] = tuple(_invited(work, name) for name in participants)
    work.get(Meeting, meeting).correct(work.now, **values)


def hold_meeting(work: UnitOfWork, *, meeting: str) -> None:
    """It took place. Raises NotHeldYet before its day."""
    found = work.get(Meeting, meeting)
    happened(found.time.on, work.today, NotHeldYet, meeting=meeting)
    found.hold(work.now)


def cancel_meeting(work: UnitOfWork, *, meeting: str) -> None:
    work.get(Meeting, meeting).cancel(work.now)


def restore_meeting(work: UnitOfWork, *, meeting: str) -> None:
    """Take back that it was called off or held; whoever had been told is invited anew."""
    work.get(Meeting, meeting).restore(work.now)
