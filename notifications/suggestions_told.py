"""What is told of activities that wait to be weighed: how many, and where they are."""

from sqlalchemy import func, or_, select

from ..domain.communications import WEIGHED_WITHIN, Activity, ActivityStatus
from ..domain.kinds import Role
from ..store.communication_tables import activity as activities
from . import contexts
from .desk import Desk
from .rendered import Rendered
from .transport import Unbuildable

ALL_SUGGESTIONS = "suggestions"
"""How reminders name what is told of: not one suggestion but all that wait."""


def suggestions_waiting(desk: Desk) -> contexts.SuggestionsMail | None:
    """Those of late that its reader is to weigh; None where none waits any more."""
    first, row = desk.thing(Activity), activities.c
    mine = or_(row.responsible == desk.telling.person, row.responsible.is_(None))
    query = select(func.count()).where(
        row.status == ActivityStatus.SUGGESTED,
        row.suggested_on >= desk.today - WEIGHED_WITHIN,
        mine,
    )
    waiting = desk.work.session.scalar(query) or 0
    if not waiting:
        return None
    sees_all = desk.telling.role in (Role.SECRETARIAT, Role.LEADER)
    return contexts.SuggestionsMail(
        **desk.reader(first.responsible),
        title=desk.lang.text("The communications plan"),
        url=f"{desk.base_url}/communications{'?view=suggested' if sees_all else f'/{first.key}'}",
        waiting=waiting,
    )


def told_in_digests(mail: contexts.SuggestionsMail, _code: str) -> Rendered:
    """Raises Unbuildable: suggestions are a line of a digest and never a mail of their own."""
    raise Unbuildable(reason=f"suggestions for {mail.title} are told in digests only")
