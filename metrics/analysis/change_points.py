"""Since when? The days on which the level of a score changed, found together over a stretch of days.

Killick, Fearnhead and Eckley's exact search (PELT, 2012, JASA 107), from ruptures, over daily means weighed by their
answers. A change must pay three times the logarithm of the days (Zhang and Siegmund 2007, Biometrics 63), in
units of how far days scatter around their neighbours. Every stretch holds each weekday several times, so that a weekly
rhythm is no change.
"""

from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from metrics.analysis.daily import WEEK, Daily, Floats

PAYS = 3.0
SHORTEST_DAYS = 2 * WEEK
FEWEST_DAYS = 4 * WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePoint:
    """A level that changed: `first` is the index of its first day, [before, first) and [first, after) the stretches."""

    before: int
    first: int
    after: int


def change_points(daily: Daily) -> tuple[ChangePoint, ...]:
    """Find the changes of level, in time; a series too short or too thin for two stretches has none."""
    seen = np.flatnonzero(daily.n > 0)
    if len(seen) < FEWEST_DAYS:
        return ()
    from ruptures import Pelt  # noqa: PLC0415 takes half a second, and no other question needs it

    scatter = _scatter(daily, seen)
    cost = _cost(daily.n[seen], daily.worth[seen] / daily.n[seen] / np.sqrt(scatter))
    ends = Pelt(custom_cost=cost, min_size=SHORTEST_DAYS, jump=1).fit(cost.signal).predict(pen=PAYS * log(len(seen)))
    edges = [0, *(int(seen[end]) for end in ends[:-1]), daily.days.count]
    return tuple(
        ChangePoint(before=before, first=first, after=after)
        for before, first, after in zip(edges, edges[1:], edges[2:], strict=False)
    )


def _scatter(daily: Daily, seen: NDArray[np.int64]) -> float:
    """Give the variance of an answer as days show it: from neighbouring days, which no change of level spoils."""
    n, worth = daily.n[seen], daily.worth[seen]
    level = worth.sum() / n.sum()
    answers = max(daily.squares[seen].sum() / n.sum() - level**2, (daily.high - daily.low) ** 2 / (n.sum() + 1))
    steps = np.diff(worth / n) ** 2 / (1 / n[1:] + 1 / n[:-1])
    return float(max(answers, steps.mean()))


def _cost(n: Floats, means: Floats) -> Any:
    """Make the cost of a stretch: how far its days lie from their mean, each weighted by its answers."""
    from ruptures.base import BaseCost  # noqa: PLC0415 as above

    class Scatter(BaseCost):  # type: ignore[misc]  # ruptures has no types
        model, min_size = "weighted mean", 1

        def fit(self, signal: Floats) -> "Scatter":
            self.signal = signal
            sums = (n, n * means, n * means**2)
            lists = (np.concatenate([[0.0], np.cumsum(one)]).tolist() for one in sums)  # faster one by one than arrays
            self._n, self._sum, self._squares = lists
            return self

        def error(self, start: int, end: int) -> float:
            total: float = self._sum[end] - self._sum[start]
            answers: float = self._n[end] - self._n[start]
            squares: float = self._squares[end] - self._squares[start]
            return squares - total * total / answers

    return Scatter().fit(np.column_stack([n, means]))
