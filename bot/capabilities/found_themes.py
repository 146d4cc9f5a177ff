"""What texts are about that no theme covers, with a button to make a theme of it."""

from dataclasses import dataclass

from bot.capabilities.ask import Ask
from bot.messages import Block, Choice, Choices, Json, Line, Paragraph, Passport, Quote, Table, Value
from bot.people import Action, decide
from bot.store.writes import Write
from bot.wording.figures import amount
from bot.wording.quotes import quotes_of
from knowledge.discovery import FoundTheme
from knowledge.store.found_themes import FoundThemeBook, KeptTheme, keep_found
from metrics.scope import Scope
from metrics.store.feedback import FeedbackReader

SHOWN, OFFERED, QUOTED = 6, 3, 2
NAMED_BY, SPOKEN_FOR_BY = 2, 2
"""Words that name a theme, and words that speak for it, until somebody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundThemes:
    """Shows the themes that were found last."""

    book: FoundThemeBook
    feedback: FeedbackReader

    def blocks(self, ask: Ask, *, within: Scope, look: bool) -> tuple[list[Block], tuple[Write, ...]]:
        """Give what to show, and what to keep of it; `look`: look first, where that was not done lately."""
        writes: tuple[Write, ...] = ()
        if not self.book.is_due(now=ask.now):
            found = [one.found for one in self.book.latest() if one.theme is None]
        elif not look:
            return [], ()
        else:
            looked = self.book.look(today=ask.now.date())
            found = list(looked)
            writes = (lambda connection: keep_found(connection, looked, at=ask.now),)
        shown = _ordered(found, ask.language)[:SHOWN]
        if not shown:
            return [Passport(line=Line(key="found-none"))], writes
        blocks: list[Block] = [Paragraph(line=Line(key="found-headline", args={"n": len(shown)}), strong=True)]
        blocks.append(_table(shown))
        blocks += self._quotes(shown, within=within)
        if decide(ask.actor, Action.WRITE_RULES, place=ask.place.openness).allowed:
            blocks.append(_offers(shown, ask))
        return blocks, writes

    def named(self, found: tuple[str, ...]) -> KeptTheme | None:
        """Find what was found by its words."""
        return next((one for one in self.book.latest() if one.found.words == found), None)

    def _quotes(self, shown: list[FoundTheme], *, within: Scope) -> list[Quote]:
        quotes: list[Quote] = []
        for one in shown[:QUOTED]:
            quotes += quotes_of(self.feedback.get(one.examples, within=within))[:1]
        return quotes


def _ordered(found: list[FoundTheme], language: str) -> list[FoundTheme]:
    """Put first what is in the reader's language, then the largest share: they can judge it best."""
    own = language.split("-", maxsplit=1)[0]
    firsts = [one for one in found if one.language == own][: SHOWN // 2]
    return [*firsts, *(one for one in found if one not in firsts)]


def _table(shown: list[FoundTheme]) -> Table:
    columns = ("column-words", "column-language", "column-texts", "column-share")
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (", ".join(one.words), one.language, one.texts, amount(100 * one.texts / one.of, "%")) for one in shown
    )
    return Table(columns=tuple(Line(key=key) for key in columns), rows=rows)


def _offers(shown: list[FoundTheme], ask: Ask) -> Choices:
    options = []
    for one in shown[:OFFERED]:
        name = " ".join(one.words[:NAMED_BY])
        edit: dict[str, Json] = {
            "operation": "add",
            "theme": name,
            "words": list(one.words[:SPOKEN_FOR_BY]),
            "found": list(one.words),
            "language": one.language,
        }
        label = Line(key="found-add", args={"name": name})
        slots: dict[str, Json] = {"edit": edit}
        options.append(Choice(label=label, value=f"+ {name}"[:60], intent=ask.understanding.intent, slots=slots))
    return Choices(options=tuple(options))
