"""A changed row of the register is a correction: the object is put right, and an event says so."""

from collections.abc import Callable, Mapping

from ..commands import consultations, corrections, council, meetings, op_eds
from ..domain.areas import Area
from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.kinds import ConsultationStatus, MeetingStatus
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd
from ..domain.organisations import Organisation
from ..domain.people import Person
from ..store.unit_of_work import UnitOfWork
from .besides import CORRECTIONS as CORRECTIONS_BESIDES
from .corrections_of_themes import CORRECTIONS as THEME_CORRECTIONS
from .register.rows import (
    AreaRow,
    ConsultationRow,
    DeadlineRow,
    LetterRow,
    MeetingRow,
    OpEdRow,
    OrganisationRow,
    PersonRow,
    ReplyRow,
    Row,
)


def correct(work: UnitOfWork, sheet: str, row: Row, before: Mapping[str, str]) -> None:
    """Bring the object behind the row into step with it; `before` are the cells last imported."""
    _CORRECTIONS[sheet](work, row, before)


def _organisation(work: UnitOfWork, row: OrganisationRow, _before: Mapping[str, str]) -> None:
    organisation = work.get(Organisation, row.key)
    organisation.correct(name=row.name, kind=row.kind, email=row.email, note=row.note)
    if row.successor and row.from_:
        council.succeed(work, organisation=row.key, successor=row.successor, on=row.from_.first)
    else:
        council.stay(work, organisation=row.key)


def _area(work: UnitOfWork, row: AreaRow, _before: Mapping[str, str]) -> None:
    area = work.get(Area, row.key)
    area.correct(name=row.name, plan=row.plan, since=row.from_, until=row.to)


def _person(work: UnitOfWork, row: PersonRow, _before: Mapping[str, str]) -> None:
    work.get(Person, row.key).correct(
        name=row.name,
        email=row.email,
        role=row.role,
        organisation=row.organisation,
        deputy_for=row.deputy_for,
        since=row.from_,
        until=row.to,
    )


def _letter(work: UnitOfWork, row: LetterRow, _before: Mapping[str, str]) -> None:
    corrections.correct_letter(
        work,
        letter=row.id,
        sent=row.sent,
        recipients=row.recipients,
        expects_answer=row.reply_expected,
        kind=row.kind,
        title=row.title,
        area=row.area,
        responsible=row.responsible,
        follows_up=row.follows_up,
        outcome=row.outcome,
        source=row.source,
    )


def _reply(work: UnitOfWork, row: ReplyRow, before: Mapping[str, str]) -> None:
    """A wrong reply is withdrawn and the right one recorded; the history shows both."""
    corrections.replace_reply(
        work,
        letter=row.letter,
        sender=row.from_,
        was_received=before["received"],
        received=row.received,
        kind=row.kind,
        promised=row.promised,
        sign_off=row.sign_off,
        summary=row.summary,
        source=row.source,
    )


def _consultation(work: UnitOfWork, row: ConsultationRow, _before: Mapping[str, str]) -> None:
    consultation = work.get(Consultation, row.id)
    consultation.correct(
        work.now,
        title=row.title,
        publisher=row.publisher,
        kind=row.kind,
        published=row.published,
        area=row.area,
        responsible=row.responsible,
        source=row.source,
    )
    consultation.move_deadline(row.deadline, work.now)
    if row.status is ConsultationStatus.SUBMITTED:
        consultations.submit_consultation(work, consultation=row.id, letter=row.submission)
    elif row.status is ConsultationStatus.DECLINED:
        if consultation.status is not ConsultationStatus.DECLINED:
            consultations.decline_consultation(work, consultation=row.id)
    else:
        consultation.become(row.status, work.now)


def _op_ed(work: UnitOfWork, row: OpEdRow, before: Mapping[str, str]) -> None:
    work.get(OpEd, row.id).correct(
        title=row.title,
        area=row.area,
        outlet=row.outlet,
        cosigners=row.cosigners,
        reaction=row.reaction,
        responsible=row.responsible,
        source=row.source,
    )
    moved = ("status", "published", "comments_by")
    if any(before.get(column, "") != row.cells[column] for column in moved):
        op_eds.update_op_ed(
            work,
            op_ed=row.id,
            status=row.status,
            outlet=row.outlet,
            on=row.published,
            comments_by=row.comments_by,
            leaps=True,
        )


def _meeting(work: UnitOfWork, row: MeetingRow, _before: Mapping[str, str]) -> None:
    meeting = work.get(Meeting, row.id)
    meeting.correct(
        work.now,
        kind=row.kind,
        title=row.title,
        place=row.place,
        participants=row.participants,
        source=row.source,
    )
    meetings.move_meeting(work, meeting=row.id, time=row.time(work.office.zone))
    match row.status:
        case MeetingStatus.HELD:
            meeting.hold(work.now)
        case MeetingStatus.CANCELLED:
            meeting.cancel(work.now)
        case MeetingStatus.SCHEDULED:
            meeting.fix(work.now)
        case MeetingStatus.PLANNED:
            pass  # what has become certain stays so


def _deadline(work: UnitOfWork, row: DeadlineRow, _before: Mapping[str, str]) -> None:
    deadline = work.get(Deadline, row.id)
    deadline.correct(
        work.now,
        title=row.title,
        consultation=row.consultation,
        kind=row.kind,
        responsible=row.responsible,
        source=row.source,
    )
    deadline.move(row.due, work.now)


_CORRECTIONS: Mapping[str, Callable[..., None]] = {
    "organisations": _organisation,
    "areas": _area,
    "people": _person,
    "letters": _letter,
    "replies": _reply,
    "consultations": _consultation,
    "opeds": _op_ed,
    "meetings": _meeting,
    "deadlines": _deadline,
    **THEME_CORRECTIONS,
    **CORRECTIONS_BESIDES,
}
