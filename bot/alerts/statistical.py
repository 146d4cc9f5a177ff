"""Scores that moved beyond chance: drifts and spikes of a day, with the customers behind them and the parts they have.

Only what got worse is an alert; what got better is for the digest. A day is judged by what was known on it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.alerts.finding import Finding, found
from bot.alerts.rules import Kind, Rule
from bot.alerts.thresholds import Crowds
from bot.messages import Json
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.signal_report import Kind as SignalKind
from metrics.analysis.signal_report import Signal
from metrics.analysis.signals import SignalEngine
from metrics.errors import AskerCanFix
from metrics.figures import Days
from metrics.query import ScoreQuery
from metrics.scope import Where
from metrics.scores.histogram import Histogram
from metrics.scores.registry import Metric

PARTS_DAYS, BASE_DAYS = 28, 56
"""The parts of a change are those of the four weeks up to it, against the eight before."""
PARTS = ("region", "store", "segment", "channel")
MOST_PARTS = 2
"""Of each dimension."""
KEPT_SHARE = 0.5
"""What of a change must be left without the customer who answered most."""
_KINDS = {Kind.DRIFT: SignalKind.DRIFT, Kind.SPIKE: SignalKind.SPIKE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Looks at one day. `attributes` names the attributes that answers of some days can be cut by."""

    signals: SignalEngine
    scores: ScoreEngine
    crowds: Crowds
    attributes: Callable[[Days], tuple[str, ...]]

    def check(self, rule: Rule, *, day: date, now: datetime) -> list[Finding]:
        """Find what a drift or spike rule tells of on a day, of each group of its dimension."""
        return [
            self._finding(rule, signal, day=day, now=now)
            for name in rule.metrics
            for signal in self._signals(rule, name, Days(first=day, end=day + timedelta(days=1)))
            if self._is_enough(rule, signal)
        ]

    def days_told(self, rule: Rule, days: Days) -> tuple[date, ...]:
        """Give the days on which there may be something to tell, from one look at all of them."""
        signals = (signal for name in rule.metrics for signal in self._signals(rule, name, days))
        return tuple(sorted({signal.told for signal in signals}))

    def _signals(self, rule: Rule, metric: str, days: Days) -> list[Signal]:
        try:
            report = self.signals.signals(ScoreQuery(metric=metric, days=days, where=rule.where, by=rule.by))
        except AskerCanFix:  # nobody answers this instrument, or nobody did in these days
            return []
        better = self.scores.metric(metric).lower_is_better
        return [one for one in report.signals if one.kind is _KINDS[rule.kind] and _is_worse(one, better=better)]

    def _is_enough(self, rule: Rule, signal: Signal) -> bool:
        """Say whether it is large enough, and enough customers are behind it: one alone moves no alert."""
        change = signal.pair.change.value or 0.0
        if abs(change) < rule.least:
            return False
        asked = self.scores.metric(signal.pair.now.name)
        crowd = self.crowds.crowd(asked, days=signal.pair.now.days, where=_where(rule, signal))
        if crowd.customers < min(rule.customers, max(2, signal.pair.now.n)):
            return False
        return _keeps(asked, crowd.without_busiest, signal, change)

    def _finding(self, rule: Rule, signal: Signal, *, day: date, now: datetime) -> Finding:
        pair = signal.pair
        group = next(iter(signal.group.values()), "")
        facts: dict[str, Json] = {
            "metric": pair.now.name,
            "unit_of": pair.now.unit,
            "value": pair.now.value,
            "before": pair.base.value,
            "change": pair.change.value,
            "n": pair.now.n,
            "since": signal.since.isoformat(),
            "day": signal.told.isoformat(),
            "group": group,
            "parts": self._parts(rule, signal, day),
        }
        finding = found(
            rule,
            subject=f"{pair.now.name}:{rule.by}:{group}:{day.isoformat()}",
            at=now,
            about=(pair.now.name, rule.by or "", group),
            facts=facts,
        )
        return replace(
            finding,
            strength=_strength(signal),
            touchpoint=group if rule.by == "touchpoint" else None,
            unit=group if rule.by in ("store", "region") else None,
        )

    def _parts(self, rule: Rule, signal: Signal, day: date) -> list[Json]:
        """Give the groups that made most of the change, of each dimension that cuts it."""
        end = day + timedelta(days=1)
        days = Days(first=min(signal.since, end - timedelta(days=PARTS_DAYS)), end=end)
        base = Days(first=days.first - timedelta(days=BASE_DAYS), end=days.first)
        query = ScoreQuery(metric=signal.pair.now.name, days=days, where=_where(rule, signal))
        cut = (*PARTS, *self.attributes(days))
        return [part for by in cut if by != rule.by for part in self._cut(replace(query, by=by), base)]

    def _cut(self, query: ScoreQuery, base: Days) -> list[Json]:
        try:
            explained = self.scores.explain(query, base=base)
        except AskerCanFix:
            return []
        if len(explained.parts) < MOST_PARTS:
            return []
        whole = explained.change.change.value or 0.0
        moved = [
            (value, effect.rate.n, next(iter(effect.rate.group.values())))
            for effect in explained.parts
            if (value := (effect.mix.value or 0.0) + (effect.rate.value or 0.0)) * whole > 0
        ]
        return [
            {"by": query.by, "group": group, "change": value, "n": n, "unit": "points"}
            for value, n, group in sorted(moved, key=lambda one: -abs(one[0]))[:MOST_PARTS]
        ]


def _is_worse(signal: Signal, *, better: bool) -> bool:
    change = signal.pair.change.value
    return change is not None and (change > 0 if better else change < 0)


def _strength(signal: Signal) -> float:
    """Say how many half intervals the change is: a real one is more than 1."""
    change = signal.pair.change
    if change.value is None or change.low is None or change.high is None or change.high <= change.low:
        return 1.0
    return max(1.0, 2 * abs(change.value) / (change.high - change.low))


def _where(rule: Rule, signal: Signal) -> Where:
    return {**rule.where, **{name: (value,) for name, value in signal.group.items()}}


def _keeps(asked: Metric, rest: Histogram, signal: Signal, change: float) -> bool:
    """Say whether at least half of the change is left in the answers of all but one."""
    before, worth = signal.pair.base.value, asked.worth
    if before is None or worth is None or not rest.total:
        return False
    return (rest.mean_worth(worth) - before) / change >= KEPT_SHARE
