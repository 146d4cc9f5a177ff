"""The rules looked at by the clock: every hour and a minute after something came in, and every night the day before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.alerts.checks import Checked, Checks, rule_of
from bot.alerts.desk import AlertDesk
from bot.store.alert_rules import OwnRule, end_standing, rules_on, set_standing, standing
from bot.store.alerts import end_alerts
from bot.store.handles import Database
from bot.store.reach import Cause, read_balance
from bot.store.timers import Timer, ask_for, set_timer
from bot.store.writes import Write
from metrics.store.engine import reading, writing

KIND = "rule_check"
EVERY_HOUR, SOON = "rules:hour", "rules:soon"
"""The keys of the timers."""
SOON_AFTER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChecks:
    """Handles the timers of rules, and the nightly look at the day before. `timezone` is the workspace's."""

    engine: Database
    checks: Checks
    desk: AlertDesk
    timezone: str

    def first(self, now: datetime) -> tuple[Write, ...]:
        """Set the hourly timer where it is not set; to be written whenever a process starts."""
        return (partial(ask_for, key=EVERY_HOUR, kind=KIND, due_at=now, payload={}),)

    def soon(self, now: datetime) -> Write:
        """Look in a minute, so that much that comes in together is looked at once."""
        return partial(ask_for, key=SOON, kind=KIND, due_at=now + SOON_AFTER, payload={})

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Look at what stands now; the hourly timer is set again."""
        self.hourly(now)
        again = partial(set_timer, key=EVERY_HOUR, kind=KIND, due_at=now + timedelta(hours=1))
        return (again,) if timer.key == EVERY_HOUR else ()

    def hourly(self, now: datetime) -> None:
        """Look at people's own rules, at sources and at the themes of today, and tell what is new."""
        with reading(self.engine) as connection:
            own, stands = rules_on(connection), standing(connection)
            balance = read_balance(connection, _causes(own))
        today = now.astimezone(ZoneInfo(self.timezone)).date()
        self._tell(self.checks.standing_now(own, today=today, now=now, stands=stands, balance=balance), now=now)

    def daily(self, now: datetime) -> None:
        """Look at the day that has ended; looked at again, it tells nothing twice."""
        yesterday = now.astimezone(ZoneInfo(self.timezone)).date() - timedelta(days=1)
        self._tell(self.checks.day_ended(yesterday, now=now), now=now)

    def _tell(self, checked: Checked, *, now: datetime) -> None:
        if checked == Checked():
            return
        with writing(self.engine) as connection:
            for rule, cause in checked.over:
                end_standing(connection, rule=rule, cause=cause)
                end_alerts(connection, rule=rule, cause=cause, at=now)
            for finding in checked.lasting:
                set_standing(connection, rule=finding.rule, cause=finding.cause, since=now, value=None)
            self.desk.tell(connection, (*checked.lasting, *checked.findings), now=now)


def _causes(own: Sequence[OwnRule]) -> dict[Cause, str]:
    """Name whose opinion counts for each rule: that of the person it tells."""
    return {(key, f"{key}:threshold"): one.notify for one in own for key in [rule_of(one).key]}
