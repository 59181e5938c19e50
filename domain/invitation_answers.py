"""Answers to invitations as they come by mail: what they claim, and what a person must decide."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .invitations import Proposal
from .kinds import PartStat


class Asks(StrEnum):
    """What a message asks for: to be noted, to move the meeting, or to be told once more."""

    REPLY = "REPLY"
    COUNTER = "COUNTER"
    REFRESH = "REFRESH"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came by mail, as it claims to be; addresses without `mailto:`, moments in UTC.

    `reply_token` is the secret part of the address that it was sent to, "" where there is none.
    `stamp` is None where the client gave none. `one_of_series` says that it is about one meeting of
    a series only.
    """

    asks: Asks
    uid: str
    attendee: str
    sender: str
    reply_token: str = ""
    partstat: PartStat | None = None
    sequence: int = 0
    stamp: datetime | None = None
    comment: str = ""
    delegated_to: str = ""
    proposal: Proposal | None = None
    one_of_series: bool = False
    message_id: str = ""


class Doubt(StrEnum):
    """Why a person has to decide."""

    UNKNOWN_MEETING = "unknown_meeting"
    UNKNOWN_ATTENDEE = "unknown_attendee"
    WRONG_SENDER = "wrong_sender"
    DELEGATED = "delegated"
    ONE_OF_SERIES = "one_of_series"
    DEPUTY_ACCEPTED = "deputy_accepted"


class Outcome(StrEnum):
    """What became of an answer.

    `dropped` was known already, overtaken, or from somebody no longer invited. `not_ours` is about
    no meeting of ours and came to no address of ours: it is left where it is.
    """

    RECORDED = "recorded"
    DROPPED = "dropped"
    NEEDS_A_PERSON = "needs_a_person"
    NOT_OURS = "not_ours"
