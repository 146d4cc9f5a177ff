"""cxbot eval redaction: how many identifiers are taken out of texts."""

import click

from bot.cli.options import Options, common_options


@click.command(name="redaction")
@click.option("--rows", type=click.IntRange(min=10), default=2000, show_default=True, help="Identifiers to plant.")
@click.option("--seed", type=int, default=0, show_default=True, help="What they are made up from.")
@common_options
def command(options: Options, *, rows: int, seed: int) -> None:
    """Plant made-up e-mails, phones, cards, accounts, national ids and names in texts; count what is taken out."""
    from bot.bench.measured import as_json, as_line
    from bot.bench.redaction import measure

    figures = measure(count=rows, seed=seed)
    if options.as_json:
        click.echo(as_json(figures))
        return
    for figure in figures:
        click.echo(as_line(figure))
