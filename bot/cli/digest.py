"""cxbot digest: what a manager would be told today."""

import json

import click

from bot.cli.options import Options, app_for, common_options


@click.group(name="digest")
def command() -> None:
    """Preview a manager's digest."""


@command.command(name="preview")
@common_options
def preview(options: Options) -> None:
    """Show the digest of --as PERSON_OR_ROLE as it would be sent now."""
    from bot.cli.asker import asker
    from bot.cli.talk import Said, reply_json, reply_text
    from bot.say import Say

    with app_for(options) as app:
        person = asker(app, options)
        reply = app.digest.for_person(person, now=app.clock.now())
        said = Said(reply=reply, say=Say(person.language, timezone=person.timezone), took_ms=0.0)
        click.echo(json.dumps(reply_json(said), ensure_ascii=False, indent=2) if options.as_json else reply_text(said))
