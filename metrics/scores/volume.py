"""Volume: how many pieces of feedback there are, with a score or without."""

from math import sqrt
from statistics import NormalDist

from metrics.scores.histogram import Histogram
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score


def volume(answers: Histogram, *, policy: SamplePolicy) -> Score:
    """Count them: no estimate, so no interval, and none is a value too."""
    n = answers.total
    return Score(value=float(n), n=n, quality=policy.quality(n))


def volume_difference(now: Histogram, base: Histogram, *, level: float) -> Interval:
    """Give the interval of the difference of two Poisson counts, by their roots (Brown and Zhao 2002, Sankhya A 64).

    The root of a count + 3/8 has a variance of 1/4 whatever the count; the difference of the counts is that of the
    roots times their sum.
    """
    first, second = sqrt(now.total + 0.375), sqrt(base.total + 0.375)
    reach = NormalDist().inv_cdf((1 + level) / 2) * sqrt(0.5)
    total = first + second
    return Interval(low=(first - second - reach) * total, high=(first - second + reach) * total)
