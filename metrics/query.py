"""Questions to the engine, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from metrics.figures import Days, Figure, SourceAge
from metrics.scope import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreQuery:
    """A metric over a period, of what `where` names, cut `by` a dimension or not at all."""

    metric: str
    days: Days
    where: Where = field(default_factory=dict)
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreResult:
    """The answer: the whole first, then each group in the dimension's own order (time ascending, else by n)."""

    query: ScoreQuery
    whole: Figure
    groups: tuple[Figure, ...]
    sources: tuple[SourceAge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A figure, what it is compared with, and the difference: `now` minus `base`, with its verdict."""

    now: Figure
    base: Figure
    change: Figure
    group: Mapping[str, str] = field(default_factory=dict)
