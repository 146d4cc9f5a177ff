"""The tables of knowledge, in the same database as the metrics store."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
)

from metrics.store.tables import BIG_ID, METADATA, Instant

indexed = Table(
    "indexed",
    METADATA,
    Column("embedder", String(80), primary_key=True, comment="name@version and dimension of the vectors"),
    Column("feedback_id", BigInteger, primary_key=True, autoincrement=False),
    Column("content_hash", String(40), nullable=False, comment="of the feedback when it was indexed"),
    Index("ix_indexed_feedback_id", "feedback_id"),
    comment="which texts the index holds; a row that is missing or has another hash is work to do",
)

text_change = Table(
    "text_change",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("feedback_id", BIG_ID, nullable=False),
    comment="texts changed or deleted since they were indexed; triggers on feedback write it, indexing empties it",
)

annotated = Table(
    "annotated",
    METADATA,
    Column("reading", String(20), primary_key=True, comment="what was read for: sentiment, theme, names"),
    Column("feedback_id", BIG_ID, ForeignKey("feedback.id", ondelete="CASCADE"), primary_key=True),
    Column("annotator", String(60), nullable=False, comment="name@version"),
    Column("content_hash", String(40), nullable=False, comment="of the feedback as it was read"),
    Index("ix_annotated_feedback_id", "feedback_id"),
    comment="which texts were read, by what; a row that is missing or has another annotator or hash is work to do",
)

mark = Table(
    "mark",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("up_to", BIG_ID, nullable=False),
    comment="how far a pass over the store has come",
)

correction = Table(
    "correction",
    METADATA,
    Column("feedback_id", BIG_ID, ForeignKey("feedback.id", ondelete="CASCADE"), primary_key=True),
    Column("field", String(20), primary_key=True, comment="sentiment, theme, language, ..."),
    Column("was", String(80), primary_key=True, comment="the label it replaces; empty: every label of the field"),
    Column("label", String(80), nullable=False, comment="what it really is; empty: nothing"),
    Column("corrected_by", String(120), nullable=False),
    Column("corrected_at", Instant, nullable=False),
    comment="labels that a person corrected; they win over what annotators say, and the next fit learns from them",
)

sentiment_model = Table(
    "sentiment_model",
    METADATA,
    Column("language", String(20), primary_key=True),
    Column("fingerprint", String(16), nullable=False, comment="of the content: part of the annotator's name"),
    Column("fitted_at", Instant, nullable=False),
    Column("card", JSON, nullable=False, comment="what it was learnt from and how it did on rows held out"),
    Column("content", LargeBinary, nullable=False, comment="numbers only, as knowledge.sentiment_file writes them"),
    comment="what was learnt about the feeling of texts, one model a language",
)
