"""The tables of knowledge, in the same database as the metrics store."""

from sqlalchemy import BigInteger, Column, Index, String, Table

from metrics.store.tables import METADATA

indexed = Table(
    "indexed",
    METADATA,
    Column("embedder", String(80), primary_key=True, comment="name@version and dimension of the vectors"),
    Column("feedback_id", BigInteger, primary_key=True, autoincrement=False),
    Column("content_hash", String(40), nullable=False, comment="of the feedback when it was indexed"),
    Index("ix_indexed_feedback_id", "feedback_id"),
    comment="which texts the index holds; a row that is missing or has another hash is work to do",
)
