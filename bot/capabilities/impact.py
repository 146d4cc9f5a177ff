"""Whether something the organisation did worked: before and after, and against what it did not touch."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.query import today, where_of
from bot.capabilities.score_slots import ScoreSlots, answered
from bot.capabilities.score_tables import cells, dimension_name
from bot.messages import Amount, Block, Line, Listing, Outcome, Paragraph, Passport, Table, Value
from bot.wording.figures import DECIMALS, amount, metric_name, passport
from metrics.analysis.impact import Impact, ImpactReader, NamedEvent
from metrics.figures import Figure, Verdict
from metrics.query import Comparison, ScoreQuery
from metrics.scores.registry import Metric
from metrics.store.named_events import NamedEventBook
from metrics.store.targets import TargetReader

USUAL_METRIC = "csat"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckImpact:
    """Answers "did the courier training actually work?"."""

    slots: ScoreSlots
    impacts: ImpactReader
    events: NamedEventBook
    targets: TargetReader

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the effect and its interval, what it rests on, and what else happened."""
        slots = ask.understanding.slots
        event = self.events.named(str(slots.get("initiative", "")))
        metric = self.slots.engine.metric(str(slots.get("metric") or self._usual(event)))
        where = where_of(slots, ask.actor)
        found = self.impacts.impact(event, metric=metric, today=today(ask), where=where)
        blocks: list[Block] = [Paragraph(line=_headline(found, metric), strong=True), _table(found)]
        blocks += [Paragraph(line=line) for line in (*_grounds(found), _meanwhile(found))]
        query = ScoreQuery(metric=metric.id, days=found.touched.now.days, where={**where, **event.touched})
        sources = self.slots.engine.value(query).sources
        blocks.append(Passport(line=passport(found.touched.now, where=query.where, sources=sources)))
        reply = replace(answered(ask, blocks, figures=_figures(found)), sources=sources)
        if found.finding.value is None:
            reply = replace(reply, outcome=Outcome.NO_DATA, reason="too_few_responses")
        return Answer(reply=reply)

    def _usual(self, event: NamedEvent) -> str:
        """Take the metric that the touchpoint it touched is to be judged by."""
        touched = event.touched.get("touchpoint", ())
        return next((one.metric for one in self.targets.targets() if one.touchpoint in touched), USUAL_METRIC)


def _headline(found: Impact, metric: Metric) -> Line:
    finding = found.finding
    args: dict[str, Value] = {"event": found.event.name, "day": found.event.day, "metric": metric_name(metric.id)}
    if finding.value is None or finding.low is None or finding.high is None:
        return Line(key="impact-too-few", args=args)
    args |= {
        "effect": amount(finding.value, finding.unit, signed=True),
        "low": amount(finding.low, finding.unit, signed=True),
        "high": amount(finding.high, finding.unit, signed=True),
        "detectable": Amount(value=finding.detectable or 0.0, decimals=DECIMALS.get(finding.unit, 1)),
    }
    if finding.verdict is not Verdict.REAL:
        return Line(key="impact-nothing-seen", args=args)
    better = (finding.value > 0) is not metric.lower_is_better
    return Line(key="impact-better" if better else "impact-worse", args=args)


def _table(found: Impact) -> Table:
    columns = ("column-impact-group", "column-before", "column-impact-after", "column-change", "column-verdict")
    rows = [_row(Line(key="impact-touched"), found.touched)]
    if found.untouched is not None:
        rows.append(_row(Line(key="impact-untouched"), found.untouched))
    return Table(columns=tuple(Line(key=key) for key in columns), rows=tuple(rows))


def _row(name: Line, pair: Comparison) -> tuple[Value, ...]:
    change = pair.change
    moved: Value = "" if change.value is None else amount(change.value, change.unit, signed=True)
    verdict: Value = Line(key=f"verdict-{change.verdict.value}") if change.verdict else ""
    return name, cells(pair.base)[0], cells(pair.now)[0], moved, verdict


def _grounds(found: Impact) -> list[Line]:
    """Say what the comparison is, and whether the untouched are a fair one."""
    days: dict[str, Value] = {"before": found.touched.base.days, "after": found.touched.now.days}
    if found.beyond is None:
        return [Line(key="impact-no-untouched", args=days)]
    lines = [Line(key="impact-grounds", args={**days, "by": dimension_name(found.beyond)})]
    if found.alike_before is not None:
        lines.append(Line(key="impact-alike" if found.alike_before else "impact-not-alike"))
    return lines


def _meanwhile(found: Impact) -> Line:
    if not found.meanwhile:
        return Line(key="impact-nothing-else")
    others = tuple(Line(key="impact-other", args={"name": other.name, "day": other.day}) for other in found.meanwhile)
    return Line(key="impact-meanwhile", args={"others": Listing(items=others)})


def _figures(found: Impact) -> list[Figure]:
    figures = [found.effect] if found.effect is not None else []
    figures += [
        found.touched.change,
        found.touched.now,
        replace(found.touched.base, name=f"{found.touched.base.name}.base"),
    ]
    if found.untouched is not None:
        change = found.untouched.change
        figures.append(replace(change, name=change.name.replace(".change", ".untouched_change")))
    return figures
