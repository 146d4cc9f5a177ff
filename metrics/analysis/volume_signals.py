"""Signals of how much feedback comes: days with far more than usual, and days, or sources, that fell silent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import numpy as np

from metrics.analysis.daily import Floats
from metrics.analysis.ports import UNKNOWN, Histograms
from metrics.analysis.signal_report import Kind, Signal, SignalReport
from metrics.analysis.surges import FEWEST_DAYS, Surge, surges
from metrics.errors import NothingInPeriod
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.query import Comparison, ScoreQuery
from metrics.scores.histogram import Histogram
from metrics.scores.registry import Metric

HISTORY_DAYS = 252
"""Days before the period that are read, so that what is usual is known on its first day."""
EVERYWHERE_OVER = timedelta(hours=12)
"""So long after midnight UTC a day has ended in every zone of the world."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeWatch:
    """Watches counts day by day."""

    histograms: Histograms
    now: datetime

    def signals(self, query: ScoreQuery, asked: Metric) -> SignalReport:
        """Find what was told in the query's days; `where` is canonical. Raises NothingInPeriod."""
        days = Days(first=query.days.first - timedelta(days=HISTORY_DAYS), end=query.days.end)
        counts = self._counts(query, asked, days)
        if not any(one[-query.days.count :].any() for one in counts.values()):
            raise NothingInPeriod(nearest=self.histograms.nearest_day(asked, days=query.days, where=query.where))
        watched = {name: one for name, one in counts.items() if _has_history(one)}
        found = surges(
            list(watched.values()), first_weekday=days.first.weekday(), complete=_complete(days, now=self.now)
        )
        signals = [
            signal
            for name, told in zip(watched, found, strict=True)
            for signal in _signals(query, asked, name, told, days)
        ]
        return SignalReport(
            query=query,
            definition=asked.definition,
            signals=tuple(sorted(signals, key=lambda one: (one.told, str(one.group)))),
            watched=len(watched),
            too_thin=tuple(name for name in counts if name and name not in watched),
            sources=self.histograms.sources(asked, days=query.days, where=query.where, now=self.now),
        )

    def _counts(self, query: ScoreQuery, asked: Metric, days: Days) -> dict[str, Floats]:
        """Count each group's feedback per day, shape (days,)."""
        by = ("day",) if query.by is None else (query.by, "day")
        counted: Mapping[tuple[str, ...], Histogram] = self.histograms.histograms(
            asked, days=days, where=query.where, by=by
        )
        found: dict[str, Floats] = {}
        for key, answers in sorted(counted.items()):
            name = "" if query.by is None else key[0]
            if name != UNKNOWN:
                day = (date.fromisoformat(key[-1]) - days.first).days
                found.setdefault(name, np.zeros(days.count))[day] += answers.total
        return found


def _complete(days: Days, *, now: datetime) -> int:
    """Give the index of the first day that may not be over."""
    over = (now - EVERYWHERE_OVER).date()
    return max(0, min((over - days.first).days, days.count))


def _has_history(counts: Floats) -> bool:
    seen = counts.nonzero()[0]
    return bool(len(seen)) and len(counts) - int(seen[0]) > FEWEST_DAYS


def _signals(query: ScoreQuery, asked: Metric, name: str, told: Iterable[Surge], days: Days) -> Iterable[Signal]:
    group = {} if query.by is None else {query.by: name}
    for surge in told:
        day = days.first + timedelta(days=surge.day)
        until = days.first + timedelta(days=surge.until)
        if query.days.first <= day < query.days.end:
            yield Signal(
                kind=Kind.SURGE if surge.direction == "more" else Kind.SILENCE,
                told=day,
                since=day,
                until=None if until >= days.end else until,
                pair=_pair(surge, asked, group, Days(first=day, end=day + timedelta(days=1))),
            )


def _pair(surge: Surge, asked: Metric, group: Mapping[str, str], day: Days) -> Comparison:
    """Set the day's count against what was expected of it."""
    now = Figure(
        name=asked.id, value=float(surge.n), n=surge.n, unit=asked.unit, quality=Quality.PUBLISH, days=day,
        definition=asked.definition, group=group,
    )  # fmt: skip
    base = replace(now, value=surge.expected, n=round(surge.expected))
    value = surge.n - surge.expected
    change = replace(
        now, name=f"{asked.id}.change", value=value, low=value - surge.reach, high=value + surge.reach,
        verdict=Verdict.REAL,
    )  # fmt: skip
    return Comparison(now=now, base=base, change=change, group=group)
