"""Timers: what is to be done at an instant."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID, Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "timer",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="who handles it"),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False, comment="waiting, claimed, done, dead or cancelled"),
        sa.Column("try_at", Instant(), nullable=False, comment="due_at, later after a failure"),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="claims since it was set"),
        sa.Column(
            "claim", sa.Integer(), nullable=False, comment="the fencing token: counts whatever takes it from a worker"
        ),
        sa.Column("claimed_by", sa.String(length=80)),
        sa.Column("claimed_until", Instant()),
        sa.Column("error", sa.String(length=200)),
        sa.Column("ended_at", Instant()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timer")),
        sa.UniqueConstraint("key", name=op.f("uq_timer_key")),
    )
    op.create_index("ix_timer_state_try_at", "timer", ["state", "try_at"])
