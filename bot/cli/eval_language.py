"""cxbot eval language: how often the language of a text is told right."""

from pathlib import Path

import click

from bot.cli.options import Options, common_options


@click.command(name="language")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--text", "texts", multiple=True, metavar="COL", required=True, help="The column of the texts, per file.")
@click.option("--language", "spoken", multiple=True, metavar="xx", help="The language of a whole file, per file.")
@click.option("--label", metavar="COL", help="The column that names each text's language.")
@click.option("--languages", "among", default="en,pl,zh", show_default=True, help="The languages to tell apart.")
@common_options
def command(
    options: Options,
    files: tuple[Path, ...],
    *,
    texts: tuple[str, ...],
    spoken: tuple[str, ...],
    label: str | None,
    among: str,
) -> None:
    """Tell the language of every text of FILE...; a language that is not among --languages is right as "other"."""
    from bot.bench.columns import read_columns
    from bot.bench.language import KnownLanguage, measure
    from bot.bench.measured import as_json, as_line
    from bot.cli.failures import told_plainly

    if (label is None) == (not spoken):
        raise click.UsageError("Say either --language, once or for each file, or --label.")
    rows: list[KnownLanguage] = []
    with told_plainly():
        for at, file in enumerate(files):
            column = texts[min(at, len(texts) - 1)]
            if label is not None:
                cells = read_columns(file, [column, label])
            else:
                code = spoken[min(at, len(spoken) - 1)]
                cells = [(text, code) for (text,) in read_columns(file, [column])]
            rows += [KnownLanguage(text=text, language=code) for text, code in cells if text.strip()]
    if not rows:
        raise click.UsageError("No row has a text.")
    figures = measure(rows, languages=among.split(","))
    if options.as_json:
        click.echo(as_json(figures))
        return
    for figure in figures:
        click.echo(as_line(figure))
