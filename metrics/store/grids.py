"""Answers counted over two dimensions at once: read from a marginal as plain numbers, and folded as arrays."""

from collections.abc import Mapping
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Table

from metrics.analysis.ports import Grid, GroupKey
from metrics.scores.histogram import Histogram
from metrics.scores.many import Classes, classes_of
from metrics.scores.registry import Metric
from metrics.store.counting import Count, kept
from metrics.store.dimensions import Dimension, Raw
from metrics.store.marginals import cells_of
from metrics.store.rollups import CELLS

Ints = NDArray[np.int64]


def kept_grid(connection: Connection, count: Count, marginal: Table, dimensions: tuple[Dimension, Dimension]) -> Grid:
    """Count what the marginal holds; a value in two groups counts in both."""
    classes = classes_of(count.metric)
    sums = tuple("+".join(CELLS[step] for step in steps) for steps in classes)
    rows = cells_of(connection, kept(count, marginal), sums)
    width = len(count.by)
    keys = [_distinct([row[place] for row in rows]) for place in range(width)]
    counts: NDArray[np.float64] = np.zeros((len(keys[0][0]), len(keys[1][0]), len(classes)))
    flat = chain.from_iterable(row[width:] for row in rows)
    cells = np.fromiter(flat, dtype=np.float64, count=len(rows) * len(classes)).reshape(-1, len(classes))
    np.add.at(counts, (keys[0][1], keys[1][1]), cells)
    return _folded(counts, keys[0][0], keys[1][0], dimensions)


def grid_of(groups: Mapping[GroupKey, Histogram], metric: Metric) -> Grid:
    """Put histograms side by side."""
    classes = classes_of(metric)
    rows, columns = (tuple(sorted({key[place] for key in groups})) for place in (0, 1))
    counts: Ints = np.zeros((len(rows), len(columns), len(classes)), dtype=np.int64)
    for (row, column), answers in groups.items():
        counts[rows.index(row), columns.index(column)] = _by_class(answers, classes)
    return Grid(rows=rows, columns=columns, counts=counts)


def _by_class(answers: Histogram, classes: Classes) -> list[int]:
    return [sum(answers.counts[step] for step in steps) for steps in classes]


def _distinct(values: list[Raw]) -> tuple[list[Raw], Ints]:
    """Give the values there are, and which of them each one is."""
    places: dict[Raw, int] = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return list(places), np.fromiter(map(places.__getitem__, values), dtype=np.int64, count=len(values))


def _folded(
    counts: NDArray[np.float64], first: list[Raw], second: list[Raw], dimensions: tuple[Dimension, Dimension]
) -> Grid:
    """Add stored values up to the groups they belong to. Sums of counts are exact in floats below 2**53."""
    rows, columns = _membership(first, dimensions[0]), _membership(second, dimensions[1])
    summed = np.einsum("gr,rdk,hd->ghk", rows[1], counts, columns[1], optimize=True)
    return Grid(rows=rows[0], columns=columns[0], counts=np.rint(summed).astype(np.int64))


def _membership(values: list[Raw], dimension: Dimension) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Say which groups there are, and by 1 and 0 which value belongs to which."""
    groups = [dimension.groups(value or None) for value in values]
    names = tuple(sorted({name for some in groups for name in some}))
    places = {name: place for place, name in enumerate(names)}
    belongs = np.zeros((len(names), len(values)))
    for place, some in enumerate(groups):
        for name in some:
            belongs[places[name], place] = 1.0
    return names, belongs
