"""The memory of conversations: what was said in a thread, and the reply as it was given."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, insert, select

from bot.messages import Place, Reply
from bot.store.codec import reply_from_json, reply_to_json
from bot.store.tables import turn
from bot.store.writes import Write
from metrics.store.engine import reading

EXPIRES_AFTER = timedelta(days=14)
LOOKS_BACK = 4
"""How many turns a follow-up may reach back over."""


def thread_key(place: Place) -> str:
    """Name a thread across platforms."""
    return f"{place.platform}:{place.conversation}:{place.thread}"


def remember(place: Place, *, person_key: str, said: str, reply: Reply, at: datetime) -> Write:
    """Keep one turn."""

    def write(connection: Connection) -> None:
        connection.execute(
            insert(turn).values(
                thread=thread_key(place), person_key=person_key, said=said, reply=reply_to_json(reply), at=at
            )
        )

    return write


def last_replies(engine: Engine, place: Place, *, now: datetime) -> list[Reply]:
    """Give the replies of a thread that are still remembered, the newest first."""
    query = (
        select(turn.c.reply)
        .where(turn.c.thread == thread_key(place), turn.c.at > now - EXPIRES_AFTER)
        .order_by(turn.c.id.desc())
        .limit(LOOKS_BACK)
    )
    with reading(engine) as connection:
        return [reply_from_json(row.reply) for row in connection.execute(query)]
