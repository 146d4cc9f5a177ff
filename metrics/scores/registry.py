"""The metrics there are: versioned definitions that everything else only names.

A changed formula, scale or instrument is a new version and a line in the changelog; nothing downstream invents one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Protocol

from metrics.errors import UnknownMetric
from metrics.scores import ces, csat, nps, revenue, sentiment, stars, volume
from metrics.scores.histogram import Histogram
from metrics.scores.instruments import Direction
from metrics.scores.mean import Mean
from metrics.scores.net import Net
from metrics.scores.policy import EVERYTHING, SamplePolicy
from metrics.scores.score import Interval, Score
from metrics.scores.share import Share

OLDEST_DAYS = 365
"""A case that is older counts as of this age."""
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


Reads = Literal[
    "answers", "feedback", "sentiment", "judgements", "invitations", "purchases", "retained", "repeated", "contacts",
    "resolutions", "recoveries", "complaints", "backlog",
]  # fmt: skip
"""What is counted: answers on instruments; feedback of any kind; its sentiment; whether it is dissatisfied;
invitations; purchases; the customers who bought in the period before, by whether they did so again; those who bought
in the period, by whether they had bought before or did more than once; of cases, whether the customer was contacted in
time, whether they were resolved in time, whether the customer said afterwards that it is solved, whether they were the
customer's first in a while; the open ones, by their age in days.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A registered definition. `instruments` share the scale low-high; only what reads answers has any."""

    id: str
    version: int
    instruments: tuple[str, ...] = ()
    reads: Reads = "answers"
    low: int
    high: int
    direction: Direction = "higher"
    """Which end of the instruments' scale is good."""
    unit: Literal["points", "%", "score", "stars", "answers", "money", "days"]
    formula: Formula
    difference: Difference
    worth: tuple[float, ...] | None = None
    """What each answer is worth where the metric is a mean of such; mix and rate effects rest on it."""
    policy: SamplePolicy | None = None
    """The answers it needs; None: as many as the engine asks of every metric."""
    lower_is_better: bool = False

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
    def grows(self) -> bool:
        """Whether it goes on growing while a period runs, so that a running one compares with no finished one."""
        return self.reads in ("feedback", "purchases", "retained", "repeated")

    def is_variant_of(self, other: "Metric") -> bool:
        """Say whether both ask the same question on different scales."""
        mine, theirs = ({name.split("_")[0] for name in one.instruments} for one in (self, other))
        return bool(mine & theirs) and not set(self.instruments) & set(other.instruments)

    @property
    def nothing(self) -> Histogram:
        """No answer at all, on its scale."""
        return Histogram.empty(low=self.low, high=self.high)


def _metrics() -> tuple[Metric, ...]:
    return (
        _scored("nps", 0, 10, "points", nps.nps),
        _scored("csat", 1, 5, "%", csat.csat),
        _scored("csat_7", 1, 7, "%", csat.csat_of_7),
        _scored("csat_0_10", 0, 10, "%", csat.csat_of_0_10),
        _scored("csat_3", 1, 3, "%", csat.csat_of_faces),
        _scored("csat_0_1", 0, 1, "%", csat.csat_of_yes_no),
        _scored("ces", 1, 7, "score", ces.ces),
        _scored("ces_5_lower", 1, 5, "score", ces.ces_of_effort, direction="lower"),
        _scored("stars", 1, 5, "stars", stars.stars, instrument="csat"),
        _share("negative_share", reads="judgements", lower_is_better=True),
        _share("response_rate", reads="invitations"),
        _share("retention", reads="retained"),
        _share("repurchase_rate", reads="repeated"),
        _share("contacted_in_time", reads="contacts"),
        _share("resolved_in_time", reads="resolutions"),
        _share("recovery_rate", reads="recoveries"),
        _share("repeat_complaints", reads="complaints", lower_is_better=True),
        Metric(
            id="backlog_age", version=1, reads="backlog", low=0, high=OLDEST_DAYS, unit="days",
            formula=(age := Mean(low=0, high=OLDEST_DAYS)), difference=age.difference, lower_is_better=True,
        ),
        Metric(
            id="net_sentiment", version=1, reads="sentiment", low=-1, high=1, unit="points",
            formula=sentiment.net_sentiment, difference=sentiment.net_sentiment.difference,
            worth=sentiment.net_sentiment.worth,
        ),
        Metric(
            id="volume", version=1, reads="feedback", low=0, high=0, unit="answers",
            formula=volume.volume, difference=volume.volume_difference, policy=EVERYTHING,
        ),
        Metric(
            id="revenue", version=1, reads="purchases", low=0, high=2, unit="money",
            formula=revenue.revenue, difference=revenue.revenue_difference, policy=EVERYTHING,
        ),
    )  # fmt: skip


def _scored(
    name: str,
    low: int,
    high: int,
    unit: Literal["points", "%", "score", "stars"],
    formula: Share | Net | Mean,
    *,
    instrument: str | None = None,
    direction: Direction = "higher",
) -> Metric:
    return Metric(
        id=name, version=1, instruments=(instrument or name,), low=low, high=high, direction=direction, unit=unit,
        formula=formula, difference=formula.difference, worth=formula.worth,
    )  # fmt: skip


def _share(name: str, *, reads: Reads, lower_is_better: bool = False) -> Metric:
    """Define a share of rows that are or are not so: step 1 and step 0."""
    formula = Share.top(1, steps=2)
    return Metric(
        id=name, version=1, reads=reads, low=0, high=1, unit="%", formula=formula, difference=formula.difference,
        worth=formula.worth, lower_is_better=lower_is_better,
    )  # fmt: skip


METRICS: Mapping[str, Metric] = MappingProxyType({metric.id: metric for metric in _metrics()})

ALSO_CALLED = MappingProxyType(
    {"csat_emoji": "csat_3", "csat_yes_no": "csat_0_1", "repeat_purchase_rate": "repurchase_rate"}
)
"""Other names that people type."""


def metric(name: str, *, among: Mapping[str, Metric] = METRICS) -> Metric:
    """Look a metric up by name, whatever its case; raises UnknownMetric with the nearest names."""
    folded = name.strip().casefold().replace("-", "_").replace(" ", "_")
    folded = ALSO_CALLED.get(folded, folded)
    if folded in among:
        return among[folded]
    raise UnknownMetric(name, nearest=nearest(folded, tuple(among)))


def nearest(name: str, names: tuple[str, ...], *, limit: int = 3) -> tuple[str, ...]:
    """Give the names most like `name`, best first; all of a short list if none is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 needed only when something was misspelt

    found = process.extract(name, names, scorer=fuzz.WRatio, limit=limit, score_cutoff=CLOSE_ENOUGH)
    return tuple(match for match, _, _ in found) or names[:limit]
