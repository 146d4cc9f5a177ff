"""Slots into a typed query: metric, days and what is asked of, with the asker's own places filled in."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.capabilities.ask import Ask
from bot.messages import Json, Slots
from bot.people import Person
from metrics.errors import UnknownGroup
from metrics.scope import Where


def where_of(slots: Slots, actor: Person) -> Where:
    """Read the slot `scope`; `@mine` and `@my_region` become the asker's own. Raises UnknownGroup if they have none."""
    scope = slots.get("scope")
    if not isinstance(scope, Mapping):
        return {}
    return {str(dimension): _names(str(dimension), value, actor) for dimension, value in scope.items()}


def today(ask: Ask) -> date:
    """Name the day it is for the asker."""
    return local_day(ask.now, ask.actor.timezone)


def local_day(now: datetime, timezone: str) -> date:
    """Name the day an instant falls on in a zone."""
    return now.astimezone(ZoneInfo(timezone)).date()


def _names(dimension: str, value: Json, actor: Person) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(_own(dimension, str(name), actor) for name in values)


def _own(dimension: str, name: str, actor: Person) -> str:
    own = {"@mine": actor.unit, "@my_region": actor.region}.get(name, name)
    if own is None:
        raise UnknownGroup(dimension, name)
    return own


def said(where: Where) -> tuple[str, ...]:
    """List the names in `where` as they are said in an answer."""
    return tuple(name for names in where.values() for name in names)
