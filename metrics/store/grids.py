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
from metrics.store.statements import Rows

Ints = NDArray[np.int64]
Keyed = tuple[list[Raw], Ints]
"""The values there are, and for each row which of them it has."""


def kept_grid(connection: Connection, count: Count, marginal: Table, dimensions: tuple[Dimension, Dimension]) -> Grid:
    """Count what the marginal holds; a value in two groups counts in both."""
    classes = classes_of(count.metric)
    sums = tuple("+".join(CELLS[step] for step in steps) for steps in classes)
    rows = cells_of(connection, kept(count, marginal), sums)
    (first, row), (second, column), cells = _columns(rows, classes=len(classes))
    place = row * len(second) + column
    size = len(first) * len(second)
    summed = [np.bincount(place, weights=one, minlength=size) for one in cells]  # counts are exact in floats to 2**53
    counts: Ints = np.stack(summed, axis=-1).astype(np.int64).reshape(len(first), len(second), len(classes))
    row_names, counts = _folded(counts, first, dimensions[0], axis=0)
    column_names, counts = _folded(counts, second, dimensions[1], axis=1)
    return Grid(rows=row_names, columns=column_names, counts=counts)


def _columns(rows: Rows, *, classes: int) -> tuple[Keyed, Keyed, Ints]:
    """Part the rows into the values of either key, and the cells by class; ids and days never become objects again."""
    if rows and isinstance(rows[0][0], int) and isinstance(rows[0][1], int):
        flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=len(rows) * (2 + classes))
        table = flat.reshape(-1, 2 + classes).T
        (first, row), (second, column) = (np.unique(keys, return_inverse=True) for keys in table[:2])
        return (first.tolist(), row), (second.tolist(), column), table[2:]
    flat = np.fromiter(chain.from_iterable(row[2:] for row in rows), dtype=np.int64, count=len(rows) * classes)
    keys = (_distinct([row[place] for row in rows]) for place in (0, 1))
    return next(keys), next(keys), flat.reshape(-1, classes).T


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


def _distinct(values: list[Raw]) -> Keyed:
    """Give the values there are, and which of them each one is."""
    places: dict[Raw, int] = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return list(places), np.fromiter(map(places.__getitem__, values), dtype=np.int64, count=len(values))


def _folded(counts: Ints, values: list[Raw], dimension: Dimension, *, axis: int) -> tuple[tuple[str, ...], Ints]:
    """Add stored values along an axis up to the groups they belong to, in order of their names."""
    groups = [dimension.groups(value or None) for value in values]
    names = tuple(sorted({name for some in groups for name in some}))
    places = {name: place for place, name in enumerate(names)}
    pairs = [(places[name], place) for place, some in enumerate(groups) for name in some]
    if len(pairs) == len(names):
        return names, counts.take([place for _, place in sorted(pairs)], axis=axis)
    single = np.moveaxis(counts, axis, 0)
    found: Ints = np.zeros((len(names), *single.shape[1:]), dtype=np.int64)
    for group, place in pairs:
        found[group] += single[place]
    return names, np.moveaxis(found, 0, axis)
