"""The tables of who is invited to a meeting, who came, and of groups that are invited together."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from ..domain import kinds
from .notices import NoticeJson, ProposalJson
from .tables import KEY, metadata
from .types import EdtfText, KeysText, UtcMoment, Word

invitation = Table(
    "invitation",
    metadata,
    Column("key", String(165), primary_key=True),
    Column("meeting", KEY, ForeignKey("meeting.key"), nullable=False, index=True),
    Column("who", KEY, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("reply_token", String(40), nullable=False, unique=True),
    Column("asked_on", EdtfText, nullable=False),
    Column("asked_starts", UtcMoment),
    Column("asked_ends", UtcMoment),
    Column("asked_sequence", Integer, nullable=False),
    Column("language", String(2), nullable=False),
    Column("required", Boolean, nullable=False),
    Column("external", Boolean, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("partstat", Word(kinds.PartStat), nullable=False),
    Column("answered_sequence", Integer),
    Column("answered_stamp", UtcMoment),
    Column("comment", Text, nullable=False),
    Column("delegated_to", Text, nullable=False),
    Column("proposal", ProposalJson),
    Column("refused", ProposalJson),
    Column("refusal", Text, nullable=False),
    Column("known_senders", KeysText, nullable=False),
    Column("notice", NoticeJson),
    Column("before", NoticeJson),
    Column("answer_hash", String(64), nullable=False, index=True),
    Column("tickets", Integer, nullable=False),
    Column("in_place_of", KEY),
)

attendance = Table(
    "attendance",
    metadata,
    Column("key", KEY, ForeignKey("meeting.key"), primary_key=True),
    Column("present", KeysText, nullable=False),
    Column("absent", KeysText, nullable=False),
)

participant_group = Table(
    "participant_group",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("members", KeysText, nullable=False),
)
