"""A score, with what it changed by; or cut by a dimension."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.enough import enough
from bot.capabilities.score_apart import apart_blocks
from bot.capabilities.score_slots import Asked, ScoreSlots, answered
from bot.capabilities.score_spread import spread_blocks
from bot.capabilities.score_tables import MOST_ROWS, figures_table
from bot.capabilities.score_targets import target_blocks
from bot.capabilities.score_weighted import weigh
from bot.messages import Block, Choice, Choices, Line, Outcome, Paragraph, Passport, Reply, Slots
from bot.wording.figures import finished_line, headline, passport, verdict_line
from metrics.analysis.distribution import distribution
from metrics.analysis.ports import Histograms
from metrics.figures import Figure, Quality
from metrics.query import ScoreQuery
from metrics.scores.policy import SamplePolicy
from metrics.store.respondents import RespondentReader
from metrics.store.targets import TargetReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreValue:
    """Answers "what is our NPS this month?"."""

    slots: ScoreSlots
    respondents: RespondentReader
    targets: TargetReader
    histograms: Histograms
    policy: SamplePolicy

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the score and whether it changed, or with the score of each group."""
        asked = self.slots.asked(ask)
        if ask.understanding.slots.get("weight_by"):
            return Answer(reply=weigh(ask, asked, slots=self.slots, respondents=self.respondents))
        return Answer(reply=self._breakdown(ask, asked.query) if asked.query.by else self._whole(ask, asked))

    def _whole(self, ask: Ask, asked: Asked) -> Reply:
        query = asked.query
        result = self.slots.engine.value(query)
        blocks: list[Block] = [Paragraph(line=headline(result.whole, where=query.where), strong=True)]
        figures = [result.whole]
        suppressed = result.whole.quality is Quality.SUPPRESSED
        instead: tuple[Choice, ...] = ()
        if suppressed:
            needed = (self.slots.engine.metric(query.metric).policy or self.policy).show_from
            longer, instead = enough(ask, query, slots=self.slots, histograms=self.histograms, needed=needed)
            blocks.append(longer)
        else:
            said, changes = self._change(ask, asked)
            blocks += said
            figures += changes
        metric = self.slots.engine.metric(query.metric)
        shares = distribution(result.query, metric=metric, histograms=self.histograms, policy=self.policy)
        blocks += [*spread_blocks(metric, shares), *apart_blocks(result.query, metric, self.histograms)]
        said, gaps = self._targets(result.query, [result.whole])
        blocks += said
        figures += [*gaps, *shares]
        blocks.append(Passport(line=passport(result.whole, where=query.where, sources=result.sources)))
        blocks.append(Choices(options=(*instead, *_next_steps(query))))
        reply = replace(answered(ask, blocks, figures=figures), sources=result.sources)
        return replace(reply, outcome=Outcome.NO_DATA, reason="too_few_responses") if suppressed else reply

    def _change(self, ask: Ask, asked: Asked) -> tuple[list[Block], list[Figure]]:
        """Say what it changed by since the period before."""
        pair = self.slots.pair(ask, asked)
        if pair is None:
            return [Paragraph(line=Line(key="change-running"))], []
        query, base = pair
        found = self.slots.engine.compare(query, base=base.days).whole
        if not found.base.n:
            return [], []
        said: list[Block] = [Paragraph(line=verdict_line(found.change, base=found.base))]
        if query.days != asked.query.days:
            said.insert(0, Paragraph(line=finished_line(found.now)))
        return said, [found.change]

    def _breakdown(self, ask: Ask, query: ScoreQuery) -> Reply:
        result = self.slots.engine.value(query)
        blocks: list[Block] = [
            Paragraph(line=headline(result.whole, where=query.where), strong=True),
            figures_table(result.groups[:MOST_ROWS], query.by or ""),
        ]
        left = len(result.groups) - MOST_ROWS
        if left > 0:
            blocks.append(Paragraph(line=Line(key="table-cut", args={"left": left})))
        said, gaps = self._targets(result.query, result.groups)
        blocks += said
        blocks.append(Passport(line=passport(result.whole, where=query.where, sources=result.sources)))
        return replace(answered(ask, blocks, figures=[*result.groups, result.whole, *gaps]), sources=result.sources)

    def _targets(self, query: ScoreQuery, scores: Sequence[Figure]) -> tuple[list[Block], list[Figure]]:
        metric = self.slots.engine.metric(query.metric)
        return target_blocks(query, scores, self.targets.targets(metric.id), metric=metric)


def _next_steps(query: ScoreQuery) -> tuple[Choice, ...]:
    slots: Slots = {"metric": query.metric}
    steps: tuple[tuple[str, str, str, Slots], ...] = (
        ("last-month", "and last month?", "metric_value", {**slots, "period": "last_month"}),
        ("by-store", "by store", "metric_value", {**slots, "by": "store"}),
        ("why", "why?", "explain_change", slots),
    )
    return tuple(
        Choice(label=Line(key=f"next-{name}"), value=value, intent=intent, slots=filled)
        for name, value, intent, filled in steps
    )
