"""How answers spread over their scale: the share of each answer, with its interval."""

from metrics.analysis.ports import Histograms
from metrics.figures import Figure, Quality
from metrics.query import ScoreQuery
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import wilson
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import Metric

DIMENSION = "answer"


def distribution(
    query: ScoreQuery, *, metric: Metric, histograms: Histograms, policy: SamplePolicy
) -> tuple[Figure, ...]:
    """Give the share of each answer of the scale, the lowest first; nothing for what is not made of answers.

    `where` is canonical. Of too few answers the shares are suppressed, as the score is.
    """
    if metric.reads != "answers":
        return ()
    counted = histograms.histograms(metric, days=query.days, where=query.where).get((), metric.nothing)
    return tuple(
        _share(query, metric, counted, value=metric.low + place, policy=policy) for place in range(len(counted.counts))
    )


def _share(query: ScoreQuery, metric: Metric, counted: Histogram, *, value: int, policy: SamplePolicy) -> Figure:
    n = counted.total
    quality = policy.quality(n)
    blank = Figure(
        name=f"{metric.id}.answers", value=None, n=n, unit="%", quality=quality, days=query.days,
        definition=metric.definition, group={DIMENSION: str(value)},
    )  # fmt: skip
    if quality is Quality.SUPPRESSED or not n:
        return blank
    count = counted.counts[value - metric.low]
    interval = wilson(count, n).scaled(100)
    return Figure(
        name=blank.name, value=100 * count / n, low=interval.low, high=interval.high, n=n, unit="%", quality=quality,
        days=query.days, definition=blank.definition, group=blank.group,
    )  # fmt: skip
