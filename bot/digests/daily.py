"""A manager's digest: what moved beyond noise, what needs them, what customers said, which sources are late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from bot.messages import Block, Line, Openness, Outcome, Paragraph, Reply
from bot.people import Action, Extent, Person, decide
from bot.store.cases import CaseFilter
from bot.store.desk import CaseDesk
from bot.wording.figures import amount, metric_name, source_line
from bot.wording.quotes import quotes_of
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.ports import UNKNOWN
from metrics.errors import NothingInPeriod
from metrics.feedback import FeedbackFilter, ScoreGroup, Sort
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.query import Comparison, ScoreQuery
from metrics.store.feedback import FeedbackReader
from metrics.store.sources import SourceBook

WATCHED = ("nps", "csat", "ces")
WINDOW, BASE = timedelta(days=7), timedelta(days=28)
"""A week is set against the four before it: the same weekdays, and a base steady enough for a week to stand out."""
CUTS = (None, "touchpoint", "region")
MOST_CHANGES, MOST_QUOTES = 5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyDigest:
    """Builds digests. One screen at most; that nothing changed is worth saying too."""

    engine: ScoreEngine
    feedback: FeedbackReader
    desk: CaseDesk
    sources: SourceBook

    def for_person(self, person: Person, *, now: datetime) -> Reply:
        """Give the digest of the seven days before the person's today."""
        today = now.astimezone(ZoneInfo(person.timezone)).date()
        days = Days(first=today - WINDOW, end=today)
        changes, unchanged = self._changes(days)
        quotes = self._negative(person, days=Days(first=today - timedelta(days=1), end=today + timedelta(days=1)))
        ages = self.sources.ages(now=now)
        if not ages:
            blocks: list[Block] = [Paragraph(line=Line(key="digest-no-data"), strong=True)]
            return Reply(outcome=Outcome.NO_DATA, intent="digest", blocks=tuple(blocks), reason="no_data")
        blocks = [
            Paragraph(line=Line(key="digest-headline", args={"name": person.name, "n": len(changes)}), strong=True),
            *(Paragraph(line=_change(pair)) for pair in changes[:MOST_CHANGES]),
            Paragraph(line=Line(key="digest-unchanged", args={"n": unchanged})),
            *self._cases(person, now=now),
        ]
        if quotes:
            blocks += [Paragraph(line=Line(key="digest-negative")), *quotes]
        blocks += [Paragraph(line=source_line(age)) for age in ages if age.late]
        figures: tuple[Figure, ...] = tuple(pair.change for pair in changes[:MOST_CHANGES])
        return Reply(outcome=Outcome.ANSWER, intent="digest", blocks=tuple(blocks), figures=figures, sources=ages)

    def _changes(self, days: Days) -> tuple[list[Comparison], int]:
        """Compare the week with the four before it, of the whole and of each group; the largest real change first."""
        base = Days(first=days.first - BASE, end=days.first)
        pairs: list[Comparison] = []
        for metric, cut in product(WATCHED, CUTS):
            try:
                result = self.engine.compare(ScoreQuery(metric=metric, days=days, by=cut), base=base)
            except NothingInPeriod:
                continue
            pairs += [pair for pair in result.groups if UNKNOWN not in pair.group.values()] if cut else [result.whole]
        real = [pair for pair in pairs if _is_worth_knowing(pair)]
        return sorted(real, key=_size, reverse=True), len(pairs) - len(real)

    def _negative(self, person: Person, *, days: Days) -> list[Block]:
        decision = decide(person, Action.READ_TEXTS, place=Openness.PRIVATE)
        wanted = FeedbackFilter(days=days, group=ScoreGroup.DISSATISFIED, has_text=True)
        rows = self.feedback.find(wanted, within=decision.scope, sort=Sort.SCORE_ASC, limit=MOST_QUOTES)
        return [*quotes_of(rows)]

    def _cases(self, person: Person, *, now: datetime) -> list[Block]:
        decision = decide(person, Action.READ_CASES, place=Openness.PRIVATE)
        if not decision.allowed:
            return []
        teams = person.teams if decision.extent is Extent.OWN_TEAMS else None
        wanted = CaseFilter(status="open", due_to=now)
        count = self.desk.wanted(wanted, scope=decision.scope, teams=teams, limit=1)[1]
        return [Paragraph(line=Line(key="cases-overdue", args={"n": count}))]


def _is_worth_knowing(pair: Comparison) -> bool:
    return pair.change.verdict is Verdict.REAL and pair.change.quality is Quality.PUBLISH


def _size(pair: Comparison) -> float:
    """Measure a change against what chance allows, so that metrics of different units can be put in order."""
    change = pair.change
    if change.value is None or change.low is None or change.high is None or change.high == change.low:
        return 0.0
    return abs(change.value) / (change.high - change.low)


def _change(pair: Comparison) -> Line:
    change, now, base = pair.change, pair.now, pair.base
    return Line(
        key="digest-change",
        args={
            "metric": metric_name(now.name),
            "where": ", ".join(pair.group.values()) or Line(key="passport-everything"),
            "now": amount(now.value or 0.0, now.unit),
            "base": amount(base.value or 0.0, base.unit),
            "change": amount(change.value or 0.0, change.unit, signed=True),
            "n": now.n,
        },
    )
