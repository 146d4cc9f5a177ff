"""What the engine says: a number that cannot exist without its count, quality, period and definition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Quality(StrEnum):
    """What may be done with a number of this many answers."""

    PUBLISH = "publish"
    """Shown and ranked."""
    DIRECTIONAL = "directional"
    """Shown as a hint, never ranked."""
    SUPPRESSED = "suppressed"
    """Counted, not shown."""


class Verdict(StrEnum):
    """Whether a difference is more than chance explains."""

    REAL = "real"
    NOISE = "noise"
    UNDECIDED = "undecided"
    """Too few answers on a side to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A stretch of local days, [first, end): `end` is the day after the last."""

    first: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.first:
            raise ValueError("a period ends after it begins")

    @property
    def count(self) -> int:
        """How many days."""
        return (self.end - self.first).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number with what it rests on.

    value, low and high are unrounded, in `unit`; all three are None when quality is SUPPRESSED. [low, high] is the 95 %
    interval. `verdict` and `detectable` (the smallest change these counts could have shown) belong to changes.
    """

    name: str
    """The metric id, or what was done to it: nps, nps.change, nps.mix."""
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int
    """How many answers (for a change: of the period asked for)."""
    unit: str
    """points, %, score, answers, ..."""
    quality: Quality
    days: Days
    definition: str
    """The registered definition, as nps@1."""
    group: Mapping[str, str] = field(default_factory=dict)
    """The group it speaks of, dimension to canonical value; empty for the whole."""
    verdict: Verdict | None = None
    detectable: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAge:
    """How fresh a source is that an answer rests on."""

    name: str
    as_of: datetime | None
    late: bool = False
