"""The inbox: every message is stored here before its platform is told that we have it, and stays until it is answered.

A claim is a lease. Who holds it may end the message (`done`, `dead`); when the lease runs out, another worker takes it,
and the first one's end is refused: `attempt` tells the two apart.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, exists, func, or_, select, update

from bot.messages import IncomingMessage
from bot.ports import Clock
from bot.store.bell import Bell
from bot.store.busy import or_busy
from bot.store.codec import message_from_json, message_to_json
from bot.store.once import insert_once
from bot.store.tables import inbox
from metrics.store.engine import reading, writing

UNFINISHED = ("new", "claimed")


class LeaseLost(Exception):
    """Somebody else has claimed the row since; nothing of ours may be committed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A message that one worker has to answer. `attempt` counts the claims, from 1."""

    id: int
    message: IncomingMessage
    attempt: int
    worker: str
    received_at: datetime


class StoredInbox:
    """The inbox in the database. `keep` belongs to one event loop; the rest may be called from any thread.

    Whatever opens a transaction raises StoreBusy when the database cannot take it now.
    """

    def __init__(self, engine: Engine, *, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._waiting: list[tuple[IncomingMessage, asyncio.Future[None]]] = []
        self._flushing: asyncio.Task[None] | None = None
        self.bell = Bell()

    async def keep(self, message: IncomingMessage) -> None:
        """Store the message; when this returns it is on disk. Whoever waits together shares one transaction.

        Raises StoreBusy, and then it is not kept.
        """
        kept = asyncio.get_running_loop().create_future()
        self._waiting.append((message, kept))
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush())
        await kept

    async def _flush(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            stored = asyncio.to_thread(self._store, [message for message, _ in batch])
            (failure,) = await asyncio.gather(stored, return_exceptions=True)
            for _, kept in batch:
                _answer(kept, failure)
            self.bell.ring()

    @or_busy
    def _store(self, messages: Sequence[IncomingMessage]) -> None:
        now = self._clock.now()
        rows = [
            {
                "message_id": message.id,
                "conversation": f"{message.place.platform}:{message.place.conversation}",
                "message": message_to_json(message),
                "received_at": now,
                "state": "new",
                "attempts": 0,
            }
            for message in messages
        ]
        with writing(self._engine) as connection:
            insert_once(connection, inbox, rows)

    @or_busy
    def claim(self, *, worker: str, lease: timedelta) -> Claimed | None:
        """Take the oldest message whose conversation has none before it unanswered; None if there is none."""
        now = self._clock.now()
        free = _free(now)
        with reading(self._engine) as connection:
            if connection.execute(free).first() is None:
                return None
        with writing(self._engine) as connection:
            row = connection.execute(free.with_for_update(skip_locked=True)).first()
            if row is None:
                return None
            claim = update(inbox).where(inbox.c.id == row.id)
            connection.execute(
                claim.values(
                    state="claimed", claimed_by=worker, claimed_until=now + lease, attempts=inbox.c.attempts + 1
                )
            )
        return Claimed(
            id=row.id,
            message=message_from_json(row.message),
            attempt=row.attempts + 1,
            worker=worker,
            received_at=row.received_at,
        )

    @or_busy
    def extend(self, claimed: Claimed, *, lease: timedelta) -> None:
        """Hold a claim longer; raises LeaseLost."""
        with writing(self._engine) as connection:
            _change(connection, claimed, claimed_until=self._clock.now() + lease)

    @or_busy
    def release(self, claimed: Claimed) -> None:
        """Give a claim back, to be tried again; raises LeaseLost."""
        with writing(self._engine) as connection:
            _change(connection, claimed, state="new", claimed_by=None, claimed_until=None)

    def done(self, connection: Connection, claimed: Claimed) -> None:
        """Mark it answered, in the transaction that holds the answer; raises LeaseLost."""
        _change(connection, claimed, state="done", done_at=self._clock.now())

    def dead(self, connection: Connection, claimed: Claimed, *, error: str) -> None:
        """Give it up, for an admin to see; raises LeaseLost."""
        _change(connection, claimed, state="dead", done_at=self._clock.now(), error=error[:200])

    @or_busy
    def unfinished(self) -> int:
        """Count the messages that have no answer yet."""
        with reading(self._engine) as connection:
            query = select(func.count()).select_from(inbox).where(inbox.c.state.in_(UNFINISHED))
            return int(connection.execute(query).scalar_one())


def _answer(kept: asyncio.Future[None], failure: BaseException | None) -> None:
    if kept.done():  # whoever waited was cancelled
        return
    if failure is None:
        kept.set_result(None)
    else:
        kept.set_exception(failure)


def _free(now: datetime) -> Select[tuple[int, dict[str, object], int, datetime]]:
    before = inbox.alias("before")
    return (
        select(inbox.c.id, inbox.c.message, inbox.c.attempts, inbox.c.received_at)
        .where(
            _claimable(now),
            ~exists().where(
                before.c.conversation == inbox.c.conversation,
                before.c.id < inbox.c.id,
                before.c.state.in_(UNFINISHED),
            ),
        )
        .order_by(inbox.c.id)
        .limit(1)
    )


def _claimable(now: datetime) -> ColumnElement[bool]:
    return or_(inbox.c.state == "new", and_(inbox.c.state == "claimed", inbox.c.claimed_until < now))


def _change(connection: Connection, claimed: Claimed, **values: object) -> None:
    mine = (
        inbox.c.id == claimed.id,
        inbox.c.state == "claimed",
        inbox.c.claimed_by == claimed.worker,
        inbox.c.attempts == claimed.attempt,
    )
    if connection.execute(update(inbox).where(*mine).values(**values)).rowcount != 1:
        raise LeaseLost(claimed.id)
