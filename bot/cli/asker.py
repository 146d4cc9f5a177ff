"""Who asks from the command line, and which feedback --where and --period name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bot.cli.options import Options

if TYPE_CHECKING:
    from bot.main import App
    from bot.people import Person
    from metrics.figures import Days


def asker(app: "App", options: Options) -> "Person":
    """Say who asks: --as, else whom the terminal speaks as; raises click.UsageError."""
    name = options.as_whom or app.default_person
    person = app.staff.named(name)
    if person is None:
        raise click.UsageError(f"--as {name}: no such person or role")
    return person


def period_of(app: "App", text: str) -> "Days | None":
    """Read --period in the workspace's zone; None for all days. Raises UnknownPeriod."""
    from zoneinfo import ZoneInfo

    from metrics.period_words import parse_period

    if text.strip().casefold() == "all":
        return None
    zone = app.settings.timezone
    today = app.clock.now().astimezone(ZoneInfo(zone)).date()
    return parse_period(text, today=today, named_events=app.sources.event_day).days


def pairs_of(where: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Read K=V pairs; a key given twice wants either value. Raises click.UsageError."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in where:
        key, equals, value = (part.strip() for part in pair.partition("="))
        if not (key and equals and value):
            raise click.UsageError(f"--where takes K=V, as touchpoint=delivery; got {pair!r}")
        found[key] = (*found.get(key, ()), value)
    return found
