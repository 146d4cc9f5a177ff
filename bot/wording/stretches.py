"""Stretches of time by the names that breakdowns give them: 2026-11-20T09, 2026-W47, 2026-11, 2026-Q4."""

from collections.abc import Iterator
from datetime import date, timedelta

from metrics.calendar import MONTHS_OF, stretch_name, stretch_of
from metrics.figures import Days

GRAINS = ("hour", "day", "week", "month", "quarter", "year")
"""From fine to coarse."""
HOURS = 24


def stretch(label: str, grain: str) -> Days:
    """Give the days that a label names; of an hour, its day."""
    match grain:
        case "hour" | "day":
            return stretch_of(date.fromisoformat(label[:10]), "day")
        case "week":
            year, week = label.split("-W")
            return stretch_of(date.fromisocalendar(int(year), int(week), 1), "week")
        case "quarter":
            year, quarter = label.split("-Q")
            return stretch_of(date(int(year), 3 * int(quarter) - 2, 1), "quarter")
        case _:
            year, _, month = label.partition("-")
            return stretch_of(date(int(year), int(month or 1), 1), grain)


def labels(days: Days, grain: str) -> Iterator[str]:
    """Name every stretch that days touch, in order, those without answers too."""
    day = days.first
    while day < days.end:
        if grain == "hour":
            yield from (f"{day.isoformat()}T{hour:02}" for hour in range(HOURS))
        else:
            yield stretch_name(day, grain)
        day = stretch_of(day, "day" if grain == "hour" else grain).end


def how_many(days: Days, grain: str) -> int:
    """Count the stretches that days touch, about: enough to choose a grain by."""
    if grain in MONTHS_OF:
        return days.count // (28 * MONTHS_OF[grain]) + 1
    return {"hour": days.count * HOURS, "day": days.count}.get(grain, days.count // 7 + 1)


def within(label: str, grain: str, days: Days) -> Days:
    """Give the part of a stretch that lies in `days`."""
    found = stretch(label, grain)
    return Days(first=max(found.first, days.first), end=max(min(found.end, days.end), days.first + timedelta(days=1)))
