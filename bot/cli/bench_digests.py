"""cxbot bench digests: how long the digests of a hundred managers take."""

import click

from bot.cli.options import Options, common_options


@click.command(name="digests")
@click.option("--rows", type=click.IntRange(min=1_000), default=1_000_000, show_default=True, help="Responses.")
@common_options
def command(options: Options, *, rows: int) -> None:
    """Build the digests of 100 managers with 20 touchpoints each, beside one scan of the raw rows for each scope."""
    from bot.bench.digests import measure
    from bot.bench.measured import as_json, as_line

    figures = list(measure(rows=rows))
    click.echo(as_json(figures) if options.as_json else "\n".join(as_line(one) for one in figures))
