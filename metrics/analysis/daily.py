"""Answers day by day, as the watching of scores needs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from metrics.figures import Days
from metrics.scores.histogram import Histogram

Floats = NDArray[np.float64]
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """One series of answers.

    Per day of `days`, shape (days,): `n` answers, what they are worth together and squared, and how many are bad (on
    the worse side of the middle of the scale). `low` and `high` are the least and most an answer is worth.
    """

    days: Days
    n: Floats
    worth: Floats
    squares: Floats
    bad: Floats
    low: float
    high: float

    @classmethod
    def of(
        cls,
        answers: Mapping[date, Histogram],
        *,
        days: Days,
        worth: tuple[float, ...],
        lower_is_better: bool = False,
    ) -> "Daily":
        """Count each day's answers; a day without any is empty."""
        counts = np.zeros((days.count, len(worth)))
        for day, histogram in answers.items():
            counts[(day - days.first).days] = histogram.counts
        values = np.array(worth)
        return cls(
            days=days,
            n=counts.sum(axis=1),
            worth=counts @ values,
            squares=counts @ values**2,
            bad=counts @ _is_bad(values, lower_is_better=lower_is_better).astype(np.float64),
            low=float(values.min()),
            high=float(values.max()),
        )

    @property
    def weekdays(self) -> NDArray[np.int64]:
        """Each day's weekday, 0 a Monday."""
        return (np.arange(self.days.count) + self.days.first.weekday()) % WEEK

    def day(self, index: int) -> date:
        """Name a day."""
        return self.days.first + timedelta(days=int(index))

    def mean(self, first: int, end: int) -> float:
        """Average the answers of [first, end); there must be one."""
        return float(self.worth[first:end].sum() / self.n[first:end].sum())

    def between(self, first: int, end: int) -> Days:
        """Give [first, end) as days."""
        return Days(first=self.day(first), end=self.day(end))


def _is_bad(worth: Floats, *, lower_is_better: bool) -> NDArray[np.bool_]:
    sign = -1 if lower_is_better else 1
    bad: NDArray[np.bool_] = sign * worth < sign * (worth.min() + worth.max()) / 2
    return bad
