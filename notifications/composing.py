"""From what is told to the words of the mail: looks everything up, then renders.

Each kind of telling has one function here, which answers None where nothing is left to tell.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..commands.circulations import draft_of
from ..domain.circulations import Circulation
from ..domain.communications import Activity
from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.meeting_cycle import minutes_due as day_of_minutes
from ..domain.meeting_cycle import papers_due as day_of_papers
from ..domain.meetings import Meeting
from ..domain.obligations import Obligation
from ..domain.op_eds import OpEd
from ..domain.promises import Promise
from ..domain.themes import Theme
from . import contexts, mails
from . import theme_composing as themes
from .attached_drafts import attached_drafts
from .comments_told import asks_no_more, comments_waiting, only_in_digests
from .desk import Desk
from .news import answer_received, meeting_changed
from .rendered import Rendered
from .suggestions_told import suggestions_waiting, told_in_digests


@dataclass(frozen=True)
class Composer:
    """How one kind of event is told: of what entity, what is to be said, if anything, and how."""

    thing: type[Entity]
    context: Callable[[Desk], contexts.Mail | None]
    words: Callable[[Any, str], Rendered]


def compose(desk: Desk) -> Rendered | None:
    """The mail's words as of now, or None where it is no longer wanted."""
    composer = COMPOSERS[desk.telling.kind]
    context = composer.context(desk)
    return composer.words(context, desk.lang.code) if context else None


def answer_awaited(desk: Desk) -> contexts.AnswerMail | None:
    letter = desk.thing(Letter)
    wanted = desk.still_watched(letter)
    open_ones = [each for each in letter.obligations if each.key in wanted]
    if not open_ones:
        return None
    departments = tuple(_line(desk, each) for each in open_ones)
    overdue = desk.telling.kind == "ReplyOverdue"
    return contexts.AnswerMail(
        **desk.reader(letter.responsible),
        title=letter.title,
        url=f"{desk.base_url}/letters/{letter.key}",
        sent=letter.sent,
        departments=departments,
        follow_ups=desk.asked_again.sent_about(letter.key),
        drafts=attached_drafts(desk, letter, {each.key for each in departments}) if overdue else (),
        also_leader=overdue and "+30" in desk.telling.rung,
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


def consultation_nearing(desk: Desk) -> contexts.Mail | None:
    consultation = desk.thing(Consultation)
    if not desk.still_watched(consultation) or consultation.deadline is None:
        return None
    return contexts.ConsultationMail(
        **desk.reader(consultation.responsible),
        title=consultation.title,
        url=f"{desk.base_url}/consultations/{consultation.key}",
        due=consultation.deadline,
        kind=consultation.kind,
        publisher=desk.name_of(consultation.publisher),
        published=consultation.published,
    )


def deadline_nearing(desk: Desk) -> contexts.Mail | None:
    deadline = desk.thing(Deadline)
    if not desk.still_watched(deadline) or asks_no_more(desk, deadline):
        return None
    belongs = deadline.consultation and desk.work.look(Consultation, deadline.consultation)
    reader = desk.reader(deadline.responsible)
    draft = draft_of(desk.work, deadline)
    comments = draft is not None and reader["role"] is contexts.Recipient.MEMBER
    page = f"consultations/{deadline.consultation}" if comments else f"deadlines/{deadline.key}"
    return contexts.DeadlineMail(
        **reader,
        title=deadline.title,
        url=f"{desk.base_url}/{page}",
        due=deadline.due,
        kind=deadline.kind,
        working_days_left=desk.work.calendar.count(desk.today, deadline.due.first),
        consultation=belongs.title if belongs else None,
        draft_is_there=comments,
    )


def papers_due(desk: Desk) -> contexts.Mail | None:
    """Once the meeting is over nobody needs its papers."""
    meeting = desk.thing(Meeting)
    if not desk.still_watched(meeting) or desk.today > meeting.time.on.day:
        return None
    due = day_of_papers(meeting.time.on.day, desk.work.calendar)
    return _meeting(desk, meeting, due)


def minutes_due(desk: Desk) -> contexts.Mail | None:
    meeting = desk.thing(Meeting)
    if not desk.still_watched(meeting):
        return None
    due = day_of_minutes(meeting.time.on.day, desk.work.calendar)
    return _meeting(desk, meeting, due)


def _meeting(desk: Desk, meeting: Meeting, due: date) -> contexts.MeetingMail:
    return contexts.MeetingMail(
        **desk.reader(None),
        title=meeting.title,
        url=f"{desk.base_url}/meetings/{meeting.key}",
        due=Edtf.on(due),
        on=meeting.time.on,
    )


def op_ed_idle(desk: Desk) -> contexts.Mail | None:
    op_ed = desk.thing(OpEd)
    if not desk.still_watched(op_ed):
        return None
    return contexts.OpEdMail(
        **desk.reader(op_ed.responsible),
        title=op_ed.title,
        url=f"{desk.base_url}/op-eds/{op_ed.key}",
        last_touched=op_ed.touched,
    )


def op_ed_comments_nearing(desk: Desk) -> contexts.Mail | None:
    op_ed = desk.thing(OpEd)
    if not desk.still_watched(op_ed) or op_ed.comments_due is None or asks_no_more(desk, op_ed):
        return None
    return contexts.OpEdCommentsMail(
        **desk.reader(op_ed.responsible),
        title=op_ed.title,
        url=f"{desk.base_url}/op-eds/{op_ed.key}",
        due=Edtf.on(op_ed.comments_due),
        working_days_left=desk.work.calendar.count(desk.today, op_ed.comments_due),
    )


def op_ed_unanswered(desk: Desk) -> contexts.Mail | None:
    op_ed = desk.thing(OpEd)
    waiting = op_ed.waiting_at
    if not desk.still_watched(op_ed) or waiting is None:
        return None
    return contexts.OpEdSubmittedMail(
        **desk.reader(op_ed.responsible),
        title=op_ed.title,
        url=f"{desk.base_url}/op-eds/{op_ed.key}",
        outlet=desk.name_of(waiting.outlet or ""),
        sent=waiting.sent,
        working_days=desk.work.calendar.count(waiting.sent, desk.today),
    )


def _deadline_words(mail: contexts.DeadlineMail, code: str) -> Rendered:
    return (mails.internal_deadline if mail.is_our_own else mails.external_deadline)(mail, code)


COMPOSERS: dict[str, Composer] = {
    "AnswerDue": Composer(Letter, answer_awaited, mails.answer_due),
    "ReplyOverdue": Composer(Letter, answer_awaited, mails.answer_overdue),
    "ConsultationNearing": Composer(
        Consultation, consultation_nearing, mails.consultation_deadline
    ),
    "DeadlineNearing": Composer(Deadline, deadline_nearing, _deadline_words),
    "PapersDue": Composer(Meeting, papers_due, mails.papers_due),
    "MinutesDue": Composer(Meeting, minutes_due, mails.minutes_due),
    "OpEdIdle": Composer(OpEd, op_ed_idle, mails.op_ed_idle),
    "OpEdCommentsNearing": Composer(OpEd, op_ed_comments_nearing, mails.op_ed_comments),
    "OpEdUnanswered": Composer(OpEd, op_ed_unanswered, mails.op_ed_unanswered),
    "ThemeIdle": Composer(Theme, themes.theme_idle, mails.theme_idle),
    "StakeholderGoneQuiet": Composer(Theme, themes.owners_quiet, mails.owners_quiet),
    "StanceStale": Composer(Theme, themes.stances_old, mails.stance_stale),
    "MeasureDue": Composer(Measure, themes.measure_due, mails.measure_due),
    "PromiseDue": Composer(Promise, themes.promise_due, mails.promise_due),
    "CommentGiven": Composer(Circulation, comments_waiting, only_in_digests),
    "CommentChanged": Composer(Circulation, comments_waiting, only_in_digests),
    "ActivitySuggested": Composer(Activity, suggestions_waiting, told_in_digests),
    "ReplyReceived": Composer(Letter, answer_received, mails.answer_received),
    "InterimReplyReceived": Composer(Letter, answer_received, mails.answer_received),
    "MeetingMoved": Composer(Meeting, meeting_changed, mails.meeting_changed),
    "MeetingCancelled": Composer(Meeting, meeting_changed, mails.meeting_changed),
}
