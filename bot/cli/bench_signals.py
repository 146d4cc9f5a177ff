"""cxbot bench signals: how often signals are false, and how soon a true fall is seen."""

import json
from dataclasses import asdict

import click

from bot.cli.options import Options, common_options


@click.command(name="signals")
@click.option("--companies", type=click.IntRange(min=1), default=10, show_default=True, help="Companies to make up.")
@click.option("--seed", type=int, default=0, show_default=True, help="What the made-up answers are drawn from.")
@common_options
def command(options: Options, *, companies: int, seed: int) -> None:
    """Simulate 40 touchpoints with 25 answers a day: false alarms without a change, days until a fall is told."""
    from bot.bench.signals import measure

    figures = measure(companies=companies, seed=seed)
    if options.as_json:
        click.echo(json.dumps([asdict(figure) for figure in figures]))
        return
    for figure in figures:
        click.echo(f"{figure.name:24} {figure.value:7.3f} {figure.unit:6} [{figure.low:.3f}, {figure.high:.3f}]")
