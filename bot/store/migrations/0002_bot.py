"""The bot's own tables."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID, Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("object", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("result", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "cursor",
        sa.Column("name", sa.String(length=120), nullable=False, comment="telegram:offset"),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_cursor")),
    )
    op.create_table(
        "fact",
        sa.Column("key", sa.String(length=80), nullable=False, comment="demo.now, demo.seed"),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_fact")),
    )
    op.create_table(
        "inbox",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.Column(
            "conversation", sa.String(length=200), nullable=False, comment="platform:conversation; answered in order"
        ),
        sa.Column("message", sa.JSON(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False, comment="new, claimed, done or dead"),
        sa.Column("claimed_by", sa.String(length=80), nullable=True),
        sa.Column("claimed_until", Instant(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(length=200), nullable=True, comment="the incident it died of"),
        sa.Column("done_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("message_id", name=op.f("uq_inbox_message_id")),
    )
    op.create_index("ix_inbox_state_id", "inbox", ["state", "id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False, comment="what it answers, so that it is said once"),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("conversation", sa.String(length=200), nullable=False),
        sa.Column("thread", sa.String(length=200), nullable=True),
        sa.Column(
            "recipient",
            sa.String(length=120),
            nullable=True,
            comment="the one person who may see it; null: everyone in the place",
        ),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False, comment="new, claimed, sent or dead"),
        sa.Column("not_before", Instant(), nullable=False),
        sa.Column("claimed_by", sa.String(length=80), nullable=True),
        sa.Column("claimed_until", Instant(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_as", sa.String(length=200), nullable=True, comment="the platform's reference of the message"),
        sa.Column("error", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    op.create_index("ix_outbox_state_not_before", "outbox", ["state", "not_before"], unique=False)
    op.create_table(
        "preference",
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=False, comment="what was asked back, as store:central"),
        sa.Column("answer", sa.String(length=200), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("person_key", "question", name=op.f("pk_preference")),
    )
    op.create_table(
        "turn",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("thread", sa.String(length=300), nullable=False, comment="platform:conversation:thread"),
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("reply", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turn")),
    )
    op.create_index("ix_turn_thread_id", "turn", ["thread", "id"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("unit_id", BIG_ID, nullable=True),
        sa.Column("teams", sa.JSON(), nullable=False),
        sa.Column("leads", sa.String(length=80), nullable=True, comment="the team they lead"),
        sa.Column("default_for_role", sa.Boolean(), nullable=False, comment="whom --as ROLE means in this home"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("key", name=op.f("uq_person_key")),
    )
    op.create_table(
        "person_handle",
        sa.Column("platform_id", sa.String(length=120), nullable=False, comment="slack:U123, telegram:456"),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_handle_person_id")),
        sa.PrimaryKeyConstraint("platform_id", name=op.f("pk_person_handle")),
    )
    op.create_table(
        "alert",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("feedback_id", BIG_ID, nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback.id"], name=op.f("fk_alert_feedback_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
    )
    op.create_index("ix_alert_person_key_at", "alert", ["person_key", "at"], unique=False)
    op.create_table(
        "customer_case",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("customer_id", BIG_ID, nullable=False),
        sa.Column("feedback_id", BIG_ID, nullable=True),
        sa.Column("touchpoint_id", BIG_ID, nullable=True),
        sa.Column("unit_id", BIG_ID, nullable=True),
        sa.Column("team", sa.String(length=80), nullable=True),
        sa.Column("owner_key", sa.String(length=80), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False, comment="open or closed"),
        sa.Column("priority", sa.String(length=20), nullable=False, comment="critical, high or normal"),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("root_cause", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_customer_case_customer_id")),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback.id"], name=op.f("fk_customer_case_feedback_id")),
        sa.ForeignKeyConstraint(["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_customer_case_touchpoint_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_customer_case_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_case")),
    )
    op.create_index(op.f("ix_customer_case_customer_id"), "customer_case", ["customer_id"], unique=False)
    op.create_index("ix_customer_case_status_due_at", "customer_case", ["status", "due_at"], unique=False)
    op.create_table(
        "shown",
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("feedback_id", BIG_ID, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback.id"], name=op.f("fk_shown_feedback_id")),
        sa.PrimaryKeyConstraint("person_key", name=op.f("pk_shown")),
        comment="the comment each person saw last",
    )
    op.create_table(
        "survey_session",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("chat", sa.String(length=120), nullable=False, comment="telegram:456"),
        sa.Column("survey", sa.String(length=40), nullable=False),
        sa.Column("invitation_id", BIG_ID, nullable=True),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("updated_at", Instant(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitation.id"], name=op.f("fk_survey_session_invitation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_session")),
    )
    op.create_index("ix_survey_session_chat_open", "survey_session", ["chat", "open"], unique=False)
