"""One sentence on each thing of a digest: what it waits for, and the date in words."""

from collections.abc import Callable, Mapping
from typing import Any

from ..domain.dates import Edtf
from ..domain.kinds import DeadlineKind
from ..wording.dates import day_in_full, when
from ..wording.language import Language
from ..wording.lists import joined
from ..wording.numbers import capitalised, counted
from ..wording.periods import days, working_days
from . import answers, replies, spans, theme_sentences
from .contexts import (
    AnswerMail,
    CommentsMail,
    ConsultationMail,
    DeadlineMail,
    Mail,
    MeetingMail,
    OpEdCommentsMail,
    OpEdMail,
    OpEdSubmittedMail,
    Recipient,
    ReplyMail,
    SuggestionsMail,
)
from .digest_contexts import DigestItem
from .transport import Unbuildable

NAMED = 3
"""How many people a line names before it only counts them."""


def _letter(mail: AnswerMail, lang: Language) -> str:
    return " ".join(filter(None, (_answers(mail, lang), _drafts(mail, lang))))


def _answers(mail: AnswerMail, lang: Language) -> str:
    who = answers.keys(mail.departments, lang)
    if len({line.promised for line in mail.departments}) == 1 and mail.promising:
        return _promise(mail, who, lang)
    first = min(mail.departments, key=lambda line: line.due)
    if first.due >= mail.today:
        day = lang.text("today") if first.due == mail.today else day_in_full(first.due, lang)
        if mail.due is None:
            return lang.text("The answers from {who} are due, the first {day}.", who=who, day=day)
        return lang.plural(
            "The answer from {who} is due {day}.",
            "The answers from {who} are due {day}.",
            len(mail.departments),
            who=who,
            day=day,
        )
    day = day_in_full(first.due, lang)
    ago = working_days(first.working_days_over, lang)
    if mail.due is None:
        return lang.text(
            "Answers from {who} are missing, the first was due {day}, {days} ago.",
            who=who,
            day=day,
            days=ago,
        )
    count = len(mail.departments)
    if len(mail.vague) == count:
        return lang.plural(
            "The final answer from {who} was due {day}, {days} ago.",
            "The final answers from {who} were due {day}, {days} ago.",
            count,
            who=who,
            day=day,
            days=ago,
        )
    return lang.plural(
        "The answer from {who} was due {day}, {days} ago.",
        "The answers from {who} were due {day}, {days} ago.",
        count,
        who=who,
        day=day,
        days=ago,
    )


def _promise(mail: AnswerMail, who: str, lang: Language) -> str:
    line = mail.departments[0]
    promised = when(line.promised, lang) if line.promised else day_in_full(line.due, lang)
    if line.due < mail.today:
        ago = working_days(line.working_days_over, lang)
        return lang.text(
            "{who} promised to answer {when}, and that is {days} ago.",
            who=who,
            when=promised,
            days=ago,
        )
    if line.due > mail.today:
        return lang.text("{who} promised to answer {when}.", who=who, when=promised)
    if line.promised and line.promised.is_day:
        return lang.text("{who} promised to answer today.", who=who)
    return lang.text(
        "{who} promised to answer {when}, that is today at the latest.", who=who, when=promised
    )


def _drafts(mail: AnswerMail, lang: Language) -> str:
    if len(mail.drafts) == 1:
        number = mail.drafts[0].number
        return lang.text(
            "The draft of follow-up no. {number} is attached and waits for approval.", number=number
        )
    if mail.drafts:
        return lang.text("Drafts of follow-ups are attached and wait for approval.")
    return ""


def _consultation(mail: ConsultationMail, lang: Language) -> str:
    if mail.is_past:
        return lang.text(
            "{publisher} set the deadline to {when}, and our response has not been recorded as"
            " submitted.",
            publisher=mail.publisher,
            when=_passed(mail.due, lang),
        )
    return lang.text(
        "The deadline that {publisher} has set is {when}.",
        publisher=mail.publisher,
        when=spans.time_left(mail, lang),
    )


def _deadline(mail: DeadlineMail, lang: Language) -> str:
    return _ours(mail, lang) if mail.is_our_own else _theirs(mail, lang)


def _ours(mail: DeadlineMail, lang: Language) -> str:
    if mail.is_past:
        return lang.text(
            "The deadline was {when}, and has not been recorded as met.",
            when=_passed(mail.due, lang),
        )
    day = spans.time_left(mail, lang)
    if mail.role is not Recipient.MEMBER:
        return lang.text("The deadline is {when}.", when=day)
    if mail.kind is DeadlineKind.MINUTES_COMMENTS:
        return lang.text("Comments on the minutes are due {day}.", day=day)
    return lang.text("Comments to the secretariat are due {day}.", day=day)


def _theirs(mail: DeadlineMail, lang: Language) -> str:
    if mail.is_past:
        return lang.text(
            "Was expected {when}, and has not been recorded as out.", when=when(mail.due, lang)
        )
    if not mail.is_precise:
        named = when(mail.due, lang)
        if mail.days_left > 0:
            left = spans.remaining(mail, lang)
            return lang.text(
                "Expected {when}, which begins {remaining}.", when=named, remaining=left
            )
        return lang.text("Expected {when}, which has begun, on a day not yet known.", when=named)
    if mail.due.is_day:
        return lang.text("Expected {when}.", when=spans.time_left(mail, lang))
    if mail.days_left > 0:
        left = spans.remaining(mail, lang)
        return lang.text("Expected {when}, {remaining}.", when=when(mail.due, lang), remaining=left)
    return lang.text("Expected today at the latest.")


def _papers(mail: MeetingMail, lang: Language) -> str:
    meeting = day_in_full(mail.on.first, lang)
    if mail.is_past:
        return lang.text(
            "The papers for the meeting on {meeting} were to go out {day}, and have not been"
            " recorded as sent.",
            meeting=meeting,
            day=day_in_full(mail.due.last, lang),
        )
    return lang.text(
        "The papers for the meeting on {meeting} are to go out {day}.",
        meeting=meeting,
        day=spans.time_left(mail, lang),
    )


def _minutes(mail: MeetingMail, lang: Language) -> str:
    meeting = day_in_full(mail.on.first, lang)
    if mail.is_past:
        return lang.text(
            "The minutes of the meeting on {meeting} were to go out {day}, and have not been"
            " recorded as sent.",
            meeting=meeting,
            day=day_in_full(mail.due.last, lang),
        )
    return lang.text(
        "The minutes of the meeting on {meeting} are to go out {day}.",
        meeting=meeting,
        day=spans.time_left(mail, lang),
    )


def _comments(mail: OpEdCommentsMail, lang: Language) -> str:
    if mail.is_past:
        return lang.text("The members' comments were due {day}.", day=_passed(mail.due, lang))
    day = spans.time_left(mail, lang)
    if mail.role is Recipient.MEMBER:
        return lang.text("Comments to the secretariat are due {day}.", day=day)
    return lang.text("The members' comments are due {day}.", day=day)


def _commented(mail: CommentsMail, lang: Language) -> str:
    people, number = joined(mail.people, lang), counted(len(mail.people), lang)
    waiting = lang.text("Comments from {people} wait to be gone through.", people=people)
    if len(mail.people) > NAMED:
        waiting = lang.text("Comments from {count} people wait to be gone through.", count=number)
    so_far = lang.text(
        "{count} of {all} have answered.",
        count=capitalised(counted(mail.answered, lang)),
        all=mail.asked,
    )
    return f"{waiting} {so_far}"


def _suggested(mail: SuggestionsMail, lang: Language) -> str:
    return lang.plural(
        "{count} suggested activity waits to be weighed.",
        "{count} suggested activities wait to be weighed.",
        mail.waiting,
        count=capitalised(counted(mail.waiting, lang, "common")),
    )


def _idle(mail: OpEdMail, lang: Language) -> str:
    return lang.text(
        "The draft has not been touched for {days}, since {day}.",
        days=days(mail.idle_days, lang),
        day=day_in_full(mail.last_touched, lang),
    )


def _unanswered(mail: OpEdSubmittedMail, lang: Language) -> str:
    return lang.text(
        "{outlet} has had the op-ed for {days}, since {day}, without an answer.",
        outlet=mail.outlet,
        days=working_days(mail.working_days, lang),
        day=day_in_full(mail.sent, lang),
    )


def _passed(due: Edtf, lang: Language) -> str:
    """What was due: the day, also where it was the last of many, or the period by its name."""
    return spans.period(due, lang) if due.imprecise else day_in_full(due.last, lang)


SENTENCES: Mapping[type[Mail], Callable[[Any, Language], str]] = {
    AnswerMail: _letter,
    ReplyMail: replies.in_a_list,
    ConsultationMail: _consultation,
    DeadlineMail: _deadline,
    OpEdMail: _idle,
    OpEdCommentsMail: _comments,
    CommentsMail: _commented,
    SuggestionsMail: _suggested,
    OpEdSubmittedMail: _unanswered,
    **theme_sentences.SENTENCES,
}
OF_MEETINGS: Mapping[str, Callable[[MeetingMail, Language], str]] = {
    "PapersDue": _papers,
    "MinutesDue": _minutes,
}


def said(item: DigestItem, lang: Language) -> str:
    """The sentence, and a short second one where a draft is attached or answers are missing.

    Raises `Unbuildable` for what is never told in a digest.
    """
    if isinstance(item.mail, MeetingMail) and item.kind in OF_MEETINGS:
        return OF_MEETINGS[item.kind](item.mail, lang)
    if type(item.mail) in SENTENCES:
        return SENTENCES[type(item.mail)](item.mail, lang)
    raise Unbuildable(reason=f"a digest has no words for {item.kind} of {item.mail.key}")
