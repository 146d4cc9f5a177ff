"""When an action is due: the canonical words of a question as a day."""

from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DECEMBER = 12
USUAL = timedelta(weeks=8)
"""When the effect is checked where nobody said."""


def due_day(said: str, *, today: date) -> date:
    """Give the day; raises ValueError for words that name none."""
    match said.split("_"):
        case ["today"]:
            return today
        case ["tomorrow"]:
            return today + timedelta(days=1)
        case [weekday] if weekday in WEEKDAYS:
            return today + timedelta(days=(WEEKDAYS.index(weekday) - today.weekday() - 1) % 7 + 1)
        case ["end", "of", *what]:
            return _end_of("_".join(what), today)
        case ["next", "week"]:
            return _end_of("week", today) + timedelta(days=7)
        case ["next", "month"]:
            return _end_of_month(_end_of("month", today) + timedelta(days=1))
        case _:
            return date.fromisoformat(said)


def _end_of(what: str, today: date) -> date:
    match what:
        case "week":
            return today + timedelta(days=6 - today.weekday())
        case "month":
            return _end_of_month(today)
        case "quarter":
            return _end_of_month(today.replace(day=1, month=(today.month + 2) // 3 * 3))
        case "year":
            return today.replace(month=DECEMBER, day=31)
        case "q1" | "q2" | "q3" | "q4":
            end = _end_of_month(today.replace(day=1, month=3 * int(what[1])))
            return end if end >= today else _end_of_month(end.replace(day=1, year=end.year + 1))
        case _:
            raise ValueError(what)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
