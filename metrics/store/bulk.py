"""Many rows at once, at the speed of the driver: executemany on SQLite, COPY on PostgreSQL.

Values are adapted once, by `instant` and `json_text`, rather than column by column by SQLAlchemy.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select, text

CHUNK = 10_000
LOOKUP = 4_000
"""Parameters of one IN list; SQLite allows 32,766."""

Row = tuple[Any, ...]
AdaptInstant = Callable[[datetime | None], Any]
_Item = TypeVar("_Item")


def insert(connection: Connection, table: Table, *, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert rows whose values stand in the order of `columns` and are adapted already."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, columns=columns, rows=rows)
        return
    sql = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 names are ours
    for start in range(0, len(rows), CHUNK):
        connection.exec_driver_sql(sql, list(rows[start : start + CHUNK]))


def update(connection: Connection, table: Table, *, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Set `columns` of rows by id: each row holds the values in order and the id last."""
    if not rows:
        return
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    sets = ", ".join(f"{name} = {mark}" for name in columns)
    connection.exec_driver_sql(f"UPDATE {table.name} SET {sets} WHERE id = {mark}", list(rows))  # noqa: S608 names are ours


def delete(connection: Connection, table: Table, *, column: str, ids: Sequence[int]) -> None:
    """Delete the rows whose `column` is one of `ids`."""
    for some in parts(ids):
        connection.execute(table.delete().where(table.c[column].in_(some)))


def new_ids(connection: Connection, table: Table, *, count: int) -> Sequence[int]:
    """Reserve ids for rows about to be inserted; on SQLite the caller must be the only writer (`writing`)."""
    if count == 0:
        return ()
    if connection.dialect.name == "postgresql":
        sequence = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")
        return list(connection.execute(sequence, {"name": table.name, "count": count}).scalars())
    first = (connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
    return range(first, first + count)


def ids_go_on(connection: Connection, table: Table) -> None:
    """Let ids go on after the largest, when rows were given theirs; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        largest = select(func.max(table.c.id)).scalar_subquery()
        connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), largest)))


def known(connection: Connection, table: Table, *, source_id: int, external_ids: Sequence[str]) -> dict[str, Row]:
    """Find which rows of a source exist: external id to (id, content hash)."""
    wanted: Any
    if connection.dialect.name == "postgresql":
        mark, among, wanted = "%s", "= ANY(%s)", list(external_ids)
    else:
        mark, among, wanted = "?", "IN (SELECT value FROM json_each(?))", json.dumps(external_ids)
    sql = f"SELECT external_id, id, content_hash FROM {table.name} WHERE source_id = {mark} AND external_id {among}"  # noqa: S608 names are ours
    rows = connection.exec_driver_sql(sql, (source_id, wanted))
    return {external_id: (row_id, digest) for external_id, row_id, digest in rows}


def parts(items: Sequence[_Item], *, size: int = LOOKUP) -> Iterator[Sequence[_Item]]:
    """Cut a sequence into stretches that fit one IN list."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def instant(connection: Connection) -> AdaptInstant:
    """Say how an aware instant is handed to this database's driver."""
    return _as_is if connection.dialect.name == "postgresql" else _as_sqlite_text


def json_text(value: Mapping[str, Any]) -> str:
    """Write a JSON value for a JSON column."""
    return json.dumps(value, sort_keys=True) if value else "{}"


def _as_is(value: datetime | None) -> datetime | None:
    return value


def _as_sqlite_text(value: datetime | None) -> str | None:
    """Write it as SQLAlchemy's DateTime does on SQLite, so that both read and sort alike."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("an instant without a zone")
    utc = value if value.tzinfo is UTC else value.astimezone(UTC)
    if not utc.microsecond:
        return str(utc)[:19] + ".000000"
    return utc.isoformat(sep=" ", timespec="microseconds")[:26]


def _copy(connection: Connection, table: Table, *, columns: Sequence[str], rows: Sequence[Row]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
