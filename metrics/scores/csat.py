"""Customer satisfaction: the share of answers in the two best steps of the scale, in percent."""

from metrics.figures import Quality
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import USUAL_LEVEL, mover, wilson
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score

TOP_BOXES = 2
WORTH = (0.0, 0.0, 0.0, 100.0, 100.0)
"""What an answer of 1 ... 5 is worth: CSAT is the mean of these."""


def csat(answers: Histogram, *, policy: SamplePolicy) -> Score:
    """Score a histogram of answers, 0 to 100 %; n may be 0."""
    n = answers.total
    quality = policy.quality(n)
    if quality is Quality.SUPPRESSED or not n:
        return Score.suppressed(n)
    return Score.of(_percent(answers), _interval(answers, level=USUAL_LEVEL), n=n, quality=quality)


def csat_difference(now: Histogram, base: Histogram, *, level: float) -> Interval:
    """Give the interval of the difference in percentage points (Newcombe 1998, method 10)."""
    return mover(_percent(now), _interval(now, level=level), _percent(base), _interval(base, level=level))


def _satisfied(answers: Histogram) -> int:
    return answers.at_least(answers.high - TOP_BOXES + 1)


def _percent(answers: Histogram) -> float:
    return 100 * _satisfied(answers) / answers.total


def _interval(answers: Histogram, *, level: float) -> Interval:
    return wilson(_satisfied(answers), answers.total, level=level).scaled(100)
