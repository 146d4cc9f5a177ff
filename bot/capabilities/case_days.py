"""When something is due, as people say it: tomorrow, Friday, the end of the month, a date."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
END_OF_DAY = time(17)
"""What is due on a day is due by then."""


def due_at(word: str, *, now: datetime, timezone: str) -> datetime | None:
    """Give the instant of a canonical word or an ISO date in a zone; None: it names no day.

    A weekday is the next one after today.
    """
    today = now.astimezone(ZoneInfo(timezone)).date()
    day = _day(word, today)
    return None if day is None else datetime.combine(day, END_OF_DAY, ZoneInfo(timezone))


def _day(word: str, today: date) -> date | None:
    if word in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(word) - today.weekday() - 1) % 7 + 1)
    named = {
        "yesterday": today - timedelta(days=1),
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "end_of_week": today + timedelta(days=(4 - today.weekday()) % 7),
        "end_of_month": today.replace(day=monthrange(today.year, today.month)[1]),
        "end_of_year": today.replace(month=12, day=31),
    }
    if word in named:
        return named[word]
    if word.startswith("end_of_q") and word[-1] in "1234":
        month = 3 * int(word[-1])
        year = today.year + (month < today.month)
        return date(year, month, monthrange(year, month)[1])
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
