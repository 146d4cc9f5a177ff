"""cxbot score: the metrics engine without the conversation."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bot.cli.asker import asker
from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.cli.score_report import Asked
    from bot.main import App

USUAL_PERIOD = "last_30d"  # the questions' vocabulary: a score whose period was not said


@click.command(name="score")
@click.argument("metric")
@click.option("--by", metavar="DIM", help="Cut by touchpoint, channel, store, month, attr.NAME ...")
@click.option("--over", metavar="DIM", help="Cut by a second dimension too: --by touchpoint --over day.")
@click.option(
    "--period", metavar="TEXT", default=USUAL_PERIOD, show_default=True, help='"last month", 2018-03, all ...'
)
@click.option("--where", metavar="K=V", multiple=True, help="Only these, as touchpoint=delivery; several may be given.")
@click.option("--compare", metavar="TEXT", help='Compare with a period: 2018-06, "same period last year", previous.')
@click.option("--explain", is_flag=True, help="Split the change into mix and rate, over --by or what explains most.")
@common_options
def command(
    options: Options,
    *,
    metric: str,
    by: str | None,
    over: str | None,
    period: str,
    where: tuple[str, ...],
    compare: str | None,
    explain: bool,
) -> None:
    """Compute a score: cxbot score nps --period "last month" --by store."""
    wanted = _where(where)
    if over is not None and (by is None or compare is not None or explain):
        raise click.UsageError("--over goes with --by, and with neither --compare nor --explain")
    with app_for(options) as app:
        from bot.cli.score_report import report_json, report_text, reported

        asked = _asked(app, metric, by=by, period=period, where=wanted, compare=compare, explain=explain)
        if over is not None:
            _say_grid(app, asked, over=over, options=options)
            return
        report = reported(app.scores, asked)
        if options.as_json:
            click.echo(json.dumps(report_json(report), ensure_ascii=False, indent=2))
        else:
            click.echo(report_text(report, timezone=asker(app, options).timezone))


def _say_grid(app: "App", asked: "Asked", *, over: str, options: Options) -> None:
    from bot.cli.score_grid import grid_json, grid_text

    grid = app.scores.grid(asked.query, over=over)
    if options.as_json:
        click.echo(json.dumps(grid_json(grid), ensure_ascii=False, indent=2))
    else:
        click.echo(grid_text(grid, timezone=asker(app, options).timezone))


def _asked(
    app: "App",
    metric: str,
    *,
    by: str | None,
    period: str,
    where: dict[str, tuple[str, ...]],
    compare: str | None,
    explain: bool,
) -> "Asked":
    from zoneinfo import ZoneInfo

    from bot.cli.score_report import Asked
    from metrics.period_words import parse_period
    from metrics.query import ScoreQuery

    zone = app.settings.timezone
    today = app.clock.now().astimezone(ZoneInfo(zone)).date()
    events = app.sources.event_day
    known = app.scores.metric(metric)
    asked_for = known.id
    now = parse_period(period, today=today, named_events=events, span=lambda: app.scores.span(asked_for))
    fair = (now.finished(today) if known.grows else None) or now
    if explain and compare is None:
        compare = "previous"
    base = compare and parse_period(
        compare, today=today, named_events=events, span=lambda: app.scores.span(asked_for), than=fair
    )
    query = ScoreQuery(metric=asked_for, days=now.days, where=where, by=by)
    return Asked(query=query, fair=fair.days, base=base.as_far_as(fair).days if base else None, explain=explain)


def _where(pairs: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Read K=V pairs; a key given twice wants either value."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise click.UsageError(f"--where takes K=V, as touchpoint=delivery; got {pair!r}")
        found[key.strip()] = (*found.get(key.strip(), ()), value.strip())
    return found
