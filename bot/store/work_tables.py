"""The tables of durable work that is ours: what is to be done at an instant."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from metrics.store.tables import BIG_ID, METADATA, Instant

timer = Table(
    "timer",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("key", String(200), nullable=False, unique=True),
    Column("kind", String(40), nullable=False, comment="who handles it"),
    Column("due_at", Instant, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(10), nullable=False, comment="waiting, claimed, done, dead or cancelled"),
    Column("try_at", Instant, nullable=False, comment="due_at, later after a failure"),
    Column("attempts", Integer, nullable=False, comment="claims since it was set"),
    Column("claim", Integer, nullable=False, comment="the fencing token: counts whatever takes it from a worker"),
    Column("claimed_by", String(80)),
    Column("claimed_until", Instant),
    Column("error", String(200)),
    Column("ended_at", Instant),
    Index("ix_timer_state_try_at", "state", "try_at"),
)
