"""Too few answers: the shortest period up to today that has enough, offered as a choice."""

from dataclasses import replace

from bot.capabilities.ask import Ask
from bot.capabilities.score_slots import ScoreSlots
from bot.messages import Choice, Line, Paragraph, Value
from metrics.analysis.ports import UNKNOWN, Histograms
from metrics.query import ScoreQuery

LENGTHS = (30, 60, 90, 180, 365)
"""Days, as a person would ask for them."""
FEWEST_RANKED = 2
"""Groups that make a ranking."""


def enough(
    ask: Ask, query: ScoreQuery, *, slots: ScoreSlots, histograms: Histograms, needed: int
) -> tuple[Paragraph, tuple[Choice, ...]]:
    """Name the shortest period in which the score, or two groups of the query's dimension, have `needed` answers."""
    for length in LENGTHS:
        name = f"last_{length}d"
        days = slots.period(name, ask, metric=query.metric).days
        counts = _counts(replace(query, days=days), slots=slots, histograms=histograms)
        least = FEWEST_RANKED if query.by else 1
        if len(counts) >= least and counts[least - 1] >= needed:
            args: dict[str, Value] = {"days": length, "n": counts[0]}
            choice = Choice(
                label=Line(key="enough-try", args={"days": length}),
                value=f"last {length} days",
                intent=ask.understanding.intent,
                slots={**ask.understanding.slots, "period": name},
            )
            return Paragraph(line=Line(key="enough-to-rank" if query.by else "enough-to-score", args=args)), (choice,)
    return Paragraph(line=Line(key="enough-never", args={"days": LENGTHS[-1]})), ()


def _counts(query: ScoreQuery, *, slots: ScoreSlots, histograms: Histograms) -> list[int]:
    """Count the answers of each group, or of all, the most first."""
    metric, groups = slots.engine.metric(query.metric), (query.by,) if query.by else ()
    found = histograms.histograms(metric, days=query.days, where=query.where, by=groups)
    return sorted((answers.total for key, answers in found.items() if key != (UNKNOWN,)), reverse=True)
