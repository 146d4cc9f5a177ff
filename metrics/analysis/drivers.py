"""Which touchpoints an overall score goes with: correlations, and weights that share out what all of them explain.

Nothing here says what causes what.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

import numpy as np

from metrics.analysis.correlations import Correlation, correlate
from metrics.analysis.driver_scores import DriverReader, DriverScores, Pairing
from metrics.analysis.multiplicity import benjamini_hochberg
from metrics.analysis.ports import Histograms
from metrics.analysis.relative_weights import Weights, weigh
from metrics.errors import NothingInPeriod, UnknownMetric
from metrics.figures import Days, Figure, Quality, SourceAge, Verdict
from metrics.query import ScoreQuery
from metrics.scores.policy import USUAL, SamplePolicy
from metrics.scores.registry import METRICS, Metric, metric

ROWS_A_DRIVER = 10
"""Respondents needed for each driver before weights are worked out."""
SEED = 20000801
"""The same rows give the same intervals."""

Shown = Literal["weights", "correlations"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """One touchpoint. Both figures are REAL where they are told from nothing by more than chance, else UNDECIDED.

    `weight`: in %, its share of what all drivers explain, n those who scored every driver; `correlation`: n those who
    scored this one. Its sign says which way the two go together; a weight has none.
    """

    name: str
    weight: Figure
    correlation: Figure

    @property
    def sign(self) -> Literal["+", "-", "?"]:
        """Which way they go together; "?" where that is not known."""
        value = self.correlation.value
        if value is None or self.correlation.verdict is not Verdict.REAL:
            return "?"
        return "+" if value > 0 else "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverResult:
    """The drivers, those that go with the score most first; `shown` says by what.

    `drivers` is empty where nobody gave both. `explained` is how much of the score's variance all of them explain, in %
    (None without weights); `respondents` gave the score and one driver at least, `complete` of them every driver.
    """

    query: ScoreQuery
    definition: str
    shown: Shown
    drivers: tuple[Driver, ...]
    explained: Figure | None
    pairing: Pairing
    instrument: str
    respondents: int
    complete: int
    sources: tuple[SourceAge, ...]


class DriverEngine:
    """Answers what goes with a score."""

    def __init__(
        self,
        reader: DriverReader,
        histograms: Histograms,
        *,
        now: Callable[[], datetime],
        policy: SamplePolicy = USUAL,
        metrics: Mapping[str, Metric] = METRICS,
    ) -> None:
        self._reader = reader
        self._histograms = histograms
        self._now = now
        self._policy = policy
        self._metrics = metrics

    def drivers(self, query: ScoreQuery) -> DriverResult:
        """Weigh and correlate the groups of the query's dimension (touchpoints if it names none).

        Raises UnknownMetric for a metric that no answers are given on, NothingInPeriod. A metric without an overall
        score of its own is read from a variant of its question that has one (a yes or no beside 1 to 5).
        """
        asked = metric(query.metric, among=self._metrics)
        if not asked.instruments:
            raise UnknownMetric(query.metric, nearest=self._with_answers())
        query = replace(
            query, metric=asked.id, by=query.by or "touchpoint", where=self._histograms.canonical(query.where)
        )
        variants = [known for known in self._metrics.values() if known.instruments and known.is_variant_of(asked)]
        for known in (asked, *variants):
            scores = self._reader.driver_scores(known, days=query.days, where=query.where, by=query.by or "")
            if scores is not None:
                return self._result(replace(query, metric=known.id), known, scores)
        return self._nothing(query, asked)

    def _with_answers(self) -> tuple[str, ...]:
        return tuple(name for name, known in self._metrics.items() if known.instruments)[:3]

    def _nothing(self, query: ScoreQuery, asked: Metric) -> DriverResult:
        if not self._histograms.histograms(asked, days=query.days, where=query.where):
            raise NothingInPeriod(nearest=self._histograms.nearest_day(asked, days=query.days, where=query.where))
        return DriverResult(
            query=query,
            definition=asked.definition,
            shown="correlations",
            drivers=(),
            explained=None,
            pairing="customer",
            instrument="",
            respondents=0,
            complete=0,
            sources=self._sources(asked, query),
        )

    def _result(self, query: ScoreQuery, asked: Metric, scores: DriverScores) -> DriverResult:
        whole = scores.complete
        complete = int(whole.sum())
        enough = complete >= max(self._policy.publish_from, ROWS_A_DRIVER * len(scores.names)) and len(scores.names) > 1
        weights = None
        if enough and np.ptp(scores.outcome[whole]) > 0:
            weights = weigh(scores.scores[whole], scores.outcome[whole], rng=np.random.default_rng(SEED))
        blank = _blank(asked, query.days, n=complete)
        found = _drivers(scores, weights, blank, by=query.by or "", policy=self._policy)
        return DriverResult(
            query=query,
            definition=asked.definition,
            shown="correlations" if weights is None else "weights",
            drivers=tuple(sorted(found, key=_strength, reverse=True)),
            explained=None
            if weights is None
            else replace(blank, name="driver.explained", value=100 * weights.explained),
            pairing=scores.pairing,
            instrument=scores.instrument,
            respondents=len(scores.outcome),
            complete=complete,
            sources=self._sources(asked, query),
        )

    def _sources(self, asked: Metric, query: ScoreQuery) -> tuple[SourceAge, ...]:
        return self._histograms.sources(asked, days=query.days, where=query.where, now=self._now())


def _strength(driver: Driver) -> tuple[float, float]:
    return driver.weight.value or 0.0, abs(driver.correlation.value or 0.0)


def _blank(asked: Metric, days: Days, *, n: int) -> Figure:
    return Figure(name="", value=None, n=n, unit="%", quality=Quality.PUBLISH, days=days, definition=asked.definition)


def _drivers(
    scores: DriverScores, weights: Weights | None, blank: Figure, *, by: str, policy: SamplePolicy
) -> list[Driver]:
    pairs = [~np.isnan(scores.scores[:, place]) for place in range(len(scores.names))]
    found = [correlate(scores.scores[has, place], scores.outcome[has]) for place, has in enumerate(pairs)]
    stands = benjamini_hochberg([one.p for one in found])
    return [
        Driver(
            name=name,
            weight=_weight(weights, place, replace(blank, group={by: name})),
            correlation=_correlation(found[place], replace(blank, group={by: name}), policy, stands=stands[place]),
        )
        for place, name in enumerate(scores.names)
    ]


def _weight(weights: Weights | None, place: int, blank: Figure) -> Figure:
    if weights is None:
        return replace(blank, name="driver.weight", quality=Quality.SUPPRESSED, verdict=Verdict.UNDECIDED)
    low, high = weights.interval(place)
    return replace(
        blank,
        name="driver.weight",
        value=100 * float(weights.share[place]),
        low=100 * low,
        high=100 * high,
        verdict=Verdict.REAL if weights.told_apart[place] else Verdict.UNDECIDED,
    )


def _correlation(found: Correlation, blank: Figure, policy: SamplePolicy, *, stands: bool) -> Figure:
    quality = policy.quality(found.n)
    blank = replace(blank, name="driver.correlation", unit="r", n=found.n, verdict=Verdict.UNDECIDED)
    if found.value is None or quality is Quality.SUPPRESSED:
        return replace(blank, quality=Quality.SUPPRESSED)
    apart = stands and quality is Quality.PUBLISH
    return replace(
        blank,
        value=found.value,
        low=found.low,
        high=found.high,
        quality=quality,
        verdict=Verdict.REAL if apart else Verdict.UNDECIDED,
    )
