"""The outbox: what is to be said, committed with what caused it, and sent afterwards.

One message at a time goes to a conversation, in order, and a claim is a lease as in the inbox. A message put off (the
platform said when to come back) holds up its own conversation only; one that is to be said later holds up none.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, exists, func, or_, select, update

from bot.messages import Reply
from bot.ports import Clock, Outgoing
from bot.store.busy import or_busy
from bot.store.codec import reply_from_json, reply_to_json
from bot.store.inbox import UNFINISHED, LeaseLost
from bot.store.notify import NOTICE, TERMINAL, remember_notice
from bot.store.once import insert_once
from bot.store.tables import outbox
from metrics.store.engine import reading, writing

REPLY, TIMEZONE = "reply", "timezone"
"""What the body of a row holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSay:
    """A reply with where it goes. `key` names what it answers: the same key is said once."""

    key: str
    platform: str
    conversation: str
    thread: str | None
    recipient: str | None
    language: str
    reply: Reply
    timezone: str = "UTC"


class StoredOutbox:
    """The outbox in the database; may be called from any thread. Whatever opens a transaction raises StoreBusy."""

    def __init__(self, engine: Engine, *, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def put(self, connection: Connection, saying: ToSay, *, not_before: datetime | None = None) -> None:
        """Add what is to be said to the caller's transaction; a key already there is left as it stands."""
        now = self._clock.now()
        row = {
            "key": saying.key,
            "platform": saying.platform,
            "conversation": saying.conversation,
            "thread": saying.thread,
            "recipient": saying.recipient,
            "language": saying.language,
            "body": {REPLY: reply_to_json(saying.reply), TIMEZONE: saying.timezone},
            "created_at": now,
            "state": "new",
            "not_before": not_before or now,
            "attempts": 0,
        }
        insert_once(connection, outbox, [row])

    @or_busy
    def claim(self, *, platform: str, worker: str, lease: timedelta) -> Outgoing | None:
        """Take the next message due on a platform; None if there is none."""
        now = self._clock.now()
        due = _due(platform, now)
        with reading(self._engine) as connection:
            if connection.execute(due).first() is None:
                return None
        with writing(self._engine) as connection:
            row = connection.execute(due.with_for_update(skip_locked=True)).mappings().first()
            if row is None:
                return None
            connection.execute(
                update(outbox)
                .where(outbox.c.id == row["id"])
                .values(state="claimed", claimed_by=worker, claimed_until=now + lease, attempts=row["attempts"] + 1)
            )
        return Outgoing(
            id=row["id"],
            key=row["key"],
            conversation=row["conversation"],
            thread=row["thread"],
            recipient=row["recipient"],
            language=row["language"],
            reply=reply_from_json(row["body"][REPLY]),
            attempt=row["attempts"] + 1,
            timezone=row["body"][TIMEZONE],
        )

    def extend(self, message: Outgoing, *, lease: timedelta) -> None:
        """Hold a claim longer; raises LeaseLost."""
        self._change(message, state="claimed", claimed_until=self._clock.now() + lease)

    def sent(self, message: Outgoing, *, sent_as: str) -> None:
        """Record that it was said, and as what; raises LeaseLost. What nobody asked for becomes a turn of its place."""
        self._change(message, state="sent", sent_as=sent_as[:200], error=None, heard_as=sent_as)

    def retry(self, message: Outgoing, *, not_before: datetime, error: str) -> None:
        """Put it off; raises LeaseLost."""
        self._change(message, state="new", not_before=not_before, error=error[:200])

    def dead(self, message: Outgoing, *, error: str) -> None:
        """Give it up, for an admin to see; raises LeaseLost."""
        self._change(message, state="dead", error=error[:200])

    @or_busy
    def chosen(self, message_id: int, position: int, *, conversation: str, sender: str) -> str | None:
        """Say what the choice at `position` of a sent message stands for; None if this sender was not offered it."""
        offered = (
            outbox.c.id == message_id,
            or_(
                outbox.c.recipient == sender,
                and_(outbox.c.recipient.is_(None), outbox.c.conversation == conversation),
            ),
        )
        with reading(self._engine) as connection:
            body = connection.execute(select(outbox.c.body).where(*offered)).scalar_one_or_none()
        if body is None:
            return None
        choices = reply_from_json(body[REPLY]).choices
        return choices[position].value if 0 <= position < len(choices) else None

    @or_busy
    def unsent(self) -> int:
        """Count what is due and not said yet; what waits until its reader opens the terminal is not late."""
        due = (
            outbox.c.state.in_(UNFINISHED),
            outbox.c.not_before <= self._clock.now(),
            outbox.c.platform != TERMINAL,
        )
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.count()).select_from(outbox).where(*due)).scalar_one())

    @or_busy
    def _change(self, message: Outgoing, *, heard_as: str | None = None, **values: object) -> None:
        mine = (outbox.c.id == message.id, outbox.c.state == "claimed", outbox.c.attempts == message.attempt)
        with writing(self._engine) as connection:
            if connection.execute(update(outbox).where(*mine).values(**values)).rowcount != 1:
                raise LeaseLost(message.id)
            if heard_as is not None and message.recipient is not None and message.key.startswith(NOTICE):
                remember_notice(
                    connection,
                    recipient=message.recipient,
                    reply=message.reply,
                    language=message.language,
                    sent_as=heard_as,
                    at=self._clock.now(),
                )


def _due(platform: str, now: datetime) -> Select[Any]:
    before = outbox.alias("before")
    started = or_(before.c.attempts > 0, before.c.not_before <= now)
    return (
        select(outbox)
        .where(
            outbox.c.platform == platform,
            outbox.c.not_before <= now,
            _claimable(now),
            ~exists().where(
                before.c.platform == outbox.c.platform,
                before.c.conversation == outbox.c.conversation,
                before.c.id < outbox.c.id,
                before.c.state.in_(UNFINISHED),
                started,
            ),
        )
        .order_by(outbox.c.id)
        .limit(1)
    )


def _claimable(now: datetime) -> ColumnElement[bool]:
    return or_(outbox.c.state == "new", and_(outbox.c.state == "claimed", outbox.c.claimed_until < now))
