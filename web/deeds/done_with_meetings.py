"""What was just done with a meeting, where the sentence depends on the meeting as it is now."""

from starlette.requests import Request

from ...commands.invitations import invitations_of
from ...domain.errors import TilsvarError
from ...domain.invitations import Invitation
from ...domain.kinds import Role
from ...domain.meetings import Meeting
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..forms import check
from ..links import address
from ..meetings.forms import Moved, compact, time_of
from ..meetings.times import day_and_hours
from ..rules import SAFE_METHODS
from ..signing_in.sessions import SignedIn
from .acting import stamp_of
from .done import Done, Undoing

CHANGED = {
    "moved": N_("The meeting is moved."),
    "cancelled": N_("The meeting is called off."),
    "held": N_("The meeting is registered as held."),
    "restored": N_("The meeting stands as scheduled again."),
}
MAILED = frozenset({"moved", "cancelled", "restored"})
"""What those who are invited are told by mail."""

INVITED = {
    "uninvited": N_("{who} is not invited any more."),
    "invited": N_("{who} is invited."),
    "repeated": N_("The invitation goes to {who} once more."),
    "accepted": N_("The meeting is moved to the time that {who} proposed."),
    "declined": N_("The meeting stays, and {who} is told so."),
}


def meeting_changed(
    request: Request, found: Meeting, reader: SignedIn, work: UnitOfWork, lang: Language
) -> Done | None:
    """That it is moved, called off, held or restored, and how the secretariat takes that back."""
    what = request.query_params.get("done", "")
    if what not in CHANGED or request.method not in SAFE_METHODS:
        return None
    said = [lang.text(CHANGED[what])]
    if what in MAILED and any(each.stands for each in invitations_of(work, found.key)):
        said.append(lang.text("Everybody who is invited is told by e-mail."))
    undo = None
    if reader.role is Role.SECRETARIAT:
        undo = _undo(request, what, found, work, lang)
    return Done(" ".join(said), undo=undo)


def _undo(
    request: Request, what: str, found: Meeting, work: UnitOfWork, lang: Language
) -> Undoing | None:
    if what in ("cancelled", "held") and found.status.value == what:
        return Undoing(f"{address(found)}/restore")
    asked, zone = request.query_params, work.office.zone
    if what != "moved" or not asked.get("on"):
        return None
    was = check(Moved, {name: [asked.get(name, "")] for name in ("on", "start", "end")}, lang)
    try:
        time = time_of(was.content, zone) if was.content else found.time
    except TilsvarError:
        return None
    if time == found.time:
        return None
    return Undoing(
        f"{address(found)}/move",
        (*compact(time, zone).items(), ("stamp", stamp_of(found))),
        lang.text("Move back to {when}", when=day_and_hours(time, zone, lang)),
    )


def invitations_changed(request: Request, every: list[Invitation], lang: Language) -> Done | None:
    """Who has been invited, is not invited any more, or got an answer to their proposal."""
    asked = request.query_params
    what, count = asked.get("done", ""), asked.get("n", "")
    if what == "fresh" and count.isdecimal():
        return Done(
            lang.plural(
                "{n} person is invited. The invitation goes out by e-mail.",
                "{n} are invited. The invitations go out by e-mail.",
                int(count),
            )
        )
    who = next((each.name for each in every if each.who == asked.get("who")), "")
    return Done(lang.text(INVITED[what], who=who)) if what in INVITED and who else None


def series_registered(request: Request, lang: Language) -> Done | None:
    """How many council meetings have been registered at once."""
    count = request.query_params.get("n", "")
    if request.query_params.get("done") != "series" or not count.isdecimal():
        return None
    return Done(
        lang.plural(
            "{n} council meeting is registered.", "{n} council meetings are registered.", int(count)
        )
    )
