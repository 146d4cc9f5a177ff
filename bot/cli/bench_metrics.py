"""cxbot bench metrics: scores and imports timed beside DuckDB, pandas and plain SQL, in one run."""

import tempfile
from pathlib import Path

import click

from bot.cli.options import Options, common_options

MOST_IMPORTED = 200_000
"""Rows imported unless asked otherwise: three rounds, twice each, on two databases, take minutes."""


@click.command(name="metrics")
@click.option("--rows", type=click.IntRange(min=1_000), default=1_000_000, show_default=True, help="Responses asked.")
@click.option("--import-rows", type=click.IntRange(min=0), help="Responses imported; 200,000 or fewer by itself.")
@click.option("--store", type=click.Path(path_type=Path, file_okay=False), help="Folder that keeps what is built.")
@common_options
def command(options: Options, *, rows: int, import_rows: int | None, store: Path | None) -> None:
    """Make responses up, ask the same four questions of everyone, and import them."""
    from bot.bench.measured import as_json, as_line
    from bot.bench.metrics import run

    if store is not None:
        store.mkdir(parents=True, exist_ok=True)
    figures = []
    with tempfile.TemporaryDirectory(prefix="cxbot-bench-") as folder:
        measured = run(
            rows=rows,
            import_rows=min(rows, MOST_IMPORTED) if import_rows is None else import_rows,
            folder=Path(folder),
            store=store or Path(folder),
            say=lambda what: click.echo(f"... {what}", err=True),
        )
        for figure in measured:
            figures.append(figure)
            if not options.as_json:
                click.echo(as_line(figure))
    if options.as_json:
        click.echo(as_json(figures))
