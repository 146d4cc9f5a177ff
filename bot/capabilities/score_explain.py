"""Why a score changed: mix and rate over a dimension, an exact sum."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.score_slots import ScoreSlots, answered
from bot.capabilities.score_tables import dimension_name, parts_table
from bot.messages import Block, Line, Paragraph, Passport, Value
from bot.wording.figures import amount, passport, verdict_line
from metrics.analysis.answers import Explanation
from metrics.analysis.engine import ScoreEngine
from metrics.figures import Days, Figure, Verdict
from metrics.query import ScoreQuery

CANDIDATES = ("channel", "segment", "touchpoint", "region", "store")
"""The dimensions tried where none was named; the one whose mix and single parts say most is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreExplain:
    """Answers "why?"."""

    slots: ScoreSlots

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the change, what of it is mix and what is rate, and each group's part."""
        asked = self.slots.asked(ask)
        base = self.slots.base(ask, asked).days
        found = _most_telling(self.slots.engine, asked.query, base)
        change, query = found.change, asked.query
        blocks: list[Block] = [
            Paragraph(line=verdict_line(change.change, base=change.base), strong=True),
            *_for_information(found),
            *_arithmetic(found),
        ]
        blocks.append(Passport(line=passport(change.now, where=query.where, sources=found.sources)))
        figures: list[Figure] = [change.now, change.change, found.total.mix, found.total.rate]
        figures += [figure for part in found.parts for figure in (part.mix, part.rate)]
        return Answer(reply=replace(answered(ask, blocks, figures=figures), sources=found.sources))


def _most_telling(engine: ScoreEngine, query: ScoreQuery, base: Days) -> Explanation:
    """Explain over the dimension asked for, or over the one with the largest single part."""
    named = (query.by,) if query.by else tuple(name for name in CANDIDATES if name not in query.where)
    found = [engine.explain(replace(query, by=name), base=base) for name in named]
    return max(found, key=_largest_part)


def _largest_part(explanation: Explanation) -> float:
    mix = abs(explanation.total.mix.value or 0.0)
    return max([mix, *(abs(part.rate.value or 0.0) for part in explanation.parts if len(explanation.parts) > 1)])


def _for_information(found: Explanation) -> list[Block]:
    """Say first that there may be nothing to explain."""
    if found.change.change.verdict is Verdict.REAL:
        return []
    return [Paragraph(line=Line(key="explain-information"))]


def _arithmetic(found: Explanation) -> list[Block]:
    change, mix, rate = found.change.change, found.total.mix, found.total.rate
    if change.value is None or mix.value is None or rate.value is None:
        return []
    args: dict[str, Value] = {
        "change": amount(change.value, change.unit, signed=True),
        "mix": amount(mix.value, change.unit, signed=True),
        "rate": amount(rate.value, change.unit, signed=True),
        "by": dimension_name(found.dimension),
    }
    blocks: list[Block] = [Paragraph(line=Line(key="explain-sum", args=args))]
    if found.reversal:
        blocks.append(Paragraph(line=Line(key="explain-reversal", args={"by": dimension_name(found.dimension)})))
    return [*blocks, parts_table(found.parts, found.dimension)]
