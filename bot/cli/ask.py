"""cxbot ask: one turn, or a batch of turns as JSON lines."""

import json
import sys
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.main import App


@click.command(name="ask")
@click.argument("text", required=False)
@click.option("--thread", metavar="ID", help="Continue this thread.")
@click.option("--batch", is_flag=True, help="Read JSON lines from standard input; answer each with one JSON line.")
@common_options
def command(options: Options, text: str | None, thread: str | None, batch: bool) -> None:
    """Ask one question: cxbot ask "What is our NPS this month?"."""
    if not batch and text is None:
        raise click.UsageError('Say what to ask: cxbot ask "What is our NPS this month?"')
    with app_for(options) as app:
        if batch:
            for line in sys.stdin:
                if line.strip():
                    click.echo(json.dumps(_answered(app, line, options), ensure_ascii=False, separators=(",", ":")))
            return
        _one(app, text or "", thread=thread, options=options)


def _one(app: "App", text: str, *, thread: str | None, options: Options) -> None:
    from bot.cli.talk import ask, reply_json, reply_text

    said = ask(app, text, as_whom=options.as_whom, thread=thread or uuid.uuid4().hex)
    click.echo(json.dumps(reply_json(said), ensure_ascii=False, indent=2) if options.as_json else reply_text(said))


def _answered(app: "App", line: str, options: Options) -> dict[str, Any]:
    from bot.cli.talk import ask, not_asked, reply_json
    from bot.messages import Line

    try:
        row = json.loads(line)
        now = datetime.fromisoformat(row["now"]) if row.get("now") else None
        text = str(row["text"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return reply_json(not_asked(app, Line(key="error-bad-line"), reason="bad_line"))
    whom = str(row.get("as") or options.as_whom or app.default_person)
    if app.staff.named(whom) is None:
        nobody = Line(key="error-person-unknown", args={"name": whom[:60]})
        return reply_json(not_asked(app, nobody, reason="unknown_person"))
    thread = str(row.get("thread") or uuid.uuid4().hex)
    return reply_json(ask(app, text, as_whom=whom, thread=thread, now=now))
