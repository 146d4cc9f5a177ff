"""What feedback came in, for whoever watches it."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feedback_committed",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("last_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_committed")),
        comment="feedback that is new or changed, by stretches of ids; whoever has looked at a stretch deletes its row",
    )
