"""What customers say: verified quotes of what was asked for, and how many mentioned something."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask, Capability
from bot.capabilities.feedback_slots import feedback_filter, limit_of, sort_of, where_said
from bot.capabilities.refuse import denied
from bot.capabilities.rights import limits, limits_said, outside
from bot.capabilities.score_slots import ScoreSlots
from bot.capabilities.theme_tables import junk_said
from bot.messages import Block, Line, Outcome, Paragraph, Passport, Quote, Reply, Slots, Value, Worked
from bot.people import Action, Decision, decide
from bot.store.shown import show_last
from bot.wording.figures import amount
from bot.wording.quotes import quote_block, quotes_of
from knowledge.search import FeedbackSearch
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.store.themes import ThemeReader
from knowledge.themes import ThemeAnnotator, annotator_name
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
    similar: Capability

    def __call__(self, ask: Ask) -> Answer:
        """Answer with quotes, each a stretch of a stored record."""
        if ask.understanding.slots.get("like"):
            return self.similar(ask)
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
        if str(slots.get("record", "")).isdigit():
            return quotes_of(self.feedback.get([int(str(slots["record"])[:15])], within=decision.scope)), None
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
    themes: ThemeReader
    taxonomy: TaxonomyBook

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
        junk = self.themes.junk(wanted, within=EVERYTHING)
        ids = tuple(one for one in found.ids if one not in junk)
        count, n = len(ids), found.considered - len(junk)
        args: dict[str, Value] = {"n": count, "all": n, "query": query, "days": days, "where": where_said(wanted, ())}
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
        said, shares = self._as_theme(query, wanted, language=ask.language)
        blocks += [*said, *junk_said(len(junk))]
        figures += shares
        shown = self.feedback.get(ids[:MOST_RECORDS], within=decision.scope)
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

    def _as_theme(self, query: str, wanted: FeedbackFilter, *, language: str) -> tuple[list[Passport], list[Worked]]:
        """Count the theme that the words asked for speak of: its terms are of every language, the words of one."""
        taxonomy = self.taxonomy.taxonomy()
        named = taxonomy.named(query)
        found = ThemeAnnotator(taxonomy.themes, version=taxonomy.version).themes(query)
        key = named.key if named else found[0].theme if len(found) == 1 else None
        if key is None:
            return [], []
        counts = self.themes.counts(wanted, within=EVERYTHING)
        texts = counts.themes[key].texts if key in counts.themes else 0
        if not counts.texts:
            return [], []
        share = wilson(texts, counts.texts)
        args: dict[str, Value] = {
            "theme": next(theme.name(language) for theme in taxonomy.themes if theme.key == key),
            "n": texts,
            "all": counts.texts,
            "share": amount(100 * texts / counts.texts, "%"),
            "low": amount(100 * share.low, "%"),
            "high": amount(100 * share.high, "%"),
        }
        figure = Worked(
            name=f"theme.{key}",
            value=100 * texts / counts.texts,
            low=100 * share.low,
            high=100 * share.high,
            unit="%",
            definition=annotator_name(taxonomy.version),
            n=counts.texts,
        )
        return [Passport(line=Line(key="count-theme", args=args))], [figure]


def _counted(count: int, n: int) -> Worked:
    return Worked(name="mentions", value=float(count), unit="texts", definition="mentions@1", n=n)


def _headline(slots: Slots, wanted: FeedbackFilter, shown: int, limited: tuple[str, ...]) -> Line:
    args: dict[str, Value] = {"n": shown, "where": where_said(wanted, limited)}
    if wanted.days is not None:
        args["days"] = wanted.days
    if slots.get("query"):
        return Line(key="search-about", args={**args, "query": str(slots["query"])[:60]})
    if slots.get("sort") == "score_asc":
        return Line(key="search-worst", args=args)
    return Line(key="search-negative" if wanted.group is ScoreGroup.DISSATISFIED else "search-newest", args=args)
