"""What a capability is given, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.messages import Place, Reply
from bot.people import Person
from bot.ports import Understanding
from bot.store.writes import Write


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One understood question, of somebody, somewhere, now."""

    said: str
    understanding: Understanding
    actor: Person
    place: Place
    now: datetime
    language: str
    before: Reply | None
    """The last reply of the thread, for those that continue it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The reply, and what else it changes."""

    reply: Reply
    writes: tuple[Write, ...] = ()
    private: bool = False
    """Whether it is for the asker alone, wherever they asked."""
    language: str | None = None
    """The language it was asked to be said in; None: that of the question."""


Capability = Callable[[Ask], Answer]
