"""What a named event did: before and after, and against groups that it did not touch.

Difference in differences (Angrist and Pischke 2009, "Mostly Harmless Econometrics", 5.2): what changed where the event
touched, less what changed meanwhile where it did not. It rests on both moving alike without the event, which is looked
at, not proven: the stretch before must not already differ from the one before that.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from metrics.analysis.changes import WORST_FIRST, Side, compare, verdict
from metrics.analysis.ports import UNKNOWN, Histograms
from metrics.analysis.reading import read
from metrics.errors import NothingInPeriod
from metrics.figures import Days, Figure, Verdict
from metrics.query import Comparison
from metrics.scope import Where
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import mover
from metrics.scores.policy import USUAL, SamplePolicy
from metrics.scores.registry import Metric
from metrics.scores.score import Interval

LONGEST_WEEKS = 8
"""How far to either side of the event is looked: further away, other things have happened."""

NARROWING = ("unit", "store", "region", "country", "segment", "channel", "persona", "language", "touchpoint")
"""In this order, what of an event's scope is widened to find the groups it did not touch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEvent:
    """Something the organisation did: its local day, and what it touched (empty: everything)."""

    name: str
    day: date
    touched: Where


class NamedEvents(Protocol):
    """Knows what the organisation did."""

    def within(self, days: Days) -> tuple[NamedEvent, ...]:
        """Give the events of these days, in order of time."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """Before and after where the event touched; `effect` is that less the change of the untouched.

    `untouched` and `effect` are None where the event touched everything. `alike_before` says whether touched and
    untouched had moved alike before the event; None: it cannot be told.
    """

    event: NamedEvent
    touched: Comparison
    untouched: Comparison | None
    beyond: str | None
    """The dimension whose other groups are the untouched ones."""
    effect: Figure | None
    alike_before: bool | None
    meanwhile: tuple[NamedEvent, ...]
    """What else happened in the days looked at."""

    @property
    def finding(self) -> Figure:
        """The figure that answers whether it worked."""
        return self.effect or self.touched.change


def windows(day: date, *, today: date) -> tuple[Days, Days]:
    """Give the days before and the days since an event: equally many, whole weeks where there is one, up to eight."""
    since = (today - day).days + 1
    if since < 1:
        raise NothingInPeriod(nearest=None)
    length = min(since, LONGEST_WEEKS * 7)
    length = length // 7 * 7 or length
    span = timedelta(days=length)
    return Days(first=day - span, end=day), Days(first=day, end=day + span)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactReader:
    """Looks at what events did."""

    histograms: Histograms
    events: NamedEvents
    policy: SamplePolicy = USUAL

    def impact(
        self,
        event: NamedEvent,
        *,
        metric: Metric,
        today: date,
        where: Where,
        spans: tuple[Days, Days] | None = None,
    ) -> Impact:
        """Compare before and after; raises NothingInPeriod. `where` narrows what is looked at.

        `spans`: the days to compare, before and after, where they do not meet on the event's day.
        """
        before, after = spans or windows(event.day, today=today)
        meanwhile = tuple(one for one in self.events.within(Days(first=before.first, end=after.end)) if one != event)
        touched = self.histograms.canonical({**where, **event.touched})
        beyond = next((name for name in NARROWING if name in event.touched), None)
        groups = _Groups(
            histograms=self.histograms, metric=metric, where=touched, beyond=beyond, others=meanwhile,
            policy=self.policy,
        )  # fmt: skip
        pair = groups.compared(groups.touched, after, before)
        if not pair.now.n or not pair.base.n:
            raise NothingInPeriod(nearest=self.histograms.nearest_day(metric, days=before, where=touched))
        if beyond is None:
            return Impact(event=event, touched=pair, untouched=None, beyond=None, effect=None, alike_before=None,
                          meanwhile=meanwhile)  # fmt: skip
        return Impact(
            event=event, touched=pair, untouched=groups.compared(groups.untouched, after, before), beyond=beyond,
            effect=groups.effect(after, before), alike_before=groups.alike_before(before), meanwhile=meanwhile,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Groups:
    """The answers where the event touched, and those beside it along `beyond` that no event in sight touched."""

    histograms: Histograms
    metric: Metric
    where: Where
    beyond: str | None
    others: tuple[NamedEvent, ...]
    policy: SamplePolicy

    def touched(self, days: Days) -> Histogram:
        return self._count(days, self.where)

    def untouched(self, days: Days) -> Histogram:
        beyond = self.beyond or ""
        wide = {name: names for name, names in self.where.items() if name != beyond}
        named = (name for other in self.others for name in other.touched.get(beyond, ()))
        known = self.histograms.canonical({beyond: tuple(named)}).get(beyond, ())
        left_out = tuple(dict.fromkeys((*self.where[beyond], *known, UNKNOWN)))
        return self._count(days, wide) - self._count(days, {**wide, beyond: left_out})

    def compared(self, count: Callable[[Days], Histogram], now: Days, base: Days) -> Comparison:
        return compare(self._side(count(now), now), self._side(count(base), base), metric=self.metric)

    def effect(self, now: Days, base: Days) -> Figure:
        """Give the difference in differences; its value is None where a side is suppressed."""
        own, other = self.compared(self.touched, now, base).change, self.compared(self.untouched, now, base).change
        quality = min(own.quality, other.quality, key=WORST_FIRST.index)
        blank = replace(own, name=f"{self.metric.id}.effect", quality=quality, group={}, value=None, low=None,
                        high=None, verdict=Verdict.UNDECIDED, detectable=None)  # fmt: skip
        if own.value is None or other.value is None:
            return blank
        interval = mover(own.value, _interval(own), other.value, _interval(other))
        value = own.value - other.value
        return replace(
            blank, value=value, low=interval.low, high=interval.high, verdict=verdict(interval, quality),
            detectable=value - interval.low if value > 0 else interval.high - value,
        )  # fmt: skip

    def alike_before(self, before: Days) -> bool | None:
        """Say whether both moved alike into the stretch before the event, when there was nothing to move them apart."""
        earlier = Days(first=before.first - timedelta(days=before.count), end=before.first)
        apart = self.effect(before, earlier)
        return None if apart.value is None else apart.verdict is not Verdict.REAL

    def _count(self, days: Days, where: Where) -> Histogram:
        return self.histograms.histograms(self.metric, days=days, where=where).get((), self.metric.nothing)

    def _side(self, answers: Histogram, days: Days) -> Side:
        figure = read(answers, metric=self.metric, days=days, policy=self.policy)
        return Side(answers=answers, figure=figure)


def _interval(change: Figure) -> Interval:
    value = change.value or 0.0
    return Interval(low=value if change.low is None else change.low, high=value if change.high is None else change.high)
