"""cxbot bench ask: how long one turn takes over a million responses, and how soon the first answer comes."""

import tempfile
from pathlib import Path

import click

from bot.cli.options import Options, common_options


@click.command(name="ask")
@click.option("--rows", type=click.IntRange(min=1_000), default=1_000_000, show_default=True, help="Responses asked.")
@common_options
def command(options: Options, *, rows: int) -> None:
    """Make responses up and ask about them, in three languages, turn after turn."""
    from bot.bench.ask import run
    from bot.bench.measured import as_json, as_line

    with tempfile.TemporaryDirectory(prefix="cxbot-bench-") as folder:
        figures = list(run(rows=rows, folder=Path(folder), say=lambda what: click.echo(f"... {what}", err=True)))
    click.echo(as_json(figures) if options.as_json else "\n".join(as_line(figure) for figure in figures))
