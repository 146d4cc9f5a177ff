"""What a rule found: about what, how pressing, and the facts that say why."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.alerts.rules import Kind, Priority, Rule
from bot.messages import Slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that someone must look at.

    `cause` is what it shares with others of its group; `subject` is what it alone is about, so that the same is told
    once. `strength` is how far beyond what it takes it is: 1 is just enough. `facts` are what the alert keeps.
    """

    rule: str
    kind: Kind
    priority: Priority
    cause: str
    subject: str
    at: datetime
    notify: tuple[str, ...]
    facts: Slots = field(default_factory=dict)
    strength: float = 1.0
    feedback_id: int | None = None
    touchpoint: str | None = None
    unit: str | None = None
    team: str | None = None
    case: int | None = None


def found(rule: Rule, *, subject: str, at: datetime, about: tuple[str, ...], facts: Slots) -> Finding:
    """Make a finding of a rule; its cause is the rule and what it is about."""
    return Finding(
        rule=rule.key,
        kind=rule.kind,
        priority=rule.priority,
        cause=":".join((rule.key, *about))[:200],
        subject=subject,
        at=at,
        notify=rule.notify,
        facts=facts,
    )
