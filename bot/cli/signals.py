"""cxbot signals: what moved that nobody asked about, with its dates."""

import json
from typing import TYPE_CHECKING, Any

import click

from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.say import Say
    from metrics.analysis.signal_report import Signal, SignalReport

USUAL_PERIOD = "last_90d"


@click.command(name="signals")
@click.argument("metric")
@click.option("--by", metavar="DIM", help="Watch each touchpoint, channel, store, attr.NAME ...")
@click.option(
    "--period", metavar="TEXT", default=USUAL_PERIOD, show_default=True, help='"last quarter", 2018-03, all ...'
)
@click.option("--where", metavar="K=V", multiple=True, help="Only these, as touchpoint=delivery; several may be given.")
@common_options
def command(options: Options, *, metric: str, by: str | None, period: str, where: tuple[str, ...]) -> None:
    """Tell drifts, spikes, changes of level and weekdays: cxbot signals csat --by touchpoint."""
    from bot.cli.asker import pairs_of

    wanted = pairs_of(where)
    with app_for(options) as app:
        from adapters.chat.console import plain_text
        from bot.capabilities.signal_tables import signal_blocks
        from bot.cli.drivers import watched_query
        from bot.messages import Outcome, Reply
        from bot.say import Say

        report = app.signals.signals(watched_query(app, metric, by=by, period=period, where=wanted))
        say = Say("en")
        if options.as_json:
            click.echo(json.dumps(_report_json(report, say), ensure_ascii=False, indent=2))
            return
        click.echo(
            plain_text(Reply(outcome=Outcome.ANSWER, intent="signals", blocks=tuple(signal_blocks(report))), say)
        )


def _report_json(report: "SignalReport", say: "Say") -> dict[str, Any]:
    """Write the signals by the day they were told: one figure each, the change, and its dates beside it."""
    from bot.cli.figure_json import source_json

    return {
        "figures": [_figure(signal, say) for signal in report.signals],
        "signals": [_dates(signal) for signal in report.signals],
        "watched": report.watched,
        "too_thin": list(report.too_thin),
        "sources": [source_json(source) for source in report.sources],
    }


def _figure(signal: "Signal", say: "Say") -> dict[str, Any]:
    from dataclasses import replace

    from bot.cli.figure_json import figure_json

    group = {**signal.group, "day": signal.told.isoformat()}
    return figure_json(replace(signal.pair.change, name=f"signal.{signal.kind.value}", group=group), say=say)


def _dates(signal: "Signal") -> dict[str, Any]:
    body = {
        "kind": signal.kind.value,
        "group": dict(signal.group),
        "told": signal.told.isoformat(),
        "since": signal.since.isoformat(),
        "until": signal.until and signal.until.isoformat(),
        "weekday": signal.weekday,
        "before": signal.pair.base.value,
        "value": signal.pair.now.value,
        "stands": signal.stands,
    }
    return {name: value for name, value in body.items() if value is not None}
