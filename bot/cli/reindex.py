"""cxbot reindex: delete the index of feedback texts and build it again from the store."""

import json
import sys

import click

from bot.cli.options import Options, app_for, common_options


@click.command(name="reindex")
@click.option("--missing", is_flag=True, help="Only index what is not indexed yet.")
@common_options
def command(options: Options, *, missing: bool) -> None:
    """Rebuild the index of feedback texts; search works meanwhile."""
    with app_for(options) as app:
        from bot.messages import Line
        from bot.say import Say
        from knowledge.backlog import index_backlog, reindex

        say = Say(app.settings.language)

        def tell(done: int, total: int) -> None:
            click.echo(say.text(Line(key="reindex-progress", args={"done": done, "total": total})), err=True)

        run = index_backlog if missing else reindex
        did = run(app.search.parts, on_progress=None if options.as_json else tell)
        if options.as_json:
            click.echo(json.dumps({"indexed": did.indexed, "pending": did.pending, "reason": did.reason}))
        elif did.reason is None:
            click.echo(say.text(Line(key="reindex-done", args={"n": did.indexed})))
        if did.reason is not None:
            click.echo(say.text(Line(key="reindex-locked", args={"n": did.pending})), err=True)
            sys.exit(1)
