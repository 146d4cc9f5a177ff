"""Which words and phrases customers use most, each language apart, by how many comments have them."""

from dataclasses import dataclass

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.feedback_slots import where_said
from bot.capabilities.score_slots import ScoreSlots
from bot.capabilities.theme_tables import junk_said
from bot.capabilities.themes import themes_filter
from bot.messages import Block, Line, Outcome, Paragraph, Passport, Reply, Table, Value, Worked
from knowledge.search import FeedbackSearch
from knowledge.store.themes import ThemeReader
from knowledge.word_counts import Spoken, Used, WordsUsed, words_used
from metrics.feedback import FeedbackFilter
from metrics.scope import EVERYTHING
from metrics.store.feedback import FeedbackReader

READ_AT_MOST = 20_000
USUAL_WORDS, MOST_WORDS = 8, 20
LANGUAGES_SHOWN = 4
DEFINITION = "word.texts@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWords:
    """Answers "which words do customers use most about checkout?"."""

    slots: ScoreSlots
    search: FeedbackSearch
    feedback: FeedbackReader
    themes: ThemeReader

    def __call__(self, ask: Ask) -> Answer:
        """Answer with counts for everybody, since a word is no comment; small and empty words are left out."""
        slots = ask.understanding.slots
        days = self.slots.period(slots.get("period", "last_90d"), ask, metric="volume").days
        wanted = themes_filter(slots, ask, days=days)
        junk = self.themes.junk(wanted, within=EVERYTHING)
        query = str(slots.get("query", "")).strip()
        ids = [one for one in self._ids(query, wanted) if one not in junk]
        found = words_used(self._texts(ids), limit=_limit(slots.get("limit")))[:LANGUAGES_SHOWN]
        where: Value = query or where_said(wanted, ())
        args: dict[str, Value] = {"all": len(ids), "where": where, "days": days}
        blocks: list[Block] = [Paragraph(line=Line(key="words-headline", args=args), strong=True)]
        for one in found:
            blocks += _blocks(one)
        if found:
            blocks.append(Passport(line=Line(key="words-rule")))
        blocks += junk_said(len(junk))
        reply = Reply(
            outcome=Outcome.ANSWER if found else Outcome.NO_DATA,
            intent="themes",
            blocks=tuple(blocks),
            reason=None if found else "no_data",
            slots=slots,
            figures=tuple(_figure(one, of=language.texts) for language in found for one in language.words),
        )
        return Answer(reply=reply)

    def _ids(self, query: str, wanted: FeedbackFilter) -> tuple[int, ...]:
        if query:
            return self.search.mentioning(query, within=EVERYTHING, wanted=wanted).ids[:READ_AT_MOST]
        return self.feedback.ids(wanted, within=EVERYTHING, limit=READ_AT_MOST)

    def _texts(self, ids: list[int]) -> list[Spoken]:
        texts = self.feedback.texts(ids, within=EVERYTHING)
        rows = self.feedback.get(ids, within=EVERYTHING)
        return [Spoken(text=texts[row.id].redacted, language=row.language or "") for row in rows if row.id in texts]


def _blocks(found: WordsUsed) -> list[Block]:
    columns = ("column-words", "column-texts", "column-phrases", "column-texts")
    height = max(len(found.words), len(found.phrases))
    rows = tuple((*_cells(found.words, at), *_cells(found.phrases, at)) for at in range(height))
    title = Line(key="words-language", args={"language": found.language or "–", "n": found.texts})
    return [Paragraph(line=title), Table(columns=tuple(Line(key=key) for key in columns), rows=rows)]


def _cells(used: tuple[Used, ...], at: int) -> tuple[Value, Value]:
    return (used[at].words, used[at].texts) if at < len(used) else ("", "")


def _figure(used: Used, *, of: int) -> Worked:
    return Worked(name=f"word.{used.words}", value=float(used.texts), unit="texts", definition=DEFINITION, n=of)


def _limit(limit: object) -> int:
    return min(limit, MOST_WORDS) if isinstance(limit, int) and limit > 0 else USUAL_WORDS
