"""What a day's answers usually are: the level, how far answers scatter, and what is usual for the weekday."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from metrics.analysis.daily import WEEK, Daily, Floats

FEWEST_DAYS, FEWEST_ANSWERS = 28, 100
"""Four of each weekday; with fewer answers the level itself is a guess, and nothing is said."""
CAP = 3.0
"""One odd day counts as no more than this many standard errors, so that it is a spike and no new level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Level and scatter of answers as they were in some days.

    `by_weekday` is what is added to the level on each weekday, shape (7,), shrunk towards nothing as far as chance
    explains it; `dispersion` is how much wider days scatter than their answers alone would make them, at least 1.
    """

    level: float
    spread: float
    bad: float
    """The share of bad answers."""
    bad_by_weekday: Floats
    by_weekday: Floats
    dispersion: float
    n: float

    @property
    def certain(self) -> float:
        """Answers it is worth: fewer than it has, where days scatter."""
        return self.n / self.dispersion


def baseline(daily: Daily, of: NDArray[np.int64]) -> Baseline | None:
    """Take the days at the indexes `of` for usual; None where they are too few to say what is."""
    n = daily.n[of]
    total = n.sum()
    if np.count_nonzero(n) < FEWEST_DAYS or total < FEWEST_ANSWERS:
        return None
    level = daily.worth[of].sum() / total
    bad = daily.bad[of].sum() / total
    variance = max(daily.squares[of].sum() / total - level**2, _least_variance(daily, total))
    weekdays = daily.weekdays[of]
    by_weekday = _by_weekday(daily.worth[of] - n * level, n, weekdays, variance)
    expected = level + by_weekday[weekdays]
    seen = n > 0
    z = (daily.worth[of][seen] / n[seen] - expected[seen]) / np.sqrt(variance / n[seen])
    return Baseline(
        level=float(level),
        spread=float(np.sqrt(variance)),
        bad=float(bad),
        bad_by_weekday=_by_weekday(daily.bad[of] - n * bad, n, weekdays, max(bad * (1 - bad), 1 / (total + 1))),
        by_weekday=by_weekday,
        dispersion=_dispersion(z),
        n=float(total),
    )


def _dispersion(z: Floats) -> float:
    """Say how much wider days scatter than chance: the least that one standard error of the estimate leaves."""
    return max(1.0, float(np.mean(np.minimum(z**2, CAP**2))) - sqrt(2 / len(z)))


def _least_variance(daily: Daily, total: float) -> float:
    """Give unanimous answers the variance they would have with one more answer at the other end."""
    return float((daily.high - daily.low) ** 2 / (total + 1))


def _by_weekday(surplus: Floats, n: Floats, weekdays: NDArray[np.int64], variance: float) -> Floats:
    """Estimate each weekday's difference, shrunk by how far weekdays differ beyond chance (DerSimonian, Laird 1986).

    `surplus` is what the answers of a day are worth beyond what is usual.
    """
    answers = np.bincount(weekdays, weights=n, minlength=WEEK)
    if answers.min() == 0:
        return np.zeros(WEEK)
    differences = np.bincount(weekdays, weights=surplus, minlength=WEEK) / answers
    precision = answers / variance
    excess = (precision * differences**2).sum() - (WEEK - 1)
    between = excess / (precision.sum() - (precision**2).sum() / precision.sum())
    if between <= 0:
        return np.zeros(WEEK)
    shrunk: Floats = differences * between / (between + 1 / precision)
    return shrunk
