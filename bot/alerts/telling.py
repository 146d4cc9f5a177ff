"""Whether and when a person is told of a finding: a pure decision, with its reason."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo

from bot.alerts.finding import Finding
from bot.store.reach import Reach

SUMMARY_AT = (time(8, 0), time(16, 30))
"""When what was held back is summed up, in the person's zone."""
STRICTER, STRICTEST = 0.25, 3.0
"""Each false alarm more than useful ones asks for so much more; at most so many times as much."""


class Reason(StrEnum):
    """Why it was told then, or not."""

    TOLD = "told"
    SAME_CAUSE = "same_cause"
    QUIET_HOURS = "quiet_hours"
    BUDGET = "budget"
    SILENCED = "silenced"
    LEARNT = "learnt"
    """People said that this much is no issue."""


When = Literal["now", "later", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is done: told now, later in a summary, or never."""

    when: When
    reason: Reason


def telling(finding: Finding, reach: Reach, *, now: datetime) -> Telling:
    """Decide. What is critical is told at night, beyond the budget, and whatever was learnt; silence holds for all."""
    if (finding.rule, finding.cause) in reach.silences:
        return Telling(when="never", reason=Reason.SILENCED)
    if (finding.rule, finding.cause) in reach.told_lately:
        return Telling(when="later", reason=Reason.SAME_CAUSE)
    if finding.priority == "critical":
        return Telling(when="now", reason=Reason.TOLD)
    if finding.strength < strictness(reach.balance.get((finding.rule, finding.cause), 0)):
        return Telling(when="never", reason=Reason.LEARNT)
    if is_quiet(reach, now):
        return Telling(when="later", reason=Reason.QUIET_HOURS)
    if reach.told_today >= reach.budget:
        return Telling(when="later", reason=Reason.BUDGET)
    return Telling(when="now", reason=Reason.TOLD)


def strictness(balance: int) -> float:
    """Say how many times what a rule asks for is asked for after so many false alarms more than useful ones."""
    return min(STRICTEST, 1.0 + STRICTER * max(balance, 0))


def is_quiet(reach: Reach, now: datetime) -> bool:
    """Say whether it is in the person's quiet hours; they may go over midnight."""
    local = now.astimezone(ZoneInfo(reach.timezone))
    minute = local.hour * 60 + local.minute
    if reach.quiet_from <= reach.quiet_to:
        return reach.quiet_from <= minute < reach.quiet_to
    return minute >= reach.quiet_from or minute < reach.quiet_to


def next_summary(now: datetime, timezone: str) -> datetime:
    """Give the next instant at which a person gets what was held back; it exists and is later, also over DST."""
    zone = ZoneInfo(timezone)
    today = now.astimezone(zone).date()
    instants = (
        datetime.combine(today + timedelta(days=ahead), at, zone).astimezone(now.tzinfo)
        for ahead in range(3)
        for at in SUMMARY_AT
    )
    return next(instant for instant in instants if instant > now)
