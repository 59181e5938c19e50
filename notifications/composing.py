"""From a row of the ledger to the words of the mail: looks everything up, then renders.

Each kind of bell has one function here, which answers None where nothing is left to remind of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.engine import Row

from ..commands.threads import following
from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.kinds import Role
from ..domain.letters import Letter
from ..domain.meeting_cycle import minutes_due as day_of_minutes
from ..domain.meeting_cycle import papers_due as day_of_papers
from ..domain.meetings import Meeting
from ..domain.obligations import Obligation
from ..domain.op_eds import OpEd
from ..domain.people import Person
from ..domain.watches import watched
from ..store.pauses import load_snooze
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from . import contexts, mails
from .attached_drafts import attached_drafts
from .rendered import Rendered


@dataclass(frozen=True)
class Desk:
    """What a composer has before it: the data, the ledger's row and reader, the links' base."""

    work: UnitOfWork
    row: Row[Any]
    base_url: str
    lang: Language

    @property
    def key(self) -> str:
        key: str = self.row.subject_key
        return key

    @property
    def today(self) -> date:
        return self.row.at.astimezone(self.work.office.zone).date()  # type: ignore[no-any-return]  # a row is untyped

    def still_watched(self, entity: Entity) -> set[str]:
        """The keys of the row that still need the reminder, under the same version of the date."""
        about: dict[str, int] = self.row.about
        return {
            each.key
            for each in watched(entity)
            if about.get(each.key) == each.version and not self._snoozed(each.key)
        }

    def _snoozed(self, key: str) -> bool:
        # Mostly nothing at all is put off, which the row has brought along.
        if not self.row.anything_put_off:
            return False
        snooze = load_snooze(self.work.session, key)
        return snooze is not None and snooze.holds(self.today)

    def name_of(self, key: str) -> str:
        """The organisation's name, or the key where none is registered."""
        found = self.work.organisations.get(key)
        return found.name if found else key

    def reader(self, responsible: str | None) -> dict[str, Any]:
        """What every mail says about its reader and the address of the thing."""
        owner = self.work.look(Person, responsible) if responsible else None
        return {
            "key": self.key,
            "today": self.today,
            "role": self._role(responsible),
            "responsible": owner.name if owner else None,
        }

    def _role(self, responsible: str | None) -> contexts.Recipient:
        if self.row.person == responsible:
            return contexts.Recipient.RESPONSIBLE
        return {
            Role.LEADER: contexts.Recipient.LEADER,
            Role.SECRETARIAT: contexts.Recipient.SECRETARIAT,
        }.get(self.row.reader_role, contexts.Recipient.MEMBER)


def compose(desk: Desk) -> Rendered | None:
    """The mail's words as of now, or None where it is no longer wanted."""
    return COMPOSERS[desk.row.kind](desk)


def _answer(desk: Desk) -> contexts.AnswerMail | None:
    letter = desk.work.get(Letter, desk.key)
    wanted = desk.still_watched(letter)
    open_ones = [each for each in letter.obligations if each.key in wanted]
    if not open_ones:
        return None
    departments = tuple(_line(desk, each) for each in open_ones)
    overdue = desk.row.kind == "ReplyOverdue"
    return contexts.AnswerMail(
        **desk.reader(letter.responsible),
        title=letter.title,
        url=f"{desk.base_url}/letters/{letter.key}",
        sent=letter.sent,
        departments=departments,
        follow_ups=len(following(desk.work, letter.key)),
        drafts=attached_drafts(desk.work, letter, {each.key for each in departments})
        if overdue
        else (),
        also_leader=overdue and "+30" in desk.row.rung,
        legal_basis=desk.work.rules.legal_basis,
    )


def _line(desk: Desk, obligation: Obligation) -> contexts.DepartmentLine:
    due = obligation.due() or desk.today
    current = desk.work.succession.on(obligation.recipient, desk.today)
    return contexts.DepartmentLine(
        name=desk.name_of(current),
        key=current,
        due=due,
        addressed_to_key=obligation.recipient,
        working_days_over=desk.work.calendar.count(due, desk.today),
        interim=obligation.interim() is not None,
        promised=obligation.promised(),
    )


def answer_due(desk: Desk) -> Rendered | None:
    context = _answer(desk)
    return mails.answer_due(context, desk.lang.code) if context else None


def reply_overdue(desk: Desk) -> Rendered | None:
    context = _answer(desk)
    return mails.answer_overdue(context, desk.lang.code) if context else None


def consultation_nearing(desk: Desk) -> Rendered | None:
    consultation = desk.work.get(Consultation, desk.key)
    if not desk.still_watched(consultation) or consultation.deadline is None:
        return None
    context = contexts.ConsultationMail(
        **desk.reader(consultation.responsible),
        title=consultation.title,
        url=f"{desk.base_url}/consultations/{consultation.key}",
        due=consultation.deadline,
        kind=consultation.kind,
        publisher=desk.name_of(consultation.publisher),
        published=consultation.published,
    )
    return mails.consultation_deadline(context, desk.lang.code)


def deadline_nearing(desk: Desk) -> Rendered | None:
    deadline = desk.work.get(Deadline, desk.key)
    if not desk.still_watched(deadline):
        return None
    belongs = deadline.consultation and desk.work.look(Consultation, deadline.consultation)
    context = contexts.DeadlineMail(
        **desk.reader(deadline.responsible),
        title=deadline.title,
        url=f"{desk.base_url}/deadlines/{deadline.key}",
        due=deadline.due,
        kind=deadline.kind,
        working_days_left=desk.work.calendar.count(desk.today, deadline.due.first),
        consultation=belongs.title if belongs else None,
    )
    if deadline.ours:
        return mails.internal_deadline(context, desk.lang.code)
    return mails.external_deadline(context, desk.lang.code)


def papers_due(desk: Desk) -> Rendered | None:
    """Once the meeting is over nobody needs its papers."""
    meeting = desk.work.get(Meeting, desk.key)
    if not desk.still_watched(meeting) or desk.today > meeting.time.on.day:
        return None
    due = day_of_papers(meeting.time.on.day, desk.work.calendar)
    return mails.papers_due(_meeting(desk, meeting, due), desk.lang.code)


def minutes_due(desk: Desk) -> Rendered | None:
    meeting = desk.work.get(Meeting, desk.key)
    if not desk.still_watched(meeting):
        return None
    due = day_of_minutes(meeting.time.on.day, desk.work.calendar)
    return mails.minutes_due(_meeting(desk, meeting, due), desk.lang.code)


def _meeting(desk: Desk, meeting: Meeting, due: date) -> contexts.MeetingMail:
    return contexts.MeetingMail(
        **desk.reader(None),
        title=meeting.title,
        url=f"{desk.base_url}/meetings/{meeting.key}",
        due=Edtf.on(due),
        on=meeting.time.on,
    )


def op_ed_idle(desk: Desk) -> Rendered | None:
    op_ed = desk.work.get(OpEd, desk.key)
    if not desk.still_watched(op_ed):
        return None
    context = contexts.OpEdMail(
        **desk.reader(op_ed.responsible),
        title=op_ed.title,
        url=f"{desk.base_url}/op-eds/{op_ed.key}",
        last_touched=op_ed.touched,
    )
    return mails.op_ed_idle(context, desk.lang.code)


def op_ed_comments_nearing(desk: Desk) -> Rendered | None:
    op_ed = desk.work.get(OpEd, desk.key)
    if not desk.still_watched(op_ed) or op_ed.comments_due is None:
        return None
    context = contexts.OpEdCommentsMail(
        **desk.reader(op_ed.responsible),
        title=op_ed.title,
        url=f"{desk.base_url}/op-eds/{op_ed.key}",
        due=Edtf.on(op_ed.comments_due),
        working_days_left=desk.work.calendar.count(desk.today, op_ed.comments_due),
    )
    return mails.op_ed_comments(context, desk.lang.code)


def op_ed_unanswered(desk: Desk) -> Rendered | None:
    op_ed = desk.work.get(OpEd, desk.key)
    waiting = op_ed.waiting_at
    if not desk.still_watched(op_ed) or waiting is None:
        return None
    context = contexts.OpEdSubmittedMail(
        **desk.reader(op_ed.responsible),
        title=op_ed.title,
        url=f"{desk.base_url}/op-eds/{op_ed.key}",
        outlet=desk.name_of(waiting.outlet or ""),
        sent=waiting.sent,
        working_days=desk.work.calendar.count(waiting.sent, desk.today),
    )
    return mails.op_ed_unanswered(context, desk.lang.code)


COMPOSERS: dict[str, Callable[[Desk], Rendered | None]] = {
    "AnswerDue": answer_due,
    "ReplyOverdue": reply_overdue,
    "ConsultationNearing": consultation_nearing,
    "DeadlineNearing": deadline_nearing,
    "PapersDue": papers_due,
    "MinutesDue": minutes_due,
    "OpEdIdle": op_ed_idle,
    "OpEdCommentsNearing": op_ed_comments_nearing,
    "OpEdUnanswered": op_ed_unanswered,
}
