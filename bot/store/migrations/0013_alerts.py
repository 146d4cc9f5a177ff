"""Rules of alerts, what they found and whom it was told, silences, lessons, who is away or on duty."""

import sqlalchemy as sa
from alembic import op

from metrics.store.tables import BIG_ID, Instant

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _alerts()
    _rules()
    _lessons()
    _reach()


def _alerts() -> None:
    for column in (
        sa.Column("key", sa.String(length=200), comment="what was told of to whom: the same is no second alert"),
        sa.Column("rule", sa.String(length=40), comment="severe, drift, ..., or r12: a person's own"),
        sa.Column("cause", sa.String(length=200), comment="what belongs together: the rule, the touchpoint, the unit"),
        sa.Column(
            "priority",
            sa.String(length=10),
            nullable=False,
            server_default="high",
            comment="critical, high or normal",
        ),
        sa.Column(
            "state",
            sa.String(length=10),
            nullable=False,
            server_default="open",
            comment="open, silenced, useful, false, over",
        ),
        sa.Column(
            "told",
            sa.String(length=10),
            nullable=False,
            server_default="now",
            comment="now, with (another), later or never",
        ),
        sa.Column("ended_at", Instant()),
    ):
        op.add_column("alert", column)
    op.create_index("ix_alert_key", "alert", ["key"], unique=True)
    op.create_index("ix_alert_rule_cause", "alert", ["rule", "cause"])


def _rules() -> None:
    op.create_table(
        "alert_rule",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("made_by", sa.String(length=80), nullable=False),
        sa.Column("notify", sa.String(length=80), nullable=False, comment="the key of the person it tells"),
        sa.Column("metric", sa.String(length=40), nullable=False),
        sa.Column("scope", sa.JSON(), nullable=False, comment='canonical names, as {"touchpoint": ["delivery"]}'),
        sa.Column("condition", sa.JSON(), nullable=False, comment='{"op": "<", "value": 80, "min_n": 30}'),
        sa.Column("state", sa.String(length=10), nullable=False, comment="on, asked (of whom it tells) or off"),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_rule")),
    )
    op.create_index("ix_alert_rule_state", "alert_rule", ["state"])
    op.create_table(
        "alert_standing",
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("cause", sa.String(length=200), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("value", sa.Float()),
        sa.PrimaryKeyConstraint("rule", "cause", name=op.f("pk_alert_standing")),
        comment="what has been told of and has not gone away yet",
    )


def _lessons() -> None:
    op.create_table(
        "alert_silence",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("cause", sa.String(length=200), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_silence")),
    )
    op.create_index("ix_alert_silence_person_key_until", "alert_silence", ["person_key", "until"])
    op.create_table(
        "alert_lesson",
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("cause", sa.String(length=200), nullable=False),
        sa.Column("false_alarms", sa.Integer(), nullable=False),
        sa.Column("useful", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("person_key", "rule", "cause", name=op.f("pk_alert_lesson")),
        comment="what people said of the alerts they got",
    )


def _reach() -> None:
    op.create_table(
        "alert_reach",
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=False, comment="minutes after midnight in the person's zone"),
        sa.Column("quiet_to", sa.Integer(), nullable=False),
        sa.Column("budget", sa.Integer(), nullable=False, comment="messages a day; the rest are summed up"),
        sa.PrimaryKeyConstraint("person_key", name=op.f("pk_alert_reach")),
        comment="when and how often a person wants to be told; without a row: the defaults",
    )
    op.create_table(
        "absence",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False, comment="the first day back"),
        sa.Column("deputy_key", sa.String(length=80)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index("ix_absence_person_key", "absence", ["person_key"])
    op.create_table(
        "duty",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("team", sa.String(length=80), nullable=False),
        sa.Column("person_key", sa.String(length=80), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        comment="who of a team is told, by days",
    )
    op.create_index("ix_duty_team", "duty", ["team"])
