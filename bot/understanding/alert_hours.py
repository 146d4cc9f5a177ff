"""When and how often somebody wants alerts: "no alerts between 20:00 and 7:00", "at most 3 alerts a day".

The patterns are data (`grammar/alert_hours.toml`).
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bot.messages import Slots

NOON, DAY, HOUR = 12, 24, 60
KEPT = frozenset("0123456789:一二三四五六七八九十")


def wanted_hours(said: str) -> Slots | None:
    """Read quiet_from and quiet_to in minutes after midnight and budget a day; None: it says nothing of them."""
    match = next(filter(None, (one.fullmatch(said) for one in _patterns())), None)
    if match is None:
        return None
    parts = match.groupdict()
    slots: Slots = {"budget": int(parts["budget"])} if parts.get("budget") else {}
    for name in ("from", "to"):
        if parts.get(name):
            slots[f"quiet_{name}"] = _minutes(parts[name])
    return None if None in slots.values() else slots


def _minutes(said: str) -> int | None:
    """Give the minutes after midnight of a time of day; None: the clock has no such time."""
    hours, _, minutes = "".join(one for one in said if one in KEPT).partition(":")
    if not hours:
        return None
    hour, minute = _hour(hours), int(minutes or 0)
    if any(mark in said for mark in _grammar()["after_noon"]) and hour < NOON:
        hour += NOON
    return hour % DAY * HOUR + minute if hour <= DAY and minute < HOUR else None


def _hour(written: str) -> int:
    if written.isdecimal():
        return int(written)
    digits = _grammar()["digits"]
    tens, ten, ones = written.rpartition("十")
    return (int(digits.get(tens, 1)) * 10 if ten else 0) + int(digits.get(ones, 0))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    grammar = _grammar()
    start, end = (f"(?P<{one}>{grammar['time']})" for one in ("from", "to"))
    return tuple(re.compile(one.replace("<from>", start).replace("<to>", end)) for one in grammar["wanted"])


@cache
def _grammar() -> dict[str, Any]:
    return tomllib.loads(files("bot.understanding").joinpath("grammar/alert_hours.toml").read_text(encoding="utf-8"))
