"""A score beyond a limit, told once: it is over only when the score is back by a margin, so that nothing flickers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import ge, gt, le, lt

from bot.alerts.rules import Rule
from metrics.figures import Figure

BACK_SHARE = 0.1
"""The margin: this part of half the interval, and at least BACK_LEAST."""
BACK_LEAST = 1.0
"""In points or percentage points."""
OPS: dict[str, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


class Crossing(StrEnum):
    """What a look at a score came to."""

    BEYOND = "beyond"
    """It is beyond the limit, and was not before: someone is told."""
    STILL = "still"
    """It stays beyond, or is not back by the margin yet."""
    BACK = "back"
    """It is back: what was told is over."""
    FINE = "fine"
    TOO_FEW = "too_few"
    """There are fewer answers than the rule asks for; what stands, stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit as it counts for somebody: what was no issue to them has moved it by `slack`, away from the score."""

    op: str
    value: float
    min_n: int
    slack: float = 0.0

    @property
    def falling(self) -> bool:
        """Whether less is worse."""
        return self.op in ("<", "<=")

    @property
    def counts(self) -> float:
        """The limit with its slack."""
        return self.value - self.slack if self.falling else self.value + self.slack

    def beyond(self, value: float) -> bool:
        """Say whether a score is beyond it."""
        return OPS[self.op](value, self.counts)


def limit_of(rule: Rule, *, slack: float = 0.0) -> Limit:
    """Give the limit of a threshold rule."""
    return Limit(op=rule.op, value=rule.limit or 0.0, min_n=rule.min_n, slack=slack)


def crossing(figure: Figure, limit: Limit, *, stands: bool) -> Crossing:
    """Say what a score means for a limit; `stands`: it was told before, and was not over."""
    if figure.value is None or figure.n < max(limit.min_n, 1):
        return Crossing.TOO_FEW
    if limit.beyond(figure.value):
        return Crossing.STILL if stands else Crossing.BEYOND
    if not stands:
        return Crossing.FINE
    away = figure.value - limit.counts if limit.falling else limit.counts - figure.value
    return Crossing.BACK if away >= _margin(figure) else Crossing.STILL


def _margin(figure: Figure) -> float:
    if figure.low is None or figure.high is None:
        return BACK_LEAST
    return max(BACK_LEAST, BACK_SHARE * (figure.high - figure.low) / 2)
