"""cxbot rollup check and rebuild: whether the kept marginals still equal the scores."""

import json

import click

from bot.cli.options import Options, app_for, common_options

SHOWN = 20
"""Differences printed for a person; --json has them all."""


@click.group(name="rollup")
def command() -> None:
    """Check or rebuild the rollups."""


@command.command(name="check")
@common_options
def check(options: Options) -> None:
    """Compare the kept rollups with the scores."""
    with app_for(options) as app:
        from bot.messages import Line
        from bot.say import Say
        from metrics.store import rollups
        from metrics.store.engine import reading

        with reading(app.engine) as connection:
            differences = rollups.check(connection)
        if options.as_json:
            found = [
                {"rollup": one.table, "key": one.key, "kept": one.kept, "rebuilt": one.rebuilt} for one in differences
            ]
            click.echo(json.dumps({"differences": found}, ensure_ascii=False))
            return
        say = Say(app.settings.language)
        key = "rollup-differ" if differences else "rollup-equal"
        click.echo(say.text(Line(key=key, args={"count": len(differences)})))
        for one in differences[:SHOWN]:
            where = ", ".join(map(str, one.key))
            click.echo(f"  {one.table} ({where}): {list(one.kept)} / {list(one.rebuilt)}")


@command.command(name="rebuild")
@common_options
def rebuild(options: Options) -> None:
    """Make the rollups anew from the scores."""
    with app_for(options) as app:
        from bot.messages import Line
        from bot.say import Say
        from metrics.store import rollups
        from metrics.store.engine import LOADING, take_turns, writing

        with writing(app.engine) as connection:
            take_turns(connection, at=LOADING)
            differences = rollups.check(connection)
            rollups.rebuild(connection)
        if options.as_json:
            click.echo(json.dumps({"corrected": len(differences)}))
            return
        click.echo(Say(app.settings.language).text(Line(key="rollup-rebuilt", args={"count": len(differences)})))
