"""The memory of conversations: what was said in a thread, and the reply as it was given."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from bot.messages import Choices, Outcome, Place, Reply
from bot.store.codec import TAG, reply_from_json, reply_to_json
from bot.store.tables import turn
from bot.store.writes import Write
from metrics.store.engine import reading

EXPIRES_AFTER = timedelta(days=14)
LOOKS_BACK = 4
"""How many turns a follow-up may reach back over."""


def thread_key(place: Place) -> str:
    """Name a thread across platforms."""
    return f"{place.platform}:{place.conversation}:{place.thread}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A reply as it was given, and the language it was said in; None where that was not kept."""

    reply: Reply
    language: str | None = None


def remember(place: Place, *, person_key: str, said: str, reply: Reply, at: datetime, language: str = "") -> Write:
    """Keep one turn."""

    def write(connection: Connection) -> None:
        connection.execute(
            insert(turn).values(
                thread=thread_key(place),
                person_key=person_key,
                said=said,
                reply=reply_to_json(reply),
                at=at,
                language=language,
            )
        )

    return write


def last_told(engine: Engine, place: Place, *, now: datetime) -> list[Told]:
    """Give what was told in a thread and is still remembered, the newest first.

    Whole is only the newest that did not fail, which can be said again; of those before it nobody asks for more than
    what was asked, offered and listed.
    """
    query = (
        select(turn.c.reply, turn.c.language)
        .where(turn.c.thread == thread_key(place), turn.c.at > now - EXPIRES_AFTER)
        .order_by(turn.c.id.desc())
        .limit(LOOKS_BACK)
    )
    with reading(engine) as connection:
        rows = connection.execute(query).all()
    whole = next((at for at, row in enumerate(rows) if row.reply["outcome"] != Outcome.ERROR), 0)
    return [
        Told(reply=reply_from_json(row.reply if at == whole else _outline(row.reply)), language=row.language or None)
        for at, row in enumerate(rows)
    ]


def _outline(reply: dict[str, Any]) -> dict[str, Any]:
    choices = [block for block in reply["blocks"] if block[TAG] == Choices.__name__]
    return {**reply, "blocks": choices, "figures": [], "sources": []}
