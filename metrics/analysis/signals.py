"""What happened to a score that nobody asked about: drifts, spikes, changes of level, weekdays, each with its dates."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from metrics.analysis import changes
from metrics.analysis.change_points import change_points
from metrics.analysis.daily import WEEK, Daily
from metrics.analysis.drift import Drift, Watched, watch
from metrics.analysis.multiplicity import benjamini_hochberg
from metrics.analysis.ports import UNKNOWN, Histograms
from metrics.analysis.reading import read
from metrics.analysis.signal_report import Kind, Signal, SignalReport
from metrics.analysis.spikes import Spike, spikes
from metrics.analysis.volume_signals import VolumeWatch
from metrics.analysis.weekday_patterns import WeekdayPattern, weekday_pattern
from metrics.errors import NothingInPeriod, UnknownDimension, UnknownMetric
from metrics.figures import Days
from metrics.query import Comparison, ScoreQuery
from metrics.scores.histogram import Histogram, summed
from metrics.scores.policy import USUAL, SamplePolicy
from metrics.scores.registry import METRICS, Metric, metric

HISTORY_DAYS = 252
"""Days before the period that are read, so that what was usual is known on its first day."""
CONTEXT_DAYS = 182
"""Changes of level and weekdays are looked for in half a year at least."""
BEFORE_DAYS = 56
"""A drift or a spike is compared with the eight weeks before it."""
_TIMES = ("hour", "day", "weekday", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    """One group's answers by day, over the period and its history."""

    name: str
    answers: Mapping[date, Histogram]
    daily: Daily
    watched: Watched


class SignalEngine:
    """Watches scores day by day."""

    def __init__(
        self,
        histograms: Histograms,
        *,
        now: Callable[[], datetime],
        policy: SamplePolicy = USUAL,
        metrics: Mapping[str, Metric] = METRICS,
    ) -> None:
        self._histograms = histograms
        self._now = now
        self._policy = policy
        self._metrics = metrics

    def signals(self, query: ScoreQuery) -> SignalReport:
        """Find what was told in the query's days, of each group of its dimension, or of the whole.

        Of volume it is days with far more or far less feedback than usual. Raises UnknownMetric for another metric that
        is no mean, UnknownDimension for a time, NothingInPeriod.
        """
        asked = metric(query.metric, among=self._metrics)
        if query.by in _TIMES:
            raise UnknownDimension(query.by, nearest=("touchpoint", "channel", "segment", "store"))
        query = replace(query, metric=asked.id, where=self._histograms.canonical(query.where))
        if asked.reads == "feedback":
            return VolumeWatch(histograms=self._histograms, now=self._now()).signals(query, asked)
        if asked.worth is None:
            raise UnknownMetric(query.metric, nearest=tuple(m.id for m in self._metrics.values() if m.worth)[:3])
        series = self._series(asked, query)
        if not any(one.daily.n[-query.days.count :].any() for one in series):
            raise NothingInPeriod(nearest=self._histograms.nearest_day(asked, days=query.days, where=query.where))
        thick = [one for one in series if any(usual is not None for usual in one.watched.usual)]
        view = _View(asked=asked, query=query, policy=self._policy)
        found = [*view.drifts(thick), *view.spikes(thick), *view.levels(thick), *view.weekdays(thick)]
        order = list(Kind)
        return SignalReport(
            query=query,
            definition=asked.definition,
            signals=tuple(sorted(found, key=lambda one: (one.told, order.index(one.kind), str(one.group)))),
            watched=len(thick),
            too_thin=tuple(one.name for one in series if one.name and one not in thick),
            sources=self._histograms.sources(asked, days=query.days, where=query.where, now=self._now()),
        )

    def _series(self, asked: Metric, query: ScoreQuery) -> list[_Series]:
        days = Days(first=query.days.first - timedelta(days=HISTORY_DAYS), end=query.days.end)
        by = ("day",) if query.by is None else (query.by, "day")
        counted = self._histograms.histograms(asked, days=days, where=query.where, by=by)
        groups: dict[str, dict[date, Histogram]] = {}
        for key, answers in counted.items():
            name = "" if query.by is None else key[0]
            if name != UNKNOWN:
                groups.setdefault(name, {})[date.fromisoformat(key[-1])] = answers
        return [_watched(asked, name, answers, days) for name, answers in sorted(groups.items())]


def _watched(asked: Metric, name: str, answers: Mapping[date, Histogram], days: Days) -> _Series:
    daily = Daily.of(answers, days=days, worth=asked.worth or (), lower_is_better=asked.lower_is_better)
    return _Series(name=name, answers=answers, daily=daily, watched=watch(daily))


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What was found, as signals with figures."""

    asked: Metric
    query: ScoreQuery
    policy: SamplePolicy

    def drifts(self, series: Iterable[_Series]) -> Iterable[Signal]:
        """Tell each drift first seen in the period."""
        return [
            self._drift(one, drift)
            for one in series
            for drift in one.watched.drifts
            if self._is_asked(one.daily.day(drift.signalled))
        ]

    def spikes(self, series: list[_Series]) -> Iterable[Signal]:
        """Tell each day of the period that stood out."""
        if not series:
            return []
        found = spikes([one.daily for one in series], [one.watched for one in series])
        return [
            self._spike(one, spike)
            for one, days in zip(series, found, strict=True)
            for spike in days
            if self._is_asked(one.daily.day(spike.day))
        ]

    def levels(self, series: Iterable[_Series]) -> Iterable[Signal]:
        """Tell each change of level in the period."""
        return [
            signal
            for one in series
            for signal in self._levels(one, _context(one.daily, self.query.days))
            if self._is_asked(signal.since)
        ]

    def weekdays(self, series: Iterable[_Series]) -> Iterable[Signal]:
        """Tell the weekday of each group that stands out, of those that stand together (Benjamini and Hochberg)."""
        contexts = [(one, _context(one.daily, self.query.days)) for one in series]
        found = [(one, days, weekday_pattern(_cut(one.daily, days))) for one, days in contexts]
        told = [(one, days, pattern) for one, days, pattern in found if pattern is not None]
        chances = [1.0 if pattern is None else pattern.p for _, _, pattern in found]
        stands = [stood for stood, (_, _, pattern) in zip(benjamini_hochberg(chances), found, strict=True) if pattern]
        return [self._weekday(*one) for one, stood in zip(told, stands, strict=True) if stood]

    def _is_asked(self, day: date) -> bool:
        return self.query.days.first <= day < self.query.days.end

    def _drift(self, series: _Series, drift: Drift) -> Signal:
        daily = series.daily
        since, until = daily.day(drift.since), daily.day(drift.until)
        return Signal(
            kind=Kind.DRIFT,
            told=daily.day(drift.signalled),
            since=since,
            until=None if drift.stayed else until,
            pair=self._pair(series, Days(first=since, end=until), _before(since)),
        )

    def _spike(self, series: _Series, spike: Spike) -> Signal:
        day = series.daily.day(spike.day)
        after = day + timedelta(days=1)
        pair = self._pair(series, Days(first=day, end=after), _before(day))
        return Signal(kind=Kind.SPIKE, told=day, since=day, until=after, pair=pair)

    def _levels(self, series: _Series, days: Days) -> Iterable[Signal]:
        daily = _cut(series.daily, days)
        for found in change_points(daily):
            first = daily.day(found.first)
            now, base = daily.between(found.first, found.after), daily.between(found.before, found.first)
            until = None if now.end == days.end else now.end
            pair = self._pair(series, now, base)
            yield Signal(kind=Kind.CHANGE_POINT, told=first, since=first, until=until, pair=pair)

    def _weekday(self, series: _Series, days: Days, pattern: WeekdayPattern) -> Signal:
        def on(day: date) -> bool:
            return day.weekday() == pattern.weekday

        pair = changes.compare(
            self._side(series, days, on),
            self._side(series, days, lambda day: not on(day)),
            metric=self.asked,
        )
        told = days.end - timedelta(days=1)
        last = told - timedelta(days=(told.weekday() - pattern.weekday) % WEEK)
        return Signal(kind=Kind.WEEKDAY, told=last, since=days.first, until=None, pair=pair, weekday=pattern.weekday)

    def _pair(self, series: _Series, now: Days, base: Days) -> Comparison:
        return changes.compare(self._side(series, now), self._side(series, base), metric=self.asked)

    def _side(self, series: _Series, days: Days, keep: Callable[[date], bool] = lambda _: True) -> changes.Side:
        parts = [answers for day, answers in series.answers.items() if days.first <= day < days.end and keep(day)]
        answers = summed(parts, low=self.asked.low, high=self.asked.high)
        group = {} if self.query.by is None else {self.query.by: series.name}
        return changes.Side(
            answers=answers, figure=read(answers, metric=self.asked, days=days, policy=self.policy, group=group)
        )


def _before(day: date) -> Days:
    return Days(first=day - timedelta(days=BEFORE_DAYS), end=day)


def _context(daily: Daily, asked: Days) -> Days:
    """Give the period, and half a year at least, as far as there are answers."""
    first = min(asked.first, asked.end - timedelta(days=CONTEXT_DAYS))
    seen = daily.n.nonzero()[0]
    begun = daily.day(int(seen[0])) if len(seen) else first
    return Days(first=min(max(first, begun), asked.end - timedelta(days=1)), end=asked.end)


def _cut(daily: Daily, days: Days) -> Daily:
    first, end = (days.first - daily.days.first).days, (days.end - daily.days.first).days
    return replace(
        daily,
        days=days,
        n=daily.n[first:end],
        worth=daily.worth[first:end],
        squares=daily.squares[first:end],
        bad=daily.bad[first:end],
    )
