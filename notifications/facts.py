"""The small table at the end of a mail: a label and a value each, the same in text and HTML."""

from ..domain.kinds import ConsultationKind
from ..domain.sentences import N_
from ..wording.dates import day_in_full, edtf, when
from ..wording.language import Language
from ..wording.lists import joined
from ..wording.numbers import counted
from ..wording.periods import working_days
from . import answers
from .contexts import (
    AnswerMail,
    ConsultationMail,
    DeadlineMail,
    Draft,
    Mail,
    MeetingChangedMail,
    MeetingMail,
    OpEdCommentsMail,
    OpEdMail,
    OpEdSubmittedMail,
    ReplyMail,
)
from .spans import at, on

Facts = list[tuple[str, str]]

CONSULTATIONS = {
    ConsultationKind.CONSULTATION: N_("Consultation"),
    ConsultationKind.CALL_FOR_INPUT: N_("Call for input"),
    ConsultationKind.PARLIAMENTARY_HEARING: N_("Parliamentary hearing"),
}


def of_answer(mail: AnswerMail, lang: Language) -> Facts:
    """The letter, when it went, how each department stands, and what has been done about it."""
    facts = [(lang.text("Letter"), mail.key), (lang.text("Sent"), edtf(mail.sent, lang))]
    for line in mail.departments:
        told = f"{answers.addressed(line, lang)} – {answers.state(line, mail, lang)}"
        if mail.due is None:
            told = lang.text("{told} · due {day}", told=told, day=day_in_full(line.due, lang))
        facts.append((line.key, told))
    if mail.by_rule:
        facts.append((lang.text("Answer due"), _due(mail, lang)))
    sent = lang.text("{count} sent", count=counted(mail.follow_ups, lang, "feminine"))
    facts.append((lang.text("Follow-ups"), sent))
    facts.extend((lang.text("Attachment"), _attached(each, lang)) for each in mail.drafts)
    return facts + _responsible(mail, lang)


def of_consultation(mail: ConsultationMail, lang: Language) -> Facts:
    """What kind of call it is, whose, since when, and until when."""
    facts = [
        (lang.text(CONSULTATIONS[mail.kind]), mail.key),
        (lang.text("From"), mail.publisher),
    ]
    if mail.published:
        facts.append((lang.text("Published"), edtf(mail.published, lang)))
    facts.append((lang.text("Deadline"), on(mail.due, lang)))
    return facts + _responsible(mail, lang)


def of_deadline(mail: DeadlineMail, lang: Language) -> Facts:
    """The date, and the consultation that it belongs to."""
    label = lang.text("Deadline") if mail.is_our_own else lang.text("Expected")
    facts = [(label, on(mail.due, lang))]
    if mail.consultation:
        facts.append((lang.text("Consultation"), mail.consultation))
    return facts + _responsible(mail, lang)


def of_meeting(mail: MeetingMail, what: str, lang: Language) -> Facts:
    """The day of the meeting, and by when `what` (papers or minutes) is to go out."""
    facts = [(lang.text("Meeting"), on(mail.on, lang)), (what, on(mail.due, lang))]
    return facts + _responsible(mail, lang)


def of_op_ed(mail: OpEdMail, lang: Language) -> Facts:
    facts = [
        (lang.text("Op-ed"), mail.key),
        (lang.text("Last changed"), day_in_full(mail.last_touched, lang)),
    ]
    return facts + _responsible(mail, lang)


def of_op_ed_comments(mail: OpEdCommentsMail, lang: Language) -> Facts:
    facts = [
        (lang.text("Op-ed"), mail.key),
        (lang.text("Comments by"), on(mail.due, lang)),
    ]
    return facts + _responsible(mail, lang)


def of_op_ed_submitted(mail: OpEdSubmittedMail, lang: Language) -> Facts:
    facts = [
        (lang.text("Op-ed"), mail.key),
        (lang.text("Outlet"), mail.outlet),
        (lang.text("Sent"), day_in_full(mail.sent, lang)),
    ]
    return facts + _responsible(mail, lang)


def of_reply(mail: ReplyMail, lang: Language) -> Facts:
    """Which letter was answered, by whom and when, and what is still to come."""
    facts = [
        (lang.text("Letter"), mail.key),
        (lang.text("From"), mail.sender),
        (lang.text("Received"), on(mail.received, lang)),
    ]
    if mail.working_days is not None:
        facts.append((lang.text("Answer time"), working_days(mail.working_days, lang)))
    if mail.promised:
        facts.append((lang.text("Promised"), when(mail.promised, lang)))
    if mail.others:
        facts.append((lang.text("Not answered"), joined(mail.others, lang)))
    return facts + _responsible(mail, lang)


def of_change(mail: MeetingChangedMail, lang: Language) -> Facts:
    """When and where the meeting will be; nothing of one that will not be."""
    facts = [] if mail.cancelled else [(lang.text("New time"), at(mail.now, lang))]
    if mail.place and not mail.cancelled:
        facts.append((lang.text("Place"), mail.place))
    return facts + _responsible(mail, lang)


def _attached(draft: Draft, lang: Language) -> str:
    return lang.text(
        "Draft of follow-up no. {number} to {department} (Word)",
        number=draft.number,
        department=draft.department,
    )


def _due(mail: AnswerMail, lang: Language) -> str:
    basis = mail.legal_basis or lang.text("The council's own rule, not a requirement of law.")
    days = sorted({line.due for line in mail.by_rule})
    return f"{joined([day_in_full(day, lang) for day in days], lang)}. {basis}"


def _responsible(mail: Mail, lang: Language) -> Facts:
    return [(lang.text("Responsible"), mail.responsible)] if mail.responsible else []
