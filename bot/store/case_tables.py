"""The tables of a case's file: what was done, step by step, and the records that belong to it."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text

from metrics.store.tables import BIG_ID, METADATA, Instant

case_step = Table(
    "case_step",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("case_id", BIG_ID, ForeignKey("customer_case.id"), nullable=False),
    Column("place", Integer, nullable=False, comment="1, 2, ... within the case"),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False, comment="a person's key; bot; customer"),
    Column("kind", String(40), nullable=False, comment="opened, assigned, note, drafted, sent, answered, closed, ..."),
    Column("note", Text, nullable=False, comment="in the actor's words; empty: none"),
    Column("facts", JSON, nullable=False),
    Index("uq_case_step_case_id_place", "case_id", "place", unique=True),
    comment="who did what in a case, and when",
)

case_link = Table(
    "case_link",
    METADATA,
    Column("case_id", BIG_ID, ForeignKey("customer_case.id"), primary_key=True),
    Column("kind", String(20), primary_key=True, comment="feedback or event"),
    Column("record_id", BIG_ID, primary_key=True, index=True),
    Column("at", Instant, nullable=False),
    comment="what belongs to a case besides the feedback that opened it",
)
