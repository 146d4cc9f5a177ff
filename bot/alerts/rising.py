"""Themes that rise on a day: far more of what is said is about them than in the weeks before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.alerts.finding import Finding, found
from bot.alerts.rules import Rule
from knowledge.store.themes import ThemeCounts
from knowledge.theme_changes import ThemeChange, theme_changes
from metrics.figures import Days
from metrics.scope import Where

BEFORE_DAYS = 28

Counted = Callable[[Days, Where], ThemeCounts]
"""Counts the texts of some days by theme."""
Customers = Callable[[str, Days, Where], int]
"""Counts the different customers who spoke of a theme in some days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rising:
    """Looks at the themes of a day against the four weeks before it, of which there need not be all."""

    counted: Counted
    customers: Customers

    def check(self, rule: Rule, *, day: date, now: datetime) -> list[Finding]:
        """Find the themes that rise, of what the rule is about; one customer alone raises none."""
        days = Days(first=day, end=day + timedelta(days=1))
        return [
            self._finding(rule, change, day=day, now=now)
            for change in self._rising(rule, days)
            if change.lift >= rule.least and self.customers(change.theme, days, rule.where) >= rule.customers
        ]

    def _rising(self, rule: Rule, days: Days) -> Iterator[ThemeChange]:
        said = self.counted(days, rule.where)
        before = self.counted(Days(first=days.first - timedelta(days=BEFORE_DAYS), end=days.first), rule.where)
        if said.texts and before.texts:
            yield from (change for change in theme_changes(said, before) if change.emerging)

    def _finding(self, rule: Rule, change: ThemeChange, *, day: date, now: datetime) -> Finding:
        names = [name for values in rule.where.values() for name in values]
        finding = found(
            rule,
            subject=f"{change.theme}:{','.join(names)}:{day.isoformat()}",
            at=now,
            about=(change.theme, *names),
            facts={
                "theme": change.theme,
                "texts": change.now.texts,
                "of": change.of,
                "lift": round(change.lift, 2),
                "day": day.isoformat(),
                "scope": {name: list(values) for name, values in rule.where.items()},
            },
        )
        return replace(finding, strength=change.lift / rule.least)
