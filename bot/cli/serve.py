"""cxbot serve: answer in Slack and Telegram until stopped."""

import logging
import os
import sys
from collections.abc import Sequence

import click

from bot.cli.options import Options, app_for, common_options


@click.command(name="serve")
@common_options
def command(options: Options) -> None:
    """Answer in every chat platform that has tokens in the environment; SIGTERM finishes what was begun."""
    import asyncio
    import uuid

    from adapters.errors import AdapterError, NotAuthorised
    from bot.messages import Line, Listing
    from bot.say import Say
    from bot.serving import NothingToServe, serve
    from bot.working import is_left_behind

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    with app_for(options) as app:
        say = Say(app.settings.language, timezone=app.settings.timezone)

        def ready(platforms: Sequence[str]) -> None:
            line = Line(key="serve-listening", args={"platforms": Listing(items=tuple(platforms))})
            click.echo(say.text(line), err=True)

        line: Line | None
        try:
            asyncio.run(serve(app, worker=f"{os.getpid()}-{uuid.uuid4().hex[:8]}", ready=ready))
        except NothingToServe as nothing:
            key = "serve-half" if nothing.half else "serve-missing"
            line = Line(key=key, args={"variables": Listing(items=nothing.missing)})
        except NotAuthorised as refused:
            line = Line(key="serve-refused", args={"platform": refused.platform, "problem": refused.problem})
        except AdapterError as error:
            line = Line(key="serve-unreachable", args={"problem": str(error)})
        else:
            line = None
        if line is not None:
            click.echo(say.text(line), err=True)
            sys.exit(1)
    if is_left_behind():
        os._exit(0)  # as a kill would: whoever takes it over goes on where it is
