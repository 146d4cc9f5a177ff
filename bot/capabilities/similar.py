"""Comments like one that was shown, and how many others speak of the same things."""

from dataclasses import dataclass

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.feedback_slots import feedback_filter, limit_of
from bot.capabilities.refuse import denied
from bot.capabilities.rights import limits, limits_said
from bot.capabilities.score_slots import ScoreSlots
from bot.messages import Block, Line, Outcome, Paragraph, Passport, Quote, Reply, Value, Worked
from bot.people import Action, decide
from bot.wording.figures import amount
from bot.wording.quotes import quote_block
from knowledge.search import FeedbackSearch
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.store.themes import ThemeReader
from metrics.feedback import FeedbackFilter
from metrics.scope import EVERYTHING, Scope
from metrics.scores.intervals import wilson
from metrics.store.feedback import FeedbackReader

MARK = "feedback:"


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarFeedback:
    """Answers "more like this", "do others say this too?"."""

    slots: ScoreSlots
    search: FeedbackSearch
    feedback: FeedbackReader
    themes: ThemeReader
    taxonomy: TaxonomyBook

    def __call__(self, ask: Ask) -> Answer:
        """Answer with how many have the same themes, for everybody, and the nearest quotes within the rights."""
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        if not decision.allowed:
            return denied(ask)
        record = meant(ask)
        stored = self.feedback.texts([record], within=decision.scope) if record is not None else {}
        if record is None or record not in stored:
            return _nothing_shown(ask)
        slots = ask.understanding.slots
        days = self.slots.period(slots.get("period", "last_90d"), ask, metric="volume").days
        wanted = feedback_filter(slots, ask.actor, days=days)
        counted, figures = self._others(record, wanted, language=ask.language)
        quotes = self._near(stored[record].redacted, record, wanted, within=decision.scope, limit=limit_of(slots))
        line = Line(key="similar-headline", args={"n": len(quotes), "id": str(record), "days": days})
        limited = limits(ask.actor, decision)
        blocks: list[Block] = [Paragraph(line=line, strong=True), *counted, *quotes]
        blocks += [Passport(line=Line(key="similar-rule")), *limits_said(limited)]
        reply = Reply(
            outcome=Outcome.ANSWER if quotes else Outcome.NO_DATA,
            intent="feedback_search",
            blocks=tuple(blocks),
            reason=None if quotes else "no_data",
            slots=slots,
            figures=tuple(figures),
            records=tuple(f"{MARK}{quote.feedback_id}" for quote in quotes),
            limited_to=limited,
        )
        return Answer(reply=reply)

    def _near(self, text: str, record: int, wanted: FeedbackFilter, *, within: Scope, limit: int) -> list[Quote]:
        found = self.search.search(text, within=within, wanted=wanted, limit=limit + 1)
        return [quote_block(hit.quote) for hit in found.hits if hit.feedback.id != record][:limit]

    def _others(self, record: int, wanted: FeedbackFilter, *, language: str) -> tuple[list[Paragraph], list[Worked]]:
        """Count the texts that have each theme of the record, itself left out."""
        counts = self.themes.counts(wanted, within=EVERYTHING)
        names = {theme.key: theme.name(language) for theme in self.taxonomy.taxonomy().themes}
        lines: list[Paragraph] = []
        figures: list[Worked] = []
        for key in self.themes.of(record):
            theme = counts.themes.get(key)
            others = max(theme.texts - 1, 0) if theme else 0
            if not counts.texts:
                continue
            low, high = wilson(others, counts.texts).low, wilson(others, counts.texts).high
            args: dict[str, Value] = {
                "theme": names.get(key, key),
                "n": others,
                "share": amount(100 * others / counts.texts, "%"),
                "low": amount(100 * low, "%"),
                "high": amount(100 * high, "%"),
            }
            lines.append(Paragraph(line=Line(key="similar-theme", args=args)))
            figure = Worked(
                name=f"theme.{key}", value=float(others), unit="texts", definition="similar@1", n=counts.texts
            )
            figures.append(figure)
        return lines, figures


def meant(ask: Ask) -> int | None:
    """Give the comment that is meant: the one named of those shown last, else the first of them."""
    shown = (
        [record.removeprefix(MARK) for record in ask.before.records if record.startswith(MARK)] if ask.before else []
    )
    place = ask.understanding.slots.get("item_ref")
    at = place - 1 if isinstance(place, int) and 0 < place <= len(shown) else 0
    return int(shown[at]) if shown else None


def _nothing_shown(ask: Ask) -> Answer:
    reply = Reply(
        outcome=Outcome.CLARIFY,
        intent="feedback_search",
        blocks=(Paragraph(line=Line(key="similar-nothing"), strong=True),),
        slots=ask.understanding.slots,
        missing=("record",),
    )
    return Answer(reply=reply)
