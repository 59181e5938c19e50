"""The first schema: the council's objects and the path of an event."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("withdrawn", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_table(
        "activity",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(length=30), nullable=True),
        sa.Column("target_groups", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("wanted_effect", sa.Text(), nullable=False),
        sa.Column("theme", sa.String(length=80), nullable=True),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("responsible", sa.String(length=80), nullable=True),
        sa.Column("when", sa.String(length=13), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("done_on", sa.String(length=13), nullable=True),
        sa.Column("about", sa.String(length=165), nullable=False),
        sa.Column("op_ed", sa.String(length=80), nullable=True),
        sa.Column("why_not", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("suggested_on", sa.Date(), nullable=True),
        sa.Column("lapsed", sa.Boolean(), nullable=False),
        sa.Column("with_op_ed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index("ix_activity_about", ["about"], unique=False)
        batch_op.create_index("ix_activity_op_ed", ["op_ed"], unique=False)
        batch_op.create_index("ix_activity_status", ["status", "suggested_on"], unique=False)
        batch_op.create_index(
            "ix_activity_suggested_once",
            ["about"],
            unique=True,
            sqlite_where=sa.text("suggested_on IS NOT NULL"),
            postgresql_where=sa.text("suggested_on IS NOT NULL"),
        )
        batch_op.create_index("ix_activity_theme", ["theme"], unique=False)

    op.create_table(
        "area",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=13), nullable=True),
        sa.Column("until", sa.String(length=13), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_area")),
    )
    op.create_table(
        "attachment",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("holder", sa.String(length=80), nullable=False),
        sa.Column("use", sa.String(length=30), nullable=False),
        sa.Column("party", sa.String(length=80), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("format", sa.String(length=30), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.String(length=80), nullable=False),
        sa.Column("withdrawn", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.String(length=80), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index("ix_attachment_holder", ["holder", "kind"], unique=False)

    op.create_table(
        "belonging",
        sa.Column("theme", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=100), nullable=False),
        sa.Column("why", sa.String(length=30), nullable=False),
        sa.Column(
            "place", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("on", sa.String(length=13), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("heard", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("theme", "kind", "key", "part", name=op.f("pk_belonging")),
    )
    with op.batch_alter_table("belonging", schema=None) as batch_op:
        batch_op.create_index("ix_belonging_place", ["theme", "place"], unique=False)
        batch_op.create_index("ix_belonging_thing", ["kind", "key"], unique=False)

    op.create_table(
        "belonging_by_hand",
        sa.Column("theme", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("belongs", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("theme", "kind", "key", name=op.f("pk_belonging_by_hand")),
    )
    with op.batch_alter_table("belonging_by_hand", schema=None) as batch_op:
        batch_op.create_index("ix_belonging_by_hand_thing", ["kind", "key"], unique=False)

    op.create_table(
        "bounce",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bounce")),
        sa.UniqueConstraint("identity", name=op.f("uq_bounce_identity")),
    )
    op.create_table(
        "bounced_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("soft", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("diagnostic", sa.Text(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marked", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bounced_address")),
        sa.UniqueConstraint("address", name=op.f("uq_bounced_address_address")),
    )
    op.create_table(
        "calendar_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_change")),
    )
    op.create_table(
        "circulation",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("thing", sa.String(length=80), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_circulation")),
    )
    op.create_table(
        "comment",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("thing", sa.String(length=80), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=30), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_comment")),
        sa.UniqueConstraint(
            "kind", "thing", "edition", "by", name=op.f("uq_comment_kind_thing_edition_by")
        ),
    )
    op.create_table(
        "consultation",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.String(length=80), nullable=False),
        sa.Column("published", sa.String(length=13), nullable=True),
        sa.Column("deadline", sa.String(length=13), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("submission", sa.String(length=80), nullable=True),
        sa.Column("submitted", sa.String(length=13), nullable=True),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("responsible", sa.String(length=80), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_consultation")),
        sa.UniqueConstraint("uid", name=op.f("uq_consultation_uid")),
    )
    op.create_table(
        "contact",
        sa.Column("key", sa.String(length=90), nullable=False),
        sa.Column("organisation", sa.String(length=80), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_organisation"), ["organisation"], unique=False)

    op.create_table(
        "contact_line",
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=100), nullable=False),
        sa.Column("organisation", sa.String(length=80), nullable=False),
        sa.Column("direction", sa.String(length=30), nullable=False),
        sa.Column(
            "place", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("on", sa.String(length=13), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("heard", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint(
            "kind", "key", "part", "organisation", name=op.f("pk_contact_line")
        ),
    )
    with op.batch_alter_table("contact_line", schema=None) as batch_op:
        batch_op.create_index(
            "ix_contact_line_heard", ["organisation", "heard", "place"], unique=False
        )
        batch_op.create_index("ix_contact_line_place", ["organisation", "place"], unique=False)
        batch_op.create_index(
            "ix_contact_line_planned",
            ["place"],
            unique=False,
            sqlite_where=sa.text("planned = 1"),
            postgresql_where=sa.text("planned"),
        )

    op.create_table(
        "coverage",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("on", sa.String(length=13), nullable=False),
        sa.Column("sort", sa.String(length=30), nullable=False),
        sa.Column("outlet", sa.String(length=80), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("op_ed", sa.String(length=80), nullable=True),
        sa.Column("theme", sa.String(length=80), nullable=True),
        sa.Column("letter", sa.String(length=80), nullable=True),
        sa.Column("speaker", sa.String(length=80), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_coverage")),
    )
    with op.batch_alter_table("coverage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coverage_letter"), ["letter"], unique=False)
        batch_op.create_index("ix_coverage_on", ["on"], unique=False)
        batch_op.create_index(batch_op.f("ix_coverage_op_ed"), ["op_ed"], unique=False)
        batch_op.create_index("ix_coverage_outlet_on", ["outlet", "on"], unique=False)
        batch_op.create_index("ix_coverage_theme_on", ["theme", "on"], unique=False)

    op.create_table(
        "deadline",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("due", sa.String(length=13), nullable=False),
        sa.Column("consultation", sa.String(length=80), nullable=True),
        sa.Column("responsible", sa.String(length=80), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("met_on", sa.String(length=13), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=30), nullable=True),
        sa.Column("planned", sa.Date(), nullable=True),
        sa.Column("meeting", sa.String(length=80), nullable=True),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_deadline")),
        sa.UniqueConstraint("uid", name=op.f("uq_deadline_uid")),
    )
    op.create_table(
        "digest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest")),
        sa.UniqueConstraint("person", "day", name=op.f("uq_digest_person_day")),
    )
    with op.batch_alter_table("digest", schema=None) as batch_op:
        batch_op.create_index(
            "ix_digest_waiting",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "doubtful_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("meeting", sa.String(length=80), nullable=True),
        sa.Column("invitation", sa.String(length=165), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("identity", sa.String(length=64), nullable=False),
        sa.Column("settled", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doubtful_answer")),
        sa.UniqueConstraint("identity", name=op.f("uq_doubtful_answer_identity")),
    )
    op.create_table(
        "drawer",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("area", sa.String(length=80), nullable=False),
        sa.Column("recipients", sa.Text(), nullable=False),
        sa.Column("standings", sa.Text(), nullable=False),
        sa.Column("holds", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drawer")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=165), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_about_subject", ["about", "subject"], unique=False)
        batch_op.create_index("ix_event_at", ["at", "id"], unique=False)

    op.create_table(
        "feed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=True),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("alarms", sa.Boolean(), nullable=False),
        sa.Column("invited", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fetched_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_feed_token_hash")),
    )
    op.create_table(
        "follow_up",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("department", sa.String(length=80), nullable=False),
        sa.Column("letters", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("drafted", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_for", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("decided", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.String(length=80), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("sent_as", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_follow_up")),
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(
            "ix_follow_up_drafted",
            ["department"],
            unique=True,
            sqlite_where=sa.text("status = 'drafted'"),
            postgresql_where=sa.text("status = 'drafted'"),
        )

    op.create_table(
        "form_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("restores", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_version")),
        sa.UniqueConstraint("theme", "number", name=op.f("uq_form_version_theme_number")),
    )
    op.create_table(
        "frozen_file",
        sa.Column("snapshot", sa.String(length=80), nullable=False),
        sa.Column("ending", sa.String(length=10), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("snapshot", "ending", name=op.f("pk_frozen_file")),
    )
    op.create_table(
        "imported_row",
        sa.Column("sheet", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=165), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sheet", "key", name=op.f("pk_imported_row")),
    )
    op.create_table(
        "ladder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=165), nullable=False),
        sa.Column("rungs", sa.Text(), nullable=True),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ladder")),
    )
    with op.batch_alter_table("ladder", schema=None) as batch_op:
        batch_op.create_index("ix_ladder_name_key", ["name", "key"], unique=False)

    op.create_table(
        "lease",
        sa.Column("name", sa.String(length=30), nullable=False),
        sa.Column("holder", sa.String(length=80), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.create_table(
        "letter",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("sent", sa.String(length=13), nullable=False),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("responsible", sa.String(length=80), nullable=True),
        sa.Column("follows_up", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(
            "ix_letter_follows_up",
            ["follows_up", "key"],
            unique=False,
            sqlite_where=sa.text("follows_up <> '' AND NOT withdrawn"),
            postgresql_where=sa.text("follows_up <> '' AND NOT withdrawn"),
        )
        batch_op.create_index("ix_letter_sent", ["sent"], unique=False)

    op.create_table(
        "letter_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("written", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_text")),
    )
    with op.batch_alter_table("letter_text", schema=None) as batch_op:
        batch_op.create_index("ix_letter_text_name", ["name", "written"], unique=False)

    op.create_table(
        "mail",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("subject_key", sa.String(length=80), nullable=False),
        sa.Column("rung", sa.String(length=20), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cut_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
    )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.create_index(
            "ix_mail_failed",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )
        batch_op.create_index("ix_mail_subject_key", ["subject_key"], unique=False)
        batch_op.create_index(
            "ix_mail_unfinished",
            ["next_attempt_at"],
            unique=False,
            sqlite_where=sa.text("state IN ('pending', 'sending', 'unknown')"),
            postgresql_where=sa.text("state IN ('pending', 'sending', 'unknown')"),
        )

    op.create_table(
        "measure",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("theme", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("responsible", sa.String(length=80), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("follow_up", sa.String(length=13), nullable=True),
        sa.Column("done_on", sa.String(length=13), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_measure")),
    )
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_measure_theme"), ["theme"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("on_date", sa.String(length=13), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("participants", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("followed", sa.Boolean(), nullable=False),
        sa.Column("papers_sent", sa.String(length=13), nullable=True),
        sa.Column("minutes_sent", sa.String(length=13), nullable=True),
        sa.Column("comments_by", sa.String(length=13), nullable=True),
        sa.Column("minutes_approved_in", sa.String(length=80), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("join_url", sa.Text(), nullable=False),
        sa.Column("papers_url", sa.Text(), nullable=False),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meeting")),
        sa.UniqueConstraint("uid", name=op.f("uq_meeting_uid")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index("ix_meeting_kind_status", ["kind", "status"], unique=False)
        batch_op.create_index("ix_meeting_status", ["status"], unique=False)

    op.create_table(
        "note",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("organisation", sa.String(length=80), nullable=False),
        sa.Column("on", sa.String(length=13), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("theme", sa.String(length=80), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_note")),
    )
    op.create_table(
        "op_ed",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("touched", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("outlet", sa.String(length=80), nullable=True),
        sa.Column("published", sa.String(length=13), nullable=True),
        sa.Column("cosigners", sa.Text(), nullable=False),
        sa.Column("reaction", sa.Text(), nullable=False),
        sa.Column("responsible", sa.String(length=80), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("touches", sa.Integer(), nullable=False),
        sa.Column("comments_by", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_op_ed")),
    )
    op.create_table(
        "organisation",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("successor", sa.String(length=80), nullable=True),
        sa.Column("succeeded_on", sa.Date(), nullable=True),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_organisation")),
    )
    op.create_table(
        "outlet",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("longest", sa.Integer(), nullable=True),
        sa.Column("lead_days", sa.Integer(), nullable=True),
        sa.Column("submit_to", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_outlet")),
    )
    op.create_table(
        "participant_group",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("members", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_participant_group")),
    )
    op.create_table(
        "pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    op.create_table(
        "person",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("organisation", sa.String(length=80), nullable=True),
        sa.Column("deputy_for", sa.String(length=80), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("digest_rhythm", sa.String(length=30), nullable=False),
        sa.Column("digest_hour", sa.Time(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_person")),
    )
    op.create_table(
        "point",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("letter", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_point")),
    )
    with op.batch_alter_table("point", schema=None) as batch_op:
        batch_op.create_index("ix_point_letter", ["letter", "number"], unique=False)

    op.create_table(
        "promise",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("organisation", sa.String(length=80), nullable=False),
        sa.Column("given", sa.String(length=13), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("by_when", sa.String(length=13), nullable=True),
        sa.Column("theme", sa.String(length=80), nullable=True),
        sa.Column("said_in", sa.String(length=100), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("kept_on", sa.String(length=13), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("responsible", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_promise")),
    )
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.create_index("ix_promise_organisation", ["organisation", "status"], unique=False)
        batch_op.create_index("ix_promise_said_in", ["said_in"], unique=False)
        batch_op.create_index("ix_promise_status", ["status"], unique=False)
        batch_op.create_index("ix_promise_theme", ["theme", "status"], unique=False)

    op.create_table(
        "public_mark",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("thing", sa.String(length=80), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_public_mark")),
        sa.UniqueConstraint("uid", name=op.f("uq_public_mark_uid")),
    )
    with op.batch_alter_table("public_mark", schema=None) as batch_op:
        batch_op.create_index("ix_public_mark_shown", ["shown"], unique=False)

    op.create_table(
        "report_sending",
        sa.Column("schedule", sa.String(length=80), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("readers", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("schedule", "due", name=op.f("pk_report_sending")),
    )
    op.create_table(
        "report_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_template")),
    )
    op.create_table(
        "rung",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ladder", sa.String(length=30), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=165), nullable=False),
        sa.Column("group", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rung", sa.String(length=20), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rung")),
        sa.UniqueConstraint(
            "kind", "key", "version", "rung", name=op.f("uq_rung_kind_key_version_rung")
        ),
    )
    with op.batch_alter_table("rung", schema=None) as batch_op:
        batch_op.create_index(
            "ix_rung_failed",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )
        batch_op.create_index("ix_rung_group", ["group"], unique=False)
        batch_op.create_index(
            "ix_rung_waiting",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "scheduled_report",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("report", sa.String(length=80), nullable=False),
        sa.Column("span", sa.String(length=30), nullable=False),
        sa.Column("ending", sa.String(length=10), nullable=False),
        sa.Column("rhythm", sa.String(length=30), nullable=False),
        sa.Column("days_before", sa.Integer(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_scheduled_report")),
    )
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
    )
    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.create_index("ix_search_entry_kind_key", ["kind", "key"], unique=True)

    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "snapshot",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("report", sa.String(length=80), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("quarter", sa.String(length=7), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("report", "quarter", name=op.f("uq_snapshot_report_quarter")),
    )
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.create_index("ix_snapshot_report_as_of", ["report", "as_of"], unique=False)

    op.create_table(
        "snooze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=165), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snooze")),
    )
    with op.batch_alter_table("snooze", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snooze_key"), ["key"], unique=False)
        batch_op.create_index(
            "ix_snooze_standing",
            ["id"],
            unique=False,
            sqlite_where=sa.text("ended IS NULL"),
            postgresql_where=sa.text("ended IS NULL"),
        )

    op.create_table(
        "speaker",
        sa.Column("key", sa.String(length=170), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("theme", sa.String(length=80), nullable=True),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_speaker")),
    )
    with op.batch_alter_table("speaker", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_speaker_area"), ["area"], unique=False)
        batch_op.create_index(batch_op.f("ix_speaker_theme"), ["theme"], unique=False)

    op.create_table(
        "stakeholder",
        sa.Column("key", sa.String(length=165), nullable=False),
        sa.Column("theme", sa.String(length=80), nullable=False),
        sa.Column("organisation", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("responsibility", sa.Text(), nullable=False),
        sa.Column("influence", sa.String(length=30), nullable=True),
        sa.Column("interest", sa.String(length=30), nullable=True),
        sa.Column("known_by", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("heard", sa.Date(), nullable=True),
        sa.Column("hearings", sa.Integer(), nullable=False),
        sa.Column("awaited", sa.Date(), nullable=True),
        sa.Column("stance_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_stakeholder")),
    )
    with op.batch_alter_table("stakeholder", schema=None) as batch_op:
        batch_op.create_index("ix_stakeholder_organisation", ["organisation"], unique=False)
        batch_op.create_index("ix_stakeholder_theme", ["theme"], unique=False)

    op.create_table(
        "target_group",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_target_group")),
    )
    op.create_table(
        "theme",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("touched", sa.Date(), nullable=False),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("told", sa.String(length=30), nullable=True),
        sa.Column("stage", sa.String(length=30), nullable=True),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("responsible", sa.String(length=80), nullable=True),
        sa.Column("touches", sa.Integer(), nullable=False),
        sa.Column("set_aside", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_theme")),
    )
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.create_index("ix_theme_area", ["area"], unique=False)

    op.create_table(
        "account",
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("tenant", sa.String(length=200), nullable=True),
        sa.Column("subject", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.key"], name=op.f("fk_account_person_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_account")),
        sa.UniqueConstraint("tenant", "subject", name=op.f("uq_account_tenant_subject")),
    )
    op.create_table(
        "attachment_piece",
        sa.Column("attachment", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment"],
            ["attachment.key"],
            name=op.f("fk_attachment_piece_attachment_attachment"),
        ),
        sa.PrimaryKeyConstraint("attachment", "number", name=op.f("pk_attachment_piece")),
    )
    op.create_table(
        "attendance",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("absent", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["key"], ["meeting.key"], name=op.f("fk_attendance_key_meeting")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_attendance")),
    )
    op.create_table(
        "circulated_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circulation_key", sa.String(length=100), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["circulation_key"],
            ["circulation.key"],
            name=op.f("fk_circulated_text_circulation_key_circulation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circulated_text")),
    )
    with op.batch_alter_table("circulated_text", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_circulated_text_circulation_key"), ["circulation_key"], unique=False
        )

    op.create_table(
        "comment_wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("comment_key", sa.String(length=80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_key"], ["comment.key"], name=op.f("fk_comment_wording_comment_key_comment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_wording")),
    )
    with op.batch_alter_table("comment_wording", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_comment_wording_comment_key"), ["comment_key"], unique=False
        )

    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("subscriber", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_delivery_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("event_id", "subscriber", name=op.f("uq_delivery_event_id_subscriber")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index(
            "ix_delivery_failed",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )
        batch_op.create_index(
            "ix_delivery_pending",
            ["next_attempt_at"],
            unique=False,
            sqlite_where=sa.text("state = 'pending'"),
            postgresql_where=sa.text("state = 'pending'"),
        )

    op.create_table(
        "filed",
        sa.Column("letter", sa.String(length=80), nullable=False),
        sa.Column("drawer", sa.BigInteger(), nullable=False),
        sa.Column(
            "sent", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column(
            "title", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column(
            "due", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.ForeignKeyConstraint(["letter"], ["letter.key"], name=op.f("fk_filed_letter_letter")),
        sa.PrimaryKeyConstraint("letter", name=op.f("pk_filed")),
    )
    with op.batch_alter_table("filed", schema=None) as batch_op:
        batch_op.create_index("ix_filed_drawer_sent", ["drawer", "sent"], unique=False)
        batch_op.create_index("ix_filed_due", ["due"], unique=False)
        batch_op.create_index("ix_filed_sent", ["sent", "drawer"], unique=False)
        batch_op.create_index("ix_filed_title", ["title"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("key", sa.String(length=165), nullable=False),
        sa.Column("meeting", sa.String(length=80), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("reply_token", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.String(length=13), nullable=False),
        sa.Column("asked_starts", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_ends", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_sequence", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("external", sa.Boolean(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("partstat", sa.String(length=30), nullable=False),
        sa.Column("answered_sequence", sa.Integer(), nullable=True),
        sa.Column("answered_stamp", sa.DateTime(timezone=True), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("delegated_to", sa.Text(), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=True),
        sa.Column("refused", sa.Text(), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=False),
        sa.Column("known_senders", sa.Text(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("answer_hash", sa.String(length=64), nullable=False),
        sa.Column("tickets", sa.Integer(), nullable=False),
        sa.Column("in_place_of", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.key"], name=op.f("fk_invitation_meeting_meeting")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_invitation")),
        sa.UniqueConstraint("reply_token", name=op.f("uq_invitation_reply_token")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_invitation_answer_hash"), ["answer_hash"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_invitation_meeting"), ["meeting"], unique=False)

    op.create_table(
        "obligation",
        sa.Column("key", sa.String(length=165), nullable=False),
        sa.Column("letter_key", sa.String(length=80), nullable=False),
        sa.Column("recipient", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Boolean(), nullable=False),
        sa.Column("ruled", sa.Text(), nullable=True),
        sa.Column("set_by_hand", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("asked_again_in", sa.String(length=80), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["letter_key"], ["letter.key"], name=op.f("fk_obligation_letter_key_letter")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_obligation")),
    )
    with op.batch_alter_table("obligation", schema=None) as batch_op:
        batch_op.create_index(
            "ix_obligation_closed_on_due_on", ["expected", "closed_on", "due_on"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_obligation_letter_key"), ["letter_key"], unique=False)

    op.create_table(
        "op_ed_submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("op_ed_key", sa.String(length=80), nullable=False),
        sa.Column("outlet", sa.String(length=80), nullable=True),
        sa.Column("sent", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=30), nullable=False),
        sa.Column("answered", sa.String(length=13), nullable=True),
        sa.ForeignKeyConstraint(
            ["op_ed_key"], ["op_ed.key"], name=op.f("fk_op_ed_submission_op_ed_key_op_ed")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_op_ed_submission")),
    )
    with op.batch_alter_table("op_ed_submission", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_op_ed_submission_op_ed_key"), ["op_ed_key"], unique=False
        )

    op.create_table(
        "point_judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("point_key", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("uptake", sa.String(length=30), nullable=False),
        sa.Column("on", sa.String(length=13), nullable=False),
        sa.Column("where", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["point_key"], ["point.key"], name=op.f("fk_point_judgement_point_key_point")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point_judgement")),
    )
    with op.batch_alter_table("point_judgement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_point_judgement_point_key"), ["point_key"], unique=False
        )

    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=165), nullable=False),
        sa.Column("group", sa.String(length=80), nullable=False),
        sa.Column("bell", sa.String(length=30), nullable=False),
        sa.Column("recipient", sa.String(length=80), nullable=False),
        sa.Column("rung", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mail_id", sa.String(length=36), nullable=True),
        sa.Column("digest_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["digest_id"], ["digest.id"], name=op.f("fk_reminder_digest_id_digest")
        ),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name=op.f("fk_reminder_mail_id_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint(
            "kind",
            "key",
            "recipient",
            "rung",
            "version",
            name=op.f("uq_reminder_kind_key_recipient_rung_version"),
        ),
    )
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminder_digest_id"), ["digest_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reminder_group"), ["group"], unique=False)
        batch_op.create_index(batch_op.f("ix_reminder_mail_id"), ["mail_id"], unique=False)

    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("browser", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.key"], name=op.f("fk_session_person_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_session_token_hash")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_person"), ["person"], unique=False)

    op.create_table(
        "sign_in_link",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=True),
        sa.Column("address_mark", sa.String(length=43), nullable=False),
        sa.Column("client_mark", sa.String(length=43), nullable=False),
        sa.Column("browser_hash", sa.String(length=64), nullable=True),
        sa.Column("browser", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person"], ["person.key"], name=op.f("fk_sign_in_link_person_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_link_token_hash")),
    )
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.create_index("ix_sign_in_link_created", ["created"], unique=False)

    op.create_table(
        "stance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stakeholder_key", sa.String(length=165), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(length=30), nullable=False),
        sa.Column("as_of", sa.String(length=13), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stakeholder_key"],
            ["stakeholder.key"],
            name=op.f("fk_stance_stakeholder_key_stakeholder"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stance")),
    )
    with op.batch_alter_table("stance", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_stance_stakeholder_key"), ["stakeholder_key"], unique=False
        )

    op.create_table(
        "theme_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("theme_key", sa.String(length=80), nullable=False),
        sa.Column("point", sa.String(length=30), nullable=False),
        sa.Column("outcome", sa.String(length=30), nullable=False),
        sa.Column("on", sa.String(length=13), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("meeting", sa.String(length=80), nullable=True),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["theme_key"], ["theme.key"], name=op.f("fk_theme_decision_theme_key_theme")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_decision")),
    )
    with op.batch_alter_table("theme_decision", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_theme_decision_theme_key"), ["theme_key"], unique=False
        )

    op.create_table(
        "reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("obligation_key", sa.String(length=165), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("received", sa.String(length=13), nullable=False),
        sa.Column("promised", sa.String(length=13), nullable=True),
        sa.Column("sign_off", sa.String(length=30), nullable=True),
        sa.Column("answered_by", sa.String(length=80), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("given_to", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(
            ["obligation_key"], ["obligation.key"], name=op.f("fk_reply_obligation_key_obligation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
    )
    with op.batch_alter_table("reply", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reply_obligation_key"), ["obligation_key"], unique=False
        )
        batch_op.create_index("ix_reply_received", ["received"], unique=False)

    op.create_table(
        "sign_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("obligation_key", sa.String(length=165), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("on", sa.String(length=13), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("given_to", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(
            ["obligation_key"],
            ["obligation.key"],
            name=op.f("fk_sign_off_obligation_key_obligation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
    )
    with op.batch_alter_table("sign_off", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sign_off_obligation_key"), ["obligation_key"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("sign_off", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_off_obligation_key"))

    op.drop_table("sign_off")
    with op.batch_alter_table("reply", schema=None) as batch_op:
        batch_op.drop_index("ix_reply_received")
        batch_op.drop_index(batch_op.f("ix_reply_obligation_key"))

    op.drop_table("reply")
    with op.batch_alter_table("theme_decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_decision_theme_key"))

    op.drop_table("theme_decision")
    with op.batch_alter_table("stance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stance_stakeholder_key"))

    op.drop_table("stance")
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.drop_index("ix_sign_in_link_created")

    op.drop_table("sign_in_link")
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_person"))

    op.drop_table("session")
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminder_mail_id"))
        batch_op.drop_index(batch_op.f("ix_reminder_group"))
        batch_op.drop_index(batch_op.f("ix_reminder_digest_id"))

    op.drop_table("reminder")
    with op.batch_alter_table("point_judgement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_point_judgement_point_key"))

    op.drop_table("point_judgement")
    with op.batch_alter_table("op_ed_submission", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_op_ed_submission_op_ed_key"))

    op.drop_table("op_ed_submission")
    with op.batch_alter_table("obligation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_obligation_letter_key"))
        batch_op.drop_index("ix_obligation_closed_on_due_on")

    op.drop_table("obligation")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_meeting"))
        batch_op.drop_index(batch_op.f("ix_invitation_answer_hash"))

    op.drop_table("invitation")
    with op.batch_alter_table("filed", schema=None) as batch_op:
        batch_op.drop_index("ix_filed_title")
        batch_op.drop_index("ix_filed_sent")
        batch_op.drop_index("ix_filed_due")
        batch_op.drop_index("ix_filed_drawer_sent")

    op.drop_table("filed")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_delivery_pending",
            sqlite_where=sa.text("state = 'pending'"),
            postgresql_where=sa.text("state = 'pending'"),
        )
        batch_op.drop_index(
            "ix_delivery_failed",
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )

    op.drop_table("delivery")
    with op.batch_alter_table("comment_wording", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_wording_comment_key"))

    op.drop_table("comment_wording")
    with op.batch_alter_table("circulated_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circulated_text_circulation_key"))

    op.drop_table("circulated_text")
    op.drop_table("attendance")
    op.drop_table("attachment_piece")
    op.drop_table("account")
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.drop_index("ix_theme_area")

    op.drop_table("theme")
    op.drop_table("target_group")
    with op.batch_alter_table("stakeholder", schema=None) as batch_op:
        batch_op.drop_index("ix_stakeholder_theme")
        batch_op.drop_index("ix_stakeholder_organisation")

    op.drop_table("stakeholder")
    with op.batch_alter_table("speaker", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_speaker_theme"))
        batch_op.drop_index(batch_op.f("ix_speaker_area"))

    op.drop_table("speaker")
    with op.batch_alter_table("snooze", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_snooze_standing",
            sqlite_where=sa.text("ended IS NULL"),
            postgresql_where=sa.text("ended IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_snooze_key"))

    op.drop_table("snooze")
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.drop_index("ix_snapshot_report_as_of")

    op.drop_table("snapshot")
    op.drop_table("setting")
    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_search_entry_kind_key")

    op.drop_table("search_entry")
    op.drop_table("scheduled_report")
    with op.batch_alter_table("rung", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_rung_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index("ix_rung_group")
        batch_op.drop_index(
            "ix_rung_failed",
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )

    op.drop_table("rung")
    op.drop_table("report_template")
    op.drop_table("report_sending")
    with op.batch_alter_table("public_mark", schema=None) as batch_op:
        batch_op.drop_index("ix_public_mark_shown")

    op.drop_table("public_mark")
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.drop_index("ix_promise_theme")
        batch_op.drop_index("ix_promise_status")
        batch_op.drop_index("ix_promise_said_in")
        batch_op.drop_index("ix_promise_organisation")

    op.drop_table("promise")
    with op.batch_alter_table("point", schema=None) as batch_op:
        batch_op.drop_index("ix_point_letter")

    op.drop_table("point")
    op.drop_table("person")
    op.drop_table("pause")
    op.drop_table("participant_group")
    op.drop_table("outlet")
    op.drop_table("organisation")
    op.drop_table("op_ed")
    op.drop_table("note")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index("ix_meeting_status")
        batch_op.drop_index("ix_meeting_kind_status")

    op.drop_table("meeting")
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_measure_theme"))

    op.drop_table("measure")
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_mail_unfinished",
            sqlite_where=sa.text("state IN ('pending', 'sending', 'unknown')"),
            postgresql_where=sa.text("state IN ('pending', 'sending', 'unknown')"),
        )
        batch_op.drop_index("ix_mail_subject_key")
        batch_op.drop_index(
            "ix_mail_failed",
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )

    op.drop_table("mail")
    with op.batch_alter_table("letter_text", schema=None) as batch_op:
        batch_op.drop_index("ix_letter_text_name")

    op.drop_table("letter_text")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index("ix_letter_sent")
        batch_op.drop_index(
            "ix_letter_follows_up",
            sqlite_where=sa.text("follows_up <> '' AND NOT withdrawn"),
            postgresql_where=sa.text("follows_up <> '' AND NOT withdrawn"),
        )

    op.drop_table("letter")
    op.drop_table("lease")
    with op.batch_alter_table("ladder", schema=None) as batch_op:
        batch_op.drop_index("ix_ladder_name_key")

    op.drop_table("ladder")
    op.drop_table("imported_row")
    op.drop_table("frozen_file")
    op.drop_table("form_version")
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_follow_up_drafted",
            sqlite_where=sa.text("status = 'drafted'"),
            postgresql_where=sa.text("status = 'drafted'"),
        )

    op.drop_table("follow_up")
    op.drop_table("feed")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index("ix_event_at")
        batch_op.drop_index("ix_event_about_subject")

    op.drop_table("event")
    op.drop_table("drawer")
    op.drop_table("doubtful_answer")
    with op.batch_alter_table("digest", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_digest_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.drop_table("digest")
    op.drop_table("deadline")
    with op.batch_alter_table("coverage", schema=None) as batch_op:
        batch_op.drop_index("ix_coverage_theme_on")
        batch_op.drop_index("ix_coverage_outlet_on")
        batch_op.drop_index(batch_op.f("ix_coverage_op_ed"))
        batch_op.drop_index("ix_coverage_on")
        batch_op.drop_index(batch_op.f("ix_coverage_letter"))

    op.drop_table("coverage")
    with op.batch_alter_table("contact_line", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_contact_line_planned",
            sqlite_where=sa.text("planned = 1"),
            postgresql_where=sa.text("planned"),
        )
        batch_op.drop_index("ix_contact_line_place")
        batch_op.drop_index("ix_contact_line_heard")

    op.drop_table("contact_line")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_organisation"))

    op.drop_table("contact")
    op.drop_table("consultation")
    op.drop_table("comment")
    op.drop_table("circulation")
    op.drop_table("calendar_change")
    op.drop_table("bounced_address")
    op.drop_table("bounce")
    with op.batch_alter_table("belonging_by_hand", schema=None) as batch_op:
        batch_op.drop_index("ix_belonging_by_hand_thing")

    op.drop_table("belonging_by_hand")
    with op.batch_alter_table("belonging", schema=None) as batch_op:
        batch_op.drop_index("ix_belonging_thing")
        batch_op.drop_index("ix_belonging_place")

    op.drop_table("belonging")
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_index("ix_attachment_holder")

    op.drop_table("attachment")
    op.drop_table("area")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_index("ix_activity_theme")
        batch_op.drop_index(
            "ix_activity_suggested_once",
            sqlite_where=sa.text("suggested_on IS NOT NULL"),
            postgresql_where=sa.text("suggested_on IS NOT NULL"),
        )
        batch_op.drop_index("ix_activity_status")
        batch_op.drop_index("ix_activity_op_ed")
        batch_op.drop_index("ix_activity_about")

    op.drop_table("activity")
    op.drop_table("absence")
