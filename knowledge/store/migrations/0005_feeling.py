"""The words a label rests on, a register of what was read, corrected labels, and learnt models of feeling."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID, Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("annotation") as table:
        words = sa.Column(
            "words",
            sa.String(length=300),
            server_default="",
            nullable=False,
            comment="what the label rests on, comma-separated",
        )
        table.add_column(words)
    op.create_table(
        "annotated",
        sa.Column(
            "reading", sa.String(length=20), nullable=False, comment="what was read for: sentiment, theme, names"
        ),
        sa.Column("feedback_id", BIG_ID, nullable=False),
        sa.Column("annotator", sa.String(length=60), nullable=False, comment="name@version"),
        sa.Column("content_hash", sa.String(length=40), nullable=False, comment="of the feedback as it was read"),
        sa.ForeignKeyConstraint(
            ["feedback_id"], ["feedback.id"], name=op.f("fk_annotated_feedback_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reading", "feedback_id", name=op.f("pk_annotated")),
        comment="which texts were read, by what; a row that is missing or has another annotator or hash is work to do",
    )
    op.create_index("ix_annotated_feedback_id", "annotated", ["feedback_id"], unique=False)
    op.create_table(
        "mark",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("up_to", BIG_ID, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_mark")),
        comment="how far a pass over the store has come",
    )
    op.create_table(
        "correction",
        sa.Column("feedback_id", BIG_ID, nullable=False),
        sa.Column("field", sa.String(length=20), nullable=False, comment="sentiment, theme, language, ..."),
        sa.Column(
            "was",
            sa.String(length=80),
            nullable=False,
            comment="the label it replaces; empty: every label of the field",
        ),
        sa.Column("label", sa.String(length=80), nullable=False, comment="what it really is; empty: nothing"),
        sa.Column("corrected_by", sa.String(length=120), nullable=False),
        sa.Column("corrected_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback_id"], ["feedback.id"], name=op.f("fk_correction_feedback_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("feedback_id", "field", "was", name=op.f("pk_correction")),
        comment="labels that a person corrected; they win over what annotators say, and the next fit learns from them",
    )
    op.create_table(
        "sentiment_model",
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.Column(
            "fingerprint", sa.String(length=16), nullable=False, comment="of the content: part of the annotator's name"
        ),
        sa.Column("fitted_at", Instant(), nullable=False),
        sa.Column("card", sa.JSON(), nullable=False, comment="what it was learnt from and how it did on rows held out"),
        sa.Column(
            "content", sa.LargeBinary(), nullable=False, comment="numbers only, as knowledge.sentiment_file writes them"
        ),
        sa.PrimaryKeyConstraint("language", name=op.f("pk_sentiment_model")),
        comment="what was learnt about the feeling of texts, one model a language",
    )
