"""What records refer to, by name: sources, units, touchpoints, journeys, named events, synonyms.

Each function gives the id of the row of that name, made if need be; what is handed in is set, what is None is left.
Customers are next door, in `registry.py`.
"""

from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, and_, insert, select, update

from metrics.store.tables import (
    journey as journey_table,
)
from metrics.store.tables import (
    named_event as named_event_table,
)
from metrics.store.tables import (
    source as source_table,
)
from metrics.store.tables import (
    stage as stage_table,
)
from metrics.store.tables import (
    stage_touchpoint as stage_touchpoint_table,
)
from metrics.store.tables import (
    synonym as synonym_table,
)
from metrics.store.tables import (
    touchpoint as touchpoint_table,
)
from metrics.store.tables import (
    unit as unit_table,
)


def source(
    connection: Connection,
    *,
    name: str,
    kind: str,
    timezone: str,
    expected_every_s: int | None = None,
    imported_at: datetime | None = None,
    as_of: datetime | None = None,
) -> int:
    """Give the source of that name. `as_of` only moves forward (see `freshen`)."""
    values = {"kind": kind, "timezone": timezone, "expected_every_s": expected_every_s, "imported_at": imported_at}
    row_id, _ = _put(connection, source_table, key={"name": name}, values=values)
    if as_of is not None:
        freshen(connection, source_id=row_id, as_of=as_of)
    return row_id


def known_source(
    connection: Connection, *, name: str, kind: str, timezone: str, expected_every_s: int | None = None
) -> int:
    """Give the source of that name; several files of different kinds may share it, and it keeps its first kind."""
    found = _find(connection, source_table, key={"name": name}, column="kind")
    return source(connection, name=name, kind=found or kind, timezone=timezone, expected_every_s=expected_every_s)


def freshen(
    connection: Connection, *, source_id: int, as_of: datetime | None = None, imported_at: datetime | None = None
) -> None:
    """Say that the source has rows up to `as_of` (never back) and that an import ended well at `imported_at`."""
    if as_of is not None:
        older = source_table.c.as_of.is_(None) | (source_table.c.as_of < as_of)
        connection.execute(update(source_table).where(source_table.c.id == source_id, older).values(as_of=as_of))
    if imported_at is not None:
        change = update(source_table).where(source_table.c.id == source_id).values(imported_at=imported_at)
        connection.execute(change)


def unit(
    connection: Connection,
    *,
    name: str,
    kind: str,
    parent_id: int | None = None,
    timezone: str | None = None,
    external_id: str | None = None,
) -> int:
    """Give the unit of that name; `kind` is store, region or country."""
    values = {"kind": kind, "parent_id": parent_id, "timezone": timezone, "external_id": external_id}
    return _put(connection, unit_table, key={"name": name}, values=values)[0]


def touchpoint(
    connection: Connection,
    *,
    name: str,
    channel: str | None = None,
    owner: str | None = None,
    team: str | None = None,
    purpose: str | None = None,
    expectation: str | None = None,
    importance: float | None = None,
    target_metric: str | None = None,
    target: float | None = None,
    external_id: str | None = None,
) -> tuple[int, bool]:
    """Give the touchpoint of that name, and whether it was made just now."""
    values = {
        "channel": channel, "owner": owner, "team": team, "purpose": purpose, "expectation": expectation,
        "importance": importance, "target_metric": target_metric, "target": target, "external_id": external_id,
    }  # fmt: skip
    return _put(connection, touchpoint_table, key={"name": name}, values=values)


def journey(connection: Connection, *, name: str, kind: str) -> int:
    """Give the journey of that name; `kind` is experience or buying."""
    return _put(connection, journey_table, key={"name": name}, values={"kind": kind})[0]


def stage(connection: Connection, *, journey_id: int, position: int, name: str) -> int:
    """Give the stage at that position of the journey."""
    key = {"journey_id": journey_id, "position": position}
    return _put(connection, stage_table, key=key, values={"name": name})[0]


def stage_touchpoint(connection: Connection, *, stage_id: int, touchpoint_id: int, position: int) -> None:
    """Put the touchpoint into the stage."""
    key = {"stage_id": stage_id, "touchpoint_id": touchpoint_id}
    if _find(connection, stage_touchpoint_table, key=key, column="position") is None:
        connection.execute(insert(stage_touchpoint_table).values(**key, position=position))


def synonym(connection: Connection, *, kind: str, name: str, text: str, language: str | None = None) -> int:
    """Let `text` stand for the canonical `name` of that kind."""
    return _put(
        connection, synonym_table, key={"kind": kind, "name": name, "text": text}, values={"language": language}
    )[0]


def named_event(
    connection: Connection,
    *,
    source_id: int,
    external_id: str,
    name: str,
    happened_at: datetime,
    kind: str | None = None,
    scope: Mapping[str, str] | None = None,
) -> int:
    """Give the named event of that source and id."""
    where = dict(scope or {})
    content = repr((name, kind, happened_at.timestamp(), sorted(where.items())))
    values = {
        "name": name, "kind": kind, "happened_at": happened_at, "scope": where,
        "content_hash": blake2b(content.encode(), digest_size=20).hexdigest(),
    }  # fmt: skip
    return _put(connection, named_event_table, key={"source_id": source_id, "external_id": external_id}, values=values)[
        0
    ]


def _put(
    connection: Connection, table: Table, *, key: Mapping[str, Any], values: Mapping[str, Any]
) -> tuple[int, bool]:
    """Find the row of that key and set what is given, or make it: its id, and whether it is new."""
    given = {name: value for name, value in values.items() if value is not None}
    found = _find(connection, table, key=key, column="id")
    if found is None:
        made = insert(table).values(**key, **given).returning(table.c.id)
        return int(connection.execute(made).scalar_one()), True
    if given:
        connection.execute(update(table).where(table.c.id == found).values(**given))
    return int(found), False


def _find(connection: Connection, table: Table, *, key: Mapping[str, Any], column: str) -> Any:
    named = and_(*(table.c[name] == value for name, value in key.items()))
    return connection.execute(select(table.c[column]).where(named)).scalar_one_or_none()
