"""The tables of the metrics store."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID, Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "journey",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="experience or buying"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journey")),
        sa.UniqueConstraint("name", name=op.f("uq_journey_name")),
    )
    op.create_table(
        "rollup_channel",
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("touchpoint_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("c0", sa.Integer(), nullable=False),
        sa.Column("c1", sa.Integer(), nullable=False),
        sa.Column("c2", sa.Integer(), nullable=False),
        sa.Column("c3", sa.Integer(), nullable=False),
        sa.Column("c4", sa.Integer(), nullable=False),
        sa.Column("c5", sa.Integer(), nullable=False),
        sa.Column("c6", sa.Integer(), nullable=False),
        sa.Column("c7", sa.Integer(), nullable=False),
        sa.Column("c8", sa.Integer(), nullable=False),
        sa.Column("c9", sa.Integer(), nullable=False),
        sa.Column("c10", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("instrument", "touchpoint_id", "channel", "day", name=op.f("pk_rollup_channel")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rollup_gap",
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False, comment="answers of that day which the rollups do not hold"),
        sa.PrimaryKeyConstraint("instrument", "day", name=op.f("pk_rollup_gap")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rollup_segment",
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("touchpoint_id", sa.BigInteger(), nullable=False),
        sa.Column("segment", sa.String(length=80), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("c0", sa.Integer(), nullable=False),
        sa.Column("c1", sa.Integer(), nullable=False),
        sa.Column("c2", sa.Integer(), nullable=False),
        sa.Column("c3", sa.Integer(), nullable=False),
        sa.Column("c4", sa.Integer(), nullable=False),
        sa.Column("c5", sa.Integer(), nullable=False),
        sa.Column("c6", sa.Integer(), nullable=False),
        sa.Column("c7", sa.Integer(), nullable=False),
        sa.Column("c8", sa.Integer(), nullable=False),
        sa.Column("c9", sa.Integer(), nullable=False),
        sa.Column("c10", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("instrument", "touchpoint_id", "segment", "day", name=op.f("pk_rollup_segment")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rollup_touchpoint",
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("touchpoint_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("c0", sa.Integer(), nullable=False),
        sa.Column("c1", sa.Integer(), nullable=False),
        sa.Column("c2", sa.Integer(), nullable=False),
        sa.Column("c3", sa.Integer(), nullable=False),
        sa.Column("c4", sa.Integer(), nullable=False),
        sa.Column("c5", sa.Integer(), nullable=False),
        sa.Column("c6", sa.Integer(), nullable=False),
        sa.Column("c7", sa.Integer(), nullable=False),
        sa.Column("c8", sa.Integer(), nullable=False),
        sa.Column("c9", sa.Integer(), nullable=False),
        sa.Column("c10", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("instrument", "touchpoint_id", "day", name=op.f("pk_rollup_touchpoint")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rollup_unit",
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("touchpoint_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("c0", sa.Integer(), nullable=False),
        sa.Column("c1", sa.Integer(), nullable=False),
        sa.Column("c2", sa.Integer(), nullable=False),
        sa.Column("c3", sa.Integer(), nullable=False),
        sa.Column("c4", sa.Integer(), nullable=False),
        sa.Column("c5", sa.Integer(), nullable=False),
        sa.Column("c6", sa.Integer(), nullable=False),
        sa.Column("c7", sa.Integer(), nullable=False),
        sa.Column("c8", sa.Integer(), nullable=False),
        sa.Column("c9", sa.Integer(), nullable=False),
        sa.Column("c10", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("instrument", "touchpoint_id", "unit_id", "day", name=op.f("pk_rollup_unit")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "source",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column(
            "expected_every_s",
            sa.Integer(),
            nullable=True,
            comment="how often new rows should come; null: no rhythm declared",
        ),
        sa.Column("imported_at", Instant(), nullable=True, comment="the last import that ended well"),
        sa.Column("as_of", Instant(), nullable=True, comment="the newest instant any of its rows speaks of"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("name", name=op.f("uq_source_name")),
    )
    op.create_table(
        "synonym",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column(
            "kind", sa.String(length=20), nullable=False, comment="touchpoint, unit, segment, journey, named_event, ..."
        ),
        sa.Column("name", sa.String(length=120), nullable=False, comment="the canonical name it stands for"),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_synonym")),
        sa.UniqueConstraint("kind", "name", "text", name=op.f("uq_synonym_kind_name_text")),
    )
    op.create_table(
        "touchpoint",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("owner", sa.String(length=120), nullable=True, comment="the person's name; null: nobody has it yet"),
        sa.Column("team", sa.String(length=120), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("expectation", sa.Text(), nullable=True),
        sa.Column("importance", sa.Float(), nullable=True, comment="0 to 1"),
        sa.Column("target_metric", sa.String(length=40), nullable=True),
        sa.Column("target", sa.Float(), nullable=True),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touchpoint")),
        sa.UniqueConstraint("name", name=op.f("uq_touchpoint_name")),
    )
    op.create_index(op.f("ix_touchpoint_external_id"), "touchpoint", ["external_id"], unique=False)
    op.create_table(
        "unit",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="store, region or country"),
        sa.Column("parent_id", BIG_ID, nullable=True),
        sa.Column("timezone", sa.String(length=64), nullable=True),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("name", name=op.f("uq_unit_name")),
    )
    op.create_index(op.f("ix_unit_external_id"), "unit", ["external_id"], unique=False)
    op.create_index(op.f("ix_unit_parent_id"), "unit", ["parent_id"], unique=False)
    op.create_table(
        "customer",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False, comment="the pseudonym people and tools name them by"),
        sa.Column("segment", sa.String(length=80), nullable=True),
        sa.Column("persona", sa.String(length=80), nullable=True),
        sa.Column("language", sa.String(length=12), nullable=True),
        sa.Column("unit_id", BIG_ID, nullable=True),
        sa.Column("since", Instant(), nullable=True),
        sa.Column("consent", sa.JSON(), nullable=True, comment='purpose to yes or no, as {"contact": true}'),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_customer_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint("key", name=op.f("uq_customer_key")),
    )
    op.create_table(
        "named_event",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("source_id", BIG_ID, nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("happened_at", Instant(), nullable=False),
        sa.Column(
            "scope",
            sa.JSON(),
            nullable=False,
            comment='what it touched, as {"touchpoint": "delivery", "region": "..."}',
        ),
        sa.Column("content_hash", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_named_event_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_named_event")),
        sa.UniqueConstraint("source_id", "external_id", name=op.f("uq_named_event_source_id_external_id")),
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.String(length=64), nullable=False, comment="a hash of source, file and map"),
        sa.Column("source_id", BIG_ID, nullable=False),
        sa.Column(
            "attempt", sa.Integer(), nullable=False, comment="how often the same file was imported to its end, plus one"
        ),
        sa.Column(
            "rows",
            sa.BigInteger(),
            nullable=False,
            comment="rows of the file that are behind it, rejected ones included",
        ),
        sa.Column("tally", sa.JSON(), nullable=False, comment='what became of them, as {"new": 2, "rejected": 1}'),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column(
            "finished_at", Instant(), nullable=True, comment="null: it was interrupted, and goes on where it stopped"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_import_run_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    op.create_table(
        "stage",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("journey_id", BIG_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["journey_id"], ["journey.id"], name=op.f("fk_stage_journey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage")),
        sa.UniqueConstraint("journey_id", "position", name=op.f("uq_stage_journey_id_position")),
    )
    op.create_table(
        "identity",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("source_id", BIG_ID, nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=False),
        sa.Column("customer_id", BIG_ID, nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.Column("content_hash", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_identity_customer_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_identity_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
        sa.UniqueConstraint("source_id", "external_id", name=op.f("uq_identity_source_id_external_id")),
    )
    op.create_index(op.f("ix_identity_customer_id"), "identity", ["customer_id"], unique=False)
    op.create_table(
        "personal_data",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("customer_id", BIG_ID, nullable=False),
        sa.Column("source_id", BIG_ID, nullable=False),
        sa.Column(
            "field", sa.String(length=20), nullable=False, comment="name, email, phone, address, birth_date, telegram"
        ),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column(
            "folded",
            sa.String(length=200),
            nullable=False,
            comment="the value as it is looked up: case-folded, no marks",
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_personal_data_customer_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_personal_data_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_data")),
        sa.UniqueConstraint(
            "customer_id", "source_id", "field", name=op.f("uq_personal_data_customer_id_source_id_field")
        ),
    )
    op.create_index("ix_personal_data_field_folded", "personal_data", ["field", "folded"], unique=False)
    op.create_table(
        "stage_touchpoint",
        sa.Column("stage_id", BIG_ID, nullable=False),
        sa.Column("touchpoint_id", BIG_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stage_id"], ["stage.id"], name=op.f("fk_stage_touchpoint_stage_id")),
        sa.ForeignKeyConstraint(["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_stage_touchpoint_touchpoint_id")),
        sa.PrimaryKeyConstraint("stage_id", "touchpoint_id", name=op.f("pk_stage_touchpoint")),
    )
    op.create_index(op.f("ix_stage_touchpoint_touchpoint_id"), "stage_touchpoint", ["touchpoint_id"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("source_id", BIG_ID, nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="order, delivery, return, visit, ticket, ..."),
        sa.Column("customer_id", BIG_ID, nullable=True),
        sa.Column("identity_id", BIG_ID, nullable=True),
        sa.Column("touchpoint_id", BIG_ID, nullable=True),
        sa.Column("unit_id", BIG_ID, nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("segment", sa.String(length=80), nullable=True),
        sa.Column("happened_at", Instant(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True, comment="money, in the source's currency"),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.Column("content_hash", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_event_customer_id")),
        sa.ForeignKeyConstraint(["identity_id"], ["identity.id"], name=op.f("fk_event_identity_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_event_source_id")),
        sa.ForeignKeyConstraint(["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_event_touchpoint_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_event_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("source_id", "external_id", name=op.f("uq_event_source_id_external_id")),
    )
    op.create_index(op.f("ix_event_customer_id"), "event", ["customer_id"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("source_id", BIG_ID, nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="survey, review, message, call, interview"),
        sa.Column("customer_id", BIG_ID, nullable=True),
        sa.Column("identity_id", BIG_ID, nullable=True),
        sa.Column("event_id", BIG_ID, nullable=True),
        sa.Column("touchpoint_id", BIG_ID, nullable=True),
        sa.Column("unit_id", BIG_ID, nullable=True),
        sa.Column("owner", sa.String(length=120), nullable=True, comment="the touchpoint's owner when it was given"),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("segment", sa.String(length=80), nullable=True),
        sa.Column("persona", sa.String(length=80), nullable=True),
        sa.Column("language", sa.String(length=12), nullable=True),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True, comment="the original; null or empty: nothing was said"),
        sa.Column(
            "redacted", sa.Text(), nullable=True, comment="the text without personal data: what is indexed and shown"
        ),
        sa.Column(
            "attributes", sa.JSON(), nullable=False, comment="its own, its event's and its customer row's, at import"
        ),
        sa.Column("content_hash", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_feedback_customer_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_feedback_event_id")),
        sa.ForeignKeyConstraint(["identity_id"], ["identity.id"], name=op.f("fk_feedback_identity_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_feedback_source_id")),
        sa.ForeignKeyConstraint(["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_feedback_touchpoint_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_feedback_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.UniqueConstraint("source_id", "external_id", name=op.f("uq_feedback_source_id_external_id")),
    )
    op.create_index("ix_feedback_customer_id_given_at", "feedback", ["customer_id", "given_at"], unique=False)
    op.create_index("ix_feedback_day", "feedback", ["day"], unique=False)
    op.create_index("ix_feedback_event_id", "feedback", ["event_id"], unique=False)
    op.create_index("ix_feedback_touchpoint_id_day", "feedback", ["touchpoint_id", "day"], unique=False)
    op.create_index("ix_feedback_unit_id_day", "feedback", ["unit_id", "day"], unique=False)
    op.create_table(
        "annotation",
        sa.Column("feedback_id", BIG_ID, nullable=False),
        sa.Column("field", sa.String(length=20), nullable=False, comment="language, sentiment, theme, urgency, ..."),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("annotator", sa.String(length=60), nullable=False, comment="name@version"),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback.id"], name=op.f("fk_annotation_feedback_id")),
        sa.PrimaryKeyConstraint("feedback_id", "field", "label", name=op.f("pk_annotation")),
    )
    op.create_index("ix_annotation_field_label", "annotation", ["field", "label"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("source_id", BIG_ID, nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=True, comment="the start payload of a Telegram link"),
        sa.Column("customer_id", BIG_ID, nullable=True),
        sa.Column("touchpoint_id", BIG_ID, nullable=True),
        sa.Column("unit_id", BIG_ID, nullable=True),
        sa.Column("event_id", BIG_ID, nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("segment", sa.String(length=80), nullable=True),
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("delivered_at", Instant(), nullable=True),
        sa.Column("opened_at", Instant(), nullable=True),
        sa.Column("started_at", Instant(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("opted_out_at", Instant(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False, comment="the local day it was sent"),
        sa.Column("feedback_id", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_invitation_customer_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_invitation_event_id")),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback.id"], name=op.f("fk_invitation_feedback_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_invitation_source_id")),
        sa.ForeignKeyConstraint(["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_invitation_touchpoint_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_invitation_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("source_id", "external_id", name=op.f("uq_invitation_source_id_external_id")),
        sa.UniqueConstraint("token", name=op.f("uq_invitation_token")),
    )
    op.create_index(op.f("ix_invitation_customer_id"), "invitation", ["customer_id"], unique=False)
    op.create_index("ix_invitation_day", "invitation", ["day"], unique=False)
    op.create_table(
        "score",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("feedback_id", BIG_ID, nullable=False),
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("value", sa.Float(), nullable=False, comment="as it was given, on the scale beside it"),
        sa.Column("scale_min", sa.Float(), nullable=False),
        sa.Column("scale_max", sa.Float(), nullable=False),
        sa.Column("direction", sa.String(length=6), nullable=False, comment="higher or lower: which end is good"),
        sa.Column("touchpoint_id", BIG_ID, nullable=True),
        sa.Column("unit_id", BIG_ID, nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("segment", sa.String(length=80), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback.id"], name=op.f("fk_score_feedback_id")),
        sa.ForeignKeyConstraint(["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_score_touchpoint_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_score_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score")),
    )
    op.create_index("ix_score_feedback_id", "score", ["feedback_id"], unique=False)
    op.create_index("ix_score_instrument_day", "score", ["instrument", "day"], unique=False)
    op.create_index(
        "ix_score_instrument_touchpoint_id_day", "score", ["instrument", "touchpoint_id", "day"], unique=False
    )
