"""What the thread already holds: the turn before, as the next text needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.messages import Choice, Slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """One turn that was answered. `earlier` is the turn before it in the same thread, if still remembered."""

    intent: str
    slots: Slots
    outcome: str = "answer"
    missing: tuple[str, ...] = ()
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    records: tuple[str, ...] = ()
    earlier: "Before | None" = None
