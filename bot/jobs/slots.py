"""When what recurs is due: a time of day on days of the week, once on each local date, whatever the clocks do.

A time that the clocks skip is the instant they skip to; one that comes twice is the first; a date that a zone leaves
out altogether (Apia, 30 December 2011) has no slot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """A time of day on days of the week (0 is Monday, at least one) in a zone."""

    zone: str
    at: time
    days: frozenset[int] = EVERY_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The local date is what it is for, and the key of whatever is done then; `at` is the instant, in UTC."""

    date: date
    at: datetime


def next_slot(after: datetime, *, weekly: Weekly, last: date | None = None) -> Slot:
    """Give the first slot later than `after` for a date later than `last`, the date of the one done last.

    With `last`, whoever moves west does not get a date twice; whatever was missed before `after` is left out.
    """
    return next(
        slot
        for slot in _slots(_local_date(after, weekly) - DAY, weekly=weekly, step=DAY)
        if slot.at > after and (last is None or slot.date > last)
    )


def latest_slot(until: datetime, *, weekly: Weekly) -> Slot:
    """Give the last slot that is not later than `until`: the one to make up for after a time of not running."""
    return next(slot for slot in _slots(_local_date(until, weekly) + DAY, weekly=weekly, step=-DAY) if slot.at <= until)


def _slots(first: date, *, weekly: Weekly, step: timedelta) -> Iterator[Slot]:
    day = first
    while True:
        if day.weekday() in weekly.days:
            at = _instant(day, weekly)
            if at is not None:
                yield Slot(date=day, at=at)
        day += step


def _instant(day: date, weekly: Weekly) -> datetime | None:
    """Give the instant of the slot; it lies on its date also where the clocks skip from it into the next."""
    zone = ZoneInfo(weekly.zone)
    for fold in (0, 1):
        at = datetime.combine(day, weekly.at, tzinfo=zone).replace(fold=fold).astimezone(UTC)
        if at.astimezone(zone).date() == day:
            return at
    return None


def _local_date(at: datetime, weekly: Weekly) -> date:
    return at.astimezone(ZoneInfo(weekly.zone)).date()
