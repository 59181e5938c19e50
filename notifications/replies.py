"""What is said of an answer that has come: when, after how long, and what is still to come."""

from ..wording.dates import when
from ..wording.language import Language
from ..wording.lists import joined
from . import spans
from .contexts import ReplyMail


def came(mail: ReplyMail, lang: Language) -> str:
    """The news in full: "Nærings- og fiskeridepartementet svarte torsdag 12. januar 2023, …"."""
    return _came(mail, mail.sender, spans.happened(mail.received, lang), lang)


def to_come(mail: ReplyMail, lang: Language) -> str:
    """What one still waits for, from whoever sent an interim reply and from others."""
    told = []
    if mail.interim and mail.promised:
        told.append(lang.text("The answer is promised {when}.", when=when(mail.promised, lang)))
    elif mail.interim:
        told.append(lang.text("No date is promised for the answer."))
    if mail.others:
        told.append(missing(mail, lang))
    return " ".join(told) or lang.text("No more answers are awaited.")


def in_a_list(mail: ReplyMail, lang: Language) -> str:
    """The news by the sender's key, with what was promised."""
    day = when(mail.received, lang)
    if not mail.interim:
        said = _came(mail, mail.sender_key, day, lang)
    elif mail.promised:
        said = lang.text(
            "{who} sent an interim reply {when} and promised the answer {promised}.",
            who=mail.sender_key,
            when=day,
            promised=when(mail.promised, lang),
        )
    else:
        said = lang.text(
            "{who} sent an interim reply {when} and promised no date.",
            who=mail.sender_key,
            when=day,
        )
    return f"{said} {missing(mail, lang)}" if mail.others else said


def missing(mail: ReplyMail, lang: Language) -> str:
    """Who else owes an answer."""
    return lang.plural(
        "An answer is still missing from {who}.",
        "Answers are still missing from {who}.",
        len(mail.others),
        who=joined(mail.others, lang),
    )


def _came(mail: ReplyMail, who: str, day: str, lang: Language) -> str:
    if mail.working_days is None:
        if mail.interim:
            return lang.text("{who} sent an interim reply {when}.", who=who, when=day)
        return lang.text("{who} answered {when}.", who=who, when=day)
    later = spans.after_sending(mail.working_days, lang)
    if mail.interim:
        return lang.text(
            "{who} sent an interim reply {when}, {later}.", who=who, when=day, later=later
        )
    return lang.text("{who} answered {when}, {later}.", who=who, when=day, later=later)
