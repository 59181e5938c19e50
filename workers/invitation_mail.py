"""Puts an invitation's mail together: the words from notifications, the entry from calendar.

It happens when the row of the ledger is claimed, and what is told is noted in that transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Row

from ..calendar.attendees import Attendee
from ..calendar.invited import invited_entry
from ..calendar.itip import Method, Scheduling, cancel, decline_counter, request
from ..commands.invitations import invitations_of, is_over
from ..domain.invitations import Invitation, Notice, What
from ..domain.kinds import PartStat
from ..domain.meetings import Meeting
from ..notifications.invitation_contexts import InvitationMail, ProposalMail
from ..notifications.invitation_mails import BY_NOTICE, proposal_declined
from ..notifications.mailbox import Mailbox
from ..notifications.rendered import CalendarPart, Rendered
from ..notifications.sending import Outgoing, Writer
from ..store import flow
from ..store.clock import local_day
from ..store.tokens import derived_token, hash_token
from ..store.unit_of_work import UnitOfWork, Unknown
from ..wording.language import Language, language
from .inviting import AGAIN, DECLINED, INVITATION

NEVER_LEFT = ("pending", "failed")
"""States of a mail that was not handed over, unless it was cut off in between."""

UNKNOWN = "unknown"
"""The state of a mail that was cut off when it may have arrived already."""


@dataclass(frozen=True)
class Correspondent:
    """Who invites: the council's name, the address that answers go to, and the secret of links."""

    council: str
    reply_address: str
    base_url: str
    secret: Callable[[], str]

    def writers(self) -> dict[str, Writer]:
        """Who writes which kind of mail, as the post office wants it."""
        return {
            INVITATION: self.write_invitation,
            AGAIN: self.write_invitation,
            DECLINED: self.write_refusal,
        }

    def write_invitation(self, work: UnitOfWork, row: Row[Any]) -> Outgoing | None:
        """What their calendar does not know yet, or the last notice where it is asked for again.

        None for a meeting that is over, and where another mail has told it meanwhile.
        """
        invitation, meeting = _both(work, row)
        if is_over(work, meeting):
            return None
        _forget_what_never_left(work, invitation)
        what = invitation.to_tell(meeting)
        notice = invitation.notice
        if what is not None and row.state == UNKNOWN:
            # It may have arrived as it was, and under its Message-ID nothing else may follow; what
            # is new comes with a mail of its own.
            return None
        if what is not None:
            others = _others(work, invitation)
            notice = invitation.tell(what, meeting, now=row.at, mail=row.id, others=others)
        elif notice is None or (row.kind != AGAIN and notice.mail != row.id):
            return None
        return self._outgoing(work, row, invitation, meeting, notice)

    def write_refusal(self, work: UnitOfWork, row: Row[Any]) -> Outgoing | None:
        """The time that they proposed is turned down; the meeting is where they were told it is."""
        invitation, meeting = _both(work, row)
        notice = invitation.notice
        if invitation.withdrawn or notice is None or notice.what.calls_off:
            return None
        return self._refusal(work, row, invitation, meeting, notice)

    def reply_to(self, invitation: Invitation) -> Mailbox:
        """The address for answers of that invitation alone, as moter+TOKEN@example.no."""
        local_part, _, domain = self.reply_address.rpartition("@")
        return Mailbox(self.council, f"{local_part}+{invitation.reply_token}@{domain}")

    def answer_url(self, invitation: Invitation) -> str:
        """Where they answer without a calendar; only its hash is kept."""
        token = derived_token(self.secret(), f"answer|{invitation.key}|{invitation.reply_token}")
        invitation.answer_hash = hash_token(token)
        return f"{self.base_url}/answer/{token}"

    def _outgoing(
        self,
        work: UnitOfWork,
        row: Row[Any],
        invitation: Invitation,
        meeting: Meeting,
        notice: Notice,
    ) -> Outgoing:
        lang = language(invitation.language)
        scheduling = self._scheduling(work, invitation, meeting, notice, lang)
        if notice.what.calls_off:
            method = Method.CANCEL
            content = cancel(scheduling, lang, whole=notice.what is What.CANCELLED)
        else:
            method, content = Method.REQUEST, request(scheduling, lang)
        mail = InvitationMail(
            shown=notice.shown,
            organizer=self.council,
            was=notice.was,
            answer_url="" if notice.what.calls_off else self.answer_url(invitation),
            partstat=notice.partstat,
            required=invitation.required,
        )
        rendered = replace(
            BY_NOTICE[notice.what](mail, lang.code), calendar=CalendarPart(method.value, content)
        )
        return self._in_envelope(work, row, invitation, rendered, notice.what.value)

    def _refusal(
        self,
        work: UnitOfWork,
        row: Row[Any],
        invitation: Invitation,
        meeting: Meeting,
        notice: Notice,
    ) -> Outgoing:
        lang = language(invitation.language)
        made = replace(notice, stamp=row.at.replace(microsecond=0))
        scheduling = self._scheduling(work, invitation, meeting, made, lang)
        content = decline_counter(scheduling, lang, invitation.refusal)
        mail = ProposalMail(
            shown=notice.shown,
            organizer=self.council,
            answer_url=self.answer_url(invitation),
            partstat=invitation.partstat,
            required=invitation.required,
            proposed=invitation.refused.time if invitation.refused else None,
            comment=invitation.refusal,
        )
        rendered = replace(
            proposal_declined(mail, lang.code),
            calendar=CalendarPart(Method.DECLINECOUNTER.value, content),
        )
        return self._in_envelope(work, row, invitation, rendered, "declined")

    def _in_envelope(
        self, work: UnitOfWork, row: Row[Any], invitation: Invitation, rendered: Rendered, what: str
    ) -> Outgoing:
        """The key names day, kind, invitation, what it says, and which mail to them it is."""
        day = local_day(row.at, work.office.zone).isoformat()
        (ticket,) = row.about.values()
        return Outgoing(
            rendered,
            Mailbox(invitation.name, invitation.address),
            f"{day} {row.kind} {invitation.key} {what} {ticket}",
            self.reply_to(invitation),
        )

    def _scheduling(
        self,
        work: UnitOfWork,
        invitation: Invitation,
        meeting: Meeting,
        notice: Notice,
        lang: Language,
    ) -> Scheduling:
        entry = invited_entry(meeting, notice, lang, self.base_url, external=invitation.external)
        return Scheduling(
            entry=entry,
            organizer_name=self.council,
            organizer_address=self.reply_to(invitation).address,
            attendees=_attendees(work, invitation, notice),
            stamp=notice.stamp,
        )


def _both(work: UnitOfWork, row: Row[Any]) -> tuple[Invitation, Meeting]:
    (key,) = row.about
    invitation = work.get(Invitation, key)
    meeting = work.look(Meeting, invitation.meeting)
    if meeting is None:
        raise Unknown(what="meeting", key=invitation.meeting)
    return invitation, meeting


def _forget_what_never_left(work: UnitOfWork, invitation: Invitation) -> None:
    """Where the mail of the last notice was not handed over, they know what they knew before."""
    if invitation.notice is None:
        return
    mail = flow.mail.c
    query = select(mail.state, mail.cut_off_at).where(mail.id == invitation.notice.mail)
    told = work.session.execute(query).first()
    if told is not None and told.state in NEVER_LEFT and told.cut_off_at is None:
        invitation.untell()


def _others(work: UnitOfWork, invitation: Invitation) -> tuple[tuple[str, PartStat], ...]:
    """Who stands on the list: the council's own see each other, whoever is from outside nobody."""
    if invitation.external:
        return ()
    return tuple(
        (each.key, each.partstat)
        for each in invitations_of(work, invitation.meeting)
        if each.stands and not each.external and each.key != invitation.key
    )


def _attendees(work: UnitOfWork, invitation: Invitation, notice: Notice) -> tuple[Attendee, ...]:
    """The reader first, as they stood when the notice was written, then the others on its list.

    A cancellation names the reader alone.
    """
    listed = [(invitation, notice.partstat)]
    if not notice.what.calls_off:
        known = {each.key: each for each in invitations_of(work, invitation.meeting)}
        listed += [(known[key], partstat) for key, partstat in notice.others if key in known]
    return tuple(
        Attendee(address=each.address, name=each.name, partstat=partstat, required=each.required)
        for each, partstat in listed
    )
