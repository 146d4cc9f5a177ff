"""What many comments say, in short: themes with their shares, and quotes that stand for the others.

With a writer also sentences, each resting on texts that are named.
"""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.feedback_slots import where_said
from bot.capabilities.rights import limits, limits_said
from bot.capabilities.score_slots import ScoreSlots
from bot.capabilities.theme_tables import ThemeQuotes, junk_said, negative, share, theme_figures, theme_table
from bot.capabilities.themes import themes_filter
from bot.messages import Block, Line, Listing, Outcome, Paragraph, Passport, Quote, Reply, Value
from bot.people import Action, decide
from bot.wording.figures import amount
from bot.wording.quotes import quotes_of
from knowledge.search import FeedbackSearch
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.store.themes import ThemeReader
from knowledge.summaries import Evidence, Material, SummaryWriter, ThemeShare, checked
from knowledge.taxonomy import Taxonomy
from knowledge.theme_changes import ThemeChange, theme_changes
from knowledge.themes import ThemeAnnotator
from metrics.feedback import FeedbackFilter
from metrics.scope import EVERYTHING
from metrics.store.feedback import FeedbackReader

THEMES, QUOTES = 5, 3
WRITTEN_FROM = 12
"""Quotes a writer is given."""

READ_AT_MOST = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarizeFeedback:
    """Answers "summarise what customers say about lockers"."""

    slots: ScoreSlots
    search: FeedbackSearch
    feedback: FeedbackReader
    themes: ThemeReader
    quotes: ThemeQuotes
    taxonomy: TaxonomyBook
    writer: SummaryWriter | None = None

    def __call__(self, ask: Ask) -> Answer:
        """Answer with shares for everybody and with quotes within the asker's rights."""
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        slots = ask.understanding.slots
        days = self.slots.period(slots.get("period", "last_90d"), ask, metric="volume").days
        wanted = themes_filter(slots, ask, days=days)
        query = str(slots.get("query", "")).strip()
        ids = self._ids(query, wanted)
        counts = self.themes.among(ids)
        shown = theme_changes(counts, replace(counts, texts=0, themes={}))[:THEMES]
        taxonomy = self.taxonomy.taxonomy()
        about: Value = query or where_said(wanted, ())
        args: dict[str, Value] = {"all": counts.texts, "about": about, "days": days}
        blocks: list[Block] = [Paragraph(line=Line(key="summary-headline", args=args), strong=True)]
        if counts.texts:
            bad: dict[str, Value] = {"share": amount(100 * counts.negative / counts.texts, "%"), "n": counts.negative}
            blocks.append(Paragraph(line=Line(key="summary-feeling", args=bad)))
        chosen = self.quotes.standing_for(ids, within=decision.scope, limit=WRITTEN_FROM if self.writer else QUOTES)
        quotes = quotes_of(self.feedback.get(chosen, within=decision.scope))
        blocks += self._written(counts.texts, shown, quotes, taxonomy=taxonomy, language=ask.language)
        if shown:
            blocks.append(theme_table(shown, taxonomy=taxonomy, language=ask.language))
        blocks += quotes[:QUOTES]
        blocks.append(Passport(line=Line(key="summary-rule", args={"version": taxonomy.version})))
        limited = limits(ask.actor, decision)
        blocks += [*junk_said(counts.junk), *limits_said(limited)]
        reply = Reply(
            outcome=Outcome.ANSWER if counts.texts else Outcome.NO_DATA,
            intent="themes",
            blocks=tuple(blocks),
            reason=None if counts.texts else "no_data",
            slots=slots,
            figures=tuple(figure for one in shown for figure in theme_figures(one, days, version=taxonomy.version)),
            records=tuple(f"feedback:{quote.feedback_id}" for quote in quotes[:QUOTES]),
            limited_to=limited,
        )
        return Answer(reply=reply)

    def _ids(self, query: str, wanted: FeedbackFilter) -> tuple[int, ...]:
        if query:
            return self.search.mentioning(query, within=EVERYTHING, wanted=wanted).ids[:READ_AT_MOST]
        return self.feedback.ids(wanted, within=EVERYTHING, limit=READ_AT_MOST)

    def _written(
        self, texts: int, shown: tuple[ThemeChange, ...], quotes: list[Quote], *, taxonomy: Taxonomy, language: str
    ) -> list[Block]:
        """Give the sentences of the writer that the quotes support, each with the ids it rests on."""
        if self.writer is None or not quotes:
            return []
        names = {theme.key: theme.name(language) for theme in taxonomy.themes}
        themes = tuple(
            ThemeShare(
                name=names.get(one.theme, one.theme), texts=one.now.texts, share=share(one), negative=negative(one)
            )
            for one in shown
        )
        material = Material(
            texts=texts,
            themes=themes,
            quotes=tuple(Evidence(feedback_id=int(one.feedback_id), text=one.text) for one in quotes),
        )
        found = checked(
            self.writer.write(material, language=language), material, annotator=ThemeAnnotator(taxonomy.themes)
        )
        blocks: list[Block] = [
            Paragraph(
                line=Line(
                    key="summary-sentence",
                    args={"text": one.sentence, "ids": Listing(items=tuple(f"#{text}" for text in one.rests_on))},
                )
            )
            for one in found.kept
        ]
        if found.dropped:
            blocks.append(Passport(line=Line(key="summary-dropped", args={"n": found.dropped})))
        return blocks
