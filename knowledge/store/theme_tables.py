"""The tables of themes: how the taxonomy was changed, and themes that were found and stand in no taxonomy."""

from sqlalchemy import JSON, Column, Integer, String, Table

from metrics.store.tables import BIG_ID, METADATA, Instant

theme_change = Table(
    "theme_change",
    METADATA,
    Column("version", BIG_ID, primary_key=True, autoincrement=True, comment="of the taxonomy, from this change on"),
    Column("theme", String(80), nullable=False),
    Column("content", JSON(none_as_null=True), comment="names and terms from now on; null: the theme is taken out"),
    Column("was", JSON(none_as_null=True), comment="names and terms before; null: there was no such theme"),
    Column("changed_by", String(120), nullable=False),
    Column("changed_at", Instant, nullable=False),
    comment="changes that people made to the shipped themes, oldest first; nothing here is ever changed",
)

found_theme = Table(
    "found_theme",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("language", String(20), nullable=False),
    Column("words", JSON, nullable=False, comment="as the texts have them, the most telling first"),
    Column("texts", Integer, nullable=False, comment="how many of the texts read are about it"),
    Column("of_texts", Integer, nullable=False, comment="how many were read"),
    Column("examples", JSON, nullable=False, comment="ids of feedback, the most typical first"),
    Column("found_at", Instant, nullable=False),
    Column("theme", String(80), comment="the theme it was made into"),
    comment="what texts without a theme are about, as it was found last",
)
