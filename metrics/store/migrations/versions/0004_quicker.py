"""A marginal by source, one by week, and an index that answers from itself what no marginal holds."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CELLS = 11
ROLLED = (("nps", 0, 10), ("csat", 1, 5), ("ces", 1, 7))


def upgrade() -> None:
    op.create_table(
        "rollup_source",
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("source_id", sa.BigInteger(), nullable=False),
        sa.Column("touchpoint_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        *_cells(),
        sa.PrimaryKeyConstraint("instrument", "source_id", "touchpoint_id", "day", name=op.f("pk_rollup_source")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rollup_unit_week",
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("touchpoint_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False, comment="weeks since 1 January of the year 1, a Monday"),
        *_cells(),
        sa.PrimaryKeyConstraint("instrument", "touchpoint_id", "unit_id", "week", name=op.f("pk_rollup_unit_week")),
        sqlite_with_rowid=False,
    )
    op.drop_index("ix_score_instrument_touchpoint_id_day", "score")
    op.create_index(
        "ix_score_covering",
        "score",
        [
            "instrument",
            "touchpoint_id",
            "day",
            "unit_id",
            "channel",
            "segment",
            "value",
            "scale_min",
            "scale_max",
            "direction",
        ],
        unique=False,
    )
    op.execute(_by_week())
    op.execute(_by_source())


def _by_week() -> str:
    cells = ", ".join(f"c{step}" for step in range(CELLS))
    sums = ", ".join(f"SUM(c{step})" for step in range(CELLS))
    return (
        f"INSERT INTO rollup_unit_week (instrument, touchpoint_id, unit_id, week, {cells})"  # noqa: S608 ours
        f" SELECT instrument, touchpoint_id, unit_id, (day - 1) / 7, {sums} FROM rollup_unit"
        " GROUP BY instrument, touchpoint_id, unit_id, (day - 1) / 7"
    )


def _by_source() -> str:
    cells = ", ".join(f"c{step}" for step in range(CELLS))
    counts = ", ".join(
        f"SUM(CASE WHEN score.value - score.scale_min = {step} THEN 1 ELSE 0 END)" for step in range(CELLS)
    )
    scales = " OR ".join(
        f"(score.instrument = '{name}' AND score.scale_min = {low} AND score.scale_max = {high}"
        f" AND score.value BETWEEN {low} AND {high})"
        for name, low, high in ROLLED
    )
    return (
        f"INSERT INTO rollup_source (instrument, source_id, touchpoint_id, day, {cells})"  # noqa: S608 ours
        f" SELECT score.instrument, feedback.source_id, COALESCE(score.touchpoint_id, 0), score.day, {counts}"
        " FROM score JOIN feedback ON feedback.id = score.feedback_id"
        f" WHERE score.direction = 'higher' AND ({scales})"
        " AND score.value - score.scale_min = CAST(score.value - score.scale_min AS INTEGER)"
        " GROUP BY score.instrument, feedback.source_id, COALESCE(score.touchpoint_id, 0), score.day"
    )


def _cells() -> list[sa.Column[int]]:
    return [sa.Column(f"c{step}", sa.Integer(), nullable=False) for step in range(CELLS)]
