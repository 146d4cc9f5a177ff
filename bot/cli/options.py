"""The options every command takes, and the app behind them."""

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bot.main import App


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was said after the command."""

    now: datetime | None
    as_whom: str | None
    as_json: bool


class Instant(click.ParamType[datetime]):
    """An ISO instant; without a zone it is read in the workspace's (UTC unless set)."""

    name = "ISO"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read the instant."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not an instant such as 2026-11-20T12:00+01:00", param, ctx)


def common_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --now, --as and --json; the command gets them as one `Options`, first."""

    @click.option("--now", type=Instant(), envvar="CXBOT_NOW", help="Answer as of this instant.")
    @click.option("--as", "as_whom", metavar="PERSON_OR_ROLE", help="Ask as this person or role.")
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    @functools.wraps(function)
    def wrapped(*args: Any, now: datetime | None, as_whom: str | None, as_json: bool, **kwargs: Any) -> Any:
        return function(Options(now=now, as_whom=as_whom, as_json=as_json), *args, **kwargs)

    return wrapped


@contextmanager
def app_for(options: Options) -> "Iterator[App]":
    """Open the home that the environment names; a foreseeable failure ends as one sentence and exit code 1."""
    from bot.cli.failures import told_plainly
    from bot.main import open_app
    from bot.settings import read_settings

    with told_plainly():
        app = open_app(read_settings(os.environ), now=options.now)
        try:
            if options.as_whom is not None and app.staff.named(options.as_whom) is None:
                raise click.UsageError(f"--as {options.as_whom}: no such person or role")
            yield app
        finally:
            app.close()
