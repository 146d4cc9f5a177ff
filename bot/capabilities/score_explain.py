"""Why a score changed: mix and rate over a dimension, an exact sum."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.score_slots import ScoreSlots, answered
from bot.capabilities.score_tables import dimension_name, parts_table
from bot.messages import Block, Line, Listing, Paragraph, Passport, Value
from bot.wording.figures import amount, passport, verdict_line
from metrics.analysis.answers import Explanation
from metrics.analysis.impact import NamedEvent, NamedEvents
from metrics.figures import Days, Figure, Verdict
from metrics.folding import fold
from metrics.query import ScoreQuery
from metrics.scope import Where

READ_UP_TO = 20_000
"""Of more answers, only what is kept counted is tried unasked: reading them one by one would keep people waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreExplain:
    """Answers "why?"."""

    slots: ScoreSlots
    events: NamedEvents

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the change, what of it is mix and what is rate, each group's part, and what coincides."""
        asked = self.slots.asked(ask)
        query, base = self.slots.pair(ask, asked) or (asked.query, asked.period.previous())
        found = self.slots.engine.explain(query, base=base.days, read_up_to=READ_UP_TO)
        change = found.change
        blocks: list[Block] = [
            Paragraph(line=verdict_line(change.change, base=change.base), strong=True),
            *_for_information(found),
            *arithmetic(found),
            *self._coincides(found, query, base=base.days),
        ]
        blocks.append(Passport(line=passport(change.now, where=query.where, sources=found.sources)))
        figures: list[Figure] = [change.now, change.change, found.total.mix, found.total.rate]
        figures += [figure for part in found.parts for figure in (part.mix, part.rate)]
        return Answer(reply=replace(answered(ask, blocks, figures=figures), sources=found.sources))

    def _coincides(self, found: Explanation, query: ScoreQuery, *, base: Days) -> list[Block]:
        """Name what the organisation did in the days compared, of a real change, where it touched what is asked."""
        if found.change.change.verdict is not Verdict.REAL:
            return []
        days = Days(first=min(base.first, query.days.first), end=max(base.end, query.days.end))
        others = tuple(_event(one) for one in self.events.within(days) if _touches(one, query.where))
        return [Paragraph(line=Line(key="explain-coincides", args={"others": Listing(items=others)}))] if others else []


def _touches(event: NamedEvent, where: Where) -> bool:
    """Say whether an event touched what is asked, as far as both name the same dimensions."""
    return all(
        {fold(name) for name in event.touched[dimension]} & {fold(name) for name in names}
        for dimension, names in where.items()
        if dimension in event.touched
    )


def _event(event: NamedEvent) -> Line:
    args: dict[str, Value] = {"name": event.name, "day": event.day}
    touched = ", ".join(name for names in event.touched.values() for name in names)
    return (
        Line(key="explain-event", args={**args, "touched": touched}) if touched else Line(key="impact-other", args=args)
    )


def _for_information(found: Explanation) -> list[Block]:
    """Say first that there may be nothing to explain."""
    if found.change.change.verdict is Verdict.REAL:
        return []
    return [Paragraph(line=Line(key="explain-information"))]


def arithmetic(found: Explanation) -> list[Block]:
    """Say what of a change is mix and what is rate, over which dimension, with each group's part."""
    change, mix, rate = found.change.change, found.total.mix, found.total.rate
    if change.value is None or mix.value is None or rate.value is None:
        return []
    args: dict[str, Value] = {
        "change": amount(change.value, change.unit, signed=True),
        "mix": amount(mix.value, change.unit, signed=True),
        "rate": amount(rate.value, change.unit, signed=True),
        "by": dimension_name(found.dimension),
    }
    blocks: list[Block] = [*_what_explains(found), Paragraph(line=Line(key="explain-sum", args=args))]
    if found.reversal:
        blocks.append(Paragraph(line=Line(key="explain-reversal", args={"by": dimension_name(found.dimension)})))
    return [*blocks, parts_table(found.parts, found.dimension)]


def _what_explains(found: Explanation) -> list[Block]:
    """Say what explains the change, and which dimensions were not tried."""
    blocks = _explained(found)
    if found.untried:
        names = Listing(items=tuple(dimension_name(one) for one in found.untried), style="or")
        blocks.append(Paragraph(line=Line(key="explain-untried", args={"by": names})))
    return blocks


def _explained(found: Explanation) -> list[Block]:
    """Say which dimension explains most and which others do too, or that none does."""
    best, *others = found.tried
    if not best.stands:
        names = Listing(items=tuple(dimension_name(one.dimension) for one in found.tried), style="or")
        key = "explain-by-none" if len(found.tried) > 1 else "explain-not-by"
        return [Paragraph(line=Line(key=key, args={"by": names}))]
    if not others:
        return []
    also = tuple(dimension_name(one.dimension) for one in others if one.stands)
    args: dict[str, Value] = {"by": dimension_name(best.dimension)}
    if not also:
        return [Paragraph(line=Line(key="explain-by", args=args))]
    return [Paragraph(line=Line(key="explain-by-also", args={**args, "others": Listing(items=also)}))]
