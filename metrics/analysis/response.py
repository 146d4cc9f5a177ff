"""What became of survey invitations, step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Protocol

from metrics.analysis.ports import GroupKey
from metrics.figures import Days, Figure, Quality
from metrics.query import ScoreQuery
from metrics.scope import Where
from metrics.scores.intervals import wilson
from metrics.scores.policy import USUAL, SamplePolicy

STEPS = ("delivered", "opened", "started", "answered", "opted_out")
"""What can happen to an invitation that was sent; each of the first four implies those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """How many invitations came so far; None: the platform does not tell."""

    sent: int
    delivered: int | None
    opened: int | None
    started: int | None
    answered: int | None
    opted_out: int | None

    def __add__(self, other: "Funnel") -> "Funnel":
        mine, theirs = ((getattr(one, field.name) for field in fields(one)) for one in (self, other))
        both = [_added(first, second) for first, second in zip(mine, theirs, strict=True)]
        return Funnel(
            sent=both[0] or 0, delivered=both[1], opened=both[2], started=both[3], answered=both[4], opted_out=both[5]
        )


class Funnels(Protocol):
    """Counts what became of invitations."""

    def funnels(self, *, days: Days, where: Where, by: Sequence[str] = ()) -> Mapping[GroupKey, Funnel]:
        """Count the invitations sent in `days` per group; without `by` the one key is ()."""
        ...


def steps(query: ScoreQuery, funnel: Funnel, *, policy: SamplePolicy = USUAL) -> tuple[Figure, ...]:
    """Give the share of what was sent that came to each step that is told, with its interval."""
    counts = {name: getattr(funnel, name) for name in STEPS}
    return tuple(_step(query, name, count, funnel.sent, policy) for name, count in counts.items() if count is not None)


def _step(query: ScoreQuery, name: str, count: int, sent: int, policy: SamplePolicy) -> Figure:
    quality = policy.quality(sent)
    shown = quality is not Quality.SUPPRESSED and sent > 0
    interval = wilson(count, sent).scaled(100) if shown else None
    return Figure(
        name=f"response_rate.{name}",
        value=100 * count / sent if shown else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        n=sent,
        unit="%",
        quality=quality if sent else Quality.SUPPRESSED,
        days=query.days,
        definition="response_rate@1",
    )


def _added(first: int | None, second: int | None) -> int | None:
    return second if first is None else first if second is None else first + second
