"""What the council has done and should weigh an op-ed or a post about, each thing once.

Where somebody planned an activity about it unasked, it is weighed already. A letter and the
consultation that it answers are one thing. What is taken back takes its open suggestion with it,
and what stands again brings it back.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from ..domain.communications import Activity
from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.kinds import ConsultationStatus, Kind, MeetingKind, MeetingStatus
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..store.communication_tables import activity as activities
from ..store.tables import consultation as consultations
from ..store.unit_of_work import UnitOfWork
from .keys import next_key, take_turn

FRESH = timedelta(days=30)
"""What is older than this when it is recorded suggests nothing: a register that is imported."""

TO_WEIGH = (MeetingKind.DIALOGUE, MeetingKind.WORKSHOP)


@dataclass(frozen=True)
class Thing:
    """What may call for an activity: `stands` unless it was taken back, `on` when it was done."""

    about: str
    title: str
    on: Edtf | None
    stands: bool
    area: str | None = None
    responsible: str | None = None


def weigh(work: UnitOfWork, kind: Kind, key: str, day: date) -> Activity | None:
    """Suggest an activity after that thing, or let its suggestion lapse; gives the new one.

    `day` is the one in Oslo on which the thing was recorded. Doing it again changes nothing.
    """
    take_turn(work, "suggestions")
    things = _together(work, kind, key)
    about = [each.about for each in things]
    earlier, planned = _suggested(work, about), _planned_unasked(work, about)
    standing = [each for each in things if each.stands]
    if not standing:
        for each in earlier:
            each.lapse()
        return None
    if earlier:
        _keep_one(earlier, reopens=not planned)
    if earlier or planned:
        return None
    newest = standing[0]
    if newest.on is None or newest.on.last < day - FRESH:
        return None
    activity = Activity.suggest(
        next_key(work, Activity, f"A{day.year}"),
        newest.title,
        about=newest.about,
        on=day,
        area=newest.area,
        responsible=newest.responsible,
    )
    work.add(activity)
    return activity


def _keep_one(suggested: list[Activity], *, reopens: bool) -> None:
    """One that was weighed already is enough; else the first one waits to be, if it `reopens`."""
    live = [each for each in suggested if not each.lapsed]
    if reopens and not live:
        suggested[0].reopen()
    for each in live[1:]:
        each.lapse()


def _suggested(work: UnitOfWork, about: list[str]) -> list[Activity]:
    """The activities that were suggested after these, oldest first."""
    row = activities.c
    query = select(row.key).where(row.about.in_(about), row.suggested_on.is_not(None))
    keys = work.session.scalars(query.order_by(row.suggested_on, row.key)).all()
    return [work.get(Activity, each) for each in keys]


def _planned_unasked(work: UnitOfWork, about: list[str]) -> bool:
    """Whether somebody has planned an activity about these that nobody had suggested."""
    row = activities.c
    query = select(row.key).where(row.about.in_(about), row.suggested_on.is_(None))
    return work.session.scalar(query.limit(1)) is not None


def _together(work: UnitOfWork, kind: Kind, key: str) -> list[Thing]:
    """The thing itself, before the letter or the consultations that are one with it."""
    match kind:
        case Kind.MEETING:
            return [_meeting(work.view(Meeting, key))]
        case Kind.CONSULTATION:
            found = work.view(Consultation, key)
            letter = work.look(Letter, found.submission) if found.submission else None
            return [_consultation(found), *([_letter(letter)] if letter else [])]
    row = consultations.c
    answered = work.session.scalars(select(row.key).where(row.submission == key).order_by(row.key))
    called = [_consultation(work.view(Consultation, each)) for each in answered.all()]
    return [*called, _letter(work.view(Letter, key))]


def _meeting(found: Meeting) -> Thing:
    held = found.kind in TO_WEIGH and found.status is MeetingStatus.HELD
    return Thing(_about(Kind.MEETING, found.key), found.title, found.time.on, held, found.area)


def _letter(found: Letter) -> Thing:
    stands = not found.withdrawn and not found.follows_up
    about = _about(Kind.LETTER, found.key)
    return Thing(about, found.title, found.sent, stands, found.area, found.responsible)


def _consultation(found: Consultation) -> Thing:
    submitted = found.status is ConsultationStatus.SUBMITTED
    about = _about(Kind.CONSULTATION, found.key)
    return Thing(about, found.title, found.submitted, submitted, found.area, found.responsible)


def _about(kind: Kind, key: str) -> str:
    return f"{kind.value}:{key}"
