"""Two scores, and whether they differ by more than chance."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.query import where_of
from bot.capabilities.score_slots import Asked, ScoreSlots, answered
from bot.capabilities.score_tables import changes_table
from bot.messages import Block, Paragraph, Passport
from bot.wording.figures import difference_line, headline, passport
from metrics.analysis.answers import CompareResult
from metrics.figures import Figure
from metrics.scope import DIMENSIONS, Where

PLACES = frozenset({"unit", "store", "region", "country"})
"""Dimensions of which one lies within another, so that a store can be set against its region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreCompare:
    """Answers "compared to last month?", "Gdańsk against its region?", "is that real?"."""

    slots: ScoreSlots

    def __call__(self, ask: Ask) -> Answer:
        """Answer with both scores, their difference and its verdict."""
        asked = self.slots.asked(ask)
        result = self._compared(ask, asked)
        pair, where = result.whole, result.query.where
        blocks: list[Block] = [
            Paragraph(line=difference_line(pair), strong=True),
            Paragraph(line=headline(pair.now, where=_besides(where, pair.now))),
            Paragraph(line=headline(pair.base, where=_besides(where, pair.base))),
        ]
        figures: list[Figure] = [pair.now, replace(pair.base, name=f"{pair.base.name}.base"), pair.change]
        if result.groups:
            blocks.append(changes_table(result, asked.query.by or ""))
            figures += [group.change for group in result.groups]
        blocks.append(Passport(line=passport(pair.now, where=where, sources=result.sources)))
        return Answer(reply=replace(answered(ask, blocks, figures=figures), sources=result.sources))

    def _compared(self, ask: Ask, asked: Asked) -> CompareResult:
        slots, query, engine = ask.understanding.slots, asked.query, self.slots.engine
        if query.by and "a" in slots and "b" in slots:
            now, base = ({query.by: (str(slots[side]),)} for side in ("a", "b"))
            return engine.compare_groups(replace(query, by=None), now=now, base=base)
        compare_to = slots.get("compare_to")
        if isinstance(compare_to, dict) and set(compare_to) <= set(DIMENSIONS):
            other = where_of({"scope": compare_to}, ask.actor)
            own = _own_side(query.where, other)
            rest = {dimension: names for dimension, names in query.where.items() if dimension not in own}
            return engine.compare_groups(replace(query, where=rest, by=None), now=own, base=other)
        pair = self.slots.pair(ask, asked) or (query, asked.period.previous())
        return engine.compare(pair[0], base=pair[1].days)


def _own_side(where: Where, other: Where) -> Where:
    """Pick what of the scope is set against `other`: the place, if that is one."""
    against = PLACES if PLACES & set(other) else set(other)
    return {dimension: names for dimension, names in where.items() if dimension in against}


def _besides(where: Where, figure: Figure) -> Where:
    return {dimension: names for dimension, names in where.items() if dimension not in figure.group}
