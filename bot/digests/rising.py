"""Themes that rise, each with words of one customer that stand for it; and what was bad since yesterday."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.digests.focus import Focus
from bot.messages import Line, Quote, Value
from bot.wording.quotes import quotes_of
from knowledge.coverage import covering
from knowledge.store.themes import ThemeReader
from knowledge.taxonomy import Taxonomy
from knowledge.theme_changes import ThemeChange, theme_changes
from metrics.feedback import FeedbackFilter, ScoreGroup, Sort
from metrics.figures import Days
from metrics.scope import EVERYTHING, Scope
from metrics.store.feedback import FeedbackReader

MOST_THEMES, MOST_BAD = 2, 2
CHOSEN_AMONG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Rising:
    """A theme by its key, with how much it grew, and a quote where the reader may see one."""

    theme: str
    texts: int
    before: float
    """How many texts it would have had at its share of the weeks before."""
    quote: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad:
    """How many were dissatisfied, and the worst of what they wrote."""

    count: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Reads what customers said."""

    themes: ThemeReader
    feedback: FeedbackReader
    taxonomy: Callable[[], Taxonomy]

    def rising(self, focus: Focus, *, days: Days, base: Days, within: Scope) -> tuple[Rising, ...]:
        """Give the themes that grew most, by more than chance explains; everybody's are counted, one's own quoted."""
        wanted = FeedbackFilter(where=focus.where, days=days)
        now = self.themes.counts(wanted, within=EVERYTHING)
        before = self.themes.counts(replace(wanted, days=base), within=EVERYTHING)
        grown = [one for one in theme_changes(now, before) if one.emerging]
        grown.sort(key=lambda one: -one.lift)
        return tuple(self._rising(one, wanted, within=within) for one in grown[:MOST_THEMES])

    def bad(self, focus: Focus, *, days: Days, within: Scope) -> Bad:
        """Count the dissatisfied of these days, and quote the worst that one may read."""
        wanted = FeedbackFilter(where=focus.where, days=days, group=ScoreGroup.DISSATISFIED)
        with_text = replace(wanted, has_text=True)
        rows = self.feedback.find(with_text, within=within, sort=Sort.SCORE_ASC, limit=MOST_BAD)
        return Bad(count=self.feedback.count(wanted, within=EVERYTHING), quotes=tuple(quotes_of(rows)))

    def line(self, one: Rising, *, language: str) -> Line:
        """Say that a theme rises, by its name in a language."""
        names = {theme.key: theme.name(language) for theme in self.taxonomy().themes}
        args: dict[str, Value] = {
            "theme": names.get(one.theme, one.theme),
            "n": one.texts,
            "before": round(one.before),
        }
        return Line(key="digest-rising", args=args)

    def _rising(self, one: ThemeChange, wanted: FeedbackFilter, *, within: Scope) -> Rising:
        newest = self.themes.ids(one.theme, wanted, within=within, limit=CHOSEN_AMONG)
        texts = self.feedback.texts(newest, within=within)
        ids = covering({key: texts[key].redacted for key in newest if key in texts}, limit=1)
        quotes = quotes_of(self.feedback.get(ids, within=within))
        before = one.before.texts / one.of_before * one.of if one.of_before else 0.0
        return Rising(theme=one.theme, texts=one.now.texts, before=before, quote=quotes[0] if quotes else None)
