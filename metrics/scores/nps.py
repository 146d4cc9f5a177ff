"""Net Promoter Score: the share of promoters less the share of detractors, -100 to +100 points."""

from metrics.figures import Quality
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import USUAL_LEVEL, adjusted_wald_net, mover
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score

HIGHEST_DETRACTOR, LOWEST_PROMOTER = 6, 9  # Reichheld 2003, "The One Number You Need to Grow"
WORTH = (-100.0,) * 7 + (0.0, 0.0) + (100.0, 100.0)
"""What an answer of 0 ... 10 is worth: NPS is the mean of these."""


def nps(answers: Histogram, *, policy: SamplePolicy) -> Score:
    """Score a histogram of answers 0-10, in points; n may be 0."""
    n = answers.total
    quality = policy.quality(n)
    if quality is Quality.SUPPRESSED or not n:
        return Score.suppressed(n)
    return Score.of(_points(answers), _interval(answers, level=USUAL_LEVEL), n=n, quality=quality)


def nps_difference(now: Histogram, base: Histogram, *, level: float) -> Interval:
    """Give the interval of the difference in points, from the adjusted Wald interval of each side."""
    return mover(_points(now), _interval(now, level=level), _points(base), _interval(base, level=level))


def _points(answers: Histogram) -> float:
    return 100 * (answers.at_least(LOWEST_PROMOTER) - answers.at_most(HIGHEST_DETRACTOR)) / answers.total


def _interval(answers: Histogram, *, level: float) -> Interval:
    promoters, detractors = answers.at_least(LOWEST_PROMOTER), answers.at_most(HIGHEST_DETRACTOR)
    return adjusted_wald_net(promoters, detractors, answers.total, level=level).scaled(100)
