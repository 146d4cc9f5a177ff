"""Changes that wait for a yes, and the language each reply was said in."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pending",
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("person_key", sa.String(length=80), nullable=False, comment="who alone may confirm it"),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("arguments", sa.JSON(), nullable=False, comment="exactly what was shown"),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("conversation", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("proposed_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column(
            "seal",
            sa.String(length=64),
            nullable=False,
            comment="SHA-256 of person, action, arguments and conversation",
        ),
        sa.Column(
            "result",
            sa.String(length=20),
            comment="done, cancelled, replaced, or the outcome of the attempt; null: it waits",
        ),
        sa.Column("ended_at", Instant()),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_pending")),
        comment="changes that were shown and wait for a yes",
    )
    op.create_index("ix_pending_person_key_conversation", "pending", ["person_key", "platform", "conversation"])
    with op.batch_alter_table("turn") as table:
        language = sa.Column(
            "language",
            sa.String(length=12),
            server_default="",
            nullable=False,
            comment="the reply was said in; empty: not kept",
        )
        table.add_column(language)
