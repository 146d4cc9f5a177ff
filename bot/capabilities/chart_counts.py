"""How often something was mentioned, as a picture over time."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.capabilities.ask import Ask
from bot.capabilities.chart_grain import USUAL_PERIODS, asked_grain, readable_grain, until_today, usual_grain
from bot.capabilities.feedback_slots import feedback_filter
from bot.capabilities.query import today
from bot.capabilities.score_slots import ScoreSlots
from bot.messages import Block, Chart, ChartPoint, ChartSeries, Line, Listing, Outcome, Paragraph, Passport, Reply
from bot.wording.charts import counts_finding
from bot.wording.stretches import labels, within
from knowledge.search import FeedbackSearch
from metrics.calendar import stretch_name
from metrics.feedback import FeedbackRow
from metrics.figures import Days, Figure, Quality
from metrics.scope import EVERYTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionChart:
    """Answers "chart it per hour" after "how many mentioned queues yesterday?"."""

    slots: ScoreSlots
    search: FeedbackSearch

    def __call__(self, ask: Ask) -> Reply:
        """Answer with the count of each stretch; counts are for everybody."""
        slots = ask.understanding.slots
        query, wanted_grain = str(slots["query"]).strip(), asked_grain(slots)
        period = self.slots.period(slots.get("period", USUAL_PERIODS[wanted_grain or "week"]), ask, metric="volume")
        days = until_today(period.days, today=today(ask))
        grain = readable_grain(wanted_grain or usual_grain(days), days)
        wanted = feedback_filter(slots, ask.actor, days=days)
        found = self.search.mentioning(query, within=EVERYTHING, wanted=wanted)
        rows = self.search.rows(found.ids, within=EVERYTHING)
        zone = ZoneInfo(ask.actor.timezone)
        counted = Counter(_label(row, grain, zone) for row in rows)
        where = tuple(name for names in wanted.where.values() for name in names)
        about = Line(
            key="chart-mentions",
            args={
                "query": query,
                "n": len(found.ids),
                "all": found.considered,
                "days": days,
                "where": Listing(items=where) if where else Line(key="passport-everything"),
            },
        )
        series = ChartSeries(
            points=tuple(
                ChartPoint(label=label, value=float(counted[label]), n=counted[label]) for label in labels(days, grain)
            )
        )
        finding = counts_finding(about, series, grain=grain, days=days)
        rule = ", ".join(concept.term for concept in found.rule)
        chart = Chart(kind="trend", title=about, finding=finding, unit="texts", series=(series,), grain=grain)
        blocks: list[Block] = [
            Paragraph(line=finding, strong=True),
            *([chart] if found.ids else []),
            Passport(line=Line(key="count-rule", args={"rule": rule or "–"})),
        ]
        return Reply(
            outcome=Outcome.ANSWER if found.considered else Outcome.NO_DATA,
            intent=ask.understanding.intent,
            blocks=tuple(blocks),
            reason=None if found.considered else "no_data",
            slots=slots,
            figures=_figures(series, grain=grain, days=days, of=found.considered),
        )


def _label(row: FeedbackRow, grain: str, zone: ZoneInfo) -> str:
    """Name the stretch of a row: by its stored local day, and its hour by the asker's clock."""
    if grain == "hour":
        local: datetime = row.given_at.astimezone(zone)
        return f"{row.day.isoformat()}T{local:%H}"
    return stretch_name(row.day, grain)


def _figures(series: ChartSeries, *, grain: str, days: Days, of: int) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            name="mentions.count",
            value=point.value,
            n=of,
            unit="texts",
            quality=Quality.PUBLISH,
            days=within(point.label, grain, days),
            definition="mentions@1",
            group={grain: point.label},
        )
        for point in series.points
    )
