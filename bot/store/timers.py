"""Timers: what is to be done at an instant, kept with the change that wants it, handled once.

A claim is a lease with a fencing token. What a handler returns commits together with the timer's end, and only while
the token still stands: a worker that was paused past its lease, or whose timer was set anew meanwhile, changes nothing.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, or_, select, true, update

from bot.ports import Clock
from bot.store.busy import or_busy
from bot.store.inbox import LeaseLost
from bot.store.once import insert_once
from bot.store.work_tables import timer
from bot.store.writes import Write
from metrics.store.engine import reading, writing

WAITING, CLAIMED, DONE, DEAD, CANCELLED = "waiting", "claimed", "done", "dead", "cancelled"
KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """A timer in the hands of one worker. `attempt` counts from 1; `claim` is the fencing token."""

    id: int
    key: str
    kind: str
    due_at: datetime
    payload: Mapping[str, Any]
    attempt: int
    claim: int


Handler = Callable[[Timer, datetime], tuple[Write, ...]]
"""Says what a timer changes as of now; done again after a failure, whatever it does beyond that must do no harm."""


def set_timer(
    connection: Connection, *, key: str, kind: str, due_at: datetime, payload: Mapping[str, Any] | None = None
) -> None:
    """Set a timer, or move it: one that is done or dead stays so unless `due_at` is another instant.

    A worker that handles it just now loses it where anything about it changes.
    """
    wanted = {"kind": kind, "due_at": due_at, "payload": dict(payload or {})}
    fresh = {**wanted, "state": WAITING, "try_at": due_at, "attempts": 0}
    row = connection.execute(select(timer).where(timer.c.key == key).with_for_update()).mappings().first()
    if row is None:
        insert_once(connection, timer, [{**fresh, "key": key, "claim": 0}])
        return
    same = (
        row["due_at"] == due_at if row["state"] in (DONE, DEAD) else all(row[name] == wanted[name] for name in wanted)
    )
    if same and row["state"] != CANCELLED:
        return
    released = {"claimed_by": None, "claimed_until": None, "error": None, "ended_at": None}
    connection.execute(
        update(timer).where(timer.c.id == row["id"]).values(**fresh, **released, claim=timer.c.claim + 1)
    )


def ask_for(connection: Connection, *, key: str, kind: str, due_at: datetime, payload: Mapping[str, Any]) -> None:
    """Set a timer unless it waits already or is in somebody's hands, then it stays as it is."""
    busy = select(timer.c.id).where(timer.c.key == key, timer.c.state.in_((WAITING, CLAIMED)))
    if connection.execute(busy).first() is None:
        set_timer(connection, key=key, kind=kind, due_at=due_at, payload=payload)


def check_held(connection: Connection, *, held: Timer) -> None:
    """Raise LeaseLost unless the timer is still in these hands, and keep it there until the transaction ends."""
    mine = (timer.c.id == held.id, timer.c.state == CLAIMED, timer.c.claim == held.claim)
    if connection.execute(select(timer.c.id).where(*mine).with_for_update()).first() is None:
        raise LeaseLost(held.id)


def cancel_timer(connection: Connection, *, key: str) -> None:
    """Take a timer back; a worker that handles it just now loses it. One that is done, dead or not there stays so."""
    open_one = (timer.c.key == key, timer.c.state.in_((WAITING, CLAIMED)))
    connection.execute(update(timer).where(*open_one).values(state=CANCELLED, claim=timer.c.claim + 1))


def forget_timers(engine: Engine, *, now: datetime) -> int:
    """Delete what was done or cancelled long ago; say how many that were. What is dead stays until it is dropped."""
    with writing(engine) as connection:
        old = (timer.c.state.in_((DONE, CANCELLED)), timer.c.due_at < now - KEPT_FOR)
        return connection.execute(delete(timer).where(*old)).rowcount


class StoredTimers:
    """Timers in the database; may be called from any thread. Whatever opens a transaction raises StoreBusy.

    `now` says what is due; leases end by `clock`, the machine's.
    """

    def __init__(self, engine: Engine, *, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    @or_busy
    def claim(
        self, *, kinds: Collection[str], worker: str, lease: timedelta, now: datetime, key: str | None = None
    ) -> Timer | None:
        """Take the timer of these kinds that is due longest, or the one of that key; None if none is due and free."""
        free = (
            select(timer)
            .where(
                timer.c.kind.in_(sorted(kinds)),
                timer.c.try_at <= now,
                _claimable(self._clock.now(), lease=lease),
                true() if key is None else timer.c.key == key,
            )
            .order_by(timer.c.try_at, timer.c.id)
            .limit(1)
        )
        with reading(self._engine) as connection:
            if connection.execute(free).first() is None:
                return None
        with writing(self._engine) as connection:
            row = connection.execute(free.with_for_update(skip_locked=True)).mappings().first()
            if row is None:
                return None
            taken = Timer(
                id=row["id"],
                key=row["key"],
                kind=row["kind"],
                due_at=row["due_at"],
                payload=row["payload"],
                attempt=row["attempts"] + 1,
                claim=row["claim"] + 1,
            )
            connection.execute(
                update(timer)
                .where(timer.c.id == taken.id)
                .values(
                    state=CLAIMED,
                    attempts=taken.attempt,
                    claim=taken.claim,
                    claimed_by=worker,
                    claimed_until=self._clock.now() + lease,
                )
            )
            return taken

    @or_busy
    def extend(self, held: Timer, *, lease: timedelta) -> None:
        """Hold a timer longer; raises LeaseLost."""
        with writing(self._engine) as connection:
            _change(connection, held, claimed_until=self._clock.now() + lease)

    @or_busy
    def finish(self, held: Timer, *, writes: Sequence[Write]) -> None:
        """End a timer with what it changes, in one transaction; raises LeaseLost, and then nothing has happened.

        The end comes first, so that a handler may set its own timer again.
        """
        with writing(self._engine) as connection:
            _change(connection, held, state=DONE, ended_at=self._clock.now(), error=None)
            for write in writes:
                write(connection)

    @or_busy
    def put_off(self, held: Timer, *, until: datetime, error: str) -> None:
        """Give a timer back, to be tried again at `until`; raises LeaseLost."""
        with writing(self._engine) as connection:
            _change(connection, held, state=WAITING, try_at=until, error=error[:200])

    @or_busy
    def give_back(self, held: Timer) -> None:
        """Let another have it, as if it had not been claimed; raises LeaseLost."""
        with writing(self._engine) as connection:
            _change(connection, held, state=WAITING, attempts=held.attempt - 1)

    @or_busy
    def bury(self, held: Timer, *, error: str) -> None:
        """Give a timer up, for an admin to see; raises LeaseLost."""
        with writing(self._engine) as connection:
            _change(connection, held, state=DEAD, ended_at=self._clock.now(), error=error[:200])

    @or_busy
    def state(self, key: str) -> str | None:
        """Say how the timer of that key stands; None: there is none."""
        with reading(self._engine) as connection:
            found: str | None = connection.scalar(select(timer.c.state).where(timer.c.key == key))
            return found


def _claimable(now: datetime, *, lease: timedelta) -> ColumnElement[bool]:
    """Whatever waits, or was claimed by one that is gone; a lease of a clock that has jumped back does not hold."""
    gone = or_(timer.c.claimed_until < now, timer.c.claimed_until > now + 2 * lease)
    return or_(timer.c.state == WAITING, and_(timer.c.state == CLAIMED, gone))


def _change(connection: Connection, held: Timer, **values: object) -> None:
    mine = (timer.c.id == held.id, timer.c.state == CLAIMED, timer.c.claim == held.claim)
    if connection.execute(update(timer).where(*mine).values(**values)).rowcount != 1:
        raise LeaseLost(held.id)
