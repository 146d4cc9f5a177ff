"""The tables of the metrics store: the only source of truth for numbers and records.

Instants are aware UTC (`Instant`). Days are the unit's local day as an integer, `date.toordinal()` (`day`), so that a
range of days is a range of integers on every database. Sums over rollups are exact because the cells are counts.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

HISTOGRAM_CELLS = 11
"""A rollup cell counts up to eleven score values: cell `c3` is the answers three steps above the scale's minimum."""


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, on databases that keep zones and on those that do not."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 the base class names it
        """Refuse a naive instant; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give the zone back where the database forgot it; PostgreSQL tells the time of the session's zone."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


BIG_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite makes only INTEGER primary keys its own row id."""


def _id() -> Column[Any]:
    return Column("id", BIG_ID, primary_key=True, autoincrement=True)


source = Table(
    "source",
    METADATA,
    _id(),
    Column("name", String(80), nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("expected_every_s", Integer, comment="how often new rows should come; null: no rhythm declared"),
    Column("imported_at", Instant, comment="the last import that ended well"),
    Column("as_of", Instant, comment="the newest instant any of its rows speaks of"),
)

unit = Table(
    "unit",
    METADATA,
    _id(),
    Column("name", String(120), nullable=False, unique=True),
    Column("kind", String(20), nullable=False, comment="store, region or country"),
    Column("parent_id", BIG_ID, ForeignKey("unit.id"), index=True),
    Column("timezone", String(64)),
    Column("external_id", String(200), index=True),
)

touchpoint = Table(
    "touchpoint",
    METADATA,
    _id(),
    Column("name", String(120), nullable=False, unique=True),
    Column("channel", String(20)),
    Column("owner", String(120), comment="the person's name; null: nobody has it yet"),
    Column("team", String(120)),
    Column("purpose", Text),
    Column("expectation", Text),
    Column("importance", Float, comment="0 to 1"),
    Column("target_metric", String(40)),
    Column("target", Float),
    Column("external_id", String(200), index=True),
)

journey = Table(
    "journey",
    METADATA,
    _id(),
    Column("name", String(120), nullable=False, unique=True),
    Column("kind", String(20), nullable=False, comment="experience or buying"),
)

stage = Table(
    "stage",
    METADATA,
    _id(),
    Column("journey_id", BIG_ID, ForeignKey("journey.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", String(120), nullable=False),
    UniqueConstraint("journey_id", "position"),
)

stage_touchpoint = Table(
    "stage_touchpoint",
    METADATA,
    Column("stage_id", BIG_ID, ForeignKey("stage.id"), primary_key=True),
    Column("touchpoint_id", BIG_ID, ForeignKey("touchpoint.id"), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
)

synonym = Table(
    "synonym",
    METADATA,
    _id(),
    Column("kind", String(20), nullable=False, comment="touchpoint, unit, segment, journey, named_event, ..."),
    Column("name", String(120), nullable=False, comment="the canonical name it stands for"),
    Column("text", String(200), nullable=False),
    Column("language", String(12)),
    UniqueConstraint("kind", "name", "text"),
)

named_event = Table(
    "named_event",
    METADATA,
    _id(),
    Column("source_id", BIG_ID, ForeignKey("source.id"), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("name", String(120), nullable=False),
    Column("kind", String(40)),
    Column("happened_at", Instant, nullable=False),
    Column("scope", JSON, nullable=False, comment='what it touched, as {"touchpoint": "delivery", "region": "..."}'),
    Column("content_hash", String(40), nullable=False),
    UniqueConstraint("source_id", "external_id"),
)

customer = Table(
    "customer",
    METADATA,
    _id(),
    Column("key", String(200), nullable=False, unique=True, comment="the pseudonym people and tools name them by"),
    Column("segment", String(80)),
    Column("persona", String(80)),
    Column("language", String(12)),
    Column("unit_id", BIG_ID, ForeignKey("unit.id")),
    Column("since", Instant),
    Column("consent", JSON, comment='purpose to yes or no, as {"contact": true}'),
)

identity = Table(
    "identity",
    METADATA,
    _id(),
    Column("source_id", BIG_ID, ForeignKey("source.id"), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("customer_id", BIG_ID, ForeignKey("customer.id"), nullable=False, index=True),
    Column("attributes", JSON, nullable=False),
    Column("content_hash", String(40), nullable=False),
    UniqueConstraint("source_id", "external_id"),
)

personal_data = Table(
    "personal_data",
    METADATA,
    _id(),
    Column("customer_id", BIG_ID, ForeignKey("customer.id"), nullable=False),
    Column("source_id", BIG_ID, ForeignKey("source.id"), nullable=False),
    Column("field", String(20), nullable=False, comment="name, email, phone, address, birth_date, telegram"),
    Column("value", Text, nullable=False),
    Column("folded", String(200), nullable=False, comment="the value as it is looked up: case-folded, no marks"),
    UniqueConstraint("customer_id", "source_id", "field"),
    Index("ix_personal_data_field_folded", "field", "folded"),
)

event = Table(
    "event",
    METADATA,
    _id(),
    Column("source_id", BIG_ID, ForeignKey("source.id"), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("kind", String(40), nullable=False, comment="order, delivery, return, visit, ticket, ..."),
    Column("customer_id", BIG_ID, ForeignKey("customer.id"), index=True),
    Column("identity_id", BIG_ID, ForeignKey("identity.id")),
    Column("touchpoint_id", BIG_ID, ForeignKey("touchpoint.id")),
    Column("unit_id", BIG_ID, ForeignKey("unit.id")),
    Column("channel", String(20)),
    Column("segment", String(80)),
    Column("happened_at", Instant, nullable=False),
    Column("day", Integer, nullable=False),
    Column("value", Float, comment="money, in the source's currency"),
    Column("attributes", JSON, nullable=False),
    Column("content_hash", String(40), nullable=False),
    UniqueConstraint("source_id", "external_id"),
)

feedback = Table(
    "feedback",
    METADATA,
    _id(),
    Column("source_id", BIG_ID, ForeignKey("source.id"), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("kind", String(20), nullable=False, comment="survey, review, message, call, interview"),
    Column("customer_id", BIG_ID, ForeignKey("customer.id")),
    Column("identity_id", BIG_ID, ForeignKey("identity.id")),
    Column("event_id", BIG_ID, ForeignKey("event.id")),
    Column("touchpoint_id", BIG_ID, ForeignKey("touchpoint.id")),
    Column("unit_id", BIG_ID, ForeignKey("unit.id")),
    Column("owner", String(120), comment="the touchpoint's owner when it was given"),
    Column("channel", String(20)),
    Column("segment", String(80)),
    Column("persona", String(80)),
    Column("language", String(12)),
    Column("given_at", Instant, nullable=False),
    Column("day", Integer, nullable=False),
    Column("text", Text, comment="the original; null or empty: nothing was said"),
    Column("redacted", Text, comment="the text without personal data: what is indexed and shown"),
    Column("attributes", JSON, nullable=False, comment="its own, its event's and its customer row's, at import"),
    Column("content_hash", String(40), nullable=False),
    UniqueConstraint("source_id", "external_id"),
    Index("ix_feedback_customer_id_given_at", "customer_id", "given_at"),
    Index("ix_feedback_touchpoint_id_day", "touchpoint_id", "day"),
    Index("ix_feedback_unit_id_day", "unit_id", "day"),
    Index("ix_feedback_day", "day"),
    Index("ix_feedback_event_id", "event_id"),
)

score = Table(
    "score",
    METADATA,
    _id(),
    Column("feedback_id", BIG_ID, ForeignKey("feedback.id"), nullable=False),
    Column("instrument", String(20), nullable=False),
    Column("value", Float, nullable=False, comment="as it was given, on the scale beside it"),
    Column("scale_min", Float, nullable=False),
    Column("scale_max", Float, nullable=False),
    Column("direction", String(6), nullable=False, comment="higher or lower: which end is good"),
    Column("touchpoint_id", BIG_ID, ForeignKey("touchpoint.id")),
    Column("unit_id", BIG_ID, ForeignKey("unit.id")),
    Column("channel", String(20)),
    Column("segment", String(80)),
    Column("day", Integer, nullable=False),
    Index("ix_score_feedback_id", "feedback_id"),
    Index("ix_score_instrument_day", "instrument", "day"),
    Index(
        "ix_score_covering",
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
    ),
)

invitation = Table(
    "invitation",
    METADATA,
    _id(),
    Column("source_id", BIG_ID, ForeignKey("source.id"), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("token", String(64), unique=True, comment="the start payload of a Telegram link"),
    Column("customer_id", BIG_ID, ForeignKey("customer.id"), index=True),
    Column("touchpoint_id", BIG_ID, ForeignKey("touchpoint.id")),
    Column("unit_id", BIG_ID, ForeignKey("unit.id")),
    Column("event_id", BIG_ID, ForeignKey("event.id")),
    Column("channel", String(20)),
    Column("segment", String(80)),
    Column("instrument", String(20), nullable=False),
    Column("sent_at", Instant),
    Column("delivered_at", Instant),
    Column("opened_at", Instant),
    Column("started_at", Instant),
    Column("answered_at", Instant),
    Column("opted_out_at", Instant),
    Column("day", Integer, nullable=False, comment="the local day it was sent"),
    Column("feedback_id", BIG_ID, ForeignKey("feedback.id")),
    UniqueConstraint("source_id", "external_id"),
    Index("ix_invitation_day", "day"),
)

annotation = Table(
    "annotation",
    METADATA,
    Column("feedback_id", BIG_ID, ForeignKey("feedback.id"), primary_key=True),
    Column("field", String(20), primary_key=True, comment="language, sentiment, theme, urgency, ..."),
    Column("label", String(80), primary_key=True),
    Column("value", Float),
    Column("confidence", Float),
    Column("annotator", String(60), nullable=False, comment="name@version"),
    Column("words", String(300), nullable=False, server_default="", comment="what the label rests on, comma-separated"),
    Index("ix_annotation_field_label", "field", "label"),
)


def _cells() -> list[Column[int]]:
    return [Column(f"c{step}", Integer, nullable=False, default=0) for step in range(HISTOGRAM_CELLS)]


def _rollup(name: str, *keys: Column[Any]) -> Table:
    """One marginal: its keys and a histogram of score values. Keys hold 0 or '' where a row has none."""
    instrument = Column("instrument", String(20), primary_key=True)
    return Table(name, METADATA, instrument, *keys, *_cells(), sqlite_with_rowid=False)


def _key(name: str, kind: Any) -> Column[Any]:
    return Column(name, kind, primary_key=True)


def _daily(name: str, *keys: Column[Any]) -> Table:
    return _rollup(name, *keys, _key("day", Integer))


rollup_touchpoint = _daily("rollup_touchpoint", _key("touchpoint_id", BigInteger))
rollup_unit = _daily("rollup_unit", _key("touchpoint_id", BigInteger), _key("unit_id", BigInteger))
rollup_channel = _daily("rollup_channel", _key("touchpoint_id", BigInteger), _key("channel", String(20)))
rollup_segment = _daily("rollup_segment", _key("touchpoint_id", BigInteger), _key("segment", String(80)))
rollup_source = _daily("rollup_source", _key("source_id", BigInteger), _key("touchpoint_id", BigInteger))
rollup_unit_week = _rollup(
    "rollup_unit_week",
    _key("touchpoint_id", BigInteger),
    _key("unit_id", BigInteger),
    Column("week", Integer, primary_key=True, comment="weeks since 1 January of the year 1, a Monday"),
)

ROLLUPS = (rollup_touchpoint, rollup_unit, rollup_channel, rollup_segment, rollup_source, rollup_unit_week)

rollup_gap = Table(
    "rollup_gap",
    METADATA,
    Column("instrument", String(20), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("n", Integer, nullable=False, comment="answers of that day which the rollups do not hold"),
    sqlite_with_rowid=False,
)

import_run = Table(
    "import_run",
    METADATA,
    Column("id", String(64), primary_key=True, comment="a hash of source, file and map"),
    Column("source_id", BIG_ID, ForeignKey("source.id"), nullable=False),
    Column("attempt", Integer, nullable=False, comment="how often the same file was imported to its end, plus one"),
    Column("rows", BigInteger, nullable=False, comment="rows of the file that are behind it, rejected ones included"),
    Column("tally", JSON, nullable=False, comment='what became of them, as {"new": 2, "rejected": 1}'),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant, comment="null: it was interrupted, and goes on where it stopped"),
)

feedback_committed = Table(
    "feedback_committed",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("first_id", BigInteger, nullable=False),
    Column("last_id", BigInteger, nullable=False),
    comment="feedback that is new or changed, by stretches of ids; whoever has looked at a stretch deletes its row",
)
