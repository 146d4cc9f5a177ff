"""Themes as they are shown: a table of shares, feelings and changes, its figures, and quotes that stand for many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.messages import Line, Passport, Quote, Table, Value
from bot.wording.figures import amount
from bot.wording.quotes import quotes_of
from knowledge.coverage import covering
from knowledge.store.themes import ThemeReader
from knowledge.taxonomy import Taxonomy
from knowledge.theme_changes import ThemeChange
from knowledge.themes import annotator_name
from metrics.feedback import FeedbackFilter
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.scope import Scope
from metrics.scores.intervals import wilson
from metrics.store.feedback import FeedbackReader

CHOSEN_AMONG = 150
"""How many of a theme's newest texts the one that stands for them is chosen among."""


def theme_table(shown: Sequence[ThemeChange], *, taxonomy: Taxonomy, language: str) -> Table:
    """Show themes by their names in the reader's language."""
    names = {theme.key: theme.name(language) for theme in taxonomy.themes}
    columns = (
        "column-theme", "column-texts", "column-share", "column-change",
        "column-negative", "column-negative-change", "column-verdict",
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            names.get(one.theme, one.theme),
            one.now.texts,
            amount(share(one), "%"),
            amount(share(one) - share_before(one), "points") if one.of_before else "",
            amount(negative(one), "%"),
            amount(negative(one) - negative_before(one), "points") if one.before.texts else "",
            Line(key="theme-grew") if one.emerging else "",
        )
        for one in shown
    )
    return Table(columns=tuple(Line(key=key) for key in columns), rows=rows)


def theme_figures(one: ThemeChange, days: Days, *, version: int) -> list[Figure]:
    """Give the share of a theme with its interval, its change, and the share of its texts that are negative."""
    interval = wilson(one.now.texts, one.of)
    found = Figure(
        name="theme.share",
        value=share(one),
        low=100 * interval.low,
        high=100 * interval.high,
        n=one.of,
        unit="%",
        quality=Quality.PUBLISH,
        days=days,
        definition=annotator_name(version),
        group={"theme": one.theme},
    )
    bad = wilson(one.now.negative, one.now.texts)
    feeling = replace(
        found,
        name="theme.negative_share",
        value=negative(one),
        low=100 * bad.low,
        high=100 * bad.high,
        n=one.now.texts,
    )
    if not one.of_before:
        return [found, feeling]
    verdict = Verdict.REAL if one.emerging else Verdict.NOISE
    value = share(one) - share_before(one)
    change = replace(found, name="theme.share.change", value=value, low=None, high=None, verdict=verdict)
    return [found, change, feeling]


def share(one: ThemeChange) -> float:
    """Give the share of texts that have a theme, in percent."""
    return 100 * one.now.texts / one.of


def share_before(one: ThemeChange) -> float:
    """Give its share before."""
    return 100 * one.before.texts / one.of_before


def negative(one: ThemeChange) -> float:
    """Give the share of a theme's texts that are negative, in percent."""
    return 100 * one.now.negative / one.now.texts


def negative_before(one: ThemeChange) -> float:
    """Give that share before."""
    return 100 * one.before.negative / one.before.texts


def junk_said(junk: int) -> list[Passport]:
    """Say how many texts were left out because they say nothing."""
    return [Passport(line=Line(key="themes-junk", args={"n": junk}))] if junk else []


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeQuotes:
    """Finds quotes that stand for the texts of themes; each is a stretch of a stored record."""

    themes: ThemeReader
    feedback: FeedbackReader

    def of_themes(self, keys: Sequence[str], wanted: FeedbackFilter, *, within: Scope) -> list[Quote]:
        """Quote one text of each theme: the one most like the others of it, and no text twice."""
        ids: list[int] = []
        for key in keys:
            newest = self.themes.ids(key, wanted, within=within, limit=CHOSEN_AMONG)
            ids += self.standing_for([one for one in newest if one not in ids], within=within, limit=1)
        return quotes_of(self.feedback.get(ids, within=within))

    def standing_for(self, ids: Sequence[int], *, within: Scope, limit: int) -> tuple[int, ...]:
        """Choose texts that together say most of what these say."""
        texts = self.feedback.texts(ids[:CHOSEN_AMONG], within=within)
        ordered = {one: texts[one].redacted for one in ids[:CHOSEN_AMONG] if one in texts}
        return covering(ordered, limit=limit)
