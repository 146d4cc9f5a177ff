"""Made-up responses to measure on: the same for every party of a comparison, from a seed.

Twenty touchpoints, forty stores, ninety days, as the questions of the benchmark ask; in order of day, as answers come
in. However many there are, the days stay the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from metrics.figures import Days

TOUCHPOINTS, UNITS = 20, 40
CHANNELS = ("web", "app", "store", "phone", "email")
SEGMENTS = ("new", "business", "key accounts")
SOURCES = ("pos", "web shop")
DAYS = Days(first=date(2026, 8, 3), end=date(2026, 8, 3) + timedelta(days=90))
NPS_SHARES = (0.05, 0.02, 0.03, 0.03, 0.04, 0.06, 0.07, 0.12, 0.18, 0.20, 0.20)
"""How often each answer 0 to 10 is given."""
SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Responses:
    """Columns of equal length; a response's id is its place, from 1."""

    value: NDArray[np.float64]
    touchpoint_id: NDArray[np.int64]
    unit_id: NDArray[np.int64]
    channel: NDArray[np.int64]
    """The place in CHANNELS."""
    segment: NDArray[np.int64]
    source: NDArray[np.int64]
    day: NDArray[np.int64]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.value)

    def parts(self, *, size: int) -> Iterator[range]:
        """Cut them into stretches."""
        for start in range(0, self.count, size):
            yield range(start, min(start + size, self.count))


def made_up(count: int) -> Responses:
    """Make as many responses up."""
    chance = np.random.default_rng(SEED)
    return Responses(
        value=chance.choice(11, count, p=NPS_SHARES).astype(np.float64),
        touchpoint_id=chance.integers(1, TOUCHPOINTS + 1, count),
        unit_id=chance.integers(1, UNITS + 1, count),
        channel=chance.integers(0, len(CHANNELS), count),
        segment=chance.integers(0, len(SEGMENTS), count),
        source=chance.integers(0, len(SOURCES), count),
        day=np.sort(chance.integers(DAYS.first.toordinal(), DAYS.end.toordinal(), count)),
    )


def touchpoint_name(touchpoint_id: int) -> str:
    """Name a touchpoint of the benchmark."""
    return f"touchpoint {touchpoint_id}"


def unit_name(unit_id: int) -> str:
    """Name a store of the benchmark."""
    return f"store {unit_id}"
