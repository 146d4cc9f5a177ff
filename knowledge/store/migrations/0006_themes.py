"""Changes of the taxonomy, and themes that were found in texts."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID, Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "theme_change",
        sa.Column(
            "version", BIG_ID, autoincrement=True, nullable=False, comment="of the taxonomy, from this change on"
        ),
        sa.Column("theme", sa.String(length=80), nullable=False),
        sa.Column(
            "content",
            sa.JSON(none_as_null=True),
            nullable=True,
            comment="names and terms from now on; null: the theme is taken out",
        ),
        sa.Column(
            "was",
            sa.JSON(none_as_null=True),
            nullable=True,
            comment="names and terms before; null: there was no such theme",
        ),
        sa.Column("changed_by", sa.String(length=120), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_theme_change")),
        comment="changes that people made to the shipped themes, oldest first; nothing here is ever changed",
    )
    op.create_table(
        "found_theme",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False, comment="as the texts have them, the most telling first"),
        sa.Column("texts", sa.Integer(), nullable=False, comment="how many of the texts read are about it"),
        sa.Column("of_texts", sa.Integer(), nullable=False, comment="how many were read"),
        sa.Column("examples", sa.JSON(), nullable=False, comment="ids of feedback, the most typical first"),
        sa.Column("found_at", Instant(), nullable=False),
        sa.Column("theme", sa.String(length=80), nullable=True, comment="the theme it was made into"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_found_theme")),
        comment="what texts without a theme are about, as it was found last",
    )
