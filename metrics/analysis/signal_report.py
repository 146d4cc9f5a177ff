"""What watching found, as values: signals with their dates and what they compare."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from metrics.figures import SourceAge, Verdict
from metrics.query import Comparison, ScoreQuery


class Kind(StrEnum):
    """What sort of signal it is."""

    DRIFT = "drift"
    """The score moved, as it was seen walking through the days."""
    SPIKE = "spike"
    """A single day was far worse than usual."""
    CHANGE_POINT = "change_point"
    """The level changed on a day, as it looks from now: since when."""
    WEEKDAY = "weekday"
    """A day of the week stands out every week."""
    SURGE = "surge"
    """Far more feedback came than usual."""
    SILENCE = "silence"
    """Far less feedback came than usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One signal. `told` is the first day it could be told on; `since` the day it began about.

    `until` is the first day it held no more, None where it still does or became usual. `pair` compares its days with
    those before (a weekday: with the other days); `weekday` is 0 for a Monday.
    """

    kind: Kind
    told: date
    since: date
    until: date | None
    pair: Comparison
    weekday: int | None = None

    @property
    def stands(self) -> bool:
        """Whether it is more than chance looking back over all its days: a drift that passed may not be."""
        return self.pair.change.verdict is Verdict.REAL

    @property
    def group(self) -> Mapping[str, str]:
        """What it is about; empty: the whole."""
        return self.pair.group


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalReport:
    """The signals of a period by the day they were told; `too_thin` are the groups with too few answers to watch."""

    query: ScoreQuery
    definition: str
    signals: tuple[Signal, ...]
    watched: int
    too_thin: tuple[str, ...]
    sources: tuple[SourceAge, ...]
