"""Answers counted over each of several dimensions: from the marginals that hold one, over all others in one scan."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from metrics.analysis.ports import Histograms
from metrics.errors import UnknownDimension
from metrics.figures import Days
from metrics.scope import Where
from metrics.scores.histogram import Histogram
from metrics.scores.registry import Metric
from metrics.store.counting import Count, RawKey, counted, marginal_for
from metrics.store.dimensions import Dimension, Raw

Groups = Mapping[str, Histogram]
_Key = TypeVar("_Key", bound=Hashable)


def several(
    connection: Connection,
    count: Count,
    dimensions: Sequence[Dimension],
    *,
    scan: bool = False,
    kept_only: bool = False,
) -> dict[str, Groups]:
    """Count answers per group of each dimension; `kept_only` leaves out what must be scanned."""
    columns = dict.fromkeys(one.column for one in dimensions)
    held = [] if scan else [name for name in columns if _is_kept(count, name)]
    raw = {name: _by_value(counted(connection, replace(count, by=(name,)))) for name in held}
    others = tuple(name for name in columns if name not in held)
    if others and not kept_only:
        raw |= _parted(counted(connection, replace(count, by=others), scan=True), others)
    return {one.name: _folded(raw[one.column], one) for one in dimensions if one.column in raw}


def one_by_one(
    histograms: Histograms, metric: Metric, *, days: Days, where: Where, by: Sequence[str]
) -> dict[str, Groups]:
    """Count what is no answer per group of each dimension that it has: what was bought has no persona."""
    found: dict[str, Groups] = {}
    for name in by:
        with suppress(UnknownDimension):
            counts = histograms.histograms(metric, days=days, where=where, by=(name,))
            found[name] = {key[0]: one for key, one in counts.items()}
    return found


def _is_kept(count: Count, column: str) -> bool:
    return marginal_for(replace(count, by=(column,))) is not None


def _by_value(answers: Mapping[RawKey, Histogram]) -> dict[Raw, Histogram]:
    return {key[0]: one for key, one in answers.items()}


def _parted(answers: Mapping[RawKey, Histogram], columns: Sequence[str]) -> dict[str, dict[Raw, Histogram]]:
    """Add up, for each column, what was counted over all of them together."""
    return {name: _added((key[place], one) for key, one in answers.items()) for place, name in enumerate(columns)}


def _folded(answers: Mapping[Raw, Histogram], dimension: Dimension) -> dict[str, Histogram]:
    """Add stored values up to the groups they belong to; a value in two groups counts in both."""
    return _added((group, one) for raw, one in answers.items() for group in dimension.groups(raw))


def _added(parts: Iterable[tuple[_Key, Histogram]]) -> dict[_Key, Histogram]:
    found: dict[_Key, Histogram] = {}
    for key, one in parts:
        found[key] = found[key] + one if key in found else one
    return found
