"""What is looked at by the clock: limits, sources and themes as they stand, the scores of the day that has ended."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import inf

from bot.alerts.finding import Finding, found
from bot.alerts.rising import Rising
from bot.alerts.routing import PERSON
from bot.alerts.rules import OWN, Kind, Rule, of_kind
from bot.alerts.statistical import Statistics
from bot.alerts.threshold import Crossing
from bot.alerts.thresholds import Thresholds, threshold_finding
from bot.messages import Slots
from bot.store.alert_rules import OwnRule
from metrics.analysis.engine import ScoreEngine
from metrics.errors import AskerCanFix
from metrics.figures import Days, SourceAge, Verdict
from metrics.query import Comparison, ScoreQuery

SLACK = 2.0
"""By how many points a false alarm moves the limit of a person's own rule."""
RESPONSE = "response_rate"
RIPE_DAYS, RESPONSE_DAYS, RESPONSE_BASE_DAYS = 2, 7, 28
"""Answers come in for two days; a week of invitations is set against the four before it."""

Standing = frozenset[tuple[str, str]]
"""Rule and cause of what was told and is not over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check came to: what is told, and what is over. `lasting` findings stand until they are over."""

    findings: tuple[Finding, ...] = ()
    lasting: tuple[Finding, ...] = ()
    over: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """Looks at everything that rules are about besides single feedback."""

    rules: Sequence[Rule]
    thresholds: Thresholds
    statistics: Statistics
    rising: Rising
    scores: ScoreEngine
    ages: Callable[[datetime], Sequence[SourceAge]]

    def standing_now(
        self,
        own: Sequence[OwnRule],
        *,
        today: date,
        now: datetime,
        stands: Standing,
        balance: Mapping[tuple[str, str], int],
    ) -> Checked:
        """Look at people's own rules, sources and the themes of today. `balance`: false alarms less useful ones."""
        checked = [*self._thresholds(own, today, now, stands, balance), *self._stale(now, stands)]
        rising = (self.rising.check(rule, day=today, now=now) for rule in of_kind(self.rules, Kind.NEW_THEME))
        return Checked(
            findings=tuple(finding for some in rising for finding in some),
            lasting=tuple(finding for one in checked for finding in one.lasting),
            over=tuple(pair for one in checked for pair in one.over),
        )

    def day_ended(self, day: date, *, now: datetime) -> Checked:
        """Look at the scores of a day that has ended, and at who answers."""
        moved = (
            self.statistics.check(rule, day=day, now=now)
            for kind in (Kind.DRIFT, Kind.SPIKE)
            for rule in of_kind(self.rules, kind)
        )
        answered = (self._response(rule, day, now) for rule in of_kind(self.rules, Kind.RESPONSE))
        return Checked(findings=tuple(finding for some in (*moved, *answered) for finding in some))

    def _thresholds(
        self,
        own: Sequence[OwnRule],
        today: date,
        now: datetime,
        stands: Standing,
        balance: Mapping[tuple[str, str], int],
    ) -> Iterator[Checked]:
        for kept in own:
            rule = rule_of(kept)
            cause = (rule.key, f"{rule.key}:threshold")
            slack = SLACK * max(balance.get(cause, 0), 0)
            try:
                look = self.thresholds.look(rule, today=today, slack=slack, stands=cause in stands)
            except AskerCanFix:  # what it is about is there no more
                continue
            if look.crossing is Crossing.BEYOND:
                yield Checked(lasting=(replace(threshold_finding(rule, look, now=now), strength=inf),))
            elif look.crossing is Crossing.BACK:
                yield Checked(over=(cause,))

    def _stale(self, now: datetime, stands: Standing) -> Iterator[Checked]:
        ages = self.ages(now)
        for rule in of_kind(self.rules, Kind.STALE):
            for age in ages:
                cause = (rule.key, f"{rule.key}:{age.name}")
                if age.late and age.as_of is not None and cause not in stands:
                    yield Checked(lasting=(_stale(rule, age.name, age.as_of, now),))
                elif not age.late and cause in stands:
                    yield Checked(over=(cause,))

    def _response(self, rule: Rule, day: date, now: datetime) -> list[Finding]:
        end = day - timedelta(days=RIPE_DAYS - 1)
        days = Days(first=end - timedelta(days=RESPONSE_DAYS), end=end)
        base = Days(first=days.first - timedelta(days=RESPONSE_BASE_DAYS), end=days.first)
        query = ScoreQuery(metric=RESPONSE, days=days, where=rule.where, by=rule.by)
        try:
            compared = self.scores.compare(query, base=base)
        except AskerCanFix:  # nobody was invited
            return []
        return [_fewer(rule, pair, day, now) for pair in compared.groups if _is_fall(rule, pair)]


def rule_of(own: OwnRule) -> Rule:
    """Give a person's own rule as what is looked at."""
    condition = own.condition
    return Rule(
        key=f"{OWN}{own.id}",
        kind=Kind.THRESHOLD,
        metrics=(own.metric,),
        where=own.scope,
        op=str(condition["op"]),
        limit=float(condition["value"]),
        min_n=int(condition.get("min_n", 0)),
        notify=(f"{PERSON}{own.notify}",),
    )


def _stale(rule: Rule, name: str, as_of: datetime, now: datetime) -> Finding:
    hours = int((now - as_of).total_seconds() // 3600)
    facts: Slots = {"source": name, "hours": hours, "as_of": as_of.isoformat()}
    finding = found(rule, subject=f"{name}:{as_of.isoformat()}", at=now, about=(name,), facts=facts)
    return replace(finding, strength=inf)


def _is_fall(rule: Rule, pair: Comparison) -> bool:
    change, before = pair.change, pair.base.value
    if change.verdict is not Verdict.REAL or change.value is None or not before:
        return False
    return pair.now.n >= rule.customers and -change.value >= rule.least * before


def _fewer(rule: Rule, pair: Comparison, day: date, now: datetime) -> Finding:
    group = next(iter(pair.group.values()), "")
    facts: Slots = {"group": group, "value": pair.now.value, "before": pair.base.value, "n": pair.now.n}
    week = day.isocalendar()
    subject = f"{group}:{week.year}-W{week.week}"
    return found(rule, subject=subject, at=now, about=(group,), facts={**facts, "day": day.isoformat()})
