"""Days, times and contents of digests, as slots write them and as they are said."""

from datetime import time

from bot.messages import Json, Line, Listing, Value
from bot.store.subscriptions import WEEK, Subscription

CONTENT = ("new_detractors", "overdue_cases", "themes")
"""What a digest may hold besides metrics."""
SPANS = {"daily": WEEK, "mon-fri": WEEK[:5], "weekly": WEEK[:1], "weekend": WEEK[5:]}


def as_weekdays(said: str) -> tuple[str, ...]:
    """Read days; raises ValueError where there is no day of the week among them."""
    if said in SPANS:
        return SPANS[said]
    asked = {part.strip() for part in said.split(",")}
    days = tuple(day for day in WEEK if day in asked)
    if not days or asked - set(WEEK):
        raise ValueError(said)
    return days


def as_time(said: str) -> time:
    """Read a time of day; raises ValueError for one that no day has."""
    return time.fromisoformat(said)


def as_content(said: Json) -> tuple[str, ...]:
    """Read what a digest is to hold."""
    return tuple(str(one) for one in said) if isinstance(said, list) else ()


def schedule_line(kept: Subscription) -> Line:
    """Say when a digest comes."""
    at = kept.at.strftime("%H:%M")
    if kept.days in (WEEK, WEEK[:5]):
        return Line(key="digest-every-day" if kept.days == WEEK else "digest-every-weekday", args={"time": at})
    days: tuple[Value, ...] = tuple(Line(key=f"digest-day-{day}") for day in kept.days)
    return Line(key="digest-on-days", args={"days": Listing(items=days), "time": at})
