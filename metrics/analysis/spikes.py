"""Was a day out of the ordinary? The exact chance of so many bad answers, and which of them stand together.

The tail is binomial, with what is not known of the usual share in it (beta-binomial), and wider where days scatter more
than chance. Benjamini and Hochberg's procedure runs over all series and the four weeks up to the day, so that watching
every day is paid for as well as watching many touchpoints.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.analysis.baseline import Baseline
from metrics.analysis.daily import Daily, Floats
from metrics.analysis.drift import Watched
from metrics.analysis.multiplicity import benjamini_hochberg

TOGETHER_DAYS = 28
QUIET_DAYS = 7
"""A spike so soon after another is the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spike:
    """A day with far more bad answers than usual. `day` is an index; `expected` is how many were usual; p by chance."""

    day: int
    bad: int
    expected: float
    p: float


def tails(daily: Daily, watched: Watched) -> Floats:
    """Give each day's chance of at least its bad answers, shape (days,); nan where it has none or nothing is usual."""
    found = np.full(daily.days.count, np.nan)
    usual = {index: known for index, known in enumerate(watched.usual) if known is not None and daily.n[index] > 0}
    if not usual:
        return found
    days = np.array(list(usual))
    share = np.array([_share(known, int(daily.weekdays[index])) for index, known in usual.items()])
    size = max(float(daily.n[days].mean()), 2.0)
    weight = np.array([1 / (1 / known.n + (known.dispersion - 1) / (size - 1)) for known in usual.values()])
    found[days] = _tail(daily.bad[days], daily.n[days], share * weight, (1 - share) * weight)
    return found


def spikes(series: Sequence[Daily], watched: Sequence[Watched]) -> tuple[tuple[Spike, ...], ...]:
    """Find the days that stand, for each series; all cover the same days. A day within a told drift is no spike."""
    chances = np.stack([tails(daily, seen) for daily, seen in zip(series, watched, strict=True)])
    found: list[list[Spike]] = [[] for _ in series]
    for day in range(chances.shape[1]):
        for which in standing(chances, day):
            if _is_news(day, found[which], watched[which]):
                found[which].append(_spike(series[which], watched[which], day, float(chances[which, day])))
    return tuple(tuple(one) for one in found)


def standing(chances: Floats, day: int) -> list[int]:
    """Name the series whose day stands among all of the last four weeks."""
    window = chances[:, max(day - TOGETHER_DAYS + 1, 0) : day + 1]
    tested = ~np.isnan(window)
    stands = np.zeros(window.shape, dtype=bool)
    if tested.any():
        stands[tested] = benjamini_hochberg(window[tested].tolist())
    return [int(which) for which in np.flatnonzero(stands[:, -1])]


def _is_news(day: int, before: Sequence[Spike], watched: Watched) -> bool:
    if before and day - before[-1].day <= QUIET_DAYS:
        return False
    told = [drift for drift in watched.drifts if drift.signalled <= day and drift.direction == "down"]
    return all(day >= drift.until for drift in told)


def _spike(daily: Daily, watched: Watched, day: int, p: float) -> Spike:
    usual = watched.usual[day]
    share = _share(usual, int(daily.weekdays[day])) if usual is not None else 0.0
    return Spike(day=day, bad=int(daily.bad[day]), expected=float(share * daily.n[day]), p=p)


def _share(usual: Baseline, weekday: int) -> float:
    """Give the usual share of bad answers on a weekday, never quite nothing."""
    least = 1 / (usual.n + 2)
    return float(np.clip(usual.bad + usual.bad_by_weekday[weekday], least, 1 - least))


def _tail(bad: Floats, n: Floats, a: Floats, b: Floats) -> Floats:
    """Give the beta-binomial chance of `bad` or more of n, where the share is as uncertain as Beta(a, b)."""
    from scipy.special import betaln, gammaln  # noqa: PLC0415 a tenth of a second that no other question needs

    k = np.arange(int(n.max()) + 1)[None, :]
    n, a, b = n[:, None], a[:, None], b[:, None]
    inside = (k >= bad[:, None]) & (k <= n)
    rest = np.where(inside, n - k, 0)
    logs = gammaln(n + 1) - gammaln(k + 1) - gammaln(rest + 1) + betaln(k + a, rest + b) - betaln(a, b)
    chances: Floats = np.where(inside, np.exp(np.where(inside, logs, -np.inf)), 0.0).sum(axis=1)
    return np.minimum(chances, 1.0)
