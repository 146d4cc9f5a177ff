"""cxbot bench replay: real history replayed through the rules of alerts."""

from pathlib import Path

import click

from bot.cli.options import Options, common_options


@click.command(name="replay")
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("../shared/data"),
    show_default=True,
    help="The folder of the development data.",
)
@common_options
def command(options: Options, *, data: Path) -> None:
    """Replay Olist day by day by touchpoint and state, and the airlines' tweets by airline: what would be told."""
    from bot.bench.measured import as_json, as_line
    from bot.bench.replay import measure

    replayed = measure(data)
    if options.as_json:
        click.echo(as_json(replayed.figures()))
        return
    for alarm in (*replayed.olist, *replayed.airline):
        click.echo(f"{alarm.day}  {alarm.finding.kind.value:10} {alarm.finding.cause}")
    for figure in replayed.figures():
        click.echo(f"{figure.name:32} {figure.value:>12.0f} day" if figure.unit == "day" else as_line(figure))
