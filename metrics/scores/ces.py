"""Customer Effort Score 2.0: the mean agreement, 1 to 7, that "the company made it easy"; higher is better.

Dixon, Toman and DeLisi 2013, "The Effortless Experience". The first form, 1-5 and lower is better, is another
instrument and never mixed in.
"""

from metrics.figures import Quality
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import t_mean, welch
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score

WORTH = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0)


def ces(answers: Histogram, *, policy: SamplePolicy) -> Score:
    """Average a histogram of answers 1-7; n may be 0."""
    n = answers.total
    quality = policy.quality(n)
    if quality is Quality.SUPPRESSED or not n:
        return Score.suppressed(n)
    return Score.of(answers.mean, t_mean(answers), n=n, quality=quality)


def ces_difference(now: Histogram, base: Histogram, *, level: float) -> Interval:
    """Give the interval of the difference of the means, in points of the scale."""
    return welch(now, base, level=level)
