"""cxbot bench search: how fast feedback is found among very many texts."""

import tempfile
from pathlib import Path

import click

from bot.cli.options import Options, common_options


@click.command(name="search")
@click.option("--rows", type=click.IntRange(min=1_000), default=475_000, show_default=True, help="Texts to search.")
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="Keep the store here, for the next run.")
@common_options
def command(options: Options, *, rows: int, home: Path | None) -> None:
    """Search made-up texts in a throw-away home: scoped; beside Chroma alone; counting beside FTS5; memory."""
    from bot.bench.measured import as_json, as_line
    from bot.bench.search_speed import measure
    from bot.cli.failures import told_plainly

    with told_plainly(), tempfile.TemporaryDirectory(prefix="cxbot-bench-") as thrown_away:
        folder = home or Path(thrown_away)
        folder.mkdir(parents=True, exist_ok=True)
        figures = measure(folder, texts=rows, told=lambda line: click.echo(line, err=True))
    if options.as_json:
        click.echo(as_json(figures))
        return
    for figure in figures:
        click.echo(as_line(figure))
