"""The tables of the path from an event to its effects. They are read and written as plain rows.

`event` is append-only: the history page, the audit trail and the proof. A `delivery` is what one
subscriber still has to do about one event. A `rung` is a day on which the clock looks at an object,
a `reminder` the fact that somebody was reminded, by a mail of its own or in a `digest`, and `mail`
the ledger of everything sent.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from .tables import KEY, metadata
from .types import JsonText, UtcMoment

# What the indexes of unfinished rows hold. Queries say it in the same words: by values that are
# bound, SQLite and a prepared statement of Postgres do not see that the index is enough.
PENDING = text("state = 'pending'")
WAITING = text("state = 'waiting'")
UNFINISHED = text("state IN ('pending', 'sending', 'unknown')")
FAILED = text("state = 'failed'")
STANDING = text("ended IS NULL")

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcMoment, nullable=False),
    Column("name", String(60), nullable=False),
    Column("version", Integer, nullable=False),
    Column("about", String(20), nullable=False),
    Column("subject", String(165), nullable=False),
    Column("payload", JsonText, nullable=False),
    Column("by", KEY, nullable=False),
    Index("ix_event_about_subject", "about", "subject"),
    Index("ix_event_at", "at", "id"),
)

delivery = Table(
    "delivery",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey("event.id"), nullable=False),
    Column("subscriber", String(60), nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", UtcMoment, nullable=False),
    Column("error", Text),
    UniqueConstraint("event_id", "subscriber"),
    Index(
        "ix_delivery_pending",
        "next_attempt_at",
        sqlite_where=PENDING,
        postgresql_where=PENDING,
    ),
    Index("ix_delivery_failed", "id", sqlite_where=FAILED, postgresql_where=FAILED),
)

rung = Table(
    "rung",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ladder", String(30), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("key", String(165), nullable=False),
    Column("group", KEY, nullable=False),
    Column("version", Integer, nullable=False),
    Column("rung", String(20), nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("due_at", UtcMoment, nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", Text),
    UniqueConstraint("kind", "key", "version", "rung"),
    Index(
        "ix_rung_waiting",
        "due_at",
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    ),
    Index("ix_rung_failed", "id", sqlite_where=FAILED, postgresql_where=FAILED),
    Index("ix_rung_group", "group"),
)

mail = Table(
    "mail",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("subject_key", KEY, nullable=False),
    Column("rung", String(20), nullable=False),
    Column("person", KEY, nullable=False),
    Column("about", JsonText, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", UtcMoment),
    Column("claimed_until", UtcMoment),
    Column("sent_at", UtcMoment),
    Column("cut_off_at", UtcMoment),
    Column("error", Text),
    Index(
        "ix_mail_unfinished",
        "next_attempt_at",
        sqlite_where=UNFINISHED,
        postgresql_where=UNFINISHED,
    ),
    Index("ix_mail_failed", "id", sqlite_where=FAILED, postgresql_where=FAILED),
    Index("ix_mail_subject_key", "subject_key"),
)

digest = Table(
    "digest",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", KEY, nullable=False),
    Column("day", Date, nullable=False),
    Column("due_at", UtcMoment, nullable=False),
    Column("state", String(10), nullable=False),
    UniqueConstraint("person", "day"),
    Index(
        "ix_digest_waiting",
        "due_at",
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    ),
)

reminder = Table(
    "reminder",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("key", String(165), nullable=False),
    Column("group", KEY, nullable=False, index=True),
    Column("bell", String(30), nullable=False),
    Column("recipient", KEY, nullable=False),
    Column("rung", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("mail_id", ForeignKey("mail.id"), index=True),
    Column("digest_id", ForeignKey("digest.id"), index=True),
    UniqueConstraint("kind", "key", "recipient", "rung", "version"),
)

ladder = Table(
    "ladder",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(30), nullable=False),
    Column("key", String(165), nullable=False),
    Column("rungs", Text),
    Column("by", KEY, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Index("ix_ladder_name_key", "name", "key"),
)

absence = Table(
    "absence",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", KEY, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("withdrawn", UtcMoment),
)

snooze = Table(
    "snooze",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("key", String(165), nullable=False, index=True),
    Column("until", Date),
    Column("ended", UtcMoment),
    Index("ix_snooze_standing", "id", sqlite_where=STANDING, postgresql_where=STANDING),
)

pause = Table(
    "pause",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("why", Text, nullable=False),
    Column("ended", UtcMoment),
)

lease = Table(
    "lease",
    metadata,
    Column("name", String(30), primary_key=True),
    Column("holder", String(80), nullable=False),
    Column("expires_at", UtcMoment, nullable=False),
)

imported_row = Table(
    "imported_row",
    metadata,
    Column("sheet", String(30), primary_key=True),
    Column("key", String(165), primary_key=True),
    Column("cells", JsonText, nullable=False),
    Column("at", UtcMoment, nullable=False),
)

feed = Table(
    "feed",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(60), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("person", KEY),
    Column("kinds", JsonText, nullable=False),
    Column("area", KEY),
    Column("alarms", Boolean, nullable=False),
    Column("invited", Boolean, nullable=False),
    Column("created", UtcMoment, nullable=False),
    Column("revoked", UtcMoment),
    Column("fetched_at", UtcMoment),
    Column("fetched_by", Text),
)

# One row: when anything that calendars show last changed, in whole seconds since 1970, and one more
# than before where that second is taken. Whoever has a calendar of that second has the right one.
calendar_change = Table(
    "calendar_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
)

# What came by mail and a person has to decide: an answer from somebody who may not give it, one to
# a meeting that nobody here knows. It holds addresses, and goes when it is settled.
doubtful_answer = Table(
    "doubtful_answer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcMoment, nullable=False),
    Column("why", String(20), nullable=False),
    Column("meeting", KEY),
    Column("invitation", String(165)),
    Column("answer", JsonText, nullable=False),
    Column("identity", String(64), nullable=False, unique=True),
    Column("settled", UtcMoment),
    Column("settled_by", KEY),
)

# How often mail to an address has come back, and whether it is marked as one that takes none.
bounced_address = Table(
    "bounced_address",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("address", Text, nullable=False, unique=True),
    Column("soft", Integer, nullable=False),
    Column("code", String(12), nullable=False),
    Column("diagnostic", Text, nullable=False),
    Column("last_at", UtcMoment, nullable=False),
    Column("marked", UtcMoment),
)

# Each bounce counts once, however often the inbox is read.
bounce = Table(
    "bounce",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("identity", String(64), nullable=False, unique=True),
    Column("at", UtcMoment, nullable=False),
)
