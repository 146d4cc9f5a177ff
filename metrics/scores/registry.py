"""The metrics there are: versioned definitions that everything else only names.

A changed formula, scale or instrument is a new version and a line in the changelog; nothing downstream invents one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Protocol

from metrics.errors import UnknownMetric
from metrics.scores import ces, csat, nps, stars, volume
from metrics.scores.histogram import Histogram
from metrics.scores.instruments import Direction
from metrics.scores.policy import EVERYTHING, SamplePolicy
from metrics.scores.score import Interval, Score

CLOSE_ENOUGH = 50
"""Similarity, 0 to 100, from which a name is offered for an unknown one."""


class Formula(Protocol):
    """Makes a score of counted answers."""

    def __call__(self, answers: Histogram, *, policy: SamplePolicy) -> Score:
        """Score them; n may be 0."""
        ...


class Difference(Protocol):
    """Says how far apart two scores may be."""

    def __call__(self, now: Histogram, base: Histogram, *, level: float) -> Interval:
        """Give the interval of now - base in the metric's unit; neither side may be empty."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A registered definition. `instruments` share the scale low-high; none: it counts feedback of any kind."""

    id: str
    version: int
    instruments: tuple[str, ...]
    low: int
    high: int
    direction: Direction = "higher"
    unit: Literal["points", "%", "score", "stars", "answers"]
    formula: Formula
    difference: Difference
    worth: tuple[float, ...] | None = None
    """What each answer is worth where the metric is a mean of such; mix and rate effects rest on it."""
    policy: SamplePolicy | None = None
    """The answers it needs; None: as many as the engine asks of every metric."""

    @property
    def definition(self) -> str:
        """Its name with its version, as printed: nps@1."""
        return f"{self.id}@{self.version}"

    @property
    def name_key(self) -> str:
        """The catalogue's key of its name."""
        return f"metric-{self.id.replace('_', '-')}-name"

    @property
    def meaning_key(self) -> str:
        """The catalogue's key of its definition in plain words."""
        return f"metric-{self.id.replace('_', '-')}-definition"

    @property
    def nothing(self) -> Histogram:
        """No answer at all, on its scale."""
        return Histogram.empty(low=self.low, high=self.high)


def _metrics() -> tuple[Metric, ...]:
    return (
        Metric(
            id="nps", version=1, instruments=("nps",), low=0, high=10, unit="points",
            formula=nps.nps, difference=nps.nps_difference, worth=nps.WORTH,
        ),
        Metric(
            id="csat", version=1, instruments=("csat",), low=1, high=5, unit="%",
            formula=csat.csat, difference=csat.csat_difference, worth=csat.WORTH,
        ),
        Metric(
            id="ces", version=1, instruments=("ces",), low=1, high=7, unit="score",
            formula=ces.ces, difference=ces.ces_difference, worth=ces.WORTH,
        ),
        Metric(
            id="stars", version=1, instruments=("csat",), low=1, high=5, unit="stars",
            formula=stars.stars, difference=stars.stars_difference, worth=stars.WORTH,
        ),
        Metric(
            id="volume", version=1, instruments=(), low=0, high=0, unit="answers",
            formula=volume.volume, difference=volume.volume_difference, policy=EVERYTHING,
        ),
    )  # fmt: skip


METRICS: Mapping[str, Metric] = MappingProxyType({metric.id: metric for metric in _metrics()})


def metric(name: str, *, among: Mapping[str, Metric] = METRICS) -> Metric:
    """Look a metric up by name, whatever its case; raises UnknownMetric with the nearest names."""
    folded = name.strip().casefold().replace("-", "_").replace(" ", "_")
    if folded in among:
        return among[folded]
    raise UnknownMetric(name, nearest=nearest(folded, tuple(among)))


def nearest(name: str, names: tuple[str, ...], *, limit: int = 3) -> tuple[str, ...]:
    """Give the names most like `name`, best first; all of a short list if none is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 needed only when something was misspelt

    found = process.extract(name, names, scorer=fuzz.WRatio, limit=limit, score_cutoff=CLOSE_ENOUGH)
    return tuple(match for match, _, _ in found) or names[:limit]
