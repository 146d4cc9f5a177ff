"""What the engine answers besides a plain score: comparisons, rankings and what a change is made of."""

from dataclasses import dataclass
from typing import Literal

from metrics.analysis.choosing import Tried
from metrics.figures import Days, Figure, SourceAge, Verdict
from metrics.query import Comparison, ScoreQuery

Order = Literal["asc", "desc"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareResult:
    """The whole compared, then each group with answers on either side, in the order of a breakdown.

    Where there are groups, their verdicts hold for the answer as a whole (Benjamini-Hochberg over the groups).
    """

    query: ScoreQuery
    base: Days
    whole: Comparison
    groups: tuple[Comparison, ...]
    sources: tuple[SourceAge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One ranked group."""

    place: int
    """From 1; equal values share a place."""
    figure: Figure
    against_rest: Figure
    """The group minus everybody else, with its verdict (Benjamini-Hochberg over the ranked groups)."""
    apart: bool
    """Whether its interval lies wholly beyond that of the rest, on the asked side: only then say worst, or best."""
    tied_with: tuple[str, ...]
    """The ranked groups it cannot be told from."""

    @property
    def name(self) -> str:
        """The group's canonical name."""
        return next(iter(self.figure.group.values()))

    @property
    def sure(self) -> bool:
        """Whether it differs from the rest by more than chance."""
        return self.against_rest.verdict is Verdict.REAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The groups with enough answers in order, cut at the limit; those without stand apart, by n.

    `ranked_of` is how many could be ranked before the limit, `needed` how many answers that takes; `unknown` is the
    rows that have no value there.
    """

    query: ScoreQuery
    order: Order
    ranked: tuple[Ranked, ...]
    ranked_of: int
    needed: int
    directional: tuple[Figure, ...]
    suppressed: tuple[Figure, ...]
    unknown: Figure | None
    whole: Figure
    sources: tuple[SourceAge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one group, or all of them, adds to a change: by being more or fewer (mix), by scoring otherwise (rate)."""

    mix: Figure
    rate: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A change as an exact sum over one dimension: change = total.mix + total.rate = the sum of the parts."""

    change: Comparison
    dimension: str
    total: Effect
    parts: tuple[Effect, ...]
    reversal: bool
    """Whether every group moved one way and the whole the other (Simpson)."""
    tried: tuple[Tried, ...]
    """The dimensions tried where none was asked for, the one that explains most first; else the one asked for."""
    sources: tuple[SourceAge, ...]
    untried: tuple[str, ...] = ()
    """The dimensions left untried because it would take long to count by them."""

    @property
    def explains(self) -> bool:
        """Whether the dimension explains anything: its groups moved apart, or their shares moved the whole."""
        return any(one.stands for one in self.tried)
