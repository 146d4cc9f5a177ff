"""cxbot worker: durable work and nothing else, for more machines or for cron."""

import json
import logging
import os

import click

from bot.cli.options import Options, app_for, common_options


@click.command(name="worker")
@click.option("--once", is_flag=True, help="Do what is due now, then end.")
@common_options
def command(options: Options, once: bool) -> None:
    """Do durable work: timers, digests, escalations, interrupted imports, reading of texts. Any number may run."""
    import asyncio
    import uuid

    from bot.messages import Line
    from bot.say import Say
    from bot.working import is_left_behind, work_alone, work_off

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    worker = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
    with app_for(options) as app:
        say = Say(app.settings.language, timezone=app.settings.timezone)
        if once:
            done = asyncio.run(work_off(app, worker=worker))
            told = Line(key="worker-done", args={"count": done})
            click.echo(json.dumps({"done": done}) if options.as_json else say.text(told))
        else:
            ready = say.text(Line(key="worker-ready"))
            asyncio.run(work_alone(app, worker=worker, ready=lambda: click.echo(ready, err=True)))
    if is_left_behind():
        os._exit(0)  # as a kill would: whoever takes it over goes on where it is
