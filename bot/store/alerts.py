"""Alerts a person got, and the comment they were shown last: what "this" means in a thread that has not said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select

from bot.messages import Json
from bot.store.tables import alert, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAlert:
    """An alert to keep. `facts` say what was seen and which limit it crossed."""

    person_key: str
    at: datetime
    kind: str
    feedback_id: int | None = None
    facts: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An alert that a person got."""

    id: int
    person_key: str
    at: datetime
    kind: str
    feedback_id: int | None
    facts: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The comment a person saw last."""

    feedback_id: int
    at: datetime


def add_alert(connection: Connection, new: NewAlert) -> int:
    """Keep an alert and give its id."""
    values = {
        "person_key": new.person_key,
        "at": new.at,
        "kind": new.kind,
        "feedback_id": new.feedback_id,
        "facts": dict(new.facts),
    }
    return int(connection.execute(insert(alert).values(**values).returning(alert.c.id)).scalar_one())


def latest_alert(connection: Connection, *, person_key: str) -> Alert | None:
    """Find the newest alert the person got."""
    query = select(alert).where(alert.c.person_key == person_key).order_by(alert.c.at.desc(), alert.c.id.desc())
    row = connection.execute(query.limit(1)).mappings().first()
    return None if row is None else _alert(row)


def alert_by_id(connection: Connection, alert_id: int) -> Alert | None:
    """Find an alert."""
    row = connection.execute(select(alert).where(alert.c.id == alert_id)).mappings().first()
    return None if row is None else _alert(row)


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
    )
