"""What an administrator sees of durable work, and does about it: timers, and the messages in and out that gave up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select, update

from bot.store.tables import inbox, outbox
from bot.store.timers import CANCELLED, CLAIMED, DEAD, WAITING
from bot.store.work_tables import timer
from metrics.store.engine import reading, writing

INBOX, OUTBOX = "inbox", "outbox"
MESSAGES: dict[str, Table] = {INBOX: inbox, OUTBOX: outbox}
"""Beside timers, which are named by their key; a message is named as inbox:12."""
DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A piece of durable work; `error` says why it failed last, `details` what it is about (never a text)."""

    id: str
    kind: str
    state: str
    due_at: datetime
    attempts: int
    worker: str | None
    error: str | None
    details: dict[str, Any]


class WorkBook:
    """Reads and changes durable work."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def listed(self, *, states: Sequence[str], kind: str | None, limit: int) -> tuple[Work, ...]:
        """List the work in these states, what is due first at the top; of messages only those that gave up."""
        with reading(self._engine) as connection:
            found = [*_timers(connection, states=states, kind=kind, limit=limit)]
            for name in MESSAGES:
                if DEAD in states and kind in (None, name):
                    found += _messages(connection, name, limit=limit)
        return tuple(sorted(found, key=lambda work: (work.due_at, work.id))[:limit])

    def dead(self) -> int:
        """Count what gave up."""
        with reading(self._engine) as connection:
            return sum(
                connection.execute(select(func.count()).select_from(table).where(table.c.state == DEAD)).scalar_one()
                for table in (timer, inbox, outbox)
            )

    def find(self, name: str) -> Work | None:
        """Find one by its name."""
        with reading(self._engine) as connection:
            where = _row_of(name)
            if where is not None:
                return next(iter(_messages(connection, where[0], limit=1, row=where[1])), None)
            row = connection.execute(select(timer).where(timer.c.key == name)).mappings().first()
            return None if row is None else _work_of_timer(row)

    def retry(self, name: str, *, now: datetime) -> bool:
        """Let dead or waiting work be tried at once, as if it had never failed; False: it is not there, or it is done.

        A message from a person is answered anew although they were told that it was given up.
        """
        with writing(self._engine) as connection:
            where = _row_of(name)
            if where is None:
                stuck = (timer.c.key == name, timer.c.state.in_((DEAD, WAITING, CANCELLED)))
                fresh = {"state": WAITING, "try_at": now, "attempts": 0, "error": None, "ended_at": None}
                change = update(timer).where(*stuck).values(**fresh, claim=timer.c.claim + 1)
                return connection.execute(change).rowcount == 1
            return _retry_message(connection, *where, now=now)

    def drop(self, name: str) -> bool:
        """Take work back that has not ended, or drop a message that gave up; False: it is not there, or it is done."""
        with writing(self._engine) as connection:
            where = _row_of(name)
            if where is None:
                not_ended = (timer.c.key == name, timer.c.state.in_((DEAD, WAITING, CLAIMED)))
                change = update(timer).where(*not_ended).values(state=CANCELLED, claim=timer.c.claim + 1)
            else:
                table = MESSAGES[where[0]]
                change = update(table).where(table.c.id == where[1], table.c.state == DEAD).values(state=DROPPED)
            return connection.execute(change).rowcount == 1


def _row_of(name: str) -> tuple[str, int] | None:
    table, _, number = name.partition(":")
    return (table, int(number)) if table in MESSAGES and number.isdecimal() else None


def _timers(connection: Connection, *, states: Sequence[str], kind: str | None, limit: int) -> list[Work]:
    query = select(timer).where(timer.c.state.in_(states)).order_by(timer.c.try_at, timer.c.id).limit(limit)
    if kind is not None:
        query = query.where(timer.c.kind == kind)
    return [_work_of_timer(row) for row in connection.execute(query).mappings()]


def _work_of_timer(row: Any) -> Work:
    return Work(
        id=row["key"],
        kind=row["kind"],
        state=row["state"],
        due_at=row["try_at"],
        attempts=row["attempts"],
        worker=row["claimed_by"] if row["state"] == CLAIMED else None,
        error=row["error"],
        details=row["payload"],
    )


def _messages(connection: Connection, name: str, *, limit: int, row: int | None = None) -> list[Work]:
    table = MESSAGES[name]
    at = table.c.received_at if name == INBOX else table.c.created_at
    query = select(
        table.c.id, table.c.state, table.c.attempts, table.c.error, table.c.conversation, at.label("at")
    ).limit(limit)
    query = query.where(table.c.state == DEAD) if row is None else query.where(table.c.id == row)
    return [
        Work(
            id=f"{name}:{found.id}",
            kind=name,
            state=found.state,
            due_at=found.at,
            attempts=found.attempts,
            worker=None,
            error=found.error,
            details={"conversation": found.conversation},
        )
        for found in connection.execute(query.order_by(table.c.id))
    ]


def _retry_message(connection: Connection, name: str, row: int, *, now: datetime) -> bool:
    table = MESSAGES[name]
    dead = (table.c.id == row, table.c.state == DEAD)
    if name == OUTBOX:
        again = update(outbox).where(*dead).values(state="new", attempts=0, error=None, not_before=now)
        return connection.execute(again).rowcount == 1
    message = connection.execute(select(inbox.c.message_id, inbox.c.attempts).where(*dead)).first()
    if message is None:
        return False
    apology = f"answer:{message.message_id}"  # its key would keep the answer from being said
    connection.execute(update(outbox).where(outbox.c.key == apology).values(key=f"{apology}:gave-up:{row}"[:200]))
    connection.execute(update(inbox).where(*dead).values(state="new", attempts=0, error=None, done_at=None))
    return True
