"""Revenue: the money of the purchases made in a period, in the source's currency.

Money has no scale, so its three cells are no steps of one: how many purchases, their cents, and their cents squared.
They add up over groups as answers do.
"""

from math import sqrt
from statistics import NormalDist

from metrics.scores.histogram import Histogram
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score

CENTS = 100


def money(values: tuple[float, ...]) -> Histogram:
    """Take the purchases of these values together."""
    cents = tuple(round(value * CENTS) for value in values)
    return Histogram(low=0, counts=(len(cents), sum(cents), sum(one * one for one in cents)))


def revenue(answers: Histogram, *, policy: SamplePolicy) -> Score:
    """Sum the money up: no estimate, so no interval."""
    purchases, cents, _ = answers.counts
    return Score(value=cents / CENTS, n=purchases, quality=policy.quality(purchases))


def revenue_difference(now: Histogram, base: Histogram, *, level: float) -> Interval:
    """Give the interval of the difference of two compound Poisson sums: the variance of each is its sum of squares.

    Both how many buy and how much each spends are up to chance (Ross, "Introduction to Probability Models", 5.4.2).
    """
    difference = (now.counts[1] - base.counts[1]) / CENTS
    reach = NormalDist().inv_cdf((1 + level) / 2) * sqrt(now.counts[2] + base.counts[2]) / CENTS
    return Interval(low=difference - reach, high=difference + reach)
