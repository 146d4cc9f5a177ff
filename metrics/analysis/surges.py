"""Did far more feedback come on a day than usual, or far less? The exact chance of its count, Poisson or wider.

A count is Poisson around what is usual for the weekday; where days scatter more than that, and as far as the usual
itself is a guess, it is negative binomial (a Poisson whose mean is itself Gamma distributed: Hilbe 2011, "Negative
Binomial Regression", 2nd ed., 8.2). Benjamini and Hochberg's procedure runs over all series and four weeks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.analysis.daily import WEEK, Floats
from metrics.analysis.spikes import standing

USUAL_DAYS = 56
"""What is usual are the eight weeks before a day; an odd day counts among them as the farthest that chance goes."""
FEWEST_DAYS = 28
QUIET_DAYS = 7
"""Days that stand out so soon after each other are one surge, or one silence."""
CAP = 3.0
"""An odd day counts as no more than this many standard errors in how far days scatter."""
Z_95 = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Surge:
    """A stretch of days, by index [day, until), with far more feedback than usual, or far less.

    `n` and `expected` are of its first day, `reach` is how far chance takes a day from what is expected (95 %).
    """

    day: int
    until: int
    direction: Literal["more", "less"]
    n: int
    expected: float
    reach: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Usual:
    """What a day's count is expected to be; `spread` is its variance beyond a Poisson's, as a part of the mean."""

    expected: float
    spread: float

    @property
    def reach(self) -> float:
        return Z_95 * sqrt(self.expected * (1 + self.spread))

    def at_least(self, n: float) -> float:
        return tail(n, expected=self.expected, spread=self.spread)


@dataclass(slots=True, kw_only=True)
class _Series:
    """One series walked through; `usable` are its counts with odd days drawn in, so that a new habit is usual soon."""

    counts: Floats
    usable: Floats
    first_weekday: int
    begun: int
    found: list[Surge] = field(default_factory=list)

    def usual(self, day: int) -> _Usual | None:
        known = np.arange(max(self.begun, day - USUAL_DAYS), day)
        if len(known) < FEWEST_DAYS or not self.usable[known].sum():
            return None
        n = self.usable[known]
        factor = _by_weekday(n, (known + self.first_weekday) % WEEK)
        expected = float(n.mean() * factor[(day + self.first_weekday) % WEEK])
        of_days = n.mean() * factor[(known + self.first_weekday) % WEEK]
        z = (n - of_days) / np.sqrt(of_days)
        dispersion = max(1.0, float(np.mean(np.minimum(z**2, CAP**2))) - sqrt(2 / len(z)))
        return _Usual(expected=expected, spread=dispersion - 1 + expected / float(n.sum()))


def surges(counts: Sequence[Floats], *, first_weekday: int, complete: int) -> tuple[tuple[Surge, ...], ...]:
    """Find the days that stand out of each series of daily counts; all cover the same days, the first a weekday.

    A day from the index `complete` on is not over: it can have too many already, but not too few.
    """
    series = [_Series(counts=one, usable=one.copy(), first_weekday=first_weekday, begun=_begun(one)) for one in counts]
    days = len(counts[0]) if counts else 0
    chances: dict[str, Floats] = {way: np.full((len(counts), days), np.nan) for way in ("more", "less")}
    for day in range(days):
        usual = [one.usual(day) for one in series]
        for which, (one, known) in enumerate(zip(series, usual, strict=True)):
            if known is not None:
                chances["more"][which, day] = known.at_least(one.counts[day])
                if day < complete:
                    chances["less"][which, day] = 1 - known.at_least(one.counts[day] + 1)
        _tell(series, usual, chances, day)
    return tuple(tuple(one.found) for one in series)


def tail(n: float, *, expected: float, spread: float) -> float:
    """Give the chance of n or more where `expected` are, with a variance of expected * (1 + spread)."""
    from scipy.special import betainc, gammainc  # noqa: PLC0415 a tenth of a second that no other question needs

    if n <= 0:
        return 1.0
    if spread <= 0:
        return float(gammainc(n, expected))
    return float(1 - betainc(expected / spread, n, 1 / (1 + spread)))


def _tell(series: Sequence[_Series], usual: Sequence[_Usual | None], chances: dict[str, Floats], day: int) -> None:
    both = np.concatenate([chances["more"], chances["less"]])
    for place in standing(both, day):
        direction: Literal["more", "less"] = "more" if place < len(series) else "less"
        one, known = series[place % len(series)], usual[place % len(series)]
        if known is None:
            continue
        one.usable[day] = known.expected + (known.reach if direction == "more" else -min(known.reach, known.expected))
        last = one.found[-1] if one.found else None
        if last is not None and last.direction == direction and day - last.until < QUIET_DAYS:
            one.found[-1] = replace(last, until=day + 1)
            continue
        one.found.append(
            Surge(
                day=day, until=day + 1, direction=direction, n=int(one.counts[day]), expected=known.expected,
                reach=known.reach,
            )
        )  # fmt: skip


def _by_weekday(n: Floats, weekdays: NDArray[np.int64]) -> Floats:
    """Say how many times the usual count each weekday has, shrunk towards once as far as chance explains it."""
    level = n.mean()
    sums = np.bincount(weekdays, weights=n, minlength=WEEK)
    expected = np.bincount(weekdays, minlength=WEEK) * level
    between = float(np.sum((sums - expected) ** 2 / np.maximum(expected, 1e-9)) - (WEEK - 1)) / float(expected.sum())
    if between <= 0:
        return np.ones(WEEK)
    # A Gamma prior with mean 1 and variance `between`, seen through Poisson counts.
    found: Floats = (sums + 1 / between) / (expected + 1 / between)
    return found


def _begun(counts: Floats) -> int:
    seen = counts.nonzero()[0]
    return int(seen[0]) if len(seen) else len(counts)
