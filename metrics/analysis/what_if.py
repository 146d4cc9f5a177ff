"""What a score would be with more or fewer bad answers about one thing. An assumption worked through, no forecast."""

from dataclasses import dataclass, replace

from metrics.analysis.ports import Histograms
from metrics.analysis.reading import read
from metrics.errors import NothingInPeriod, UnknownMetric
from metrics.figures import Figure
from metrics.query import ScoreQuery
from metrics.scope import Where
from metrics.scores.histogram import Histogram
from metrics.scores.policy import USUAL, SamplePolicy
from metrics.scores.registry import Metric

LOWER_THIRD = 1 / 3 + 1e-9
"""Where a score has many steps of worth, its bad answers are those of the lowest third of the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The score now, and with `factor` times the bad answers of a part.

    `value`: those who turn answer like everybody who is not among the bad; `low`, `high`: they all give the least, or
    all the best, of the other answers. With a factor above 1 as many of the part's other answers turn bad.
    """

    now: Figure
    value: float
    low: float
    high: float
    bad: int
    """Bad answers of the part now."""
    part: int
    """Answers of the part."""


def what_if(
    query: ScoreQuery,
    *,
    part: Where,
    factor: float,
    metric: Metric,
    histograms: Histograms,
    policy: SamplePolicy = USUAL,
) -> WhatIf:
    """Scale the bad answers of a part; raises NothingInPeriod, and UnknownMetric for one that is no mean."""
    if metric.worth is None:
        raise UnknownMetric(metric.id, nearest=("nps", "csat", "ces"))
    where = histograms.canonical(query.where)
    inner = {**where, **histograms.canonical(part)}
    everybody = histograms.histograms(metric, days=query.days, where=where).get((), metric.nothing)
    about = histograms.histograms(metric, days=query.days, where=inner).get((), metric.nothing)
    if not everybody.total or not about.total:
        narrow = inner if everybody.total else where
        raise NothingInPeriod(nearest=histograms.nearest_day(metric, days=query.days, where=narrow))
    now = read(everybody, metric=metric, days=query.days, policy=policy)
    is_bad = bad_steps(metric)
    bad = _total(about, is_bad, of=True)
    turned = min((1 - factor) * bad, bad) if factor <= 1 else -min((factor - 1) * bad, about.total - bad)
    gain = _gain(everybody, about, is_bad, metric.worth, improves=factor <= 1)
    values = [everybody.mean_worth(metric.worth) + turned * one / everybody.total for one in gain]
    return WhatIf(
        now=replace(now, group={}), value=values[0], low=min(values), high=max(values), bad=bad, part=about.total
    )


def bad_steps(metric: Metric) -> tuple[bool, ...]:
    """Say which steps of a metric's scale are bad answers: those worth least, or of many worths the lowest third."""
    worth = metric.worth or ()
    least, most = min(worth), max(worth)
    limit = least if len(set(worth)) <= 3 else least + (most - least) * LOWER_THIRD
    return tuple(one <= limit for one in worth)


def _gain(
    everybody: Histogram, about: Histogram, is_bad: tuple[bool, ...], worth: tuple[float, ...], *, improves: bool
) -> tuple[float, float, float]:
    """Say what one turned answer adds: if it becomes like the others, like the least of them, like the best."""
    bad = _mean(about, is_bad, worth, of=True)
    others = _mean(everybody if improves else about, is_bad, worth, of=False)
    good = [one for one, is_one in zip(worth, is_bad, strict=True) if not is_one]
    return others - bad, min(good) - bad, max(good) - bad


def _mean(answers: Histogram, is_bad: tuple[bool, ...], worth: tuple[float, ...], *, of: bool) -> float:
    n = _total(answers, is_bad, of=of)
    steps = [one for one, is_one in zip(worth, is_bad, strict=True) if is_one is of]
    if not n:
        return sum(steps) / len(steps)
    gained = (count * one for count, one, is_one in zip(answers.counts, worth, is_bad, strict=True) if is_one is of)
    return sum(gained) / n


def _total(answers: Histogram, is_bad: tuple[bool, ...], *, of: bool) -> int:
    return sum(count for count, is_one in zip(answers.counts, is_bad, strict=True) if is_one is of)
