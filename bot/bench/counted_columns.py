"""The marginals of made-up responses, counted from their columns: what `rollup check` must find nothing against."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.bench.responses import CHANNELS, DAYS, SEGMENTS, SOURCES, TOUCHPOINTS, UNITS, Responses
from metrics.store.rollups import WEEK_DAYS
from metrics.store.tables import HISTOGRAM_CELLS

Values = Mapping[str, Sequence[Any]]
Ints = NDArray[np.int64]


def marginal_rows(responses: Responses, keys: Sequence[str]) -> list[tuple[Any, ...]]:
    """Give the rows of the marginal that has these key columns: keys and cells, in order."""
    values = _values()
    packed: Ints = np.zeros(responses.count, dtype=np.int64)
    for name in keys:
        packed *= len(values[name])
        packed += _places(responses, name)
    packed *= HISTOGRAM_CELLS
    packed += responses.value.astype(np.int64)
    sizes = tuple(len(values[name]) for name in keys)
    cells = np.bincount(packed, minlength=int(np.prod(sizes)) * HISTOGRAM_CELLS).reshape(-1, HISTOGRAM_CELLS)
    found = np.flatnonzero(cells.any(axis=1))
    columns = [
        [values[name][place] for place in places.tolist()]
        for name, places in zip(keys, np.unravel_index(found, sizes), strict=True)
    ]
    return sorted(zip(*columns, *cells[found].T.tolist(), strict=True))


def _values() -> Values:
    """Give what each key can be, in the order in which responses number it."""
    first, last = DAYS.first.toordinal(), DAYS.end.toordinal() - 1
    return {
        "instrument": ("nps",),
        "touchpoint_id": range(1, TOUCHPOINTS + 1),
        "unit_id": range(1, UNITS + 1),
        "source_id": range(1, len(SOURCES) + 1),
        "channel": CHANNELS,
        "segment": SEGMENTS,
        "day": range(first, last + 1),
        "week": range(_week(first), _week(last) + 1),
    }


def _places(responses: Responses, name: str) -> "Ints | int":
    first = DAYS.first.toordinal()
    match name:
        case "instrument":
            return 0
        case "touchpoint_id":
            return responses.touchpoint_id - 1
        case "unit_id":
            return responses.unit_id - 1
        case "source_id":
            return responses.source
        case "channel":
            return responses.channel
        case "segment":
            return responses.segment
        case "week":
            return (responses.day - 1) // WEEK_DAYS - _week(first)
        case _:
            return responses.day - first


def _week(day: int) -> int:
    return (day - 1) // WEEK_DAYS
