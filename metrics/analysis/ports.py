"""What the engine needs from a store."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from metrics.figures import Days, SourceAge
from metrics.scope import Where
from metrics.scores.histogram import Histogram
from metrics.scores.registry import Metric

GroupKey = tuple[str, ...]
"""One canonical value for each dimension of a breakdown; UNKNOWN where rows have none."""

UNKNOWN = "unknown"


class Histograms(Protocol):
    """Counts answers."""

    def canonical(self, where: Where) -> Where:
        """Give `where` in canonical names; raises UnknownDimension and UnknownGroup."""
        ...

    def histograms(
        self, metric: Metric, *, days: Days, where: Where, by: Sequence[str] = ()
    ) -> Mapping[GroupKey, Histogram]:
        """Count the metric's answers per group; without `by` the one key is (). Empty groups are left out."""
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
