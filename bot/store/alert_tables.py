"""The tables of alerts besides `alert` itself: rules of people, what stands, silences, lessons, who is away or on duty.

A rule is named by a key: "severe" for one of the defaults, "r12" for row 12 of `alert_rule`.
"""

from sqlalchemy import JSON, Column, Date, Float, Index, Integer, String, Table

from metrics.store.tables import BIG_ID, METADATA, Instant

alert_rule = Table(
    "alert_rule",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("made_by", String(80), nullable=False),
    Column("notify", String(80), nullable=False, comment="the key of the person it tells"),
    Column("metric", String(40), nullable=False),
    Column("scope", JSON, nullable=False, comment='canonical names, as {"touchpoint": ["delivery"]}'),
    Column("condition", JSON, nullable=False, comment='{"op": "<", "value": 80, "min_n": 30}'),
    Column("state", String(10), nullable=False, comment="on, asked (of whom it tells) or off"),
    Column("made_at", Instant, nullable=False),
    Index("ix_alert_rule_state", "state"),
)

alert_standing = Table(
    "alert_standing",
    METADATA,
    Column("rule", String(40), primary_key=True),
    Column("cause", String(200), primary_key=True),
    Column("since", Instant, nullable=False),
    Column("value", Float),
    comment="what has been told of and has not gone away yet",
)

alert_silence = Table(
    "alert_silence",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("person_key", String(80), nullable=False),
    Column("rule", String(40), nullable=False),
    Column("cause", String(200), nullable=False),
    Column("until", Instant, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_alert_silence_person_key_until", "person_key", "until"),
)

alert_lesson = Table(
    "alert_lesson",
    METADATA,
    Column("person_key", String(80), primary_key=True),
    Column("rule", String(40), primary_key=True),
    Column("cause", String(200), primary_key=True),
    Column("false_alarms", Integer, nullable=False),
    Column("useful", Integer, nullable=False),
    comment="what people said of the alerts they got",
)

alert_reach = Table(
    "alert_reach",
    METADATA,
    Column("person_key", String(80), primary_key=True),
    Column("quiet_from", Integer, nullable=False, comment="minutes after midnight in the person's zone"),
    Column("quiet_to", Integer, nullable=False),
    Column("budget", Integer, nullable=False, comment="messages a day; the rest are summed up"),
    comment="when and how often a person wants to be told; without a row: the defaults",
)

absence = Table(
    "absence",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("person_key", String(80), nullable=False, index=True),
    Column("first", Date, nullable=False),
    Column("end", Date, nullable=False, comment="the first day back"),
    Column("deputy_key", String(80)),
)

duty = Table(
    "duty",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("team", String(80), nullable=False, index=True),
    Column("person_key", String(80), nullable=False),
    Column("first", Date, nullable=False),
    Column("end", Date, nullable=False),
    comment="who of a team is told, by days",
)
