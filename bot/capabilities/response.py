"""How many of those who were asked answered, and whether they stand for all customers."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.response_tables import likeness_figures, likeness_lines, steps_table
from bot.capabilities.score_slots import Asked, ScoreSlots, answered
from bot.capabilities.score_tables import MOST_ROWS, figures_table
from bot.messages import Block, Line, Listing, Paragraph, Passport
from bot.wording.figures import difference_line, headline, passport, verdict_line
from metrics.analysis.represent import Likeness, likeness
from metrics.analysis.response import steps
from metrics.figures import Figure
from metrics.query import ScoreQuery
from metrics.store.invitations import InvitationReader
from metrics.store.respondents import RespondentReader

COMPARED = ("segment", "persona", "region", "language")
"""What respondents and customers are compared by."""
ENOUGH = 30
"""Respondents from which their shares say anything about the customers'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRate:
    """Answers "what is our response rate by channel?" and "is the sample representative?"."""

    slots: ScoreSlots
    invitations: InvitationReader
    respondents: RespondentReader

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the rate and its steps, by a dimension or between two groups, and the likeness if asked."""
        said = ask.understanding
        rate = replace(ask, understanding=replace(said, slots={**said.slots, "metric": "response_rate"}))
        asked = self.slots.asked(rate)
        result = self.slots.engine.value(asked.query)
        query = result.query
        blocks: list[Block] = [Paragraph(line=headline(result.whole, where=query.where), strong=True)]
        figures: list[Figure] = [*result.groups, result.whole]
        for more, numbers in (self._compared(ask, asked), self._steps(query), self._likeness(ask, query)):
            blocks += more
            figures += numbers
        if query.by and not _two(ask):
            blocks.insert(1, figures_table(result.groups[:MOST_ROWS], query.by))
            if len(result.groups) > MOST_ROWS:
                blocks.insert(2, Paragraph(line=Line(key="table-cut", args={"left": len(result.groups) - MOST_ROWS})))
        blocks.append(Passport(line=passport(result.whole, where=query.where, sources=result.sources)))
        return Answer(reply=replace(answered(ask, blocks, figures=figures), sources=result.sources))

    def _compared(self, ask: Ask, asked: Asked) -> tuple[list[Block], list[Figure]]:
        """Set a against b, a part against the whole, or the whole against the period before."""
        query, engine, slots = asked.query, self.slots.engine, ask.understanding.slots
        if query.by and _two(ask):
            sides = ({query.by: (str(slots[side]),)} for side in ("a", "b"))
            pair = engine.compare_groups(replace(query, by=None), now=next(sides), base=next(sides)).whole
            return [Paragraph(line=difference_line(pair))], [pair.now, pair.base, pair.change]
        if query.where:
            pair = engine.compare_groups(replace(query, where={}, by=None), now=query.where, base={}).whole
            return [Paragraph(line=difference_line(pair))], [pair.change]
        pair = engine.compare(replace(query, by=None), base=asked.period.previous().days).whole
        return [Paragraph(line=verdict_line(pair.change, base=pair.base))], [pair.change]

    def _steps(self, query: ScoreQuery) -> tuple[list[Block], list[Figure]]:
        funnel = self.invitations.funnels(days=query.days, where=query.where).get(())
        if funnel is None:
            return [], []
        found = steps(query, funnel)
        return [steps_table(found, sent=funnel.sent)], list(found)

    def _likeness(self, ask: Ask, query: ScoreQuery) -> tuple[list[Block], list[Figure]]:
        if not ask.understanding.slots.get("representativeness"):
            return [], []
        found = [self._like(query, name) for name in COMPARED]
        few = max((sum(one.respondents for one in groups) for groups in found), default=0)
        if few < ENOUGH:
            return [Paragraph(line=Line(key="likeness-too-few", args={"n": few}))], []
        told = [one for groups in found for one in groups]
        compared = Listing(items=tuple(Line(key=f"dimension-{name}") for name in COMPARED))
        return likeness_lines(told, compared=compared), likeness_figures(told, days=query.days)

    def _like(self, query: ScoreQuery, name: str) -> tuple[Likeness, ...]:
        who = self.respondents.answered((name,), days=query.days, where=query.where)
        everybody = self.respondents.base((name,), where=query.where)
        if not who or not everybody:
            return ()
        return likeness(name, {cell[0]: n for cell, n in who.items()}, {cell[0]: n for cell, n in everybody.items()})


def _two(ask: Ask) -> bool:
    return "a" in ask.understanding.slots and "b" in ask.understanding.slots
