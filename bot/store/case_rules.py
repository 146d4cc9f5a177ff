"""By when a case is to be looked after: hours by the clock, days by the unit's calendar."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Priority = Literal["critical", "high", "normal"]

SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRules:
    """What the organisation promises itself. Hours run day and night; working days are Monday to Friday."""

    critical_hours: float = 4
    high_hours: float = 24
    working_days: int = 5
    reask_days: int = 7
    """How long after its end a case's customer is asked whether it is solved."""
    repeat_days: int = 90
    """How long after a case another one of the same customer is a repeat."""
    timezone: str = "UTC"
    """Whose calendar counts where the unit has none."""
    holidays: frozenset[date] = field(default_factory=frozenset)
    compensation_limit: float = 100.0
    """Money that whoever looks after a case may give by themselves; more is approved by a manager."""

    def contact_due(self, priority: Priority, opened_at: datetime, *, timezone: str | None) -> datetime:
        """Say until when the customer is to hear from us."""
        match priority:
            case "critical":
                return opened_at + timedelta(hours=self.critical_hours)
            case "high":
                return opened_at + timedelta(hours=self.high_hours)
            case "normal":
                return self.resolve_due(opened_at, timezone=timezone)

    def resolve_due(self, opened_at: datetime, *, timezone: str | None) -> datetime:
        """Say until when it is to be solved: the same time of day, so many working days later."""
        zone = ZoneInfo(timezone or self.timezone)
        local = opened_at.astimezone(zone)
        day, left = local.date(), self.working_days
        while left:
            day += timedelta(days=1)
            left -= self._is_working(day)
        return datetime.combine(day, local.time(), zone)

    def _is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.holidays


USUAL = CaseRules()
