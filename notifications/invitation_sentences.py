"""What several mails to somebody who is invited say alike: what is new, and how to answer."""

from ..domain.sentences import N_
from ..wording.language import Language
from ..wording.lists import joined
from .invitation_contexts import Detail, InvitationMail

DETAILS = {
    Detail.TITLE: N_("title"),
    Detail.AGENDA: N_("agenda"),
    Detail.JOIN_URL: N_("link to the online meeting"),
    Detail.PAPERS_URL: N_("link to the papers"),
}


def news(mail: InvitationMail, lang: Language) -> str:
    """What is new beside the time, the place by its name; empty where nothing is."""
    told = [_certainty(mail, lang), _place(mail, lang)]
    details = [lang.text(DETAILS[each]) for each in mail.changed if each in DETAILS]
    if details:
        told.append(lang.text("New in the invitation: {details}.", details=joined(details, lang)))
    return " ".join(filter(None, told))


def asks(mail: InvitationMail, lang: Language) -> str:
    """How to answer, first or anew: an answer that stands is only to be changed."""
    if mail.answered:
        holds = lang.text("Your answer still holds.")
        if mail.answer:
            how = lang.text("If it no longer fits, answer anew in your calendar or here:")
        else:
            how = lang.text("If it no longer fits, answer anew in your calendar.")
        return f"{holds} {how}"
    if mail.answer:
        return lang.text("Answer in your calendar or here:")
    return lang.text("Answer in your calendar.")


def asks_anew(mail: InvitationMail, lang: Language) -> str:
    """How to answer after a move, which takes all answers back."""
    gone = lang.text("An answer for the old time no longer counts.")
    if mail.answer:
        return f"{gone} {lang.text('Answer anew in your calendar or here:')}"
    return f"{gone} {lang.text('Answer anew in your calendar.')}"


def _certainty(mail: InvitationMail, lang: Language) -> str:
    if mail.shown.planned:
        return lang.text("The time is not settled yet.")
    if mail.was and mail.was.planned:
        return lang.text("The time is settled now.")
    return ""


def _place(mail: InvitationMail, lang: Language) -> str:
    if mail.was is None or Detail.PLACE not in mail.changed:
        return ""
    now, was = mail.shown.place, mail.was.place
    if now and was:
        return lang.text("The place is now {place}. It was {was}.", place=now, was=was)
    if now:
        return lang.text("The place is {place}.", place=now)
    return lang.text("The place is no longer {was}. There is no new one yet.", was=was)
