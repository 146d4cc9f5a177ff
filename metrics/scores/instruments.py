"""Instruments: the questions that scores answer, each with its scale.

A variant on another scale is another instrument under its own name, so that variants never mix silently: `csat` is
1-5, `csat_7` is 1-7, `csat_0_10` is 0-10, and an old effort question where lower is better is `ces_5_lower`.
"""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from metrics.errors import BadMap

Direction = Literal["higher", "lower"]

LONGEST_SCALE = 11
"""Steps a rollup cell has room for (metrics.store.tables.HISTOGRAM_CELLS)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A question with its scale, ends included; `direction` says which end is good."""

    name: str
    low: int
    high: int
    direction: Direction = "higher"

    @property
    def steps(self) -> int:
        """How many answers there are to choose from."""
        return self.high - self.low + 1


CANONICAL = MappingProxyType(
    {
        "nps": Instrument(name="nps", low=0, high=10),
        "csat": Instrument(name="csat", low=1, high=5),
        "ces": Instrument(name="ces", low=1, high=7),
    }
)

_VARIANT = re.compile(r"(?P<name>.+?)(?:_(?P<low>-?\d+))?_(?P<high>-?\d+)(?P<lower>_lower)?")


def instrument_for(name: str, *, low: float, high: float, direction: Direction = "higher") -> Instrument:
    """Name the instrument of a question called `name` on a scale; raises BadMap for a scale that cannot be one."""
    if low != int(low) or high != int(high) or high <= low:
        raise BadMap("scale", "not-a-scale")
    known = CANONICAL.get(name)
    if known and (known.low, known.high, known.direction) == (low, high, direction):
        return known
    if high - low + 1 > LONGEST_SCALE:
        raise BadMap("scale", "too-many-steps")
    ends = f"{int(high)}" if low == 1 else f"{int(low)}_{int(high)}"
    tail = "_lower" if direction == "lower" else ""
    return Instrument(name=f"{name}_{ends}{tail}", low=int(low), high=int(high), direction=direction)


def instrument(name: str) -> Instrument:
    """Read a name that `instrument_for` gave; raises ValueError for any other."""
    if name in CANONICAL:
        return CANONICAL[name]
    match = _VARIANT.fullmatch(name)
    if match is None:
        raise ValueError(name)
    direction: Direction = "lower" if match["lower"] else "higher"
    return Instrument(name=name, low=int(match["low"] or 1), high=int(match["high"]), direction=direction)
