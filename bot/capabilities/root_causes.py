"""Why cases were opened at all: root causes per touchpoint, and the week's review with what to do about it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.capabilities.action_words import came_of_it, number_of
from bot.capabilities.ask import Answer, Ask
from bot.capabilities.query import said, today, where_of
from bot.capabilities.refuse import denied
from bot.capabilities.rights import limits, limits_said, outside
from bot.capabilities.score_slots import ScoreSlots
from bot.messages import Block, Choice, Choices, Line, Outcome, Paragraph, Reply, Table, Value
from bot.people import Action, Decision, Extent, decide
from bot.store.actions import ActionBook, ActionItem
from bot.store.root_causes import CauseCount, RootCauses
from metrics.figures import Days
from metrics.scope import Where
from metrics.store.whereabouts import Whereabouts

MOST_CAUSES, MOST_PROPOSED = 10, 2
REPEATS = 2
"""A cause that ends so many cases in a week is one that repeats."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRootCauses:
    """Answers "what are the root causes for delivery this month?", "weekly review"."""

    causes: RootCauses
    actions: ActionBook
    whereabouts: Whereabouts
    slots: ScoreSlots

    def __call__(self, ask: Ask) -> Answer:
        """Count them among the closed cases that the asker may see."""
        decision = decide(ask.actor, Action.READ_CASES, place=ask.place.openness)
        where = where_of(ask.understanding.slots, ask.actor)
        if not decision.allowed or outside(decision.scope, self.whereabouts.named(where)):
            return denied(ask)
        blocks = self._review(ask, decision, where) if _is_review(ask) else self._counts(ask, decision, where)
        limited = limits(ask.actor, decision)
        reply = Reply(
            outcome=Outcome.ANSWER,
            intent=ask.understanding.intent,
            blocks=(*blocks, *limits_said(limited)),
            slots=ask.understanding.slots,
            limited_to=limited,
        )
        return Answer(reply=reply)

    def _counts(self, ask: Ask, decision: Decision, where: Where) -> list[Block]:
        period = self.slots.period(ask.understanding.slots.get("period", "last_30d"), ask, metric="csat")
        found = self._counted(ask, decision, where, days=period.days)
        args: dict[str, Value] = {
            "n": sum(one.cases for one in found),
            "days": period.days,
            "where": ", ".join(said(where)) or Line(key="passport-everything"),
        }
        blocks: list[Block] = [Paragraph(line=Line(key="root-causes", args=args), strong=True)]
        if found:
            blocks.append(_table(found[:MOST_CAUSES]))
        left = len(found) - MOST_CAUSES
        return [*blocks, Paragraph(line=Line(key="table-cut", args={"left": left}))] if left > 0 else blocks

    def _review(self, ask: Ask, decision: Decision, where: Where) -> list[Block]:
        """Say what repeated in seven days, what is new, what was learned, and what could be done."""
        days = Days(first=today(ask) - WEEK, end=today(ask))
        now = self._counted(ask, decision, where, days=days)
        before = self._counted(ask, decision, where, days=Days(first=days.first - WEEK, end=days.first))
        repeated = [one for one in now if one.cases >= REPEATS]
        args: dict[str, Value] = {"n": sum(one.cases for one in now), "before": sum(one.cases for one in before)}
        blocks: list[Block] = [Paragraph(line=Line(key="review-headline", args={**args, "days": days}), strong=True)]
        if repeated:
            blocks += [Paragraph(line=Line(key="review-repeated")), _table(repeated[:MOST_CAUSES], before)]
        else:
            blocks.append(Paragraph(line=Line(key="review-nothing-repeated")))
        items = self.actions.all()
        blocks += self._learned(ask, items, days)
        proposed = _proposed(repeated, items)
        return [*blocks, Paragraph(line=Line(key="review-propose")), proposed] if proposed else blocks

    def _learned(self, ask: Ask, items: Sequence[ActionItem], days: Days) -> list[Block]:
        start = _midnight(ask, days.first)
        checked = [one for one in items if one.checked_at is not None and one.checked_at >= start]
        if not checked:
            return [Paragraph(line=Line(key="review-nothing-learned"))]
        return [
            Paragraph(
                line=Line(
                    key="review-learned",
                    args={
                        "number": number_of(one.number),
                        "title": one.title,
                        "came": came_of_it(one, unit=self.slots.engine.metric(one.metric).unit),
                    },
                )
            )
            for one in checked
        ]

    def _counted(self, ask: Ask, decision: Decision, where: Where, *, days: Days) -> tuple[CauseCount, ...]:
        return self.causes.counted(
            start=_midnight(ask, days.first),
            end=_midnight(ask, days.end),
            named=self.whereabouts.named(where),
            scope=decision.scope,
            teams=ask.actor.teams if decision.extent is Extent.OWN_TEAMS else None,
        )


def _is_review(ask: Ask) -> bool:
    return ask.understanding.slots.get("what") == "review"


def _midnight(ask: Ask, day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZoneInfo(ask.actor.timezone))


def _table(found: Sequence[CauseCount], before: Sequence[CauseCount] | None = None) -> Table:
    """Show touchpoint, cause and cases, and how many there were the week before."""
    columns = ["dimension-touchpoint", "column-root-cause", "column-cases"]
    rows: list[tuple[Value, ...]] = [(one.touchpoint or "", one.cause, one.cases) for one in found]
    if before is not None:
        columns.append("column-cases-before")
        earlier = Counter({(one.touchpoint, one.cause): one.cases for one in before})
        rows = [(*row, earlier[one.touchpoint, one.cause]) for row, one in zip(rows, found, strict=True)]
    return Table(columns=tuple(Line(key=key) for key in columns), rows=tuple(rows))


def _proposed(repeated: Sequence[CauseCount], items: Sequence[ActionItem]) -> Choices | None:
    """Offer an action for what repeats where nobody is at work yet."""
    at_work = {one.touchpoint for one in items if one.status == "open"}
    wanted = [one for one in repeated if one.touchpoint is not None and one.touchpoint not in at_work]
    options = tuple(
        Choice(
            label=Line(key="review-open-action", args={"touchpoint": one.touchpoint or "", "cause": one.cause}),
            value=f"review:{place}",
            intent="action_create",
            slots={"title": f"{one.touchpoint}: {one.cause}"},
        )
        for place, one in enumerate(wanted[:MOST_PROPOSED], start=1)
    )
    return Choices(options=options) if options else None
