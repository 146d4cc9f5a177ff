"""A score or a count as a picture: over time, by group, or how the answers are spread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.chart_counts import MentionChart
from bot.capabilities.chart_grain import USUAL_PERIODS, asked_grain, readable_grain, until_today, usual_grain
from bot.capabilities.query import today
from bot.capabilities.score_slots import ScoreSlots
from bot.capabilities.score_tables import dimension_name
from bot.messages import (
    Block,
    Chart,
    ChartEvent,
    ChartSeries,
    Line,
    Outcome,
    Paragraph,
    Passport,
    Reply,
    Slots,
)
from bot.wording.charts import (
    MOST_SERIES,
    bars_finding,
    distribution_finding,
    drawn,
    gaps,
    points,
    series_finding,
    trend_finding,
)
from bot.wording.figures import passport, subject
from bot.wording.stretches import GRAINS, labels, stretch, within
from metrics.analysis.impact import NamedEvents
from metrics.analysis.ports import Histograms
from metrics.figures import Days, Figure, Quality
from metrics.query import ScoreQuery, ScoreResult
from metrics.scope import Where
from metrics.scores.intervals import wilson

MOST_BARS = 15
ANSWERS = ("answer", "score")
"""What "by" holds where it is asked how the answers are spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowChart:
    """Answers "chart NPS by week", "draw CSAT by store", "chart it per hour"."""

    slots: ScoreSlots
    histograms: Histograms
    events: NamedEvents
    mentions: MentionChart

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the finding in words and the chart that shows it."""
        slots = ask.understanding.slots
        if slots.get("query") and "metric" not in slots:
            return Answer(reply=self.mentions(ask))
        by = slots.get("by")
        if by in ANSWERS:
            return Answer(reply=self._distribution(ask))
        if by and by not in GRAINS and asked_grain(slots) is None:
            return Answer(reply=self._bars(ask))
        return Answer(reply=self._trend(ask))

    def _query(self, ask: Ask, *, period: str) -> ScoreQuery:
        slots: Slots = {"period": period, **ask.understanding.slots}
        asked = self.slots.asked(replace(ask, understanding=replace(ask.understanding, slots=slots)))
        return replace(asked.query, days=until_today(asked.query.days, today=today(ask)))

    def _bars(self, ask: Ask) -> Reply:
        query = self._query(ask, period="last_30d")
        result = self.slots.engine.value(query)
        groups = _chosen(result.groups, ask.understanding.slots)
        shown = groups[:MOST_BARS]
        series = ChartSeries(points=points(shown, labels=[", ".join(one.group.values()) for one in shown]))
        if not drawn(series):
            return _too_few(ask, result)
        about, by = _about(result), dimension_name(query.by or "")
        finding = bars_finding(about, series, by=by, unit=result.whole.unit)
        chart = Chart(kind="bars", title=_title(about, by), finding=finding, unit=result.whole.unit, series=(series,))
        return _reply(ask, chart, result, figures=(*shown, result.whole), left=len(groups) - len(shown))

    def _distribution(self, ask: Ask) -> Reply:
        query = replace(self._query(ask, period="last_30d"), by=None)
        result = self.slots.engine.value(query)
        if result.whole.quality is Quality.SUPPRESSED:
            return _too_few(ask, result)
        metric = self.slots.engine.metric(query.metric)
        counted = self.histograms.histograms(metric, days=query.days, where=result.query.where)[()]
        figures = tuple(
            _share(result.whole, answer=str(metric.low + step), count=count, n=counted.total)
            for step, count in enumerate(counted.counts)
        )
        series = ChartSeries(points=points(figures, labels=[figure.group["answer"] for figure in figures]))
        about = _about(result)
        finding = distribution_finding(about, series)
        chart = Chart(kind="distribution", title=about, finding=finding, unit="%", series=(series,))
        return _reply(ask, chart, result, figures=(*figures, result.whole))

    def _trend(self, ask: Ask) -> Reply:
        wanted = asked_grain(ask.understanding.slots)
        query = self._query(ask, period=USUAL_PERIODS[wanted or "week"])
        asked = wanted or usual_grain(query.days)
        grain = readable_grain(asked, query.days)
        result = self.slots.engine.value(replace(query, by=grain))
        if wanted is None:
            grain, result = self._dense_enough(query, grain, result)
        times = list(labels(query.days, grain))
        series, figures = self._series(ask, query, grain, result, times)
        if not any(drawn(one) for one in series):
            return _too_few(ask, result)
        about, unit = _about(result), result.whole.unit
        if len(series) == 1:
            verdict = self._verdict(query, grain, series[0])
            finding = trend_finding(about, series[0], grain=grain, days=query.days, unit=unit, verdict=verdict)
        else:
            finding = series_finding(about, series, grain=grain, unit=unit)
        events = self._named(query.days, grain, result.query.where)
        chart = Chart(
            kind="trend",
            title=_title(about, dimension_name(grain)),
            finding=finding,
            unit=unit,
            series=series,
            grain=grain,
            events=events,
        )
        coarser = asked if grain != asked else None
        return _reply(ask, chart, result, figures=(*figures, result.whole), coarser=coarser)

    def _dense_enough(self, query: ScoreQuery, grain: str, result: ScoreResult) -> tuple[str, ScoreResult]:
        """Cut time less finely while most stretches have too few answers."""
        for coarser in ("day", "week", "month"):
            known = sum(figure.quality is not Quality.SUPPRESSED for figure in result.groups)
            if 2 * known >= len(list(labels(query.days, grain))):
                break
            if GRAINS.index(coarser) > GRAINS.index(grain):
                grain, result = coarser, self.slots.engine.value(replace(query, by=coarser))
        return grain, result

    def _series(
        self, ask: Ask, query: ScoreQuery, grain: str, result: ScoreResult, times: list[str]
    ) -> tuple[tuple[ChartSeries, ...], tuple[Figure, ...]]:
        """Give one line, or one for each of the groups named or of the largest few."""
        by = query.by
        if by is None or by in GRAINS:
            return (ChartSeries(points=points(result.groups, labels=times)),), result.groups
        groups = _chosen(self.slots.engine.value(query).groups, ask.understanding.slots)[:MOST_SERIES]
        series: list[ChartSeries] = []
        figures: list[Figure] = []
        for group in groups:
            where = {**query.where, by: (group.group[by],)}
            cut = self.slots.engine.value(replace(query, by=grain, where=where)).groups
            series.append(ChartSeries(name=group.group[by], points=points(cut, labels=times)))
            figures += [replace(figure, group={**group.group, **figure.group}) for figure in cut]
        return tuple(series), tuple(figures)

    def _verdict(self, query: ScoreQuery, grain: str, series: ChartSeries) -> str:
        """Say whether the last stretch differs from the first; hours cannot be told so."""
        found = drawn(series)
        if grain == "hour" or len(found) < 2:
            return "plain"
        first, last = (within(point.label, grain, query.days) for _, point in (found[0], found[-1]))
        whole = replace(query, days=last, by=None)
        verdict = self.slots.engine.compare(whole, base=first).whole.change.verdict
        return "plain" if verdict is None else verdict.value

    def _named(self, days: Days, grain: str, where: Where) -> tuple[ChartEvent, ...]:
        """Place the named events that touched what is charted."""
        times = list(labels(days, grain))
        found = []
        for event in self.events.within(days):
            label = next((time for time in times if _holds(stretch(time, grain), event.day)), None)
            if label is not None and _touches(event.touched, where):
                found.append(ChartEvent(name=event.name, label=label))
        return tuple(found)


def _holds(days: Days, day: object) -> bool:
    return any(days.first.fromordinal(days.first.toordinal() + step) == day for step in range(days.count))


def _touches(touched: Where, where: Where) -> bool:
    """Whether an event may show: it touched everything, or nothing of it contradicts what is asked of."""
    return all(dimension not in where or set(names) & set(where[dimension]) for dimension, names in touched.items())


def _title(about: Line, by: Line) -> Line:
    return Line(key="chart-title", args={"about": about, "by": by})


def _about(result: ScoreResult) -> Line:
    return subject(result.query.metric, result.query.days, where=result.query.where)


def _chosen(groups: Sequence[Figure], slots: Slots) -> tuple[Figure, ...]:
    """Keep the two groups that were named, where two were; and what has no group apart."""
    sides = {str(slots[name]).casefold() for name in ("a", "b") if name in slots}
    named = tuple(one for one in groups if {name.casefold() for name in one.group.values()} & sides)
    return named or tuple(one for one in groups if "unknown" not in one.group.values())


def _share(whole: Figure, *, answer: str, count: int, n: int) -> Figure:
    interval = wilson(count, n)
    return replace(
        whole,
        name=f"{whole.name}.share",
        value=100 * count / n,
        low=100 * interval.low,
        high=100 * interval.high,
        unit="%",
        group={"answer": answer},
    )


def _too_few(ask: Ask, result: ScoreResult) -> Reply:
    blocks: tuple[Block, ...] = (
        Paragraph(line=Line(key="chart-too-few", args={"about": _about(result), "n": result.whole.n}), strong=True),
        _passport(result),
    )
    return Reply(
        outcome=Outcome.NO_DATA,
        intent=ask.understanding.intent,
        blocks=blocks,
        reason="too_few_responses",
        slots=ask.understanding.slots,
        figures=(result.whole,),
        sources=result.sources,
    )


def _reply(
    ask: Ask,
    chart: Chart,
    result: ScoreResult,
    *,
    figures: tuple[Figure, ...],
    left: int = 0,
    coarser: str | None = None,
) -> Reply:
    blocks: list[Block] = [Paragraph(line=chart.finding, strong=True), chart]
    empty, of = gaps(chart)
    if empty:
        blocks.append(Paragraph(line=Line(key="chart-gaps", args={"n": empty, "all": of})))
    if left > 0:
        blocks.append(Paragraph(line=Line(key="table-cut", args={"left": left})))
    if coarser is not None:
        args = {"asked": Line(key=f"dimension-{coarser}"), "grain": Line(key=f"dimension-{chart.grain}")}
        blocks.append(Paragraph(line=Line(key="chart-coarser", args=args)))
    return Reply(
        outcome=Outcome.ANSWER,
        intent=ask.understanding.intent,
        blocks=(*blocks, _passport(result)),
        slots=ask.understanding.slots,
        figures=figures,
        sources=result.sources,
    )


def _passport(result: ScoreResult) -> Passport:
    return Passport(line=passport(result.whole, where=result.query.where, sources=result.sources))
