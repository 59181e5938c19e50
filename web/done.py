"""What somebody has just done, in one sentence on the page that they land on, and how to undo it.

The address only names it (`?done=follow-up-approved&about=F2023-01`): the sentence is made of what
is so now, and there is none where it is not so, or no longer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from sqlalchemy import Row, select
from starlette.requests import Request
from starlette.responses import RedirectResponse

from ..domain.consultations import Consultation
from ..domain.follow_ups import FollowUp
from ..domain.invitation_answers import Doubt
from ..domain.invitations import Invitation
from ..domain.kinds import FollowUpStatus, Kind
from ..domain.letters import Letter
from ..store import flow
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full
from ..wording.language import Language
from .access import OFFICE, opens, sends
from .links import address_of
from .names import Names
from .put_off import held, title_of
from .sessions import signed_in


@dataclass(frozen=True)
class Done:
    """`href` with `more` leads to what came of it; sending to `undo` takes it back."""

    sentence: str
    href: str | None = None
    more: str = ""
    undo: str | None = None


def landed(path: str, what: str, about: str = "") -> RedirectResponse:
    """The page to land on, which says what was done."""
    facts = {"done": what} | ({"about": about} if about else {})
    return RedirectResponse(f"{path}?{urlencode(facts)}", 303)


Tell = Callable[[UnitOfWork, str, Language], Done | None]


def done(request: Request, work: UnitOfWork, lang: Language) -> Done | None:
    """The sentence of the page that is asked for, None where it follows on nothing."""
    tell = TOLD.get(request.query_params.get("done", ""))
    reader = signed_in(request)
    if tell is None or reader is None or reader.role not in (OFFICE or ()):
        return None
    found = tell(work, request.query_params.get("about", ""), lang)
    if found is None:
        return None
    return Done(
        found.sentence,
        found.href if found.href and opens(request, reader.role, found.href) else None,
        found.more,
        found.undo if found.undo and sends(request, reader.role, found.undo) else None,
    )


def _approved(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(FollowUp, about)
    letter = work.look(Letter, found.sent_as) if found and found.sent_as else None
    if found is None or letter is None:
        return None
    due = letter.obligations[0].due(work.today)
    sentence = lang.text(
        "Follow-up no. {number} to {who} is approved and registered as sent; "
        "the answer is due {day}.",
        number=found.number,
        who=Names(work).label(found.department),
        day=day_in_full(due, lang) if due else "",
    )
    href = f"/follow-ups/{quote(about, safe='')}"
    return Done(sentence, href, lang.text("Download it for Word"))


def _rejected(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(FollowUp, about)
    if found is None or found.status is not FollowUpStatus.REJECTED:
        return None
    who = Names(work).label(found.department)
    sentence = lang.text(
        "Follow-up no. {number} to {who} is rejected.", number=found.number, who=who
    )
    return Done(sentence, undo=f"/follow-ups/{quote(about, safe='')}/reopen")


def _reopened(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(FollowUp, about)
    if found is None or not found.waits:
        return None
    sentence = lang.text(
        "Follow-up no. {number} to {who} waits for a decision again.",
        number=found.number,
        who=Names(work).label(found.department),
    )
    return Done(sentence)


def _saved(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    return Done(lang.text("The text is saved.")) if work.look(FollowUp, about) else None


def _accepted(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    row = _settled(work, about)
    if row is None or row.meeting is None:
        return None
    invitation = work.look(Invitation, row.invitation) if row.invitation else None
    who = invitation.name if invitation else ""
    match Doubt(row.why):
        case Doubt.UNKNOWN_ATTENDEE | Doubt.DELEGATED:
            sentence = lang.text("They are invited to {meeting} now.", meeting=row.meeting)
        case Doubt.DEPUTY_ACCEPTED:
            sentence = lang.text(
                "{who} is told not to come to {meeting}.", who=who, meeting=row.meeting
            )
        case _:
            sentence = lang.text(
                "The answer of {who} to {meeting} counts.", who=who, meeting=row.meeting
            )
    return Done(sentence, address_of(Kind.MEETING, row.meeting), lang.text("Open the meeting"))


def _dismissed(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    if _settled(work, about) is None:
        return None
    return Done(lang.text("Nothing follows from that answer."))


def _settled(work: UnitOfWork, about: str) -> "Row[Any] | None":
    if not about.isdigit():
        return None
    row = flow.doubtful_answer.c
    query = select(flow.doubtful_answer).where(row.id == int(about), row.settled.is_not(None))
    return work.session.execute(query).first()


def _again(_work: UnitOfWork, _about: str, lang: Language) -> Done:
    return Done(lang.text("It is tried again within a minute."))


def _adopted(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Consultation, about)
    if found is None:
        return None
    return Done(lang.text("The plan is adopted: its steps are deadlines of the council's own now."))


def _put_off(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    until = held(work, work.today).get(about, ...)
    if until is ...:
        return None
    title = title_of(work, about)
    sentence = lang.text("{title} is put off until an answer comes.", title=title)
    if until is not None:
        day = day_in_full(until, lang)
        sentence = lang.text("{title} is put off until {day}.", title=title, day=day)
    return Done(sentence, undo=f"/put-off/{quote(about)}/end")


def _woken(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    if about in held(work, work.today):
        return None
    title = title_of(work, about)
    return Done(lang.text("{title} is not put off any more.", title=title)) if title else None


TOLD: Mapping[str, Tell] = {
    "follow-up-approved": _approved,
    "follow-up-rejected": _rejected,
    "follow-up-reopened": _reopened,
    "follow-up-saved": _saved,
    "answer-accepted": _accepted,
    "answer-dismissed": _dismissed,
    "tried-again": _again,
    "plan-adopted": _adopted,
    "put-off": _put_off,
    "woken": _woken,
}
