"""To which meetings somebody is invited, and how invitations stand."""

from sqlalchemy import select

from ...domain.invitations import Invitation
from ...domain.kinds import PartStat
from ...domain.sentences import N_
from ...store import invitation_tables
from ...store.unit_of_work import UnitOfWork

ANSWERS = {
    PartStat.NEEDS_ACTION: N_("No answer yet"),
    PartStat.ACCEPTED: N_("Is coming"),
    PartStat.TENTATIVE: N_("May come"),
    PartStat.DECLINED: N_("Is not coming"),
    PartStat.DELEGATED: N_("Sends somebody else"),
}
COLOURS = {
    PartStat.ACCEPTED: "success",
    PartStat.TENTATIVE: "warning",
    PartStat.NEEDS_ACTION: "",
    PartStat.DECLINED: "neutral",
    PartStat.DELEGATED: "neutral",
}


def meetings_inviting(work: UnitOfWork, who: str) -> frozenset[str]:
    """The keys of the meetings to which they have an invitation that stands."""
    column = invitation_tables.invitation.c
    query = select(column.meeting).where(column.who == who, column.withdrawn.is_(False))
    return frozenset(work.session.scalars(query))


def invitation_to(work: UnitOfWork, meeting: str, who: str) -> Invitation | None:
    """Theirs, if it stands; for looking only."""
    found = work.look(Invitation, f"{meeting}/{who}")
    return found if found is not None and found.stands else None
