"""Invitations: one for each meeting and attendee, what they were told last, and what they answered.

The rules are those of iTIP (RFC 5546): an answer belongs to one attendee and to the time that they
were asked about. Who moves a meeting asks anew; other changes leave the answers as they are.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from .dates import aware
from .entity import Entity
from .events import (
    InvitationAnswered,
    InvitationRepeated,
    Invited,
    OtherTimeProposed,
    ProposalAccepted,
    ProposalDeclined,
    Uninvited,
)
from .invitation_errors import NothingProposed, NothingToRepeat, NotInvited
from .kinds import MeetingStatus, PartStat
from .meetings import Meeting, MeetingTime
from .notices import Asked, Heard, Notice, Proposal, Said, Shown, What, same_address

__all__ = [
    "Asked",
    "Heard",
    "Invitation",
    "Notice",
    "Proposal",
    "Said",
    "Shown",
    "What",
    "same_address",
]

ONE_SECOND = timedelta(seconds=1)
"""The finest step of a calendar's stamps."""


@dataclass(eq=False)
class Invitation(Entity):
    """What one attendee of one meeting was asked, told, and has answered.

    The key is `MEETING/WHO`: WHO is a person, an organisation, or a key made for a guest. The name
    and the address stand here alone. `asked` is the time that the answer is about, `asked_sequence`
    the meeting's sequence when they were asked; an answer to an earlier one is stale. `notice` is
    what they were told last, `before` what they had been told before that. `reply_token` is part of
    the address that answers go to; of the secret in the links to answer only the hash is kept.
    `refused` is what they proposed and got turned down last, `refusal` says why. `known_senders`
    are other addresses that may answer for them. `tickets` counts mails asked for. `in_place_of` is
    the member for whom a deputy was asked, None where somebody was invited for their own sake.
    """

    key: str
    meeting: str
    who: str
    name: str
    address: str
    reply_token: str
    asked: MeetingTime
    asked_sequence: int
    language: str = "nb"
    required: bool = True
    external: bool = False
    withdrawn: bool = False
    partstat: PartStat = PartStat.NEEDS_ACTION
    answered_sequence: int | None = None
    answered_stamp: datetime | None = None
    comment: str = ""
    delegated_to: str = ""
    proposal: Proposal | None = None
    refused: Proposal | None = None
    refusal: str = ""
    known_senders: tuple[str, ...] = ()
    notice: Notice | None = None
    before: Notice | None = None
    answer_hash: str = ""
    tickets: int = 0
    in_place_of: str | None = None

    @classmethod
    def invite(
        cls,
        meeting: Meeting,
        who: str,
        *,
        name: str,
        address: str,
        reply_token: str,
        language: str,
        required: bool,
        external: bool,
    ) -> "Invitation":
        invitation = cls(
            f"{meeting.key}/{who}",
            meeting.key,
            who,
            name,
            address,
            reply_token,
            meeting.time,
            meeting.sequence,
            language,
            required,
            external,
        )
        invitation.record(Invited(meeting.key, who))
        return invitation

    @property
    def stands(self) -> bool:
        return not self.withdrawn

    def invite_again(
        self, meeting: Meeting, *, name: str, address: str, language: str, required: bool
    ) -> None:
        """Ask someone anew whose invitation was withdrawn.

        Where they had heard of that, they are asked anew, else they notice nothing.
        """
        if not self.withdrawn:
            return
        self.withdrawn = False
        self.name, self.address, self.language = name, address, language
        self.required = required
        if not self.knows:
            self._ask(meeting)
        self.record(Invited(self.meeting, self.who))

    def uninvite(self) -> None:
        """They need not come; calendars drop the meeting. Raises NotInvited."""
        if self.withdrawn:
            raise NotInvited(who=self.who, meeting=self.meeting)
        self.withdrawn = True
        self.proposal, self.in_place_of = None, None
        self.record(Uninvited(self.meeting, self.who))

    def repeat(self) -> None:
        """What they were told last is to go out once more. Raises NotInvited, NothingToRepeat."""
        if self.withdrawn:
            raise NotInvited(who=self.who, meeting=self.meeting)
        if self.notice is None:
            raise NothingToRepeat(who=self.who, meeting=self.meeting)
        self.record(InvitationRepeated(self.meeting, self.who))

    @property
    def knows(self) -> bool:
        """Whether the meeting stands in their calendar, as far as we have told them."""
        return self.notice is not None and not self.notice.what.calls_off

    def answer_to(self, meeting: Meeting) -> PartStat:
        """What they said of the meeting as it is now: an answer about another time says nothing."""
        return self.partstat if self.asked == meeting.time else PartStat.NEEDS_ACTION

    def _ask(self, meeting: Meeting) -> None:
        self.asked, self.asked_sequence = meeting.time, meeting.sequence
        self.partstat, self.comment, self.delegated_to = PartStat.NEEDS_ACTION, "", ""
        self.proposal = None

    def hear(self, said: Said, *, newest: int) -> Heard:
        """Take an answer of the attendee, unless it is known or overtaken (RFC 5546 § 2.1.5).

        `newest` is the meeting's sequence: a client that counts further cannot lock itself out.
        """
        said = replace(said, sequence=min(said.sequence, newest), stamp=_in_seconds(said.stamp))
        if said.sequence < self.asked_sequence:
            return Heard.STALE
        if self.answered_sequence is not None and self.answered_stamp is not None:
            last = (self.answered_sequence, self.answered_stamp)
            if (said.sequence, said.stamp) == last:
                return Heard.KNOWN
            if (said.sequence, said.stamp) < last:
                return Heard.STALE
        self.answered_sequence, self.answered_stamp = said.sequence, said.stamp
        if said.partstat not in (None, PartStat.NEEDS_ACTION):
            self._answer(said.partstat)
            self.delegated_to = said.delegated_to
        self.comment = said.comment
        if said.proposal is not None:
            self.proposal = said.proposal
            self.record(OtherTimeProposed(self.meeting, self.who))
        return Heard.TAKEN

    def say_here(
        self, partstat: PartStat, meeting: Meeting, now: datetime, comment: str = ""
    ) -> None:
        """They answered on a page of ours, which is later than anything that came by mail.

        The page shows the time of now, even where the mail about a move is still under way.
        """
        sequence = self.notice.sequence if self.notice else self.asked_sequence
        if self.asked != meeting.time:
            self._ask(meeting)
            sequence = meeting.sequence
        later = self.answered_stamp + ONE_SECOND if self.answered_stamp else now
        self.answered_sequence = max(sequence, self.answered_sequence or 0)
        self.answered_stamp = _in_seconds(max(now, later))
        self._answer(partstat)
        self.comment, self.delegated_to = comment, ""

    def _answer(self, partstat: PartStat) -> None:
        if partstat is not self.partstat:
            self.partstat = partstat
            self.record(InvitationAnswered(self.meeting, self.who, partstat.value))

    def accept_proposal(self) -> Proposal:
        """The meeting is to move to the time that they proposed. Raises NothingProposed."""
        proposal = self._proposed()
        self.proposal = None
        self.record(ProposalAccepted(self.meeting, self.who))
        return proposal

    def decline_proposal(self, why: str) -> None:
        """The meeting stays where it is, and they are told so. Raises NothingProposed."""
        self.refused, self.refusal = self._proposed(), why
        self.proposal = None
        self.record(ProposalDeclined(self.meeting, self.who))

    def _proposed(self) -> Proposal:
        if self.proposal is None:
            raise NothingProposed(who=self.who, meeting=self.meeting)
        return self.proposal

    def to_tell(self, meeting: Meeting) -> What | None:
        """What their calendar does not know yet of the meeting as it stands, or None."""
        told = self.notice
        # Without a day there is nothing that a calendar could hold.
        off = meeting.status is MeetingStatus.CANCELLED or not meeting.time.on.is_day
        if told is None or told.what.calls_off:
            return None if self.withdrawn or off else What.INVITED
        if self.withdrawn:
            return What.WITHDRAWN
        if off:
            return What.CANCELLED
        shown = Shown.of(meeting)
        if shown.time != told.shown.time or self.asked != meeting.time:
            return What.MOVED
        return What.CHANGED if shown != told.shown else None

    def tell(
        self,
        what: What,
        meeting: Meeting,
        *,
        now: datetime,
        mail: str,
        others: tuple[tuple[str, PartStat], ...],
    ) -> Notice:
        """The notice with which that mail tells it; its stamp is later than that of any before.

        Whoever is told another time is asked anew, unless they have answered about it already.
        """
        told = self.notice
        replaces = Asked(self.asked, self.asked_sequence, self.partstat)
        back = told is not None and what is What.INVITED
        if back or (not what.calls_off and self.asked != meeting.time):
            self._ask(meeting)
        stamp = _in_seconds(now)
        if told is not None:
            stamp = max(stamp, told.stamp + ONE_SECOND)
        self.before, self.notice = (
            told,
            Notice(
                what,
                meeting.sequence,
                stamp,
                Shown.of(meeting),
                told.shown if told else None,
                self.partstat,
                others,
                mail,
                replaces,
            ),
        )
        return self.notice

    def untell(self) -> None:
        """The last notice never left the house: they know what they knew before it."""
        if self.notice is None:
            return
        replaced = self.notice.replaces
        self.asked, self.asked_sequence = replaced.time, replaced.sequence
        self.partstat = replaced.partstat
        self.notice, self.before = self.before, None

    def may_answer(self, sender: str, reply_token: str) -> bool:
        """Whether a mail from that address, sent to the address with that token, speaks for them.

        The token stands only in what was sent to them, so that they may answer from elsewhere.
        """
        if reply_token and reply_token.casefold() == self.reply_token.casefold():
            return True
        allowed = (self.address, *self.known_senders)
        return any(same_address(sender, each) for each in allowed)


def _in_seconds(moment: datetime) -> datetime:
    return aware(moment).replace(microsecond=0)
