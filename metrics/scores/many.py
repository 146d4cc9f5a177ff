"""Many scores of one metric at once: the same formulas over arrays, for when there are thousands of groups."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.scores.histogram import Histogram
from metrics.scores.intervals import USUAL_LEVEL, normal_quantile
from metrics.scores.net import Net
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import Metric
from metrics.scores.share import Share

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
"""Answers per class in the last axis."""

Classes = tuple[tuple[int, ...], ...]
"""The steps of a scale that a formula does not tell apart, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What `Score` holds, as arrays of one shape; NaN where a score is suppressed, or has no interval."""

    value: Floats
    low: Floats
    high: Floats
    n: Counts


def classes_of(metric: Metric) -> Classes:
    """Say which steps need not be told apart to score the metric."""
    match metric.formula:
        case Net(sides=sides):
            return tuple(tuple(step for step, own in enumerate(sides) if own == side) for side in (1, -1, 0))
        case Share(hits=hits):
            return tuple(tuple(step for step, own in enumerate(hits) if own is hit) for hit in (True, False))
        case _:
            return tuple((step,) for step in range(metric.high - metric.low + 1))


def scores_of(metric: Metric, counts: Counts, *, policy: SamplePolicy) -> Scores:
    """Score answers counted by the metric's classes."""
    n = counts.sum(axis=-1)
    if not isinstance(metric.formula, Net | Share):
        return _one_by_one(metric, counts, policy=policy)
    shown = n >= max((metric.policy or policy).show_from, 1)
    answers = np.where(shown, n, 1).astype(np.float64)
    first, second = (np.where(shown, counts[..., place], 0).astype(np.float64) for place in (0, 1))
    ends = _net(first, second, answers) if isinstance(metric.formula, Net) else _share(first, answers)
    value, low, high = (np.where(shown, 100.0 * part, np.nan) for part in ends)
    return Scores(value=value, low=low, high=high, n=n)


def _net(up: Floats, down: Floats, n: Floats) -> tuple[Floats, Floats, Floats]:
    """Give the net share and its interval, as `intervals.adjusted_wald_net` does."""
    total = n + 3
    share_up, share_down = (up + 0.75) / total, (down + 0.75) / total
    centre = share_up - share_down
    reach = normal_quantile(USUAL_LEVEL) * np.sqrt((share_up + share_down - centre**2) / total)
    return (up - down) / n, np.maximum(centre - reach, -1.0), np.minimum(centre + reach, 1.0)


def _share(hits: Floats, n: Floats) -> tuple[Floats, Floats, Floats]:
    """Give the share and its interval, as `intervals.wilson` does."""
    z2 = normal_quantile(USUAL_LEVEL) ** 2
    share = hits / n
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = np.sqrt(z2 * share * (1 - share) / n + z2**2 / (4 * n**2)) / (1 + z2 / n)
    return share, np.maximum(centre - reach, 0.0), np.minimum(centre + reach, 1.0)


def _one_by_one(metric: Metric, counts: Counts, *, policy: SamplePolicy) -> Scores:
    """Score what has no formula over arrays."""
    shape = counts.shape[:-1]
    found = np.full((3, int(np.prod(shape))), np.nan)
    for place, cells in enumerate(counts.reshape(-1, counts.shape[-1]).tolist()):
        score = metric.formula(Histogram(low=metric.low, counts=tuple(cells)), policy=metric.policy or policy)
        found[:, place] = [np.nan if part is None else part for part in (score.value, score.low, score.high)]
    value, low, high = found.reshape(3, *shape)
    return Scores(value=value, low=low, high=high, n=counts.sum(axis=-1))
