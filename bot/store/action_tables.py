"""The table of actions: improvements of touchpoints, checked on the day they are due."""

from sqlalchemy import Column, Date, Float, ForeignKey, Index, String, Table, Text

from metrics.store.tables import BIG_ID, METADATA, Instant

action_item = Table(
    "action_item",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True, comment="said as A-17"),
    Column("title", Text, nullable=False),
    Column("owner_key", String(80), nullable=False),
    Column("created_by", String(80), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("started_on", Date, nullable=False, comment="what was before is compared with what came after"),
    Column("due_on", Date, nullable=False),
    Column("touchpoint_id", BIG_ID, ForeignKey("touchpoint.id"), comment="null: everything"),
    Column("metric", String(60), nullable=False),
    Column("expected_effect", Float, comment="in the metric's unit, with its sign"),
    Column("cost", Float, comment="in the organisation's currency"),
    Column("status", String(10), nullable=False, comment="open or checked"),
    Column("verdict", String(20), comment="worked, unclear or failed"),
    Column("effect", Float),
    Column("effect_low", Float),
    Column("effect_high", Float),
    Column("checked_at", Instant),
    Column("platform", String(20), nullable=False, comment="where it was made: its effect is told there"),
    Column("conversation", String(200), nullable=False),
    Column("thread", String(200), nullable=False),
    Column("recipient", String(120), comment="the one person who may see it; null: everyone in the place"),
    Column("language", String(12), nullable=False),
    Index("ix_action_item_status_due_on", "status", "due_on"),
)
