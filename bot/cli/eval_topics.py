"""cxbot eval topics: how well topics are learnt."""

from pathlib import Path

import click

from bot.cli.options import Options, common_options
from bot.cli.share_lines import print_shares


@click.command(name="topics")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--text", metavar="COL", required=True, help="The column of the texts.")
@click.option("--label", metavar="COL", help="The column that names a text's one topic.")
@click.option("--labels", metavar="A,B,...", help="The columns that say yes (1) of each topic a text may have.")
@click.option("--train", type=click.Path(path_type=Path), help="Learn from this; else three tenths of FILE are tested.")
@common_options
def command(
    options: Options, file: Path, *, text: str, label: str | None, labels: str | None, train: Path | None
) -> None:
    """Learn topics from labelled texts and test them on others; plain TF-IDF with logistic regression beside it."""
    from bot.bench.columns import header_of
    from bot.bench.topic_rows import columns_named, flagged_rows, named_rows, topics_of
    from bot.bench.topics import measure, split
    from bot.cli.failures import told_plainly

    if (label is None) == (labels is None):
        raise click.UsageError("Say either --label or --labels.")
    with told_plainly():
        if label is not None:
            topics = topics_of(train or file, label=label)
            parts = [named_rows(one, text=text, label=label, topics=topics) for one in (train, file) if one]
        else:
            topics = tuple(columns_named(labels or "", header=header_of(file)))
            parts = [flagged_rows(one, text=text, labels=topics) for one in (train, file) if one]
    learn, test = (parts[0], parts[1]) if len(parts) == 2 else split(parts[0])
    print_shares(measure(learn, test, topics=topics, several=label is None), as_json=options.as_json)
