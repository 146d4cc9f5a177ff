"""A case's file: its steps, what belongs to it, its two due times, and how it ended."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID, Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NEW: tuple[sa.Column[Any], ...] = (
    sa.Column("contact_due_at", Instant(), comment="until when the customer is to hear from us; null: as due_at"),
    sa.Column("resolve_due_at", Instant(), comment="until when it is to be solved; null: as due_at"),
    sa.Column("contacted_at", Instant(), comment="when the customer first heard from us"),
    sa.Column("resolution", sa.String(length=40), comment="refund, replacement, ..."),
    sa.Column("compensation", sa.Float(), comment="money given, in the organisation's currency"),
    sa.Column(
        "outcome", sa.String(length=20), comment="recovered or not_recovered, as the customer said after closing"
    ),
    sa.Column("merged_into", BIG_ID, comment="the case that goes on in its place"),
)


def upgrade() -> None:
    with op.batch_alter_table("customer_case") as table:
        for column in NEW:
            table.add_column(column)
    op.create_table(
        "case_step",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, comment="1, 2, ... within the case"),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False, comment="a person's key; bot; customer"),
        sa.Column(
            "kind",
            sa.String(length=40),
            nullable=False,
            comment="opened, assigned, note, drafted, sent, answered, closed, ...",
        ),
        sa.Column("note", sa.Text(), nullable=False, comment="in the actor's words; empty: none"),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["customer_case.id"], name=op.f("fk_case_step_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_step")),
        comment="who did what in a case, and when",
    )
    op.create_index("uq_case_step_case_id_place", "case_step", ["case_id", "place"], unique=True)
    op.create_table(
        "case_link",
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="feedback or event"),
        sa.Column("record_id", BIG_ID, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["customer_case.id"], name=op.f("fk_case_link_case_id")),
        sa.PrimaryKeyConstraint("case_id", "kind", "record_id", name=op.f("pk_case_link")),
        comment="what belongs to a case besides the feedback that opened it",
    )
    op.create_index("ix_case_link_record_id", "case_link", ["record_id"])
