"""The bot's own tables, in the same database as the metrics store, so that one transaction can hold both."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from metrics.store.tables import BIG_ID, METADATA, Instant

person = Table(
    "person",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("key", String(80), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("role", String(20), nullable=False),
    Column("language", String(12), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("unit_id", BIG_ID, ForeignKey("unit.id")),
    Column("teams", JSON, nullable=False),
    Column("leads", String(80), comment="the team they lead"),
    Column("default_for_role", Boolean, nullable=False, comment="whom --as ROLE means in this home"),
)

person_handle = Table(
    "person_handle",
    METADATA,
    Column("platform_id", String(120), primary_key=True, comment="slack:U123, telegram:456"),
    Column("person_id", BIG_ID, ForeignKey("person.id"), nullable=False),
)

inbox = Table(
    "inbox",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("message_id", String(200), nullable=False, unique=True),
    Column("conversation", String(200), nullable=False, comment="platform:conversation; answered in order"),
    Column("message", JSON, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", String(10), nullable=False, comment="new, claimed, done or dead"),
    Column("claimed_by", String(80)),
    Column("claimed_until", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", String(200), comment="the incident it died of"),
    Column("done_at", Instant),
    Index("ix_inbox_state_id", "state", "id"),
)

outbox = Table(
    "outbox",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("key", String(200), nullable=False, unique=True, comment="what it answers, so that it is said once"),
    Column("platform", String(20), nullable=False),
    Column("conversation", String(200), nullable=False),
    Column("thread", String(200)),
    Column("recipient", String(120), comment="the one person who may see it; null: everyone in the place"),
    Column("language", String(12), nullable=False),
    Column("body", JSON, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", String(10), nullable=False, comment="new, claimed, sent or dead"),
    Column("not_before", Instant, nullable=False),
    Column("claimed_by", String(80)),
    Column("claimed_until", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("sent_as", String(200), comment="the platform's reference of the message"),
    Column("error", String(200)),
    Index("ix_outbox_state_not_before", "state", "not_before"),
)

cursor = Table(
    "cursor",
    METADATA,
    Column("name", String(120), primary_key=True, comment="telegram:offset"),
    Column("value", BigInteger, nullable=False),
)

turn = Table(
    "turn",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("thread", String(300), nullable=False, comment="platform:conversation:thread"),
    Column("person_key", String(80), nullable=False),
    Column("at", Instant, nullable=False),
    Column("said", Text, nullable=False),
    Column("reply", JSON, nullable=False),
    Column("language", String(12), nullable=False, server_default="", comment="the reply was said in; empty: not kept"),
    Index("ix_turn_thread_id", "thread", "id"),
)

pending = Table(
    "pending",
    METADATA,
    Column("token", String(32), primary_key=True),
    Column("person_key", String(80), nullable=False, comment="who alone may confirm it"),
    Column("action", String(40), nullable=False),
    Column("arguments", JSON, nullable=False, comment="exactly what was shown"),
    Column("platform", String(20), nullable=False),
    Column("conversation", String(200), nullable=False),
    Column("language", String(12), nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("seal", String(64), nullable=False, comment="SHA-256 of person, action, arguments and conversation"),
    Column("result", String(20), comment="done, cancelled, replaced, or the outcome of the attempt; null: it waits"),
    Column("ended_at", Instant),
    Index("ix_pending_person_key_conversation", "person_key", "platform", "conversation"),
    comment="changes that were shown and wait for a yes",
)

preference = Table(
    "preference",
    METADATA,
    Column("person_key", String(80), primary_key=True),
    Column("question", String(200), primary_key=True, comment="what was asked back, as store:central"),
    Column("answer", String(200), nullable=False),
    Column("at", Instant, nullable=False),
)

customer_case = Table(
    "customer_case",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("customer_id", BIG_ID, ForeignKey("customer.id"), nullable=False, index=True),
    Column("feedback_id", BIG_ID, ForeignKey("feedback.id")),
    Column("touchpoint_id", BIG_ID, ForeignKey("touchpoint.id")),
    Column("unit_id", BIG_ID, ForeignKey("unit.id")),
    Column("team", String(80)),
    Column("owner_key", String(80)),
    Column("status", String(20), nullable=False, comment="open or closed"),
    Column("priority", String(20), nullable=False, comment="critical, high or normal"),
    Column("opened_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("root_cause", String(200)),
    Column("contact_due_at", Instant, comment="until when the customer is to hear from us; null: as due_at"),
    Column("resolve_due_at", Instant, comment="until when it is to be solved; null: as due_at"),
    Column("contacted_at", Instant, comment="when the customer first heard from us"),
    Column("resolution", String(40), comment="refund, replacement, ..."),
    Column("compensation", Float, comment="money given, in the organisation's currency"),
    Column("outcome", String(20), comment="recovered or not_recovered, as the customer said after closing"),
    Column("merged_into", BIG_ID, comment="the case that goes on in its place"),
    Index("ix_customer_case_status_due_at", "status", "due_at"),
)

alert = Table(
    "alert",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("person_key", String(80), nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("feedback_id", BIG_ID, ForeignKey("feedback.id")),
    Column("facts", JSON, nullable=False),
    Column("key", String(200), comment="what was told of to whom: the same is no second alert"),
    Column("rule", String(40), comment="severe, drift, ..., or r12: a person's own"),
    Column("cause", String(200), comment="what belongs together: the rule, the touchpoint, the unit"),
    Column("priority", String(10), nullable=False, server_default="high", comment="critical, high or normal"),
    Column("state", String(10), nullable=False, server_default="open", comment="open, silenced, useful, false, over"),
    Column("told", String(10), nullable=False, server_default="now", comment="now, with (another), later or never"),
    Column("ended_at", Instant),
    Index("ix_alert_person_key_at", "person_key", "at"),
    Index("ix_alert_key", "key", unique=True),
    Index("ix_alert_rule_cause", "rule", "cause"),
)

shown = Table(
    "shown",
    METADATA,
    Column("person_key", String(80), primary_key=True),
    Column("feedback_id", BIG_ID, ForeignKey("feedback.id"), nullable=False),
    Column("at", Instant, nullable=False),
    comment="the comment each person saw last",
)

survey_session = Table(
    "survey_session",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("chat", String(120), nullable=False, comment="telegram:456"),
    Column("survey", String(40), nullable=False),
    Column("invitation_id", BIG_ID, ForeignKey("invitation.id")),
    Column("state", JSON, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("open", Boolean, nullable=False),
    Index("ix_survey_session_chat_open", "chat", "open"),
)

audit = Table(
    "audit",
    METADATA,
    Column("id", BIG_ID, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("action", String(40), nullable=False),
    Column("object", String(200), nullable=False),
    Column("place", String(200), nullable=False),
    Column("result", String(40), nullable=False),
)

fact = Table(
    "fact",
    METADATA,
    Column("key", String(80), primary_key=True, comment="demo.now, demo.seed"),
    Column("value", Text, nullable=False),
)

spending = Table(
    "spending",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("who", String(80), primary_key=True, comment="a person's key, or * for everybody together"),
    Column("tokens", BigInteger, nullable=False, comment="of the language model, spent and reserved"),
)
