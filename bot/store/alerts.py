"""Alerts a person got, and the comment they were shown last: what "this" means in a thread that has not said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.messages import Json
from bot.store.tables import alert, shown

OPEN, SILENCED, USEFUL, FALSE, OVER = "open", "silenced", "useful", "false", "over"
"""The states of an alert."""
NOW, WITH, LATER, NEVER = "now", "with", "later", "never"
"""How it was told: in a message of its own, in that of another of its cause, in the next summary, not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAlert:
    """An alert to keep. `facts` say what was seen and which limit it crossed; the same `key` is kept once."""

    person_key: str
    at: datetime
    kind: str
    feedback_id: int | None = None
    facts: Mapping[str, Json]
    key: str | None = None
    rule: str | None = None
    cause: str | None = None
    priority: str = "high"
    state: str = OPEN
    told: str = NOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An alert that a person got, or would have got."""

    id: int
    person_key: str
    at: datetime
    kind: str
    feedback_id: int | None
    facts: Mapping[str, Json]
    rule: str | None = None
    cause: str | None = None
    priority: str = "high"
    state: str = OPEN
    told: str = NOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The comment a person saw last."""

    feedback_id: int
    at: datetime


def add_alert(connection: Connection, new: NewAlert) -> int | None:
    """Keep an alert and give its id; None: it is there already."""
    values = {
        "person_key": new.person_key,
        "at": new.at,
        "kind": new.kind,
        "feedback_id": new.feedback_id,
        "facts": dict(new.facts),
        "key": new.key[:200] if new.key else None,
        "rule": new.rule,
        "cause": new.cause,
        "priority": new.priority,
        "state": new.state,
        "told": new.told,
    }
    inserting = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    made = inserting(alert).values(**values).on_conflict_do_nothing().returning(alert.c.id)
    return connection.execute(made).scalar_one_or_none()


def latest_alert(connection: Connection, *, person_key: str) -> Alert | None:
    """Find the newest alert the person was told of."""
    query = select(alert).where(alert.c.person_key == person_key, alert.c.told != NEVER)
    row = connection.execute(query.order_by(alert.c.at.desc(), alert.c.id.desc()).limit(1)).mappings().first()
    return None if row is None else _alert(row)


def alert_by_id(connection: Connection, alert_id: int) -> Alert | None:
    """Find an alert."""
    row = connection.execute(select(alert).where(alert.c.id == alert_id)).mappings().first()
    return None if row is None else _alert(row)


def alerts_since(connection: Connection, *, person_key: str, since: datetime) -> tuple[Alert, ...]:
    """Give the alerts a person got, the oldest first."""
    query = select(alert).where(alert.c.person_key == person_key, alert.c.at >= since).order_by(alert.c.id)
    return tuple(_alert(row) for row in connection.execute(query).mappings())


def alerts_held_back(connection: Connection, *, person_key: str) -> tuple[Alert, ...]:
    """Give what waits for the next summary, the oldest first."""
    query = select(alert).where(alert.c.person_key == person_key, alert.c.told == LATER, alert.c.state == OPEN)
    return tuple(_alert(row) for row in connection.execute(query.order_by(alert.c.id)).mappings())


def set_told(connection: Connection, ids: Sequence[int], *, told: str) -> None:
    """Note how these were told."""
    connection.execute(update(alert).where(alert.c.id.in_(ids)).values(told=told))


def end_alerts(connection: Connection, *, rule: str, cause: str, at: datetime) -> None:
    """Note that what these told of is over."""
    these = (alert.c.rule == rule, alert.c.cause == cause, alert.c.state == OPEN)
    connection.execute(update(alert).where(*these).values(state=OVER, ended_at=at))


def set_shown(connection: Connection, *, person_key: str, feedback_id: int, at: datetime) -> None:
    """Note that the person was shown this comment."""
    connection.execute(delete(shown).where(shown.c.person_key == person_key))
    connection.execute(insert(shown).values(person_key=person_key, feedback_id=feedback_id, at=at))


def last_shown(connection: Connection, *, person_key: str) -> Shown | None:
    """Find the comment the person saw last."""
    row = connection.execute(select(shown).where(shown.c.person_key == person_key)).mappings().first()
    return None if row is None else Shown(feedback_id=row["feedback_id"], at=row["at"])


def _alert(row: RowMapping) -> Alert:
    return Alert(
        id=row["id"],
        person_key=row["person_key"],
        at=row["at"],
        kind=row["kind"],
        feedback_id=row["feedback_id"],
        facts=row["facts"],
        rule=row["rule"],
        cause=row["cause"],
        priority=row["priority"],
        state=row["state"],
        told=row["told"],
    )
