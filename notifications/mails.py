"""One function per e-mail: in goes what it is told, out comes what it says to the reader."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from ..domain.sentences import N_
from ..wording.language import Language, language
from . import digest_lines, facts
from .contexts import (
    AnswerMail,
    ConsultationMail,
    DeadlineMail,
    Mail,
    MeetingChangedMail,
    MeetingMail,
    OpEdCommentsMail,
    OpEdMail,
    OpEdSubmittedMail,
    Recipient,
    ReplyMail,
)
from .digest_contexts import Digest
from .one_line import as_one_line
from .rendered import Rendered
from .templates import environment
from .theme_contexts import MeasureMail, PromiseMail, QuietMail, StanceMail, ThemeIdleMail
from .theme_facts import of_theme

LONGEST_SUBJECT = 78
SHORTEST_TITLE = 20

WHY = {
    Recipient.RESPONSIBLE: N_("You get this because you are responsible for it."),
    Recipient.SECRETARIAT: N_("You get this because you are in the secretariat."),
    Recipient.LEADER: N_("You get this because you lead the council."),
    Recipient.MEMBER: N_("You get this because you are a member of the council."),
}

SomeMail = TypeVar("SomeMail", bound=Mail)


def answer_due(mail: AnswerMail, code: str = "nb") -> Rendered:
    """The answers to a letter are due today and have not come."""
    return _rendered("answer_due", mail, facts.of_answer(mail, language(code)), code)


def answer_overdue(mail: AnswerMail, code: str = "nb") -> Rendered:
    """The answers to a letter were due some working days ago and have not come.

    Where follow-ups are drafted, they go with it.
    """
    said = _rendered("answer_overdue", mail, facts.of_answer(mail, language(code)), code)
    return replace(said, attachments=tuple(each.file for each in mail.drafts))


def consultation_deadline(mail: ConsultationMail, code: str = "nb") -> Rendered:
    """A consultation's deadline is near and its response is not submitted."""
    known = facts.of_consultation(mail, language(code))
    return _rendered("consultation_deadline", mail, known, code)


def internal_deadline(mail: DeadlineMail, code: str = "nb") -> Rendered:
    """A deadline of our own is near: members' written input, comments on minutes."""
    return _rendered("internal_deadline", mail, facts.of_deadline(mail, language(code)), code)


def external_deadline(mail: DeadlineMail, code: str = "nb") -> Rendered:
    """Something that others are to publish is near, or the period for it has begun."""
    return _rendered("external_deadline", mail, facts.of_deadline(mail, language(code)), code)


def papers_due(mail: MeetingMail, code: str = "nb") -> Rendered:
    """The papers for a council meeting are to go out."""
    lang = language(code)
    return _rendered(
        "papers_due", mail, facts.of_meeting(mail, lang.text("Papers out"), lang), code
    )


def minutes_due(mail: MeetingMail, code: str = "nb") -> Rendered:
    """The minutes of a council meeting are to go out."""
    lang = language(code)
    known = facts.of_meeting(mail, lang.text("Minutes out"), lang)
    return _rendered("minutes_due", mail, known, code)


def op_ed_idle(mail: OpEdMail, code: str = "nb") -> Rendered:
    """An op-ed draft has not been touched for a while."""
    return _rendered("op_ed_idle", mail, facts.of_op_ed(mail, language(code)), code)


def op_ed_comments(mail: OpEdCommentsMail, code: str = "nb") -> Rendered:
    """The day for the members' comments on an op-ed is near."""
    return _rendered("op_ed_comments", mail, facts.of_op_ed_comments(mail, language(code)), code)


def op_ed_unanswered(mail: OpEdSubmittedMail, code: str = "nb") -> Rendered:
    """An outlet has had an op-ed for a while and has not answered."""
    known = facts.of_op_ed_submitted(mail, language(code))
    return _rendered("op_ed_unanswered", mail, known, code)


def theme_idle(mail: ThemeIdleMail, code: str = "nb") -> Rendered:
    """Nothing has happened in a theme for a while."""
    return _rendered("theme_idle", mail, of_theme(mail, language(code)), code)


def owners_quiet(mail: QuietMail, code: str = "nb") -> Rendered:
    """Nothing has come from owners of a theme for a while."""
    return _rendered("owners_quiet", mail, of_theme(mail, language(code)), code)


def stance_stale(mail: StanceMail, code: str = "nb") -> Rendered:
    """It is long since stakeholders said where they stand."""
    return _rendered("stance_stale", mail, of_theme(mail, language(code)), code)


def measure_due(mail: MeasureMail, code: str = "nb") -> Rendered:
    """A measure is to be followed up."""
    return _rendered("measure_due", mail, of_theme(mail, language(code)), code)


def promise_due(mail: PromiseMail, code: str = "nb") -> Rendered:
    """A promise to the council was to be kept by now."""
    return _rendered("promise_due", mail, of_theme(mail, language(code)), code)


def answer_received(mail: ReplyMail, code: str = "nb") -> Rendered:
    """An answer to a letter has come, perhaps an interim one."""
    return _rendered("answer_received", mail, facts.of_reply(mail, language(code)), code)


def meeting_changed(mail: MeetingChangedMail, code: str = "nb") -> Rendered:
    """A coming meeting of the council has moved or is cancelled."""
    return _rendered("meeting_changed", mail, facts.of_change(mail, language(code)), code)


def digest(mail: Digest, code: str = "nb") -> Rendered:
    """Everything that need not go at once, in one mail; drafted follow-ups go with it."""
    lang = language(code)
    shown = digest_lines.sections(mail, lang)
    told = {
        "sections": shown,
        "url": mail.url,
        "headline": digest_lines.headline(shown, mail, lang, LONGEST_SUBJECT),
        "facts": [],
        "why": f"{_why_all(mail, lang)} {digest_lines.rhythm(mail, lang)}",
    }
    said = _said("digest", told, code, title=shown[0].lines[0].title)
    return replace(said, attachments=digest_lines.attachments(shown))


def _rendered(name: str, mail: SomeMail, known: facts.Facts, code: str) -> Rendered:
    mail = replace(mail, title=as_one_line(mail.title))
    told = {"mail": mail, "facts": known, "why": _why(mail, language(code))}
    return _said(name, told, code, title=mail.title)


def _said(name: str, known: Mapping[str, object], code: str, *, title: str) -> Rendered:
    templates = environment(code)
    heading = templates.get_template(f"{name}/subject.txt.j2").render(known)
    told = {**known, "heading": heading}
    return Rendered(
        subject=fitting(heading, title),
        text=templates.get_template(f"{name}/body.txt.j2").render(told),
        html=templates.get_template(f"{name}/body.html.j2").render(told),
        language=code,
    )


def fitting(heading: str, title: str) -> str:
    """The heading as a subject that a list of mails can show, at the expense of the title's end."""
    excess = len(heading) - LONGEST_SUBJECT
    kept = max(len(title) - excess - 1, SHORTEST_TITLE)
    if excess <= 0 or kept >= len(title) or title not in heading:
        return heading
    before, _, after = heading.rpartition(title)
    cut = title[:kept]
    words = cut if title[kept] == " " else cut.rpartition(" ")[0]
    shortened = (words if len(words) >= SHORTEST_TITLE else cut).rstrip(" ,.:;–-")
    return f"{before}{shortened}…{after}"


def _why(mail: Mail, lang: Language) -> str:
    why = lang.text(WHY[mail.role])
    if isinstance(mail, AnswerMail) and mail.also_leader and mail.role is not Recipient.LEADER:
        also = lang.text("The last reminder also goes to the leader of the council.")
        return f"{why} {also}"
    return why


def _why_all(mail: Digest, lang: Language) -> str:
    roles = {item.mail.role for item in mail.items}
    if len(roles) == 1:
        return lang.text(WHY[roles.pop()])
    return lang.text(
        "You get this because you are responsible for the items, or because they concern your role"
        " in the council."
    )
