"""cxbot drivers: which touchpoints a score goes with."""

import json
from typing import TYPE_CHECKING

import click

from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.main import App
    from metrics.query import ScoreQuery

USUAL_PERIOD = "last_90d"  # the questions' vocabulary: drivers whose period was not said


@click.command(name="drivers")
@click.argument("metric")
@click.option(
    "--by", metavar="DIM", default="touchpoint", show_default=True, help="touchpoint, stage, journey, channel."
)
@click.option(
    "--period", metavar="TEXT", default=USUAL_PERIOD, show_default=True, help='"last quarter", 2018-03, all ...'
)
@click.option("--where", metavar="K=V", multiple=True, help="Only these, as segment=new; several may be given.")
@common_options
def command(options: Options, *, metric: str, by: str, period: str, where: tuple[str, ...]) -> None:
    """Say which touchpoints go with a score: cxbot drivers nps --where segment=new."""
    from bot.cli.asker import pairs_of

    wanted = pairs_of(where)
    with app_for(options) as app:
        from adapters.chat.console import plain_text
        from bot.capabilities.driver_tables import driver_blocks
        from bot.capabilities.drivers import driver_figures
        from bot.cli.figure_json import figure_json, source_json
        from bot.messages import Outcome, Reply
        from bot.say import Say

        found = app.drivers.drivers(watched_query(app, metric, by=by, period=period, where=wanted))
        say = Say("en")
        if options.as_json:
            body = {
                "shown": found.shown,
                "pairing": found.pairing,
                "respondents": found.respondents,
                "complete": found.complete,
                "figures": [figure_json(figure, say=say) for figure in driver_figures(found)],
                "sources": [source_json(source) for source in found.sources],
            }
            click.echo(json.dumps(body, ensure_ascii=False, indent=2))
            return
        click.echo(plain_text(Reply(outcome=Outcome.ANSWER, intent="drivers", blocks=tuple(driver_blocks(found))), say))


def watched_query(
    app: "App", metric: str, *, by: str | None, period: str, where: dict[str, tuple[str, ...]]
) -> "ScoreQuery":
    """Read what was asked; `all` is from the metric's first answer to its last, or those of a variant of it."""
    from zoneinfo import ZoneInfo

    from metrics.period_words import parse_period
    from metrics.query import ScoreQuery

    today = app.clock.now().astimezone(ZoneInfo(app.settings.timezone)).date()
    asked = app.scores.metric(metric).id
    days = parse_period(
        period, today=today, named_events=app.sources.event_day, span=lambda: app.scores.span(asked)
    ).days
    return ScoreQuery(metric=asked, days=days, where=where, by=by)
