"""What answering one message comes to."""

from dataclasses import dataclass

from bot.messages import Reply
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
