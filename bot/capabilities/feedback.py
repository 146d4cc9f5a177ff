"""What customers say: verified quotes of what was asked for, and how many mentioned something."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.feedback_slots import feedback_filter, limit_of, sort_of
from bot.capabilities.refuse import denied
from bot.capabilities.rights import limits, limits_said, outside
from bot.capabilities.score_slots import ScoreSlots
from bot.messages import Block, Line, Listing, Outcome, Paragraph, Passport, Quote, Reply, Slots, Value, Worked
from bot.people import Action, Decision, decide
from bot.store.shown import show_last
from bot.wording.figures import amount
from bot.wording.quotes import quote_block, quotes_of
from knowledge.search import FeedbackSearch
from metrics.feedback import FeedbackFilter, ScoreGroup, Sort
from metrics.scope import EVERYTHING
from metrics.scores.intervals import wilson
from metrics.store.feedback import FeedbackReader
from metrics.store.whereabouts import Whereabouts

MOST_RECORDS = 20
"""How many of the texts counted can be referred to as "the second one"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFeedback:
    """Answers "show me the worst ones", "what do people say about parcel lockers?"."""

    slots: ScoreSlots
    search: FeedbackSearch
    feedback: FeedbackReader
    whereabouts: Whereabouts

    def __call__(self, ask: Ask) -> Answer:
        """Answer with quotes, each a stretch of a stored record."""
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        slots = ask.understanding.slots
        days = self.slots.period(slots.get("period", "last_90d"), ask, metric="volume").days
        wanted = feedback_filter(slots, ask.actor, days=days)
        if not decision.allowed or outside(decision.scope, self.whereabouts.named(wanted.where)):
            return denied(ask)
        quotes, degraded = self._quotes(slots, wanted, decision)
        limited = limits(ask.actor, decision)
        headline = _headline(slots, wanted, len(quotes), limited)
        blocks: list[Block] = [Paragraph(line=headline, strong=True), *quotes]
        if degraded:
            blocks.append(Paragraph(line=Line(key=f"search-{degraded.replace('_', '-')}")))
        blocks += limits_said(limited)
        reply = Reply(
            outcome=Outcome.ANSWER if quotes else Outcome.NO_DATA,
            intent="feedback_search",
            blocks=tuple(blocks),
            reason=None if quotes else "no_data",
            slots=slots,
            records=tuple(f"feedback:{quote.feedback_id}" for quote in quotes),
            limited_to=limited,
        )
        shown = tuple(show_last(ask.actor.key, int(quote.feedback_id), at=ask.now) for quote in quotes[:1])
        return Answer(reply=reply, writes=shown)

    def _quotes(self, slots: Slots, wanted: FeedbackFilter, decision: Decision) -> tuple[list[Quote], str | None]:
        sort, limit = sort_of(slots), limit_of(slots)
        query = str(slots.get("query", "")).strip()
        if not query:
            rows = self.feedback.find(wanted, within=decision.scope, sort=sort or Sort.NEWEST, limit=limit)
            return quotes_of(rows), None
        found = self.search.search(query, within=decision.scope, wanted=wanted, sort=sort, limit=limit)
        behind = None if found.degraded == "index_behind" else found.degraded
        return [quote_block(hit.quote) for hit in found.hits], behind


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFeedback:
    """Answers "how many people in Gdańsk mentioned queues yesterday?"."""

    slots: ScoreSlots
    search: FeedbackSearch
    feedback: FeedbackReader

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the count, its share of all texts with the interval, and the rule by which it was counted.

        Counts are for everybody; the words themselves are shown within the asker's rights.
        """
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        slots = ask.understanding.slots
        days = self.slots.period(slots.get("period", "last_90d"), ask, metric="volume").days
        wanted = feedback_filter(slots, ask.actor, days=days)
        query = str(slots.get("query", "")).strip()
        found = self.search.mentioning(query, within=EVERYTHING, wanted=wanted)
        count, n = len(found.ids), found.considered
        args: dict[str, Value] = {"n": count, "all": n, "query": query, "days": days, "where": _where(wanted, ())}
        figures = [_counted(count, n)]
        blocks: list[Block] = [Paragraph(line=Line(key="count-answer", args=args), strong=True)]
        if n:
            share = wilson(count, n)
            low, high = 100 * share.low, 100 * share.high
            args = {"share": amount(100 * count / n, "%"), "low": amount(low, "%"), "high": amount(high, "%")}
            blocks.append(Paragraph(line=Line(key="count-share", args=args)))
            figures.append(
                replace(figures[0], name="mentions.share", value=100 * count / n, low=low, high=high, unit="%")
            )
        rule = ", ".join(concept.term for concept in found.rule)
        blocks.append(Passport(line=Line(key="count-rule", args={"rule": rule or "–"})))
        shown = self.feedback.get(found.ids[:MOST_RECORDS], within=decision.scope)
        blocks += quotes_of(shown[:2])
        reply = Reply(
            outcome=Outcome.ANSWER if n else Outcome.NO_DATA,
            intent="feedback_count",
            blocks=tuple(blocks),
            slots=slots,
            figures=tuple(figures),
            records=tuple(f"feedback:{row.id}" for row in shown),
            limited_to=limits(ask.actor, decision),
        )
        return Answer(reply=reply)


def _counted(count: int, n: int) -> Worked:
    return Worked(name="mentions", value=float(count), unit="texts", definition="mentions@1", n=n)


def _headline(slots: Slots, wanted: FeedbackFilter, shown: int, limited: tuple[str, ...]) -> Line:
    args: dict[str, Value] = {"n": shown, "where": _where(wanted, limited)}
    if wanted.days is not None:
        args["days"] = wanted.days
    if slots.get("query"):
        return Line(key="search-about", args={**args, "query": str(slots["query"])[:60]})
    if slots.get("sort") == "score_asc":
        return Line(key="search-worst", args=args)
    return Line(key="search-negative" if wanted.group is ScoreGroup.DISSATISFIED else "search-newest", args=args)


def _where(wanted: FeedbackFilter, limited: tuple[str, ...]) -> Value:
    names = tuple(name for values in wanted.where.values() for name in values) or limited
    return Listing(items=names) if names else Line(key="passport-everything")
