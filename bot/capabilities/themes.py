"""What customers talk about: themes by how many texts have them, or those that are new."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.feedback_slots import feedback_filter
from bot.capabilities.found_themes import FoundThemes
from bot.capabilities.rights import limits
from bot.capabilities.score_slots import ScoreSlots
from bot.capabilities.theme_tables import ThemeQuotes, junk_said, theme_figures, theme_table
from bot.messages import Block, Line, Listing, Outcome, Paragraph, Passport, Quote, Reply, Slots, Value
from bot.people import Action, decide
from bot.store.writes import Write
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.store.themes import ThemeReader
from knowledge.theme_changes import ThemeChange, theme_changes
from metrics.feedback import FeedbackFilter
from metrics.figures import Days
from metrics.scope import EVERYTHING, Scope

USUAL_THEMES, MOST_THEMES = 8, 20
QUOTED_THEMES = 3
BEFORE_NEW = timedelta(days=90)
"""What is new is compared with this long a time before: a theme that comes and goes is not new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowThemes:
    """Answers "what do people complain about?", "any new issues this month?"."""

    slots: ScoreSlots
    themes: ThemeReader
    quotes: ThemeQuotes
    taxonomy: TaxonomyBook
    found: FoundThemes

    def __call__(self, ask: Ask) -> Answer:
        """Answer with shares and changes for everybody, and with quotes within the asker's rights."""
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        slots = ask.understanding.slots
        emerging = slots.get("order") == "emerging"
        now, base = self._periods(ask, emerging=emerging)
        wanted = themes_filter(slots, ask, days=now)
        counts = self.themes.counts(wanted, within=EVERYTHING)
        before = self.themes.counts(replace(wanted, days=base), within=EVERYTHING)
        changes = theme_changes(counts, before)
        shown = tuple(one for one in changes if one.emerging or not emerging)[: _limit(slots)]
        taxonomy = self.taxonomy.taxonomy()
        headline = _headline(wanted, now, shown, of=counts.texts, emerging=emerging)
        blocks: list[Block] = [Paragraph(line=headline, strong=True)]
        if shown:
            blocks += [
                theme_table(shown, taxonomy=taxonomy, language=ask.language),
                Passport(line=Line(key="themes-rule", args={"base": base, "version": taxonomy.version})),
            ]
        blocks += junk_said(counts.junk)
        keys = [one.theme for one in shown[:QUOTED_THEMES]]
        quotes: list[Block] = [*self.quotes.of_themes(keys, wanted, within=decision.scope)]
        more, writes = self._beyond(ask, emerging=emerging, within=decision.scope)
        blocks += [*quotes, *more]
        reply = Reply(
            outcome=Outcome.ANSWER if counts.texts else Outcome.NO_DATA,
            intent="themes",
            blocks=tuple(blocks),
            reason=None if counts.texts else "no_data",
            slots=slots,
            figures=tuple(figure for one in shown for figure in theme_figures(one, now, version=taxonomy.version)),
            records=tuple(f"feedback:{block.feedback_id}" for block in blocks if isinstance(block, Quote)),
            limited_to=limits(ask.actor, decision),
        )
        return Answer(reply=reply, writes=writes)

    def _beyond(self, ask: Ask, *, emerging: bool, within: Scope) -> tuple[list[Block], tuple[Write, ...]]:
        """Say what no theme covers, where new things are asked for everywhere: it was looked for in all texts."""
        if not emerging or ask.understanding.slots.get("scope"):
            return [], ()
        return self.found.blocks(ask, within=within, look=ask.understanding.slots.get("what") == "found")

    def _periods(self, ask: Ask, *, emerging: bool) -> tuple[Days, Days]:
        slots = ask.understanding.slots
        period = self.slots.period(slots.get("period", "last_90d"), ask, metric="volume")
        compare_to = slots.get("compare_to")
        if compare_to is not None:
            return period.days, self.slots.period(compare_to, ask, metric="volume", than=period).days
        if emerging:
            return period.days, Days(first=period.days.first - BEFORE_NEW, end=period.days.first)
        return period.days, period.previous().days


def themes_filter(slots: Slots, ask: Ask, *, days: Days) -> FeedbackFilter:
    """Read what the themes are wanted of; the feeling stands among the slots themselves."""
    given = slots.get("filters")
    filters = dict(given) if isinstance(given, dict) else {}
    if slots.get("sentiment"):
        filters["sentiment"] = slots["sentiment"]
    return feedback_filter({**slots, "filters": filters}, ask.actor, days=days)


def _headline(wanted: FeedbackFilter, days: Days, shown: tuple[ThemeChange, ...], *, of: int, emerging: bool) -> Line:
    names = tuple(name for values in wanted.where.values() for name in values)
    where: Value = Listing(items=names) if names else Line(key="passport-everything")
    args: dict[str, Value] = {"where": where, "days": days, "all": of}
    if emerging:
        return Line(key="themes-new", args={**args, "n": len(shown)})
    return Line(key="themes-most", args=args)


def _limit(slots: Slots) -> int:
    limit = slots.get("limit")
    return min(limit, MOST_THEMES) if isinstance(limit, int) and limit > 0 else USUAL_THEMES
