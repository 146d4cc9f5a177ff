"""What a language model cost, per person and day."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spending",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False, comment="a person's key, or * for everybody together"),
        sa.Column("tokens", sa.BigInteger(), nullable=False, comment="of the language model, spent and reserved"),
        sa.PrimaryKeyConstraint("day", "who", name=op.f("pk_spending")),
    )
