"""What customers talk about: themes by how many texts have them, or those that are new."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.feedback_slots import feedback_filter
from bot.capabilities.rights import limits
from bot.capabilities.score_slots import ScoreSlots
from bot.messages import Block, Line, Listing, Outcome, Paragraph, Passport, Quote, Reply, Slots, Table, Value
from bot.people import Action, decide
from bot.wording.figures import amount
from bot.wording.quotes import quotes_of
from knowledge.store.themes import ThemeReader
from knowledge.theme_changes import ThemeChange, theme_changes
from knowledge.themes import read_taxonomy
from metrics.feedback import FeedbackFilter
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.scope import EVERYTHING, Scope
from metrics.scores.intervals import wilson
from metrics.store.feedback import FeedbackReader

USUAL_THEMES, MOST_THEMES = 8, 20
QUOTED_THEMES = 3
BEFORE_NEW = timedelta(days=90)
"""What is new is compared with this long a time before: a theme that comes and goes is not new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowThemes:
    """Answers "what do people complain about?", "any new issues this month?"."""

    slots: ScoreSlots
    themes: ThemeReader
    feedback: FeedbackReader

    def __call__(self, ask: Ask) -> Answer:
        """Answer with shares and changes for everybody, and with quotes within the asker's rights."""
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        slots = ask.understanding.slots
        emerging = slots.get("order") == "emerging"
        now, base = self._periods(ask, emerging=emerging)
        wanted = feedback_filter(slots, ask.actor, days=now)
        found = self.themes.counts(wanted, within=EVERYTHING)
        before = self.themes.counts(replace(wanted, days=base), within=EVERYTHING)
        changes = theme_changes(found, before)
        shown = tuple(one for one in changes if one.emerging or not emerging)[: _limit(slots)]
        blocks: list[Block] = [
            Paragraph(line=_headline(wanted, now, shown, of=found.texts, emerging=emerging), strong=True)
        ]
        if shown:
            blocks += [
                _table(shown, language=ask.language),
                Passport(line=Line(key="themes-rule", args={"base": base})),
            ]
        quotes = self._quotes(shown, wanted, within=decision.scope)
        reply = Reply(
            outcome=Outcome.ANSWER if found.texts else Outcome.NO_DATA,
            intent="themes",
            blocks=(*blocks, *quotes),
            reason=None if found.texts else "no_data",
            slots=slots,
            figures=tuple(figure for one in shown for figure in _figures(one, now)),
            records=tuple(f"feedback:{quote.feedback_id}" for quote in quotes),
            limited_to=limits(ask.actor, decision),
        )
        return Answer(reply=reply)

    def _periods(self, ask: Ask, *, emerging: bool) -> tuple[Days, Days]:
        slots = ask.understanding.slots
        period = self.slots.period(slots.get("period", "last_90d"), ask, metric="volume")
        compare_to = slots.get("compare_to")
        if compare_to is not None:
            return period.days, self.slots.period(compare_to, ask, metric="volume", than=period).days
        if emerging:
            return period.days, Days(first=period.days.first - BEFORE_NEW, end=period.days.first)
        return period.days, period.previous().days

    def _quotes(self, shown: tuple[ThemeChange, ...], wanted: FeedbackFilter, *, within: Scope) -> list[Quote]:
        """Quote the newest text of each of the first themes, no text twice."""
        ids: list[int] = []
        for one in shown[:QUOTED_THEMES]:
            newest = self.themes.ids(one.theme, wanted, within=within, limit=QUOTED_THEMES)
            ids += [text for text in newest if text not in ids][:1]
        return quotes_of(self.feedback.get(ids, within=within))


def _headline(wanted: FeedbackFilter, days: Days, shown: tuple[ThemeChange, ...], *, of: int, emerging: bool) -> Line:
    names = tuple(name for values in wanted.where.values() for name in values)
    where: Value = Listing(items=names) if names else Line(key="passport-everything")
    args: dict[str, Value] = {"where": where, "days": days, "all": of}
    if emerging:
        return Line(key="themes-new", args={**args, "n": len(shown)})
    return Line(key="themes-most", args=args)


def _table(shown: tuple[ThemeChange, ...], *, language: str) -> Table:
    names = {theme.key: theme.name(language) for theme in read_taxonomy()}
    columns = ("column-theme", "column-texts", "column-share", "column-negative", "column-change", "column-verdict")
    rows = tuple(
        (
            names.get(one.theme, one.theme),
            one.now.texts,
            amount(_share(one), "%"),
            amount(100 * one.now.negative / one.now.texts, "%"),
            amount(_share(one) - _share_before(one), "points") if one.of_before else "",
            Line(key="theme-grew") if one.emerging else "",
        )
        for one in shown
    )
    return Table(columns=tuple(Line(key=key) for key in columns), rows=rows)


def _figures(one: ThemeChange, days: Days) -> list[Figure]:
    interval = wilson(one.now.texts, one.of)
    share = Figure(
        name="theme.share",
        value=_share(one),
        low=100 * interval.low,
        high=100 * interval.high,
        n=one.of,
        unit="%",
        quality=Quality.PUBLISH,
        days=days,
        definition="themes@1",
        group={"theme": one.theme},
    )
    if not one.of_before:
        return [share]
    verdict = Verdict.REAL if one.emerging else Verdict.NOISE
    value = _share(one) - _share_before(one)
    return [share, replace(share, name="theme.share.change", value=value, low=None, high=None, verdict=verdict)]


def _share(one: ThemeChange) -> float:
    return 100 * one.now.texts / one.of


def _share_before(one: ThemeChange) -> float:
    return 100 * one.before.texts / one.of_before


def _limit(slots: Slots) -> int:
    limit = slots.get("limit")
    return min(limit, MOST_THEMES) if isinstance(limit, int) and limit > 0 else USUAL_THEMES
