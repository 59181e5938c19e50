"""From a row of the ledger to the words of the mail: looks everything up, then renders.

Each kind of bell has one function here, which answers None where nothing is left to remind of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.engine import Row

from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.kinds import Role
from ..domain.letters import Letter
from ..domain.obligations import Obligation
from ..domain.op_eds import OpEd
from ..domain.people import Person
from ..domain.watches import watched
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from . import contexts, mails
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
        return {each.key for each in watched(entity) if about.get(each.key) == each.version}

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
    url = f"{desk.base_url}/letters/{letter.key}"
    return contexts.AnswerMail(
        **desk.reader(letter.responsible),
        title=letter.title,
        url=url,
        sent=letter.sent,
        departments=tuple(_line(desk, each) for each in open_ones),
        also_leader=desk.row.kind == "ReplyOverdue" and "+30" in desk.row.rung,
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


COMPOSERS: dict[str, Callable[[Desk], Rendered | None]] = {
    "AnswerDue": answer_due,
    "ReplyOverdue": reply_overdue,
    "ConsultationNearing": consultation_nearing,
    "DeadlineNearing": deadline_nearing,
    "OpEdIdle": op_ed_idle,
}
