"""What the engine needs from a store."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from metrics.figures import Days, SourceAge
from metrics.scope import Where
from metrics.scores.histogram import Histogram
from metrics.scores.registry import Metric

if TYPE_CHECKING:
    from metrics.scores.many import Counts

GroupKey = tuple[str, ...]
"""One canonical value for each dimension of a breakdown; UNKNOWN where rows have none."""

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Answers per row, column and class of steps (`metrics.scores.many.classes_of`); names in their own order."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: "Counts"


class Histograms(Protocol):
    """Counts answers."""

    def at_once(self) -> "AbstractContextManager[Histograms]":
        """Count in one state of the store for as long as this lasts: the parts of an answer then fit each other."""
        ...

    def canonical(self, where: Where) -> Where:
        """Give `where` in canonical names; raises UnknownDimension and UnknownGroup."""
        ...

    def histograms(
        self, metric: Metric, *, days: Days, where: Where, by: Sequence[str] = ()
    ) -> Mapping[GroupKey, Histogram]:
        """Count the metric's answers per group; without `by` the one key is (). Empty groups are left out."""
        ...

    def each(
        self, metric: Metric, *, days: Days, where: Where, by: Sequence[str], kept_only: bool = False
    ) -> Mapping[str, Mapping[str, Histogram]]:
        """Count per group of each dimension by itself.

        Dimensions that the counted rows do not have are left out; with `kept_only` also those that would take long.
        """
        ...

    def grid(self, metric: Metric, *, days: Days, where: Where, by: tuple[str, str]) -> Grid:
        """Count per group of two dimensions, as numbers side by side rather than one by one."""
        ...

    def nearest_day(self, metric: Metric, *, days: Days, where: Where) -> date | None:
        """Give the day with answers that is nearest to `days`; None: there never was one."""
        ...

    def span(self, metric: Metric) -> Days | None:
        """Give the days from the metric's first answer to its last; None: it has none."""
        ...

    def sources(self, metric: Metric, *, days: Days, where: Where, now: datetime) -> tuple[SourceAge, ...]:
        """Give the age of every source that the metric's answers in and shortly before `days` come from, by name."""
        ...

    def parent(self, dimension: str, name: str) -> tuple[str, str] | None:
        """Give (dimension, name) of what a group is part of: a store's region, a region's country; None: the whole."""
        ...

    def within(self, inner: Where, outer: Where) -> bool:
        """Say whether every answer that `inner` names is one that `outer` names too, both in canonical names."""
        ...
