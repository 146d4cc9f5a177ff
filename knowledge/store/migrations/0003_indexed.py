"""Which texts the index holds."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "indexed",
        sa.Column(
            "embedder", sa.String(length=80), nullable=False, comment="name@version and dimension of the vectors"
        ),
        sa.Column("feedback_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content_hash", sa.String(length=40), nullable=False, comment="of the feedback when it was indexed"),
        sa.PrimaryKeyConstraint("embedder", "feedback_id", name=op.f("pk_indexed")),
        comment="which texts the index holds; a row that is missing or has another hash is work to do",
    )
    op.create_index("ix_indexed_feedback_id", "indexed", ["feedback_id"], unique=False)
