"""The table of digests: who wants which, when."""

from sqlalchemy import JSON, Boolean, Column, Date, String, Table

from metrics.store.tables import METADATA, Instant

digest_subscription = Table(
    "digest_subscription",
    METADATA,
    Column("person_key", String(80), primary_key=True),
    Column("days", String(40), nullable=False, comment="mon,tue,..., in the order of the week"),
    Column("at", String(5), nullable=False, comment="HH:MM in the person's zone"),
    Column("content", JSON, nullable=False, comment="metrics and sections; empty: what the role has"),
    Column("language", String(12), comment="null: the person's"),
    Column("active", Boolean, nullable=False),
    Column("since", Instant, nullable=False, comment="when it was last changed"),
    Column("last_date", Date, comment="the local date of the last one, so that no date comes twice"),
)
