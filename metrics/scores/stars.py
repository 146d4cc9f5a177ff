"""Stars: the mean of satisfaction answers, on their own scale."""

from metrics.figures import Quality
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import t_mean, welch
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score

WORTH = (1.0, 2.0, 3.0, 4.0, 5.0)


def stars(answers: Histogram, *, policy: SamplePolicy) -> Score:
    """Average a histogram of answers 1-5; n may be 0."""
    n = answers.total
    quality = policy.quality(n)
    if quality is Quality.SUPPRESSED or not n:
        return Score.suppressed(n)
    return Score.of(answers.mean, t_mean(answers), n=n, quality=quality)


def stars_difference(now: Histogram, base: Histogram, *, level: float) -> Interval:
    """Give the interval of the difference of the means, in stars."""
    return welch(now, base, level=level)
