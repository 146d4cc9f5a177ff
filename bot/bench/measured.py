"""A measured figure, as `bench --json` prints it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure with its 95 % interval; a counter has none."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    unit: str


def as_json(figures: Iterable[Measured]) -> str:
    """Write the figures as the command line promises them; what is not there is left out."""
    rows = []
    for one in figures:
        ends = {"low": one.low, "high": one.high} if one.low is not None else {}
        rows.append({"name": one.name, "value": one.value, **ends, "unit": one.unit})
    return json.dumps(rows)


def as_line(one: Measured) -> str:
    """Write a figure for a person."""
    interval = "" if one.low is None or one.high is None else f"  [{one.low:,.3g}, {one.high:,.3g}]"
    return f"{one.name:32} {one.value:>12,.4g} {one.unit}{interval}"
