"""Where a turn becomes real: its changes, what is to be said and the end of its message, in one transaction."""

from collections.abc import Sequence

from sqlalchemy import Engine

from bot.messages import IncomingMessage, Reply
from bot.store.busy import or_busy
from bot.store.inbox import Claimed, StoredInbox
from bot.store.outbox import StoredOutbox, ToSay
from bot.store.writes import Write
from metrics.store.engine import writing


class Exchange:
    """Ends messages, one way or the other."""

    def __init__(self, engine: Engine, *, inbox: StoredInbox, outbox: StoredOutbox) -> None:
        self._engine = engine
        self._inbox = inbox
        self._outbox = outbox

    @or_busy
    def settle(
        self,
        claimed: Claimed,
        *,
        writes: Sequence[Write],
        reply: Reply | None,
        language: str,
        timezone: str,
        recipient: str | None,
    ) -> None:
        """Commit an answered message; raises LeaseLost or StoreBusy, and then nothing has happened."""
        with writing(self._engine) as connection:
            self._inbox.done(connection, claimed)
            for write in writes:
                write(connection)
            if reply is not None:
                answer = _answer(claimed.message, reply, language=language, timezone=timezone, recipient=recipient)
                self._outbox.put(connection, answer)

    @or_busy
    def give_up(self, claimed: Claimed, *, error: str, reply: Reply, language: str) -> None:
        """Commit a message that could not be answered, with what is said about it; raises LeaseLost."""
        with writing(self._engine) as connection:
            self._inbox.dead(connection, claimed, error=error)
            answer = _answer(claimed.message, reply, language=language, timezone="UTC", recipient=None)
            self._outbox.put(connection, answer)


def _answer(message: IncomingMessage, reply: Reply, *, language: str, timezone: str, recipient: str | None) -> ToSay:
    place = message.place
    return ToSay(
        key=f"answer:{message.id}",
        platform=place.platform,
        conversation=place.conversation,
        thread=None if place.thread == place.conversation else place.thread,  # a place without threads is its own
        recipient=recipient,
        language=language,
        timezone=timezone,
        reply=reply,
    )
