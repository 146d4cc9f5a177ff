"""cxbot eval sentiment: how often the feeling of a text is read right."""

from pathlib import Path

import click

from bot.cli.options import Options, common_options


@click.command(name="sentiment")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--text", metavar="COL", required=True, help="The column of the texts.")
@click.option("--label", metavar="COL", required=True, help="The column of the labels.")
@click.option("--map", "mapping", metavar="V=pos,V=neg[,V=neu]", required=True, help="What the labels mean.")
@click.option("--language", metavar="xx", required=True, help="The language of the texts.")
@click.option(
    "--train", type=click.Path(path_type=Path), help="Learn from rows of this file; FILE itself: test the rest."
)
@click.option("--train-rows", type=click.IntRange(min=1), metavar="N", help="Learn from so many, stratified, seed 0.")
@common_options
def command(
    options: Options,
    file: Path,
    *,
    text: str,
    label: str,
    mapping: str,
    language: str,
    train: Path | None,
    train_rows: int | None,
) -> None:
    """Read the feeling of labelled texts and score it: macro-F1. Without --train, from a cold start.

    Texts of FILE, and of --train beyond N, are used without their labels; the output says how many.
    """
    from bot.bench.measured import as_json, as_line
    from bot.bench.sentiment import labelled_rows, measure, split, split_one
    from bot.cli.failures import told_plainly

    sides = _sides(mapping)
    with told_plainly():
        rows = labelled_rows(file, text=text, label=label, sides=sides)
        others = labelled_rows(train, text=text, label=label, sides=sides) if train else None
    if not rows:
        raise click.UsageError("No row of FILE has a text and one of the labels in --map.")
    if others is not None and others == rows:
        if train_rows is None or train_rows >= len(rows):
            raise click.UsageError(
                "To learn from FILE itself, say with --train-rows how many rows; the rest is tested."
            )
        parts = split_one(rows, rows=train_rows)
    else:
        parts = split(rows, others, rows=train_rows)
    figures = measure(parts, language=language)
    if options.as_json:
        click.echo(as_json(figures))
        return
    for figure in figures:
        click.echo(as_line(figure))
    beyond = f" and {len(parts.unlabelled)} of --train" if parts.unlabelled else ""
    click.echo(f"Used without their labels: the {len(parts.test)} texts under test{beyond}.")


def _sides(mapping: str) -> dict[str, str]:
    """Read V=pos,V=neg: label to side."""
    from bot.bench.sentiment import SIDES

    found: dict[str, str] = {}
    for part in mapping.split(","):
        value, _, side = part.rpartition("=")
        if not value or side.strip() not in SIDES:
            raise click.UsageError(f"{part!r} in --map is not VALUE=pos, VALUE=neg or VALUE=neu.")
        found[value.strip()] = SIDES[side.strip()]
    return found
