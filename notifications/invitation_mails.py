"""The mails to somebody who is invited, one function each: in goes what it is told, out the words.

What their calendar is told goes beside it (`Rendered.calendar`); the words must do without.
"""

from collections.abc import Callable

from ..domain.invitations import What
from ..domain.kinds import PartStat
from ..domain.sentences import N_
from ..wording.language import Language, language
from .facts import Facts
from .invitation_contexts import InvitationMail, ProposalMail
from .mails import fitting
from .meeting_hours import meeting_when
from .rendered import Rendered
from .templates import environment

ANSWERS = {
    PartStat.ACCEPTED: N_("You are coming"),
    PartStat.TENTATIVE: N_("Perhaps you are coming"),
    PartStat.DECLINED: N_("You cannot come"),
    PartStat.DELEGATED: N_("Somebody else comes in your place"),
}
CALLING_OFF = ("meeting_cancelled", "invitation_withdrawn")
ARE_INVITED = N_("You get this because you are invited to the meeting.")
WERE_INVITED = N_("You get this because you were invited to the meeting.")


def invitation(mail: InvitationMail, code: str = "nb") -> Rendered:
    """Somebody is invited, or is told of it once more."""
    return _rendered("invitation", mail, code)


def meeting_moved(mail: InvitationMail, code: str = "nb") -> Rendered:
    """The meeting has another time, so that an answer is wanted anew."""
    return _rendered("meeting_moved", mail, code)


def invitation_changed(mail: InvitationMail, code: str = "nb") -> Rendered:
    """Something other than the time is new; answers stand."""
    return _rendered("invitation_changed", mail, code)


def meeting_cancelled(mail: InvitationMail, code: str = "nb") -> Rendered:
    """The meeting does not take place, or not on any day that is known yet."""
    return _rendered("meeting_cancelled", mail, code)


def invitation_withdrawn(mail: InvitationMail, code: str = "nb") -> Rendered:
    """The meeting does not expect the reader any more."""
    return _rendered("invitation_withdrawn", mail, code)


def proposal_declined(mail: ProposalMail, code: str = "nb") -> Rendered:
    """The time that the reader proposed does not suit, the meeting stays where it is."""
    return _rendered("proposal_declined", mail, code)


BY_NOTICE: dict[What, Callable[[InvitationMail, str], Rendered]] = {
    What.INVITED: invitation,
    What.MOVED: meeting_moved,
    What.CHANGED: invitation_changed,
    What.CANCELLED: meeting_cancelled,
    What.WITHDRAWN: invitation_withdrawn,
}
"""The mail that tells what a notice says."""


def _rendered(name: str, mail: InvitationMail, code: str) -> Rendered:
    lang, templates = language(code), environment(code)
    over = name in CALLING_OFF
    heading = templates.get_template(f"{name}/subject.txt.j2").render(mail=mail)
    told = {
        "mail": mail,
        "heading": heading,
        "facts": _facts(mail, lang, over=over),
        "why": lang.text(WERE_INVITED if over else ARE_INVITED),
    }
    return Rendered(
        subject=fitting(heading, mail.shown.title),
        text=templates.get_template(f"{name}/body.txt.j2").render(told),
        html=templates.get_template(f"{name}/body.html.j2").render(told),
        language=code,
    )


def _facts(mail: InvitationMail, lang: Language, *, over: bool) -> Facts:
    shown = mail.known if over else mail.shown
    known = [
        (lang.text("When"), "" if over and mail.postponed else meeting_when(shown.time, lang)),
        (lang.text("Where"), shown.place),
        (lang.text("Invited by"), mail.organizer),
        (lang.text("Contact"), mail.contact),
    ]
    if mail.answered and not over:
        known.append((lang.text("Your answer"), lang.text(ANSWERS[mail.partstat])))
    return [(label, value) for label, value in known if value]
