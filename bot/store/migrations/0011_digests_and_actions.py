"""Digests people get, and actions whose effect is checked."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID, Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "digest_subscription",
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("days", sa.String(length=40), nullable=False, comment="mon,tue,..., in the order of the week"),
        sa.Column("at", sa.String(length=5), nullable=False, comment="HH:MM in the person's zone"),
        sa.Column("content", sa.JSON(), nullable=False, comment="metrics and sections; empty: what the role has"),
        sa.Column("language", sa.String(length=12), comment="null: the person's"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("since", Instant(), nullable=False, comment="when it was last changed"),
        sa.Column("last_date", sa.Date(), comment="the local date of the last one, so that no date comes twice"),
        sa.PrimaryKeyConstraint("person_key", name=op.f("pk_digest_subscription")),
    )
    op.create_table(
        "action_item",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False, comment="said as A-17"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner_key", sa.String(length=80), nullable=False),
        sa.Column("created_by", sa.String(length=80), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False, comment="what was before is compared with what came after"),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("touchpoint_id", BIG_ID, comment="null: everything"),
        sa.Column("metric", sa.String(length=60), nullable=False),
        sa.Column("expected_effect", sa.Float(), comment="in the metric's unit, with its sign"),
        sa.Column("cost", sa.Float(), comment="in the organisation's currency"),
        sa.Column("status", sa.String(length=10), nullable=False, comment="open or checked"),
        sa.Column("verdict", sa.String(length=20), comment="worked, unclear or failed"),
        sa.Column("effect", sa.Float()),
        sa.Column("effect_low", sa.Float()),
        sa.Column("effect_high", sa.Float()),
        sa.Column("checked_at", Instant()),
        sa.Column(
            "platform", sa.String(length=20), nullable=False, comment="where it was made: its effect is told there"
        ),
        sa.Column("conversation", sa.String(length=200), nullable=False),
        sa.Column("thread", sa.String(length=200), nullable=False),
        sa.Column(
            "recipient", sa.String(length=120), comment="the one person who may see it; null: everyone in the place"
        ),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_action_item_touchpoint_id_touchpoint")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_item")),
    )
    op.create_index("ix_action_item_status_due_on", "action_item", ["status", "due_on"])
