"""A score weighted to the customer base, beside the raw one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from metrics.analysis.raking import Cell, effective_n, rake
from metrics.analysis.reading import read
from metrics.errors import NothingInPeriod, UnknownMetric
from metrics.figures import Days, Figure, Quality
from metrics.query import ScoreQuery
from metrics.scope import Where
from metrics.scores.histogram import Histogram, summed
from metrics.scores.intervals import USUAL_LEVEL
from metrics.scores.mean import Mean
from metrics.scores.net import Net
from metrics.scores.policy import USUAL, SamplePolicy
from metrics.scores.registry import Metric
from metrics.scores.share import Share


class Respondents(Protocol):
    """Knows who the customers are that answered, and who all customers are."""

    def base(self, dimensions: Sequence[str], *, where: Where) -> Mapping[Cell, int]:
        """Count the customers in each cell of the dimensions, of those that `where` names where it can be told."""
        ...

    def answers(
        self, metric: Metric, dimensions: Sequence[str], *, days: Days, where: Where
    ) -> Mapping[Cell, Histogram]:
        """Count the answers of known customers in each cell of the dimensions."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedScore:
    """The raw score of the answers whose customer is known, and the weighted one with its interval by effective n."""

    raw: Figure
    weighted: Figure
    by: tuple[str, ...]
    effective_n: float
    lightest: float
    heaviest: float
    gap: float
    """The largest share of a group still missed, 0 to 1: large weights were cut."""
    missing: tuple[str, ...]
    """Groups of customers that nobody answered from: no weight can speak for them."""


def weighted(
    query: ScoreQuery, *, by: Sequence[str], metric: Metric, respondents: Respondents, policy: SamplePolicy = USUAL
) -> WeightedScore:
    """Weigh a score; raises UnknownDimension, NothingInPeriod, and UnknownMetric for what no answers are made of."""
    formula = metric.formula
    if metric.reads != "answers" or not isinstance(formula, Share | Net | Mean):
        raise UnknownMetric(metric.id, nearest=("nps", "csat", "ces"))
    answers = respondents.answers(metric, by, days=query.days, where=query.where)
    base = respondents.base(by, where=query.where)
    if not answers or not base:
        raise NothingInPeriod(nearest=None)
    targets = [_marginal(base, place) for place in range(len(by))]
    counts = {cell: float(answered.total) for cell, answered in answers.items()}
    raked = rake(counts, targets)
    n = effective_n(raked.weights, counts)
    raw = read(
        summed(answers.values(), low=metric.low, high=metric.high), metric=metric, days=query.days, policy=policy
    )
    return WeightedScore(
        raw=raw,
        weighted=_weighted(raw, answers, raked.weights, formula=formula, n=n, policy=policy),
        by=tuple(by),
        effective_n=n,
        lightest=min(raked.weights.values()),
        heaviest=max(raked.weights.values()),
        gap=raked.gap,
        missing=tuple(
            name
            for place, target in enumerate(targets)
            for name in sorted(target.keys() - {cell[place] for cell in answers})
        ),
    )


def _weighted(
    raw: Figure,
    answers: Mapping[Cell, Histogram],
    weights: Mapping[Cell, float],
    *,
    formula: Share | Net | Mean,
    n: float,
    policy: SamplePolicy,
) -> Figure:
    quality = policy.quality(int(n))
    blank = replace(raw, name=f"{raw.name}.weighted", value=None, low=None, high=None, quality=quality)
    if quality is Quality.SUPPRESSED:
        return blank
    steps = range(len(next(iter(answers.values())).counts))
    counts = [sum(weights[cell] * answered.counts[step] for cell, answered in answers.items()) for step in steps]
    worth_n = [count * n / sum(counts) for count in counts]
    interval = formula.interval(worth_n, level=USUAL_LEVEL)
    return replace(blank, value=formula.value(worth_n), low=interval.low, high=interval.high)


def _marginal(cells: Mapping[Cell, int], place: int) -> dict[str, float]:
    found: dict[str, float] = {}
    for cell, count in cells.items():
        found[cell[place]] = found.get(cell[place], 0.0) + count
    return found
