"""Looking at thresholds: as the scores stand, and as they stood on each of the last days."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.alerts.finding import Finding, found
from bot.alerts.rules import Rule
from bot.alerts.threshold import Crossing, Limit, crossing, limit_of
from metrics.analysis.ports import Histograms
from metrics.analysis.reading import read
from metrics.figures import Days, Figure
from metrics.scope import Where
from metrics.scores.histogram import Histogram, summed
from metrics.scores.policy import USUAL, SamplePolicy
from metrics.scores.registry import METRICS, Metric, metric

REHEARSED_DAYS = 30
MOSTLY = 0.8
"""The share of days on which a rule that would fire all the time is beyond its limit."""


class Behind(Protocol):
    """Who is behind a score."""

    @property
    def customers(self) -> int:
        """How many different customers."""
        ...

    @property
    def without_busiest(self) -> Histogram:
        """The answers of all but the one who answered most."""
        ...


class Crowds(Protocol):
    """Knows who is behind scores."""

    def crowd(self, metric: Metric, *, days: Days, where: Where) -> Behind:
        """Count who answered in some days."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look at a score came to; `figure` is what was seen."""

    crossing: Crossing
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """How a rule would have done: how often it would have told someone in so many days, and where it stands."""

    days: int
    alerts: int
    beyond: int
    """On how many of the days the score was beyond the limit."""
    enough: int
    """On how many there were answers enough."""
    most_n: int
    latest: Figure
    possible: bool
    """Whether the scale lets the score go beyond the limit at all."""

    @property
    def never(self) -> bool:
        """Whether it can never tell anything: beyond the scale, or for want of answers."""
        return not self.possible or self.enough == 0

    @property
    def always(self) -> bool:
        """Whether it would tell most of the time, which says nothing."""
        return self.beyond >= MOSTLY * self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Looks at the scores that threshold rules are about."""

    histograms: Histograms
    crowds: Crowds
    policy: SamplePolicy = USUAL
    metrics: Mapping[str, Metric] = field(default_factory=lambda: METRICS)

    def look(self, rule: Rule, *, today: date, slack: float = 0.0, stands: bool = False) -> Look:
        """Look at the rule's score up to today. One customer alone takes it beyond no limit, nor do too few."""
        asked = metric(rule.metrics[0], among=self.metrics)
        days = _window(rule, today)
        answers = self.histograms.histograms(asked, days=days, where=rule.where).get((), asked.nothing)
        figure = read(answers, metric=asked, days=days, policy=self.policy)
        limit = limit_of(rule, slack=slack)
        seen = crossing(figure, limit, stands=stands)
        if seen is Crossing.BEYOND and asked.reads == "answers" and not self._holds(asked, rule, figure, limit):
            return Look(crossing=Crossing.TOO_FEW, figure=figure)
        return Look(crossing=seen, figure=figure)

    def rehearse(self, rule: Rule, *, today: date) -> Rehearsal:
        """Say how often the rule would have told someone in the last days, had it been there."""
        asked = metric(rule.metrics[0], among=self.metrics)
        span = Days(first=today - timedelta(days=REHEARSED_DAYS + rule.window_days - 2), end=today + timedelta(days=1))
        counted = self.histograms.histograms(asked, days=span, where=rule.where, by=("day",))
        by_day = {date.fromisoformat(key[0]): answers for key, answers in counted.items()}
        limit = limit_of(rule)
        alerts = beyond = enough = most_n = 0
        stands = False
        figure = read(asked.nothing, metric=asked, days=span, policy=self.policy)
        for back in range(REHEARSED_DAYS - 1, -1, -1):
            figure = self._on(asked, rule, by_day, today - timedelta(days=back))
            seen = crossing(figure, limit, stands=stands)
            alerts += seen is Crossing.BEYOND
            stands = seen in (Crossing.BEYOND, Crossing.STILL) or (stands and seen is Crossing.TOO_FEW)
            enough += seen is not Crossing.TOO_FEW
            beyond += seen is not Crossing.TOO_FEW and limit.beyond(figure.value or 0.0)
            most_n = max(most_n, figure.n)
        return Rehearsal(
            days=REHEARSED_DAYS,
            alerts=alerts,
            beyond=beyond,
            enough=enough,
            most_n=most_n,
            latest=figure,
            possible=_possible(asked, limit, self.policy),
        )

    def _on(self, asked: Metric, rule: Rule, by_day: Mapping[date, Histogram], day: date) -> Figure:
        days = _window(rule, day)
        parts = [answers for at, answers in by_day.items() if days.first <= at < days.end]
        return read(summed(parts, low=asked.low, high=asked.high), metric=asked, days=days, policy=self.policy)

    def _holds(self, asked: Metric, rule: Rule, figure: Figure, limit: Limit) -> bool:
        """Say whether there are customers enough, and it is beyond the limit without the busiest of them too."""
        crowd = self.crowds.crowd(asked, days=figure.days, where=rule.where)
        if crowd.customers < rule.customers:
            return False
        rest = read(crowd.without_busiest, metric=asked, days=figure.days, policy=self.policy)
        return rest.value is not None and limit.beyond(rest.value)


def threshold_finding(rule: Rule, look: Look, *, now: datetime) -> Finding:
    """Make the finding of a score that went beyond its limit: one a day at most."""
    figure = look.figure
    finding = found(
        rule,
        subject=now.date().isoformat(),
        at=now,
        about=("threshold",),
        facts={
            "metric": figure.name,
            "unit_of": figure.unit,
            "value": figure.value,
            "n": figure.n,
            "op": rule.op,
            "limit": rule.limit,
            "min_n": rule.min_n,
            "days": figure.days.count,
            "scope": {name: list(values) for name, values in rule.where.items()},
        },
    )
    return replace(finding, touchpoint=_only(rule.where, "touchpoint"), unit=_only(rule.where, "store"))


def _only(where: Where, dimension: str) -> str | None:
    names = where.get(dimension, ())
    return names[0] if len(names) == 1 else None


def _window(rule: Rule, today: date) -> Days:
    return Days(first=today - timedelta(days=rule.window_days - 1), end=today + timedelta(days=1))


def _possible(asked: Metric, limit: Limit, policy: SamplePolicy) -> bool:
    """Say whether the worst or the best answer there is lies beyond the limit."""
    day = Days(first=date(2000, 1, 1), end=date(2000, 1, 2))
    steps = len(asked.nothing.counts)
    ends = (tuple(1_000 * (step == end) for step in range(steps)) for end in (0, steps - 1))
    values = (
        read(Histogram(low=asked.low, counts=counts), metric=asked, days=day, policy=policy).value for counts in ends
    )
    return any(value is not None and limit.beyond(value) for value in values)
