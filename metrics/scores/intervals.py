"""Intervals of a share, a net share and a mean, and of the difference of two.

By hand, because the answering path must start fast; the tests hold every formula against statsmodels and scipy.stats.
`level` is the confidence, 0.95 unless said otherwise. Answers are taken as independent.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from statistics import NormalDist

from metrics.scores.histogram import Histogram
from metrics.scores.score import Interval

USUAL_LEVEL = 0.95
_NORMAL = NormalDist()


def wilson(hits: float, n: float, *, level: float = USUAL_LEVEL) -> Interval:
    """Give the score interval of a share, 0 to 1 (Wilson 1927, JASA 22); n at least 1, whole or effective."""
    z2 = normal_quantile(level) ** 2
    share = hits / n
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = sqrt(z2 * share * (1 - share) / n + z2**2 / (4 * n**2)) / (1 + z2 / n)
    return Interval(low=max(centre - reach, 0.0), high=min(centre + reach, 1.0))


def adjusted_wald_net(up: float, down: float, n: float, *, level: float = USUAL_LEVEL) -> Interval:
    """Give the interval of a net share (up - down) / n, -1 to 1 (Rocks 2016, The American Statistician 70(4)).

    Three imaginary answers, 0.75 of them up and 0.75 down, keep a small unanimous sample from claiming certainty.
    """
    low, high = adjusted_wald_ends(up, down, n, level=level)
    return Interval(low=low, high=high)


def adjusted_wald_ends(up: float, down: float, n: float, *, level: float) -> tuple[float, float]:
    """Give that interval as two numbers: a breakdown has many, and each is at once put into its score."""
    total = n + 3
    share_up, share_down = (up + 0.75) / total, (down + 0.75) / total
    centre = share_up - share_down
    reach = normal_quantile(level) * sqrt((share_up + share_down - centre**2) / total)
    return max(centre - reach, -1.0), min(centre + reach, 1.0)


def t_mean(answers: Histogram, *, level: float = USUAL_LEVEL) -> Interval:
    """Give Student's interval of a mean, within the scale; of a single answer the whole scale."""
    return t_counts(answers.counts, low=answers.low, level=level)


def t_counts(counts: Sequence[float], *, low: int, level: float = USUAL_LEVEL) -> Interval:
    """Give Student's interval of the mean of `counts[i]` answers at `low + i`; counts may be weighted."""
    n, high = sum(counts), low + len(counts) - 1
    if n < 2:
        return Interval(low=low, high=high)
    mean = low + sum(step * count for step, count in enumerate(counts)) / n
    variance = sum(count * (low + step - mean) ** 2 for step, count in enumerate(counts)) / (n - 1)
    reach = _t(level, n - 1) * sqrt(max(variance, 1 / (n + 1)) / n)
    return Interval(low=max(mean - reach, low), high=min(mean + reach, high))


def mover(now: float, now_interval: Interval, base: float, base_interval: Interval) -> Interval:
    """Give the interval of now - base from those of each side: MOVER (Zou and Donner 2008, Statistics in Medicine 27).

    From two Wilson intervals it is Newcombe's hybrid score interval (1998, Statistics in Medicine 17, method 10).
    """
    difference = now - base
    down = sqrt((now - now_interval.low) ** 2 + (base_interval.high - base) ** 2)
    up = sqrt((now_interval.high - now) ** 2 + (base - base_interval.low) ** 2)
    return Interval(low=difference - down, high=difference + up)


def welch(now: Histogram, base: Histogram, *, level: float = USUAL_LEVEL) -> Interval:
    """Give the interval of the difference of two means with unequal variances (Welch 1947, Biometrika 34)."""
    difference = now.mean - base.mean
    if min(now.total, base.total) < 2:
        span = float(now.high - now.low)
        return Interval(low=-span, high=span)
    a, b = _variance(now) / now.total, _variance(base) / base.total
    freedom = (a + b) ** 2 / (a**2 / (now.total - 1) + b**2 / (base.total - 1))
    reach = _t(level, freedom) * sqrt(a + b)
    return Interval(low=difference - reach, high=difference + reach)


@lru_cache(maxsize=200)
def normal_quantile(level: float) -> float:
    """Say how many standard errors an interval of that level reaches."""
    return _NORMAL.inv_cdf((1 + level) / 2)


def _t(level: float, freedom: float) -> float:
    from scipy.special import stdtrit  # noqa: PLC0415 scipy takes a tenth of a second, and NPS does not need it

    return float(stdtrit(freedom, (1 + level) / 2))


def _variance(answers: Histogram) -> float:
    """Give the sample variance, never quite nothing.

    Unanimous answers would give an interval without width; they get the variance they would have with one more answer
    one step away, 1 / (n + 1). Answers that differ at all have at least 1 / n.
    """
    return max(answers.variance, 1 / (answers.total + 1))
