"""A digest: what changed beyond noise and why, what needs its reader today, what customers said, which data is late."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.digests.findings import Finder, Findings, Told, change_line, where_of, windows
from bot.digests.focus import DETRACTORS, OVERDUE, ROLE_CONTENT, SECTIONS, THEMES, Focus, focus_of
from bot.digests.rising import Bad, Rising, Voices
from bot.digests.shared import Shared
from bot.messages import Block, Choice, Choices, Json, Line, Openness, Outcome, Paragraph, Reply, Value
from bot.people import Action, Extent, Person, decide
from bot.store.cases import CaseFilter
from bot.store.desk import CaseDesk
from bot.store.digest_places import DigestFacts, Places
from bot.wording.figures import source_line
from metrics.figures import Days, Figure, SourceAge
from metrics.query import Comparison
from metrics.scope import Scope
from metrics.store.sources import SourceBook

MOST_LATE = 2
YESTERDAY = timedelta(days=1)
SOON = timedelta(days=7)
"""How far ahead an action that falls due is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a digest is to hold. `meant_for` is the instant it was due, where it comes late."""

    content: tuple[str, ...] = ()
    language: str = "en"
    meant_for: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyDigest:
    """Builds digests. One screen at most; that nothing changed is worth saying too.

    What is of a scope is worked out once and shared between people with equal ones.
    """

    finder: Finder
    voices: Voices
    desk: CaseDesk
    sources: SourceBook
    facts: DigestFacts
    shared: Shared = field(default_factory=Shared)

    def for_person(self, person: Person, *, now: datetime, wanted: Wanted | None = None) -> Reply:
        """Give the digest of the seven days before the person's today."""
        wanted = wanted or Wanted(language=person.language)
        ages = self.shared.kept("ages", now=now, make=lambda: self.sources.ages(now=now))
        if not ages:
            line = Paragraph(line=Line(key="digest-no-data"), strong=True)
            return Reply(outcome=Outcome.NO_DATA, intent="digest", blocks=(line,), reason="no_data")
        content = wanted.content or ROLE_CONTENT[person.role]
        today = now.astimezone(ZoneInfo(person.timezone)).date()
        focus = focus_of(person, self._places(now))
        found = self._findings(focus, content, today=today, now=now)
        blocks = [
            *_headline(person, focus, found, wanted),
            *_changes(found, focus),
            *self._needs(person, content, today=today, now=now),
            *self._said(person, focus, content, wanted=wanted, today=today, now=now),
            *(Paragraph(line=source_line(age)) for age in _late(ages)),
        ]
        if found.chart is not None:
            blocks.append(found.chart)
        options = _details(found, focus)
        return Reply(
            outcome=Outcome.ANSWER,
            intent="digest",
            blocks=(*blocks, Choices(options=options)) if options else tuple(blocks),
            figures=_figures(found),
            sources=ages,
        )

    def _findings(self, focus: Focus, content: Sequence[str], *, today: date, now: datetime) -> Findings:
        metrics = tuple(name for name in content if name not in SECTIONS)
        days, base = windows(today)

        def find() -> Findings:
            pairs = [pair for name in metrics for pair in self._pairs(name, focus, days=days, base=base, now=now)]
            return self.finder.find(pairs, focus=focus, days=days, places=self._places(now))

        return self.shared.kept(("findings", focus, metrics, today), now=now, make=find)

    def _pairs(self, name: str, focus: Focus, *, days: Days, base: Days, now: datetime) -> tuple[Comparison, ...]:
        from bot.digests.weeks import compared, read_weeks  # noqa: PLC0415 numpy takes a tenth of a second

        metric = self.finder.engine.metric(name)
        weeks = self.shared.kept(
            ("weeks", metric.id, days),
            now=now,
            make=lambda: read_weeks(self.finder.histograms, metric=metric, days=days, base=base),
        )
        return compared(weeks, focus, places=self._places(now), policy=self.finder.policy)

    def _places(self, now: datetime) -> Places:
        return self.shared.kept("places", now=now, make=self.facts.places)

    def _needs(self, person: Person, content: Sequence[str], *, today: date, now: datetime) -> list[Block]:
        """Say what needs the reader today: cases that are or fall due, and alerts of theirs."""
        decision = decide(person, Action.READ_CASES, place=Openness.PRIVATE)
        if OVERDUE not in content or not decision.allowed:
            return []
        teams = person.teams if decision.extent is Extent.OWN_TEAMS else None
        midnight = datetime.combine(today + timedelta(days=1), time(), tzinfo=ZoneInfo(person.timezone))
        wanted = (CaseFilter(status="open", due_to=now), CaseFilter(status="open", due_from=now, due_to=midnight))
        counts = [self.desk.wanted(one, scope=decision.scope, teams=teams, limit=1)[1] for one in wanted]
        lines = [Line(key="digest-needs", args={"overdue": counts[0], "today": counts[1]})]
        alerts = self.facts.alerts_since(person.key, since=now - YESTERDAY)
        if alerts:
            lines.append(Line(key="digest-alerts", args={"n": alerts}))
        actions = self.facts.actions_due(person.key, until=today + SOON)
        if actions:
            lines.append(Line(key="digest-actions", args={"n": actions}))
        return [Paragraph(line=line) for line in lines]

    def _said(
        self, person: Person, focus: Focus, content: Sequence[str], *, wanted: Wanted, today: date, now: datetime
    ) -> list[Block]:
        """Say which themes rise and who was dissatisfied, quoting what the reader may read."""
        decision = decide(person, Action.READ_TEXTS, place=Openness.PRIVATE)
        blocks: list[Block] = []
        if THEMES in content:
            for rising in self._rising(focus, decision.scope, today=today, now=now):
                blocks.append(Paragraph(line=self.voices.line(rising, language=wanted.language)))
                blocks += [rising.quote] if rising.quote else []
        if DETRACTORS in content:
            bad = self._bad(focus, decision.scope, today=today, now=now)
            blocks.append(Paragraph(line=Line(key="digest-negative", args={"n": bad.count})))
            blocks += bad.quotes
        return blocks

    def _rising(self, focus: Focus, scope: Scope, *, today: date, now: datetime) -> tuple[Rising, ...]:
        days, base = windows(today)
        return self.shared.kept(
            ("rising", focus, scope, today),
            now=now,
            make=lambda: self.voices.rising(focus, days=days, base=base, within=scope),
        )

    def _bad(self, focus: Focus, scope: Scope, *, today: date, now: datetime) -> Bad:
        days = Days(first=today - YESTERDAY, end=today + YESTERDAY)
        return self.shared.kept(
            ("bad", focus, scope, today), now=now, make=lambda: self.voices.bad(focus, days=days, within=scope)
        )


def _headline(person: Person, focus: Focus, found: Findings, wanted: Wanted) -> list[Block]:
    about: Value = focus.unit or Line(key="passport-everything" if focus.touchpoints is None else "digest-yours")
    args: dict[str, Value] = {"name": person.name, "n": found.changes, "about": about}
    blocks: list[Block] = [Paragraph(line=Line(key="digest-headline", args=args), strong=True)]
    if wanted.meant_for is not None:
        blocks.append(Paragraph(line=Line(key="digest-late", args={"at": wanted.meant_for})))
    return blocks


def _changes(found: Findings, focus: Focus) -> list[Block]:
    blocks: list[Block] = [*_told(found.worse, focus)]
    if found.better:
        blocks += [Paragraph(line=Line(key="digest-wins")), *_told(found.better, focus)]
    if found.more:
        blocks.append(Paragraph(line=Line(key="digest-more", args={"n": found.more})))
    return blocks


def _told(some: Sequence[Told], focus: Focus) -> list[Block]:
    lines = [line for told in some for line in (change_line(told, focus), told.why) if line is not None]
    return [Paragraph(line=line) for line in lines]


def _late(ages: Sequence[SourceAge]) -> list[SourceAge]:
    return [age for age in ages if age.late][:MOST_LATE]


def _details(found: Findings, focus: Focus) -> tuple[Choice, ...]:
    """Offer what there was no room for: why, and the scores that did not change."""
    options: list[Choice] = []
    first = next(iter((*found.worse, *found.better)), None)
    if first is not None:
        scope: dict[str, Json] = _scope(where_of(first.pair, focus))
        asked: dict[str, Json] = {"metric": first.pair.now.name, "period": "last_7d", "scope": scope}
        options.append(Choice(label=Line(key="digest-why-more"), value="why", intent="explain_change", slots=asked))
    if found.unchanged:
        slots: dict[str, Json] = {"metric": "csat", "by": "touchpoint", "period": "last_7d"}
        slots |= {"scope": _scope(focus.where)} if focus.where else {}
        label = Line(key="digest-unchanged", args={"n": found.unchanged})
        options.append(Choice(label=label, value="unchanged", intent="metric_value", slots=slots))
    return tuple(options)


def _scope(where: object) -> dict[str, Json]:
    items = where.items() if isinstance(where, dict) else ()
    return {str(name): list(values) if len(values) > 1 else values[0] for name, values in items}


def _figures(found: Findings) -> tuple[Figure, ...]:
    return tuple(told.pair.change for told in (*found.worse, *found.better))
