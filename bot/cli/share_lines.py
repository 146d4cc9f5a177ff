"""Measured shares, printed."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.bench.questions import Share


def print_shares(shares: "Sequence[Share]", *, as_json: bool) -> None:
    """Print each share with its interval."""
    if as_json:
        rows = [
            {"name": one.name, "value": one.value, "low": one.low, "high": one.high, "unit": "share"} for one in shares
        ]
        click.echo(json.dumps(rows))
        return
    for one in shares:
        click.echo(f"{one.name:22} {one.value:.3f}  [{one.low:.3f}, {one.high:.3f}]  n={one.n}")
