"""When things happen in the demo company, all of it counted back from `now`."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOME_ZONE = "Europe/Warsaw"
RESPONSES = 40_000
TEXTS = 12_000
CUSTOMERS = 8_000
HISTORY_DAYS = 425
"""About 14 months."""

ENOUGH_DAYS = 10
"""So many days into a month, the mix shift can be seen this month; before that, it is put into last month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The calendar of one demo company; days are local days at the head office."""

    now: datetime
    today: date
    start: date
    month: date
    """The first day of this month."""
    mix_shift: date
    """The first day of the new mix, the first of a month."""
    release: datetime
    release_over: date
    """The first day on which login is as good as before."""
    courier_switch: datetime
    courier_training: datetime
    call_centre_training: datetime
    stale_since: datetime
    """The last instant the crm speaks of."""
    sms_fatigue: date
    """From when on text messages are answered half as often."""

    @property
    def yesterday(self) -> date:
        """The day before today."""
        return self.today - timedelta(days=1)

    @property
    def last_saturday(self) -> date:
        """The latest Saturday before today."""
        return self.today - timedelta(days=(self.today.weekday() - 5) % 7 or 7)

    @property
    def days(self) -> int:
        """How many days of history there are, today included."""
        return (self.today - self.start).days + 1

    @property
    def midnight(self) -> datetime:
        """When today began at the head office."""
        return datetime.combine(self.today, time(), tzinfo=ZoneInfo(HOME_ZONE))

    def at(self, day: date, clock: str, *, zone: str = HOME_ZONE) -> datetime:
        """Give the instant of a day when clocks in the zone show `clock`."""
        return datetime.combine(day, time.fromisoformat(clock), tzinfo=ZoneInfo(zone))


def plan_for(now: datetime) -> Plan:
    """Lay out the calendar that ends at `now`."""
    local = now.astimezone(ZoneInfo(HOME_ZONE))
    today = local.date()
    month = today.replace(day=1)

    def morning(days_ago: int) -> datetime:
        return datetime.combine(today - timedelta(days=days_ago), time(8), tzinfo=ZoneInfo(HOME_ZONE))

    return Plan(
        now=now,
        today=today,
        start=today - timedelta(days=HISTORY_DAYS - 1),
        month=month,
        mix_shift=month if today.day >= ENOUGH_DAYS else (month - timedelta(days=1)).replace(day=1),
        release=morning(56),
        release_over=today - timedelta(days=40),
        courier_switch=morning(21),
        courier_training=morning(95),
        call_centre_training=morning(130),
        stale_since=now - timedelta(days=9),
        sms_fatigue=today - timedelta(days=42),
    )
