"""Which texts were changed or deleted since they were last indexed, written down by the database itself."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SQLITE = (
    "CREATE TRIGGER text_changed AFTER UPDATE OF redacted ON feedback WHEN old.redacted IS NOT new.redacted"
    " BEGIN INSERT INTO text_change (feedback_id) VALUES (old.id); END",
    "CREATE TRIGGER text_deleted AFTER DELETE ON feedback"
    " BEGIN INSERT INTO text_change (feedback_id) VALUES (old.id); END",
)
POSTGRESQL = (
    "CREATE FUNCTION note_text_change() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN INSERT INTO text_change (feedback_id) VALUES (OLD.id); RETURN NULL; END $$",
    "CREATE TRIGGER text_changed AFTER UPDATE OF redacted ON feedback FOR EACH ROW"
    " WHEN (OLD.redacted IS DISTINCT FROM NEW.redacted) EXECUTE FUNCTION note_text_change()",
    "CREATE TRIGGER text_deleted AFTER DELETE ON feedback FOR EACH ROW EXECUTE FUNCTION note_text_change()",
)


def upgrade() -> None:
    op.create_table(
        "text_change",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("feedback_id", BIG_ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_change")),
        comment="texts changed or deleted since they were indexed; triggers on feedback write it, indexing empties it",
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
