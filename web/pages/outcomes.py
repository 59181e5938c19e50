"""What has passed is settled with one click from the list of the day, and can be taken back."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from ...commands.deadlines import meet_deadline, reopen_deadline
from ...commands.meetings import hold_meeting
from ...domain.deadlines import Deadline
from ...domain.errors import TilsvarError
from ...domain.kinds import MeetingStatus
from ...domain.meetings import Meeting
from ...store.unit_of_work import UnitOfWork, Unknown
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.refused_page import DealtWith, refused_page
from ..today.left import list_or_day

AHEAD = (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)


def deadline_met(request: Request) -> Response:
    """A deadline of the council's own was met today."""
    return _settled(request, _meet, "deadlines", "deadline-met")


def deadline_not_met(request: Request) -> Response:
    """The undo: it is open again."""
    return _settled(request, _reopen, "deadlines", "deadline-open")


def meeting_held(request: Request) -> Response:
    """A meeting whose day has passed was held."""
    return _settled(request, _hold, "meetings", "meeting-held")


def _settled(
    request: Request, settle: Callable[[UnitOfWork, str], None], name: str, what: str
) -> Response:
    key = str(request.path_params["key"])
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            settle(work, key)
            work.commit()
    except Unknown:
        raise
    except TilsvarError as error:
        return refused_page(request, error)
    return landed(list_or_day(request, name), what, about=key)


def _meet(work: UnitOfWork, key: str) -> None:
    if not work.get(Deadline, key).open:
        raise DealtWith
    meet_deadline(work, deadline=key)


def _reopen(work: UnitOfWork, key: str) -> None:
    if work.get(Deadline, key).open:
        raise DealtWith
    reopen_deadline(work, deadline=key)


def _hold(work: UnitOfWork, key: str) -> None:
    if work.get(Meeting, key).status not in AHEAD:
        raise DealtWith
    hold_meeting(work, meeting=key)
