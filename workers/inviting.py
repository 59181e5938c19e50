"""Asks for a mail wherever somebody's calendar does not know a meeting as it stands.

A row of the ledger only says that there may be something to tell to one who is invited. What it is
gets decided when the mail is about to leave (`invitation_mail`), so that several changes in a row
become one mail, and what was taken back meanwhile becomes none.
"""

from datetime import datetime
from uuid import uuid5

from sqlalchemy import select

from ..commands.invitations import is_over
from ..domain.events import Event, InvitationRepeated, Invited, ProposalDeclined, Uninvited
from ..domain.invitations import Invitation
from ..domain.meetings import Meeting
from ..store import invitation_tables
from ..store.unit_of_work import UnitOfWork
from .mail_rows import MAIL_IDS, write_mail

INVITATION = "MeetingInvitation"
AGAIN = "InvitationAgain"
DECLINED = "ProposalDeclined"


def tell_invited(work: UnitOfWork, event: Event, at: datetime) -> None:
    """The meeting was fixed, moved, corrected or cancelled: each of them may have to be told."""
    row = invitation_tables.invitation.c
    keys = select(row.key).where(row.meeting == event.subject).order_by(row.key)
    for key in work.session.scalars(keys).all():
        _tell(work, key, at)


def tell_one(work: UnitOfWork, event: Invited | Uninvited, at: datetime) -> None:
    """Somebody was invited or uninvited; nobody else hears of it."""
    _tell(work, f"{event.meeting}/{event.who}", at)


def tell_again(work: UnitOfWork, event: InvitationRepeated, at: datetime) -> None:
    """What they were told last goes out once more, the same version of it."""
    invitation = work.get(Invitation, f"{event.meeting}/{event.who}")
    _ask_for_mail(work, invitation, AGAIN, at)


def tell_declined(work: UnitOfWork, event: ProposalDeclined, at: datetime) -> None:
    """The time that they proposed was turned down."""
    invitation = work.get(Invitation, f"{event.meeting}/{event.who}")
    _ask_for_mail(work, invitation, DECLINED, at)


def _tell(work: UnitOfWork, key: str, at: datetime) -> None:
    invitation = work.get(Invitation, key)
    meeting = work.look(Meeting, invitation.meeting)
    if meeting is None or is_over(work, meeting):
        return
    if invitation.to_tell(meeting) is not None:
        _ask_for_mail(work, invitation, INVITATION, at)


def _ask_for_mail(work: UnitOfWork, invitation: Invitation, kind: str, at: datetime) -> None:
    invitation.tickets += 1
    name = f"{kind}|{invitation.reply_token}|{invitation.tickets}"
    write_mail(
        work,
        str(uuid5(MAIL_IDS, name)),
        kind=kind,
        subject_key=invitation.meeting,
        rung="",
        person=invitation.who,
        about={invitation.key: invitation.tickets},
        at=at,
    )
