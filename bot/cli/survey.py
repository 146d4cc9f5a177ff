"""cxbot survey: put a question to a customer."""

import json
import sys

import click

from bot.cli.asker import asker
from bot.cli.options import Options, app_for, common_options


@click.group(name="survey")
def command() -> None:
    """Ask customers."""


@command.command(name="send")
@click.option("--to", "recipient", required=True, metavar="telegram:ID", help="Whom to ask.")
@click.option("--touchpoint", required=True, metavar="NAME", help="What to ask about.")
@common_options
def send(options: Options, recipient: str, touchpoint: str) -> None:
    """Ask one customer how likely they are to recommend; cxbot serve sends it."""
    with app_for(options) as app:
        import uuid

        from bot.messages import Line, Openness
        from bot.people import Action, decide
        from bot.say import Say
        from bot.store.outbox import StoredOutbox
        from bot.surveys.sending import NoRecipient, ask

        say = Say(app.settings.language)
        if not decide(asker(app, options), Action.WRITE_SURVEYS, place=Openness.PRIVATE).allowed:
            click.echo(say.text(Line(key="refuse-permission")))
            return
        try:
            asked = ask(
                app.engine,
                outbox=StoredOutbox(app.engine, clock=app.clock),
                recipient=recipient,
                touchpoint=touchpoint,
                language=app.settings.language,
                begun_by=uuid.uuid4().hex,
                now=app.clock.now(),
            )
        except NoRecipient:
            line = Line(key="survey-not-a-recipient", args={"recipient": recipient})
            click.echo(say.text(line), err=True)
            sys.exit(1)
        if options.as_json:
            click.echo(json.dumps({"session": asked.key, "to": asked.chat, "touchpoint": asked.touchpoint}))
            return
        args = {"touchpoint": asked.touchpoint or touchpoint, "recipient": recipient}
        click.echo(say.text(Line(key="survey-sent", args=args)))
