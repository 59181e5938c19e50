"""One believable example of each mail to somebody who is invited."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tilsvar.domain.dates import Edtf
from tilsvar.domain.invitations import Shown
from tilsvar.domain.kinds import PartStat
from tilsvar.domain.meetings import MeetingTime
from tilsvar.notifications import invitation_mails as mails
from tilsvar.notifications.invitation_contexts import InvitationMail, ProposalMail
from tilsvar.notifications.rendered import Rendered

SITE = "https://tilsvar.ho21.example"
ONLINE = "https://meet.example.net/ho21"
COUNCIL = "HelseOmsorg21-rådet"


def hours(day: str, start: int, end: int | None = None) -> MeetingTime:
    """A meeting at those hours in UTC, an hour less than on the clock in Oslo's winter."""
    midnight = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return MeetingTime(
        Edtf(day),
        midnight + timedelta(hours=start),
        midnight + timedelta(hours=end) if end else None,
    )


def council_meeting() -> Shown:
    return Shown(
        time=hours("2023-03-08", 9, 11),
        title="Rådsmøte 2/2023",
        place="Forskningsrådet, Lysaker",
        agenda="Sak 1/2/2023: Godkjenning av innkalling\nSak 2/2/2023: Oppfølging av råd",
        join_url=ONLINE,
        papers_url=f"{SITE}/papers/M2023-02",
    )


def dialogue_meeting() -> Shown:
    """With a department, on a day whose hour is not set."""
    return Shown(
        time=MeetingTime(Edtf("2023-03-08")),
        title="Dialogmøte med Kunnskapsdepartementet om langtidsplanen",
        place="Kunnskapsdepartementet, Kirkegata 18",
    )


def to_a_member() -> InvitationMail:
    return InvitationMail(
        shown=council_meeting(),
        organizer=COUNCIL,
        contact="Sekretariatet, sekretariatet@ho21.example",
        answer_url=f"{SITE}/answer/Xo3pT9",
    )


def to_a_department() -> InvitationMail:
    """Nobody else is told of it, there is no page to answer on, and one may stay away."""
    return InvitationMail(shown=dialogue_meeting(), organizer=COUNCIL, required=False)


def moved_to_the_next_week() -> InvitationMail:
    shown = replace(council_meeting(), time=hours("2023-03-17", 9, 11))
    return replace(to_a_member(), shown=shown, was=council_meeting())


def moved_with_its_place() -> InvitationMail:
    shown = replace(
        council_meeting(), time=hours("2023-03-17", 8), place="Helsedirektoratet", planned=True
    )
    return replace(to_a_member(), shown=shown, was=council_meeting())


def other_place() -> InvitationMail:
    shown = replace(council_meeting(), place="Helsedirektoratet, Vitaminveien 4")
    return replace(to_a_member(), shown=shown, was=council_meeting(), partstat=PartStat.ACCEPTED)


def other_papers() -> InvitationMail:
    """The agenda and papers came after the invitation, which nobody has answered."""
    was = replace(council_meeting(), agenda="", papers_url="", planned=True)
    return replace(to_a_member(), was=was)


def called_off() -> InvitationMail:
    return replace(to_a_member(), was=council_meeting(), answer_url="")


def put_off() -> InvitationMail:
    shown = replace(council_meeting(), time=MeetingTime(Edtf("2023-21")))
    return replace(called_off(), shown=shown)


def other_time_turned_down() -> ProposalMail:
    return ProposalMail(
        shown=council_meeting(),
        organizer=COUNCIL,
        answer_url=f"{SITE}/answer/Xo3pT9",
        partstat=PartStat.TENTATIVE,
        proposed=hours("2023-03-10", 8, 10),
        comment="To av de andre\nkan bare onsdag.",
    )


EXAMPLES: dict[str, Callable[[str], Rendered]] = {
    "invitation": lambda code: mails.invitation(to_a_member(), code),
    "invitation by day": lambda code: mails.invitation(to_a_department(), code),
    "meeting_moved": lambda code: mails.meeting_moved(moved_to_the_next_week(), code),
    "meeting_moved with place": lambda code: mails.meeting_moved(moved_with_its_place(), code),
    "invitation_changed": lambda code: mails.invitation_changed(other_place(), code),
    "invitation_changed papers": lambda code: mails.invitation_changed(other_papers(), code),
    "meeting_cancelled": lambda code: mails.meeting_cancelled(called_off(), code),
    "meeting_cancelled for now": lambda code: mails.meeting_cancelled(put_off(), code),
    "invitation_withdrawn": lambda code: mails.invitation_withdrawn(called_off(), code),
    "proposal_declined": lambda code: mails.proposal_declined(other_time_turned_down(), code),
}
