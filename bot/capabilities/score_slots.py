"""What was asked about scores, as a typed query: metric, days, of what, cut by what, against what."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Ask
from bot.capabilities.query import local_day, today, where_of
from bot.messages import Block, Json, Outcome, Reply
from metrics.analysis.engine import ScoreEngine
from metrics.figures import Figure
from metrics.period_words import NamedEvents, parse_period
from metrics.periods import Period
from metrics.query import ScoreQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A score question: the query and the period it names."""

    query: ScoreQuery
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSlots:
    """Reads the slots of score questions."""

    engine: ScoreEngine
    named_events: NamedEvents

    def asked(self, ask: Ask) -> Asked:
        """Read metric, period, scope and `by`; raises UnknownMetric, UnknownPeriod, UnknownGroup."""
        slots = ask.understanding.slots
        metric = self.engine.metric(str(slots.get("metric", "csat"))).id
        period = self.period(slots.get("period", "last_30d"), ask, metric=metric)
        by = slots.get("by")
        where = where_of(slots, ask.actor)
        query = ScoreQuery(metric=metric, days=period.days, where=where, by=str(by) if by else None)
        return Asked(query=query, period=period)

    def pair(self, ask: Ask, asked: Asked) -> tuple[ScoreQuery, Period] | None:
        """Give what can be compared fairly, and with what: the period before, if nothing was said.

        What grows while a period runs is compared over its finished days; None where there are none, or where nobody
        has had time to come back yet.
        """
        period = self._comparable(ask, asked)
        if period is None:
            return None
        query = replace(asked.query, days=period.days)
        compare_to = ask.understanding.slots.get("compare_to")
        if compare_to is None:
            return query, period.previous()
        return query, self.period(compare_to, ask, metric=query.metric, than=asked.period).as_far_as(period)

    def _comparable(self, ask: Ask, asked: Asked) -> Period | None:
        metric = self.engine.metric(asked.query.metric)
        if not metric.grows:
            return asked.period
        finished = asked.period.finished(today(ask))
        return None if metric.reads == "retained" and finished != asked.period else finished

    def period(self, value: Json, ask: Ask, *, metric: str, than: Period | None = None) -> Period:
        """Read a period slot as the asker means it."""
        return parse_period(
            value,
            today=local_day(ask.now, ask.actor.timezone),
            named_events=self.named_events,
            span=lambda: self.engine.span(metric),
            than=than,
        )


def answered(ask: Ask, blocks: list[Block], *, figures: list[Figure]) -> Reply:
    """Make the reply of an answered score question."""
    return Reply(
        outcome=Outcome.ANSWER,
        intent=ask.understanding.intent,
        blocks=tuple(blocks),
        slots=ask.understanding.slots,
        figures=tuple(figures),
    )
