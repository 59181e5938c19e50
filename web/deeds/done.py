"""What somebody has just done, in one sentence on the page that they land on, and how to undo it.

The address only names it (`?done=follow-up-approved&about=F2023-01`): the sentence is made of what
is so now, and there is none where it is not so, or no longer. A page that makes its own hands it to
`page(done=…)`; the layout shows whichever there is.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from sqlalchemy import Row, select
from starlette.requests import Request
from starlette.responses import RedirectResponse

from ...domain.attachments import Attachment
from ...domain.consultations import Consultation
from ...domain.follow_ups import FollowUp
from ...domain.invitation_answers import Doubt
from ...domain.invitations import Invitation
from ...domain.kinds import FollowUpStatus, Kind
from ...domain.letters import Letter
from ...domain.meetings import Meeting
from ...domain.sentences import N_
from ...store import flow
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf
from ...wording.language import Language
from ...wording.lists import joined
from ..access import opens, sends
from ..links import address_of
from ..names import Names
from ..requests.numbers import row_number
from ..rules import OFFICE, SAFE_METHODS
from ..signing_in.sessions import signed_in
from ..today.put_off import held, title_of
from .done_with_passed import PASSED
from .done_with_public_list import WITH_PUBLIC_LIST
from .done_with_themes import WITH_THEMES
from .undoing import Done, Tell, Undoing

__all__ = ["SAID", "TOLD", "Done", "Undoing", "done", "landed"]


def landed(path: str, what: str, about: str = "", **facts: str) -> RedirectResponse:
    """The page to land on, which says what was done."""
    said = {"done": what, "about": about, **facts}
    known = {name: value for name, value in said.items() if value}
    return RedirectResponse(f"{path}?{urlencode(known)}", 303)


def done(request: Request, work: UnitOfWork, lang: Language) -> Done | None:
    """The sentence of the page that is asked for, None where it follows on nothing."""
    what, reader = request.query_params.get("done", ""), signed_in(request)
    if request.method not in SAFE_METHODS:
        return None  # a form that was sent from there, and is shown again with its mistakes
    if what in SAID and reader is not None:
        return Done(lang.text(SAID[what]))
    tell = TOLD.get(what)
    if tell is None or reader is None or reader.role not in (OFFICE or ()):
        return None
    found = tell(work, request.query_params.get("about", ""), lang)
    if found is None:
        return None
    return Done(
        found.sentence,
        found.href if found.href and opens(request, reader.role, found.href) else None,
        found.more,
        found.undo if found.undo and sends(request, reader.role, found.undo.href) else None,
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
    more = lang.text("Download it for Word")
    return Done(sentence, href, more, Undoing(f"{href}/not-sent"))


def _rejected(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(FollowUp, about)
    if found is None or found.status is not FollowUpStatus.REJECTED:
        return None
    who = Names(work).label(found.department)
    sentence = lang.text(
        "Follow-up no. {number} to {who} is rejected.", number=found.number, who=who
    )
    return Done(sentence, undo=Undoing(f"/follow-ups/{quote(about, safe='')}/reopen"))


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


def _drafted(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(FollowUp, about)
    if found is None or not found.waits:
        return None
    sentence = lang.text(
        "Follow-up no. {number} to {who} is drafted. Nothing is sent before somebody approves it.",
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
    row, number = flow.doubtful_answer.c, row_number(about)
    if number is None:
        return None
    query = select(flow.doubtful_answer).where(row.id == number, row.settled.is_not(None))
    return work.session.execute(query).first()


def _again(_work: UnitOfWork, _about: str, lang: Language) -> Done:
    return Done(lang.text("It is tried again within a minute."))


def _adopted(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Consultation, about)
    if found is None:
        return None
    return Done(lang.text("The plan is adopted: its steps are deadlines of the council's own now."))


def _papers(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Meeting, about)
    if found is None or found.papers_sent is None:
        return None
    sentence = lang.text("The papers for {title} are registered as sent.", title=found.title)
    return Done(sentence, undo=Undoing(f"/meetings/{quote(about, safe='')}/not-sent/papers"))


def _minutes(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Meeting, about)
    if found is None or found.minutes_sent is None or found.comments_by is None:
        return None
    sentence = lang.text(
        "The minutes of {title} are registered as sent, with comments due {when}.",
        title=found.title,
        when=edtf(found.comments_by, lang),
    )
    return Done(sentence, undo=Undoing(f"/meetings/{quote(about, safe='')}/not-sent/minutes"))


def _put_off(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    until = held(work, work.today).get(about, ...)
    if until is ...:
        return None
    title = title_of(work, about)
    sentence = lang.text("{title} is put off until an answer comes.", title=title)
    if until is not None:
        day = day_in_full(until, lang)
        sentence = lang.text("{title} is put off until {day}.", title=title, day=day)
    return Done(sentence, undo=Undoing(f"/put-off/{quote(about)}/end"))


def _woken(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    if about in held(work, work.today):
        return None
    title = title_of(work, about)
    return Done(lang.text("{title} is not put off any more.", title=title)) if title else None


def _attached(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = [each for key in about.split(";") if (each := work.look(Attachment, key))]
    if not found or not all(each.stands for each in found):
        return None
    names = joined([lang.text("“{name}”", name=each.name) for each in found], lang)
    sentence = lang.plural("{names} is attached.", "{names} are attached.", len(found), names=names)
    if len(found) > 1:
        return Done(sentence)
    fields = (("why", lang.text("Attached by mistake")),)
    return Done(sentence, undo=Undoing(f"/attachments/{quote(about, safe='')}/withdraw", fields))


def _file_withdrawn(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Attachment, about)
    if found is None or found.stands:
        return None
    sentence = lang.text("“{name}” is withdrawn.", name=found.name)
    return Done(sentence, undo=Undoing(f"/attachments/{quote(about, safe='')}/restore"))


def _file_restored(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Attachment, about)
    if found is None:
        return None
    if found.stands:
        return Done(lang.text("“{name}” is attached again.", name=found.name))
    return Done(
        lang.text(
            "“{name}” stays withdrawn: a file with the same content is attached.", name=found.name
        )
    )


TOLD: Mapping[str, Tell] = {
    "files-attached": _attached,
    "file-withdrawn": _file_withdrawn,
    "file-restored": _file_restored,
    "follow-up-approved": _approved,
    "follow-up-rejected": _rejected,
    "follow-up-reopened": _reopened,
    "follow-up-drafted": _drafted,
    "follow-up-saved": _saved,
    "answer-accepted": _accepted,
    "answer-dismissed": _dismissed,
    "tried-again": _again,
    "plan-adopted": _adopted,
    "papers-sent": _papers,
    "minutes-sent": _minutes,
    **PASSED,
    **WITH_THEMES,
    **WITH_PUBLIC_LIST,
    "put-off": _put_off,
    "woken": _woken,
}

SAID: Mapping[str, str] = {
    "choices-kept": N_("Your choices are kept."),
    "digest-chosen": N_("The digest comes as you have chosen."),
    "away": N_("You are registered as away; others stand in for you meanwhile."),
    "not-away": N_("You are not away on those days any more."),
    "meeting-scheduled": N_("The meeting is registered."),
    "meeting-corrected": N_("The meeting is corrected."),
    "meeting-answered": N_("Your answer is registered."),
    "papers-not-sent": N_("The papers are not registered as sent any more."),
    "minutes-not-sent": N_("The minutes are not registered as sent any more."),
    "minutes-approved": N_("The minutes are registered as approved."),
    "attendance-recorded": N_("The attendance is recorded."),
}
"""What names nobody and nothing, and may be said to whoever is signed in."""
