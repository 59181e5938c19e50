"""Facts about meetings: scheduled, moved, held, cancelled."""

from collections.abc import Iterable

from ..domain.kinds import MeetingKind, MeetingStatus
from ..domain.meetings import Meeting, MeetingTime
from ..domain.organisations import Organisation
from ..domain.people import Person
from ..store.unit_of_work import UnitOfWork
from .keys import next_key


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
) -> Meeting:
    """Register a meeting; its calendar identity is made here and never changes.

    Papers and minutes of a council meeting are followed if its day is not over, unless `followed`
    says that nothing is left to ask about.
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
    )
    work.add(meeting)
    return meeting


def _invited(work: UnitOfWork, name: str) -> str:
    """The key of a person, or of an organisation. Raises Unknown."""
    return name if work.look(Person, name) else work.known(Organisation, name)


def move_meeting(work: UnitOfWork, *, meeting: str, time: MeetingTime) -> None:
    work.get(Meeting, meeting).move(time, work.now)


def hold_meeting(work: UnitOfWork, *, meeting: str) -> None:
    work.get(Meeting, meeting).hold(work.now)


def cancel_meeting(work: UnitOfWork, *, meeting: str) -> None:
    work.get(Meeting, meeting).cancel(work.now)
