"""Is one weekday worse than the others? The weekday whose answers differ most, where that is more than chance."""

from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from metrics.analysis.daily import WEEK, Daily

FEWEST_WEEKS = 4
WORTH_TELLING = 0.1
"""A smaller part of the scale between a weekday and the others is not worth a signal, however sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayPattern:
    """A weekday (0 a Monday) whose answers are worth more or less than on the other days; p by chance, of all seven."""

    weekday: int
    difference: float
    p: float


def weekday_pattern(daily: Daily) -> WeekdayPattern | None:
    """Find the weekday that stands out most; None: the series is too short, or none does by enough.

    Days are what is compared, not answers: a weekday that scatters as much from week to week is no pattern.
    """
    seen = daily.n > 0
    if daily.days.count < FEWEST_WEEKS * WEEK or not seen.any():
        return None
    found = [_against_others(daily, weekday) for weekday in range(WEEK)]
    best = min((one for one in found if one is not None), key=lambda one: one.p, default=None)
    if best is None or abs(best.difference) < WORTH_TELLING * (daily.high - daily.low):
        return None
    return WeekdayPattern(weekday=best.weekday, difference=best.difference, p=min(1.0, best.p * WEEK))


def _against_others(daily: Daily, weekday: int) -> WeekdayPattern | None:
    on = (daily.weekdays == weekday) & (daily.n > 0)
    off = (daily.weekdays != weekday) & (daily.n > 0)
    if on.sum() < FEWEST_WEEKS or off.sum() < FEWEST_WEEKS:
        return None
    means, variances = zip(*(_mean_and_variance(daily, which) for which in (on, off)), strict=True)
    difference = means[0] - means[1]
    p = erfc(abs(difference) / sqrt(2 * sum(variances)))
    return WeekdayPattern(weekday=weekday, difference=difference, p=p)


def _mean_and_variance(daily: Daily, which: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[float, float]:
    """Give the mean of some days' answers and its variance: from the days, no less than answers alone would give."""
    n, worth = daily.n[which], daily.worth[which]
    total = float(n.sum())
    mean = float(worth.sum()) / total
    of_days = float(((worth - n * mean) ** 2).sum()) / total**2
    of_answers = max(float(daily.squares[which].sum()) / total - mean**2, (daily.high - daily.low) ** 2 / (total + 1))
    return mean, max(of_days, of_answers / total)
