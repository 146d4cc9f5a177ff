"""What a digest tells of a scope: changes beyond noise with why, rising themes, what customers said, one picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.digests.focus import Focus
from bot.messages import Chart, ChartSeries, Line, Listing, Value
from bot.store.digest_places import Places
from bot.wording.charts import drawn, points, trend_finding
from bot.wording.figures import amount, metric_name, subject
from metrics.analysis.answers import Effect
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.impact import NamedEvent, NamedEvents
from metrics.analysis.ports import UNKNOWN, Histograms
from metrics.errors import AskerCanFix
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.query import Comparison, ScoreQuery
from metrics.scope import Where
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import Metric

WINDOW, BASE = timedelta(days=7), timedelta(days=28)
"""A week is set against the four before it: the same weekdays, and a base steady enough for a week to stand out."""
CHARTED = timedelta(weeks=8)
COINCIDES = timedelta(days=7)
"""How long before the week something the organisation did still counts as coinciding."""
MOST_CHANGES, MOST_WINS = 3, 2
SMALL_PART = 0.25
"""A part that explains less than this of a change is not why."""
OTHERS = "(other)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change worth telling, and why; None: nothing explains it."""

    pair: Comparison
    why: Line | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The same for everybody of a scope; nothing in it is of one person."""

    worse: tuple[Told, ...]
    better: tuple[Told, ...]
    more: int
    """Changes worth knowing that there was no room for."""
    unchanged: int
    chart: Chart | None

    @property
    def changes(self) -> int:
        """How many changes are worth knowing."""
        return len(self.worse) + len(self.better) + self.more


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Finds what changed. `weeks` of a metric are read once and serve every scope."""

    engine: ScoreEngine
    histograms: Histograms
    policy: SamplePolicy
    events: NamedEvents

    def find(self, pairs: Sequence[Comparison], *, focus: Focus, days: Days, places: Places) -> Findings:
        """Choose among all that was compared, the largest real changes first."""
        real = sorted((pair for pair in pairs if _is_worth_knowing(pair)), key=_size, reverse=True)
        worse = [pair for pair in real if not self._is_win(pair)]
        better = [pair for pair in real if self._is_win(pair)]
        told = (*worse[:MOST_CHANGES], *better[:MOST_WINS])
        events = self.events.within(Days(first=days.first - COINCIDES, end=days.end)) if told else ()
        said = {id(pair): Told(pair=pair, why=self._why(pair, focus, events, places)) for pair in told}
        return Findings(
            worse=tuple(said[id(pair)] for pair in worse[:MOST_CHANGES]),
            better=tuple(said[id(pair)] for pair in better[:MOST_WINS]),
            more=len(real) - len(told),
            unchanged=len(pairs) - len(real),
            chart=self._chart(told[0], focus) if told else None,
        )

    def _is_win(self, pair: Comparison) -> bool:
        metric = self._metric(pair)
        return ((pair.change.value or 0.0) > 0) is not metric.lower_is_better

    def _metric(self, pair: Comparison) -> Metric:
        return self.engine.metric(pair.now.name)

    def _why(self, pair: Comparison, focus: Focus, events: Sequence[NamedEvent], places: Places) -> Line | None:
        """Say which part of the scope made most of it, and what the organisation did there about then."""
        where = where_of(pair, focus)
        part = self._part(pair, where)
        reached = {**where, **(part[0] if part else {})}
        reasons: list[Value] = [part[1]] if part else []
        reasons += [
            Line(key="digest-why-event", args={"name": event.name, "day": event.day})
            for event in events
            if _touches(event.touched, _with_region(reached, places))
        ][-1:]
        return Line(key="digest-why", args={"reasons": Listing(items=tuple(reasons))}) if reasons else None

    def _part(self, pair: Comparison, where: Where) -> tuple[Where, Line] | None:
        query = ScoreQuery(metric=pair.now.name, days=pair.now.days, where=where)
        try:
            explained = self.engine.explain(query, base=pair.base.days)
        except AskerCanFix:
            return None
        whole = explained.change.change.value or 0.0
        for effect in explained.parts:
            figure = _larger(effect)
            name = next(iter(figure.group.values()), UNKNOWN)
            if (
                name in (UNKNOWN, OTHERS)
                or not _is_sure(figure)
                or (figure.value or 0.0) * whole < SMALL_PART * whole**2
            ):
                continue
            key = "digest-why-rate" if figure is effect.rate else "digest-why-mix"
            part = amount(figure.value or 0.0, figure.unit, signed=True)
            return {explained.dimension: (name,)}, Line(key=key, args={"name": name, "part": part})
        return None

    def _chart(self, pair: Comparison, focus: Focus) -> Chart | None:
        """Draw the change told first, week by week."""
        days = Days(first=pair.now.days.end - CHARTED, end=pair.now.days.end)
        where = where_of(pair, focus)
        try:
            weeks = self.engine.value(ScoreQuery(metric=pair.now.name, days=days, where=where, by="week")).groups
        except AskerCanFix:
            return None
        series = ChartSeries(points=points(weeks, labels=[next(iter(one.group.values())) for one in weeks]))
        if len(drawn(series)) < 2:
            return None
        unit, about = pair.now.unit, subject(pair.now.name, days, where=pair_names(pair))
        finding = trend_finding(about, series, grain="week", days=days, unit=unit, verdict="real")
        title = Line(key="chart-title", args={"about": about, "by": Line(key="dimension-week")})
        return Chart(kind="trend", title=title, finding=finding, unit=unit, series=(series,), grain="week")


def windows(today: date) -> tuple[Days, Days]:
    """Give the seven days before today, and the four weeks before those."""
    days = Days(first=today - WINDOW, end=today)
    return days, Days(first=days.first - BASE, end=days.first)


def where_of(pair: Comparison, focus: Focus) -> Where:
    """Name what a change is of, as a question's scope."""
    return {**focus.where, **pair_names(pair)}


def pair_names(pair: Comparison) -> Where:
    """Name the group of a change."""
    return {dimension: (name,) for dimension, name in pair.group.items()}


def change_line(told: Told, focus: Focus) -> Line:
    """Say one change."""
    whole = focus.unit or Line(key="passport-everything" if focus.touchpoints is None else "digest-yours")
    change, now, base = told.pair.change, told.pair.now, told.pair.base
    return Line(
        key="digest-change",
        args={
            "metric": metric_name(now.name),
            "where": ", ".join(told.pair.group.values()) or whole,
            "now": amount(now.value or 0.0, now.unit),
            "base": amount(base.value or 0.0, base.unit),
            "change": amount(change.value or 0.0, change.unit, signed=True),
            "n": now.n,
        },
    )


def _is_worth_knowing(pair: Comparison) -> bool:
    return pair.change.verdict is Verdict.REAL and pair.change.quality is Quality.PUBLISH


def _size(pair: Comparison) -> float:
    """Measure a change against what chance allows, so that metrics of different units can be put in order."""
    change = pair.change
    if change.value is None or change.low is None or change.high is None or change.high == change.low:
        return 0.0
    return abs(change.value) / (change.high - change.low)


def _larger(effect: Effect) -> Figure:
    return max(effect.rate, effect.mix, key=lambda one: abs(one.value or 0.0))


def _is_sure(part: Figure) -> bool:
    """Say whether a part of a change is more than chance."""
    return part.low is not None and part.high is not None and (part.low > 0 or part.high < 0)


def _with_region(where: Where, places: Places) -> Where:
    """Name the region too that the units asked of lie in, as events do."""
    named = [name for dimension in ("unit", "store") for name in where.get(dimension, ())]
    regions = tuple(dict.fromkeys(places.regions.get(name, name) for name in named))
    return {**where, "region": regions} if regions else where


def _touches(touched: Where, where: Where) -> bool:
    """Whether an event reaches there: nothing of it contradicts what is asked of."""
    return all(dimension not in where or set(names) & set(where[dimension]) for dimension, names in touched.items())
