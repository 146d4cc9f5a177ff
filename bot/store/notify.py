"""Messages that nobody asked for: to one person, where they are reached, said once.

A notice goes to the platform that knows the person, Slack before Telegram; whom none knows reads it in the terminal,
which also shows what waits for the person who opens it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, select, update

from bot.messages import Openness, Place, Reply
from bot.store.busy import or_busy
from bot.store.codec import reply_from_json, reply_to_json
from bot.store.once import insert_once
from bot.store.tables import outbox, person, person_handle
from bot.store.turns import remember
from metrics.store.engine import reading, writing

NOTICE = "notice:"
"""What the key of such a row begins with."""
TERMINAL = "console"
MOST_SHOWN = 20
"""How many notices the terminal shows at once; the rest come after the next turn."""


def notify(
    connection: Connection, *, person_key: str, key: str, reply: Reply, at: datetime, language: str | None = None
) -> None:
    """Tell a person in the caller's transaction, from `at` on, in a language or theirs; the same key is said once.

    In a home that does not know the person, as one without people, it waits in the terminal.
    """
    platform, conversation = _reached(connection, person_key)
    who = connection.execute(
        select(person.c.language, person.c.timezone).where(person.c.key == person_key)
    ).one_or_none()
    row = {
        "key": f"{NOTICE}{key}",
        "platform": platform,
        "conversation": conversation,
        "thread": None,
        "recipient": f"{platform}:{conversation}",
        "language": language or (who.language if who else "en"),
        "body": {"reply": reply_to_json(reply), "timezone": who.timezone if who else "UTC"},
        "created_at": at,
        "state": "new",
        "not_before": at,
        "attempts": 0,
    }
    insert_once(connection, outbox, [row])


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A notice as it is to be said."""

    reply: Reply
    language: str
    timezone: str


class Notices:
    """Gives the terminal what waits for the person at it; may be called from any thread, raises StoreBusy."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @or_busy
    def take(self, person_key: str, *, place: Place, now: datetime) -> tuple[Waiting, ...]:
        """Take the notices due for a person, the oldest first; they become turns of the thread at `place`."""
        with reading(self._engine) as connection:
            due = _due(_addresses(connection, person_key), now)
            if connection.execute(due).first() is None:
                return ()
        with writing(self._engine) as connection:
            rows = connection.execute(due.with_for_update(skip_locked=True)).all()
            taken = update(outbox).where(outbox.c.id.in_([row.id for row in rows]))
            connection.execute(taken.values(state="sent", sent_as=f"{place.platform}:{place.thread}"[:200]))
            waiting = tuple(_waiting(row.body, row.language) for row in rows)
            for one in waiting:
                remember(
                    place, person_key=person_key, said="", reply=one.reply, at=now, language=one.language
                )(connection)  # fmt: skip
        return waiting


def remember_notice(
    connection: Connection, *, recipient: str, reply: Reply, language: str, sent_as: str, at: datetime
) -> None:
    """Make a notice that was sent a turn of the talk it arrived in, and of the thread under it.

    `sent_as` is the platform's reference, place:message; what nobody on the staff is reached by is left out.
    """
    key = connection.execute(
        select(person.c.key)
        .join(person_handle, person_handle.c.person_id == person.c.id)
        .where(person_handle.c.platform_id == recipient)
    ).scalar_one_or_none()
    if key is None:
        return
    platform = recipient.partition(":")[0]
    conversation, _, message = sent_as.partition(":")
    for thread in dict.fromkeys((conversation, message or conversation)):
        place = Place(platform=platform, conversation=conversation, thread=thread, openness=Openness.PRIVATE)
        remember(place, person_key=key, said="", reply=reply, at=at, language=language)(connection)


def _reached(connection: Connection, person_key: str) -> tuple[str, str]:
    """Say on which platform a person is reached, and under which name."""
    handles = _handles(connection, person_key)
    platform, _, name = min(handles, default=f"{TERMINAL}:{person_key}").partition(":")
    return platform, name


def _handles(connection: Connection, person_key: str) -> list[str]:
    query = select(person_handle.c.platform_id).join(person, person.c.id == person_handle.c.person_id)
    return list(connection.execute(query.where(person.c.key == person_key)).scalars())


def _addresses(connection: Connection, person_key: str) -> list[str]:
    return [*_handles(connection, person_key), f"{TERMINAL}:{person_key}"]


def _due(addresses: list[str], now: datetime) -> Select[tuple[int, str, dict[str, Any]]]:
    return (
        select(outbox.c.id, outbox.c.language, outbox.c.body)
        .where(
            outbox.c.recipient.in_(addresses),
            outbox.c.state == "new",
            outbox.c.not_before <= now,
            outbox.c.key.startswith(NOTICE),
        )
        .order_by(outbox.c.id)
        .limit(MOST_SHOWN)
    )


def _waiting(body: dict[str, Any], language: str) -> Waiting:
    return Waiting(reply=reply_from_json(body["reply"]), language=language, timezone=body["timezone"])
