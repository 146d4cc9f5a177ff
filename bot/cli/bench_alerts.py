"""cxbot bench alerts: from feedback committed to the alert in the outbox, and to its message sent."""

import click

from bot.cli.options import Options, common_options


@click.command(name="alerts")
@click.option("--rows", type=click.IntRange(min=10), default=200, show_default=True, help="Customers to let complain.")
@common_options
def command(options: Options, *, rows: int) -> None:
    """Commit complaints one by one in a new home; time each until it is in the outbox, and until it is sent."""
    from bot.bench.alerts import measure
    from bot.bench.measured import as_json, as_line

    figures = measure(rows=rows)
    click.echo(as_json(figures) if options.as_json else "\n".join(as_line(figure) for figure in figures))
