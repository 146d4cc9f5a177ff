"""cxbot bench annotate: how fast texts are labelled."""

import tempfile
from pathlib import Path

import click

from bot.cli.options import Options, common_options


@click.command(name="annotate")
@click.option("--rows", type=click.IntRange(min=1000), default=12_000, show_default=True, help="Texts to label.")
@common_options
def command(options: Options, *, rows: int) -> None:
    """Label the texts of a throw-away demo company: texts per CPU second in batch, milliseconds for one text."""
    from datetime import datetime

    from bot.bench.annotate import measure
    from bot.bench.measured import as_json, as_line
    from bot.bench.questions import USUAL_NOW, demo_home
    from bot.cli.failures import told_plainly
    from bot.demo.home import open_demo
    from bot.settings import read_settings
    from knowledge.store.annotations import Annotations

    now = options.now or datetime.fromisoformat(USUAL_NOW)
    with told_plainly(), tempfile.TemporaryDirectory(prefix="cxbot-bench-") as folder:
        app = open_demo(read_settings(demo_home(Path(folder))), now=now)
        try:
            known = Annotations(app.engine, annotator="bench").unread(after=0, limit=rows)
        finally:
            app.close()
    figures = measure([one.text for one in known], [one.language for one in known])
    if options.as_json:
        click.echo(as_json(figures))
        return
    for figure in figures:
        click.echo(as_line(figure))
