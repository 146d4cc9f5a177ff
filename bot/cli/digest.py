"""cxbot digest: what somebody would be told today, and telling those whose digest is due."""

import json

import click

from bot.cli.options import Options, app_for, common_options


@click.group(name="digest")
def command() -> None:
    """Preview a digest, or send those that are due."""


@command.command(name="preview")
@common_options
def preview(options: Options) -> None:
    """Show the digest of --as PERSON_OR_ROLE as it would be sent now."""
    from bot.cli.asker import asker
    from bot.cli.talk import Said, reply_json, reply_text
    from bot.say import Say

    with app_for(options) as app:
        person = asker(app, options)
        language, reply = app.digest_post.previewed(person, now=app.clock.now())
        said = Said(reply=reply, say=Say(language, timezone=person.timezone), took_ms=0.0)
        click.echo(json.dumps(reply_json(said), ensure_ascii=False, indent=2) if options.as_json else reply_text(said))


@command.command(name="send")
@common_options
def send(options: Options) -> None:
    """Put every digest that is due into the outbox; what was sent already is not sent again."""
    with app_for(options) as app:
        keys = app.send_digests()
        if options.as_json:
            click.echo(json.dumps({"sent": len(keys), "to": keys}))
            return
        click.echo(f"{len(keys)} sent" + (f": {', '.join(keys)}" if keys else ""))
