"""What answering one message comes to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.messages import IncomingMessage, Reply
from bot.store.writes import Write


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The reply, the changes that belong to it, and how it is to be said.

    reply is None where nothing is to be said. recipient: the one person who may see it; None: everyone in the place.
    """

    reply: Reply | None
    writes: tuple[Write, ...] = ()
    language: str = "en"
    timezone: str = "UTC"
    recipient: str | None = None


class Assistant(Protocol):
    """Answers messages, whoever and wherever they come from."""

    def turn(self, message: IncomingMessage, *, now: datetime) -> Turn:
        """Answer one message; nothing has changed until the turn's writes are committed."""
        ...
