"""Counted answers read as a figure."""

from collections.abc import Mapping

from metrics.figures import Days, Figure
from metrics.scores.histogram import Histogram
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import Metric


def read(
    answers: Histogram, *, metric: Metric, days: Days, policy: SamplePolicy, group: Mapping[str, str] | None = None
) -> Figure:
    """Score the answers under the metric's own policy, or `policy` where it has none."""
    score = metric.formula(answers, policy=metric.policy or policy)
    return Figure(
        name=metric.id,
        value=score.value,
        low=score.low,
        high=score.high,
        n=score.n,
        unit=metric.unit,
        quality=score.quality,
        days=days,
        definition=metric.definition,
        group=group or {},
    )
