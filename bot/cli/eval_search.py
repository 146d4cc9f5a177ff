"""cxbot eval search: how well feedback is found again."""

from pathlib import Path

import click

from bot.cli.options import Options, common_options
from bot.cli.share_lines import print_shares


@click.command(name="search")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--text", metavar="COL", required=True, help="The column of the texts.")
@click.option("--label", metavar="COL", help="The column that says what a text is about; without it, halves are found.")
@click.option("--language", metavar="XX", required=True, help="The language of the texts.")
@common_options
def command(options: Options, file: Path, *, text: str, label: str | None, language: str) -> None:
    """Find labelled texts by others of their label, or halves of texts by their other halves, in a throw-away home."""
    from bot.bench.columns import read_columns
    from bot.bench.search import LabelledText, known_item, labelled
    from bot.cli.failures import told_plainly

    with told_plainly():
        rows = read_columns(file, [text, label] if label else [text])
        if label:
            shares = labelled([LabelledText(text=row[0], label=row[1]) for row in rows], language=language)
        else:
            shares = known_item([row[0] for row in rows], language=language)
    print_shares(shares, as_json=options.as_json)
