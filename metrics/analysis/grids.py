"""Scores of every pair of two groups, such as each touchpoint on each day, as numbers side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from metrics.analysis.ports import Grid
from metrics.figures import Figure, SourceAge
from metrics.query import ScoreQuery
from metrics.scores.many import Scores, scores_of
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import Metric


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreGrid:
    """A score per row (a group of the query's dimension) and column (one of `over`); figures are made when asked for.

    `rows` and `columns` are in order of their names. `scores` has their shape; where nobody answered, n is 0.
    """

    query: ScoreQuery
    over: str
    metric: Metric
    policy: SamplePolicy
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    scores: Scores
    sources: tuple[SourceAge, ...]

    def figure(self, row: str, column: str) -> Figure:
        """Give one of the scores with what it rests on."""
        return self._figure(self.rows.index(row), self.columns.index(column))

    def figures(self) -> Iterator[Figure]:
        """Give those that rest on an answer, row by row."""
        for row, column in zip(*self.scores.n.nonzero(), strict=True):
            yield self._figure(int(row), int(column))

    def _figure(self, row: int, column: int) -> Figure:
        n = int(self.scores.n[row, column])
        value, low, high = (float(part[row, column]) for part in (self.scores.value, self.scores.low, self.scores.high))
        return Figure(
            name=self.metric.id,
            value=_known(value),
            low=_known(low),
            high=_known(high),
            n=n,
            unit=self.metric.unit,
            quality=(self.metric.policy or self.policy).quality(n),
            days=self.query.days,
            definition=self.metric.definition,
            group={self.query.by or "": self.rows[row], self.over: self.columns[column]},
        )


def score_grid(
    grid: Grid, *, metric: Metric, query: ScoreQuery, over: str, policy: SamplePolicy, sources: tuple[SourceAge, ...]
) -> ScoreGrid:
    """Score what was counted."""
    return ScoreGrid(
        query=query,
        over=over,
        metric=metric,
        policy=policy,
        rows=grid.rows,
        columns=grid.columns,
        scores=scores_of(metric, grid.counts, policy=policy),
        sources=sources,
    )


def _known(part: float) -> float | None:
    return None if part != part else part  # noqa: PLR0124 only NaN differs from itself
