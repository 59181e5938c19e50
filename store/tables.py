"""The tables of the council's objects. Mapping them onto the domain's classes is in `mapping`.

Names of people and organisations stand in their own tables only; everything else holds keys.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    text,
)

from ..domain import kinds
from ..domain.digests import Rhythm
from .types import DueDateJson, EdtfText, JsonText, KeysText, UtcMoment, Word

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

KEY = String(80)

# Few letters follow up others; queries say it in the same words, so that this index is enough.
FOLLOWING_UP = text("follows_up <> '' AND NOT withdrawn")


def _calendar_columns() -> list[Column[object]]:
    return [
        Column("uid", String(36), nullable=False, unique=True),
        Column("sequence", Integer, nullable=False),
        Column("created", UtcMoment, nullable=False),
        Column("modified", UtcMoment, nullable=False),
    ]


organisation = Table(
    "organisation",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("successor", KEY),
    Column("succeeded_on", Date),
    Column("email", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("language", String(2), nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("role", Word(kinds.Role), nullable=False),
    Column("organisation", KEY),
    Column("deputy_for", KEY),
    Column("since", Date),
    Column("until", Date),
    Column("digest_rhythm", Word(Rhythm), nullable=False),
    Column("digest_hour", Time),
)

area = Table(
    "area",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("since", EdtfText),
    Column("until", EdtfText),
)

letter = Table(
    "letter",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("kind", Word(kinds.LetterKind), nullable=False),
    Column("title", Text, nullable=False),
    Column("sent", EdtfText, nullable=False),
    Column("area", KEY),
    Column("responsible", KEY),
    Column("follows_up", KeysText, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Index("ix_letter_sent", "sent"),
    Index(
        "ix_letter_follows_up",
        "follows_up",
        "key",
        sqlite_where=FOLLOWING_UP,
        postgresql_where=FOLLOWING_UP,
    ),
)

obligation = Table(
    "obligation",
    metadata,
    Column("key", String(165), primary_key=True),
    Column("letter_key", KEY, ForeignKey("letter.key"), nullable=False, index=True),
    Column("recipient", KEY, nullable=False),
    Column("position", Integer, nullable=False),
    Column("expected", Boolean, nullable=False),
    Column("ruled", DueDateJson),
    Column("set_by_hand", Date),
    Column("version", Integer, nullable=False),
    Column("asked_again_in", KEY),
    Column("due_on", Date),
    Column("closed_on", Date),
    Index("ix_obligation_closed_on_due_on", "expected", "closed_on", "due_on"),
)

reply = Table(
    "reply",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("obligation_key", ForeignKey("obligation.key"), nullable=False, index=True),
    Column("kind", Word(kinds.ReplyKind), nullable=False),
    Column("received", EdtfText, nullable=False),
    Column("promised", EdtfText),
    Column("sign_off", Word(kinds.SignOffCode)),
    Column("answered_by", KEY, nullable=False),
    Column("summary", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("given_to", KEY),
    Index("ix_reply_received", "received"),
)

sign_off = Table(
    "sign_off",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("obligation_key", ForeignKey("obligation.key"), nullable=False, index=True),
    Column("code", Word(kinds.SignOffCode), nullable=False),
    Column("on", EdtfText, nullable=False),
    Column("by", KEY, nullable=False),
    Column("note", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("given_to", KEY),
)

# One draft at a time for a department: what is overdue meanwhile joins it.
DRAFTED = text("status = 'drafted'")

follow_up = Table(
    "follow_up",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("department", KEY, nullable=False),
    Column("letters", KeysText, nullable=False),
    Column("number", Integer, nullable=False),
    Column("language", String(2), nullable=False),
    Column("drafted", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("written_for", KeysText, nullable=False),
    Column("status", Word(kinds.FollowUpStatus), nullable=False),
    Column("decided", Date),
    Column("decided_by", KEY),
    Column("reason", Text, nullable=False),
    Column("sent_as", KEY),
    Index(
        "ix_follow_up_drafted",
        "department",
        unique=True,
        sqlite_where=DRAFTED,
        postgresql_where=DRAFTED,
    ),
)

consultation = Table(
    "consultation",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("kind", Word(kinds.ConsultationKind), nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", KEY, nullable=False),
    Column("published", EdtfText),
    Column("deadline", EdtfText),
    Column("status", Word(kinds.ConsultationStatus), nullable=False),
    Column("submission", KEY),
    Column("submitted", EdtfText),
    Column("area", KEY),
    Column("responsible", KEY),
    Column("source", Text, nullable=False),
    Column("version", Integer, nullable=False),
    *_calendar_columns(),
)

op_ed = Table(
    "op_ed",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("title", Text, nullable=False),
    Column("touched", Date, nullable=False),
    Column("status", Word(kinds.OpEdStatus), nullable=False),
    Column("area", KEY),
    Column("outlet", KEY),
    Column("published", EdtfText),
    Column("cosigners", KeysText, nullable=False),
    Column("reaction", Text, nullable=False),
    Column("responsible", KEY),
    Column("source", Text, nullable=False),
    Column("touches", Integer, nullable=False),
    Column("comments_by", Date),
)

op_ed_submission = Table(
    "op_ed_submission",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("op_ed_key", KEY, ForeignKey("op_ed.key"), nullable=False, index=True),
    Column("outlet", KEY),
    Column("sent", Date, nullable=False),
    Column("outcome", Word(kinds.SubmissionOutcome), nullable=False),
    Column("answered", EdtfText),
)

meeting = Table(
    "meeting",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("kind", Word(kinds.MeetingKind), nullable=False),
    Column("title", Text, nullable=False),
    Column("on_date", EdtfText, nullable=False),
    Column("starts", UtcMoment),
    Column("ends", UtcMoment),
    Column("place", Text, nullable=False),
    Column("participants", KeysText, nullable=False),
    Column("status", Word(kinds.MeetingStatus), nullable=False),
    Column("source", Text, nullable=False),
    Column("followed", Boolean, nullable=False),
    Column("papers_sent", EdtfText),
    Column("minutes_sent", EdtfText),
    Column("comments_by", EdtfText),
    Column("minutes_approved_in", KEY),
    Column("version", Integer, nullable=False),
    Column("agenda", Text, nullable=False),
    Column("join_url", Text, nullable=False),
    Column("papers_url", Text, nullable=False),
    Column("area", KEY),
    *_calendar_columns(),
    Index("ix_meeting_kind_status", "kind", "status"),
    Index("ix_meeting_status", "status"),
)

deadline = Table(
    "deadline",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("kind", Word(kinds.DeadlineKind), nullable=False),
    Column("title", Text, nullable=False),
    Column("due", EdtfText, nullable=False),
    Column("consultation", KEY),
    Column("responsible", KEY),
    Column("status", Word(kinds.DeadlineStatus), nullable=False),
    Column("met_on", EdtfText),
    Column("source", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("step", Word(kinds.Step)),
    Column("planned", Date),
    Column("meeting", KEY),
    *_calendar_columns(),
)

setting = Table(
    "setting",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("value", JsonText, nullable=False),
)
