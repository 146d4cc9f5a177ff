"""A week set against the four before it, of every unit and touchpoint at once: each scope is only sums of that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.digests.focus import Focus
from bot.store.digest_places import Places
from metrics.analysis.changes import Difference, Side, compare, together
from metrics.analysis.ports import UNKNOWN, Grid, Histograms
from metrics.analysis.reading import read
from metrics.figures import Days, Verdict
from metrics.query import Comparison
from metrics.scores.histogram import Histogram
from metrics.scores.many import Counts, classes_of
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import Metric


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """Answers by unit and touchpoint: of the week and of what it is compared with."""

    metric: Metric
    days: Days
    base: Days
    now: Grid
    before: Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """Answers of one group on either side."""

    group: Mapping[str, str]
    now: Counts
    before: Counts


def read_weeks(histograms: Histograms, *, metric: Metric, days: Days, base: Days) -> Weeks:
    """Count both sides in one state of the store."""
    with histograms.at_once() as once:
        now, before = (once.grid(metric, days=span, where={}, by=("unit", "touchpoint")) for span in (days, base))
    return Weeks(metric=metric, days=days, base=base, now=now, before=before)


def compared(weeks: Weeks, focus: Focus, *, places: Places, policy: SamplePolicy) -> tuple[Comparison, ...]:
    """Compare the whole of a scope, its touchpoints, and its regions or stores; the verdicts hold for all together."""
    pairs: list[Comparison] = []
    differences: list[Difference] = []
    for cut in _cuts(weeks, focus, places):
        now, before = _answers(cut.now, weeks.metric), _answers(cut.before, weeks.metric)
        if not now.total and not before.total:
            continue
        sides = (
            Side(answers=one, figure=read(one, metric=weeks.metric, days=days, policy=policy, group=cut.group))
            for one, days in ((now, weeks.days), (before, weeks.base))
        )
        pairs.append(compare(*sides, metric=weeks.metric))
        differences.append(Difference(metric=weeks.metric, now=now, base=before))
    return _together(pairs, differences)


def _together(pairs: Sequence[Comparison], differences: Sequence[Difference]) -> tuple[Comparison, ...]:
    """Take back verdicts that do not stand together; where nothing is real there is nothing to take back."""
    changes = [pair.change for pair in pairs]
    if all(change.verdict is not Verdict.REAL for change in changes):
        return tuple(pairs)
    stood = together(changes, differences)
    return tuple(replace(pair, change=change) for pair, change in zip(pairs, stood, strict=True))


def _cuts(weeks: Weeks, focus: Focus, places: Places) -> Iterator[_Cut]:
    now, before = (_within(grid, focus) for grid in (weeks.now, weeks.before))
    yield _Cut(group={}, now=now.counts.sum(axis=(0, 1)), before=before.counts.sum(axis=(0, 1)))
    sides = [dict(zip(grid.columns, grid.counts.sum(axis=0), strict=True)) for grid in (now, before)]
    yield from _groups("touchpoint", *sides)
    if focus.cut is not None:
        folds = places.regions if focus.cut == "region" else places.stores
        yield from _groups(focus.cut, *(_folded(grid, folds) for grid in (now, before)))


def _within(grid: Grid, focus: Focus) -> Grid:
    rows = _places(grid.rows, focus.units)
    columns = _places(grid.columns, focus.touchpoints)
    return Grid(
        rows=tuple(grid.rows[place] for place in rows),
        columns=tuple(grid.columns[place] for place in columns),
        counts=grid.counts[np.ix_(rows, columns)],
    )


def _places(names: Sequence[str], wanted: frozenset[str] | None) -> list[int]:
    return [place for place, name in enumerate(names) if wanted is None or name in wanted]


def _folded(grid: Grid, folds: Mapping[str, str]) -> dict[str, Counts]:
    """Add units up to what they lie in."""
    found: dict[str, Counts] = {}
    for name, counts in zip(grid.rows, grid.counts.sum(axis=1), strict=True):
        group = folds.get(name, UNKNOWN)
        found[group] = found[group] + counts if group in found else counts
    return found


def _groups(dimension: str, now: Mapping[str, Counts], before: Mapping[str, Counts]) -> Iterator[_Cut]:
    for name in sorted({*now, *before} - {UNKNOWN}):
        either = now[name] if name in now else before[name]
        nothing = np.zeros_like(either)
        yield _Cut(group={dimension: name}, now=now.get(name, nothing), before=before.get(name, nothing))


def _answers(counts: Counts, metric: Metric) -> Histogram:
    """Make a histogram of counted classes: a formula does not tell the steps of a class apart, so the first has all."""
    steps = [0] * (metric.high - metric.low + 1)
    for own, count in zip(classes_of(metric), counts.tolist(), strict=True):
        steps[own[0]] = count
    return Histogram(low=metric.low, counts=tuple(steps))
