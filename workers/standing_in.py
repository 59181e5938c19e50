"""Lets the deputies of the council's members follow the members' answers."""

from datetime import datetime

from ..commands.deputies import follow_answer
from ..domain.events import InvitationAnswered
from ..store.unit_of_work import UnitOfWork


def keep_deputies(work: UnitOfWork, event: InvitationAnswered, _at: datetime) -> None:
    """A member said no, or yes again; or a deputy said no, so that the next one is asked."""
    follow_answer(work, meeting=event.meeting, who=event.who)
