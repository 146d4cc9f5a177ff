"""The score engine: typed questions about counted answers, answered with figures."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from metrics.analysis import changes, choosing, explaining, ranking
from metrics.analysis.answers import CompareResult, Explanation, Order, Ranking
from metrics.analysis.ports import UNKNOWN, Histograms
from metrics.analysis.reading import read
from metrics.errors import AskerCanFix, NothingInPeriod, OnlyVariants, UnknownDimension, UnknownMetric
from metrics.figures import Days, Figure, Quality, SourceAge
from metrics.query import Comparison, ScoreQuery, ScoreResult
from metrics.scope import Where
from metrics.scores.histogram import Histogram, summed
from metrics.scores.policy import USUAL, SamplePolicy
from metrics.scores.registry import METRICS, Metric, metric

if TYPE_CHECKING:
    from metrics.analysis.grids import ScoreGrid

Sides = tuple[Mapping[str, Histogram], Mapping[str, Histogram]]
TIMES = ("hour", "day", "week", "month", "quarter", "year")


_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def _at_once(
    answer: "Callable[Concatenate[ScoreEngine, _Asked], _Answer]",
) -> "Callable[Concatenate[ScoreEngine, _Asked], _Answer]":
    """Read everything that an answer rests on from one state of the store."""

    @wraps(answer)
    def answered(engine: "ScoreEngine", /, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        with engine.at_once() as once:
            return answer(once, *args, **kwargs)

    return answered


class ScoreEngine:
    """Answers questions about scores. Names in `where` may be written loosely; the answers hold canonical ones."""

    def __init__(
        self,
        histograms: Histograms,
        *,
        now: Callable[[], datetime],
        policy: SamplePolicy = USUAL,
        metrics: Mapping[str, Metric] = METRICS,
    ) -> None:
        self._histograms = histograms
        self._now = now
        self._policy = policy
        self._metrics = metrics

    @contextmanager
    def at_once(self) -> Iterator["ScoreEngine"]:
        """Answer from one state of the store for as long as this lasts."""
        with self._histograms.at_once() as histograms:
            yield ScoreEngine(histograms, now=self._now, policy=self._policy, metrics=self._metrics)

    def metric(self, name: str) -> Metric:
        """Look a metric up; raises UnknownMetric with the nearest names."""
        return metric(name, among=self._metrics)

    def span(self, name: str) -> Days | None:
        """Give the days from a metric's first answer to its last, which is what the period `all` means."""
        return self._histograms.span(self.metric(name))

    @_at_once
    def value(self, query: ScoreQuery) -> ScoreResult:
        """Score the whole and each group; raises NothingInPeriod. A trend is a breakdown by day, week, month ..."""
        query, asked = self._ready(query)
        groups = self._groups(asked, query)  # before the whole, which is then the sum of what was counted
        whole = self._whole(asked, query)
        return ScoreResult(
            query=query,
            whole=whole.figure,
            groups=tuple(side.figure for side in groups.values()),
            sources=self._sources(asked, query),
        )

    @_at_once
    def grid(self, query: ScoreQuery, *, over: str) -> "ScoreGrid":
        """Score each group of the query's dimension in each of `over`; raises NothingInPeriod."""
        from metrics.analysis.grids import score_grid  # noqa: PLC0415 numpy takes a tenth of a second

        query, asked = self._ready(query)
        counted = self._histograms.grid(asked, days=query.days, where=query.where, by=(query.by or "", over))
        if not counted.rows:
            raise self._nothing(asked, query)
        sources = self._sources(asked, query)
        return score_grid(counted, metric=asked, query=query, over=over, policy=self._policy, sources=sources)

    @_at_once
    def compare(self, query: ScoreQuery, *, base: Days) -> CompareResult:
        """Compare the query's days with `base`, the whole and each group; a trend has no groups to compare."""
        query, asked = self._ready(query)
        before = replace(query, days=base)
        whole = changes.compare(self._whole(asked, query), self._side(asked, before), metric=asked)
        return CompareResult(
            query=query,
            base=base,
            whole=whole,
            groups=() if query.by in TIMES else self._compared(asked, query, before),
            sources=self._sources(asked, query),
        )

    @_at_once
    def compare_groups(self, query: ScoreQuery, *, now: Where, base: Where) -> CompareResult:
        """Compare two groups in the query's days: `now` with `base`, each besides the query's own `where`.

        One may lie within the other (a store and its region, a region and `{}`, everything): the interval is then that
        of a part against its whole.
        """
        query, asked = self._ready(query)
        now, base = self._histograms.canonical(now), self._histograms.canonical(base)
        first = self._whole(asked, replace(query, where={**query.where, **now}), group=_label(now))
        second = self._side(asked, replace(query, where={**query.where, **base}), group=_label(base))
        if self._histograms.within(now, base):
            pair = changes.compare_part(first, second, metric=asked, part_is_now=True)
        elif self._histograms.within(base, now):
            pair = changes.compare_part(second, first, metric=asked, part_is_now=False)
        else:
            pair = changes.compare(first, second, metric=asked)
        return CompareResult(query=query, base=query.days, whole=pair, groups=(), sources=self._sources(asked, query))

    @_at_once
    def compare_with_parent(self, query: ScoreQuery, *, dimension: str, name: str) -> CompareResult:
        """Compare a group with what it is part of: a store with its region, what has no parent with the whole."""
        group = self._histograms.canonical({dimension: (name,)})
        parent = self._histograms.parent(dimension, group[dimension][0])
        return self.compare_groups(query, now=group, base={} if parent is None else {parent[0]: (parent[1],)})

    @_at_once
    def rank(self, query: ScoreQuery, *, order: Order, limit: int | None = None, min_n: int = 0) -> Ranking:
        """Rank the groups of the query's dimension that have enough answers; the others stand apart.

        `min_n` asks for more answers than the policy does, never for fewer.
        """
        query, asked = self._ready(query)
        everybody = self._whole(asked, query)
        sides = self._groups(asked, query)
        unknown = sides.pop(UNKNOWN, None)
        of = {quality: {k: s for k, s in sides.items() if s.figure.quality is quality} for quality in Quality}
        enough = {name: side for name, side in of[Quality.PUBLISH].items() if side.figure.n >= min_n}
        few = {name: side for name, side in of[Quality.PUBLISH].items() if name not in enough}
        contest = ranking.Contest(metric=asked, policy=self._policy, sides=enough, everybody=everybody)
        return Ranking(
            query=query,
            order=order,
            ranked=ranking.ranked(contest, order=order, limit=limit),
            ranked_of=len(contest.sides),
            needed=max(min_n, self._needed(asked)),
            directional=_figures(few | of[Quality.DIRECTIONAL]),
            suppressed=_figures(of[Quality.SUPPRESSED]),
            unknown=None if unknown is None else unknown.figure,
            whole=everybody.figure,
            sources=self._sources(asked, query),
        )

    @_at_once
    def explain(self, query: ScoreQuery, *, base: Days, read_up_to: int | None = None) -> Explanation:
        """Split the change since `base` into mix and rate over the query's dimension, an exact sum.

        Without a dimension, over the one that explains most; of more answers than `read_up_to`, only the dimensions
        by which they are kept counted are tried. Raises UnknownDimension for one whose groups share answers
        (themes) or are times, UnknownMetric for a metric that is no mean.
        """
        query, asked = self._ready(query)
        if asked.worth is None:
            raise UnknownMetric(asked.id, nearest=tuple(m.id for m in self._metrics.values() if m.worth is not None))
        before = replace(query, days=base)
        whole = self._whole(asked, query)
        then = self._side(asked, before)
        if not then.answers.total:
            raise self._nothing(asked, before)
        counted: dict[str, Sides]
        untried: tuple[str, ...] = ()
        if query.by is not None:
            counted = {query.by: (self._counted(asked, query), self._counted(asked, before))}
            now, earlier = counted[query.by]
            _must_partition(query.by, asked, (now, whole.answers), (earlier, then.answers))
        else:
            many = read_up_to is not None and whole.answers.total + then.answers.total > read_up_to
            counted, untried = self._candidates(asked, query, before, kept_only=many)
        tried = choosing.tried(_worth_trying(counted) or counted, worth=asked.worth)
        now, earlier = counted[tried[0].dimension]
        change = changes.compare(whole, then, metric=asked)
        total, parts = explaining.effects(
            change, now, earlier, worth=asked.worth, dimension=tried[0].dimension, policy=self._policy
        )
        return Explanation(
            change=change,
            dimension=tried[0].dimension,
            total=total,
            parts=parts,
            reversal=explaining.is_reversal(change, now, earlier, worth=asked.worth),
            tried=tried,
            sources=self._sources(asked, query),
            untried=untried,
        )

    def _candidates(
        self, asked: Metric, query: ScoreQuery, before: ScoreQuery, *, kept_only: bool
    ) -> tuple[dict[str, Sides], tuple[str, ...]]:
        """Count both sides over each dimension that may explain the change; name those left out."""
        names = tuple(by for by in choosing.CANDIDATES if by not in query.where)
        now, base = (
            self._histograms.each(asked, days=side.days, where=side.where, by=names, kept_only=kept_only)
            for side in (query, before)
        )
        if not now and kept_only:
            return self._candidates(asked, query, before, kept_only=False)
        untried = tuple(by for by in names if by not in now) if kept_only else ()
        return {by: (now[by], base[by]) for by in now}, untried

    def _ready(self, query: ScoreQuery) -> tuple[ScoreQuery, Metric]:
        asked = self.metric(query.metric)
        return replace(query, metric=asked.id, where=self._histograms.canonical(query.where)), asked

    def _whole(self, asked: Metric, query: ScoreQuery, *, group: Mapping[str, str] | None = None) -> changes.Side:
        side = self._side(asked, query, group=group)
        if not side.answers.total:
            raise self._nothing(asked, query)
        return side

    def _nothing(self, asked: Metric, query: ScoreQuery) -> AskerCanFix:
        """Say where there is something instead: on other scales of the question, or on another day."""
        variants = [known for known in self._metrics.values() if known.is_variant_of(asked)]
        counted = partial(self._histograms.histograms, days=query.days, where=query.where)
        if others := tuple(known.id for known in variants if counted(known)):
            return OnlyVariants(asked.id, others=others)
        return NothingInPeriod(nearest=self._histograms.nearest_day(asked, days=query.days, where=query.where))

    def _side(self, asked: Metric, query: ScoreQuery, *, group: Mapping[str, str] | None = None) -> changes.Side:
        counted = self._histograms.histograms(asked, days=query.days, where=query.where)
        return self._read(asked, counted.get((), asked.nothing), query, group)

    def _groups(self, asked: Metric, query: ScoreQuery) -> dict[str, changes.Side]:
        """Each group of a breakdown: in order of time, or the largest first and the unknown last."""
        counted = self._counted(asked, query)
        if query.by in TIMES:
            names = sorted(counted)
        else:
            names = sorted(counted, key=lambda name: (name == UNKNOWN, -counted[name].total, name))
        return {name: self._read(asked, counted[name], query, {query.by or "": name}) for name in names}

    def _compared(self, asked: Metric, query: ScoreQuery, before: ScoreQuery) -> tuple[Comparison, ...]:
        """Compare each group that has answers on either side; the verdicts hold for all of them together."""
        now, then = self._groups(asked, query), self._groups(asked, before)
        pairs: list[Comparison] = []
        differences: list[changes.Difference] = []
        for name in dict.fromkeys((*now, *then)):
            group = {query.by or "": name}
            sides = (
                now.get(name) or self._read(asked, asked.nothing, query, group),
                then.get(name) or self._read(asked, asked.nothing, before, group),
            )
            pairs.append(changes.compare(*sides, metric=asked))
            differences.append(changes.Difference(metric=asked, now=sides[0].answers, base=sides[1].answers))
        stood = changes.together([pair.change for pair in pairs], differences)
        return tuple(replace(pair, change=change) for pair, change in zip(pairs, stood, strict=True))

    def _counted(self, asked: Metric, query: ScoreQuery) -> dict[str, Histogram]:
        if query.by is None:
            return {}
        counted = self._histograms.histograms(asked, days=query.days, where=query.where, by=(query.by,))
        return {key[0]: answers for key, answers in counted.items()}

    def _read(
        self, asked: Metric, answers: Histogram, query: ScoreQuery, group: Mapping[str, str] | None
    ) -> changes.Side:
        figure = read(answers, metric=asked, days=query.days, policy=self._policy, group=group)
        return changes.Side(answers=answers, figure=figure)

    def _needed(self, asked: Metric) -> int:
        """Say how many answers a ranking of the metric needs."""
        return (asked.policy or self._policy).publish_from

    def _sources(self, asked: Metric, query: ScoreQuery) -> tuple[SourceAge, ...]:
        return self._histograms.sources(asked, days=query.days, where=query.where, now=self._now())


def _must_partition(by: str | None, asked: Metric, *sides: tuple[Mapping[str, Histogram], Histogram]) -> None:
    """Refuse a dimension over which a change is no sum."""
    for groups, whole in sides:
        if by is None or by in TIMES or summed(groups.values(), low=asked.low, high=asked.high) != whole:
            raise UnknownDimension(by or "", nearest=("touchpoint", "channel", "segment", "unit"))


def _worth_trying(counted: Mapping[str, Sides]) -> dict[str, Sides]:
    """Leave out the dimensions that cut nothing: one group, or the same groups as one tried before."""
    found: dict[str, Sides] = {}
    for name, (now, base) in counted.items():
        same = any(_cells(now) == _cells(other) and _cells(base) == _cells(third) for other, third in found.values())
        if len(now.keys() | base.keys()) > 1 and not same:
            found[name] = (now, base)
    return found


def _cells(groups: Mapping[str, Histogram]) -> list[tuple[int, ...]]:
    return sorted(answers.counts for answers in groups.values())


def _label(where: Where) -> Mapping[str, str]:
    """Make a group's label from what names it: the dimension and its value where there is one of each."""
    return {dimension: ", ".join(names) for dimension, names in where.items()}


def _figures(sides: Mapping[str, changes.Side]) -> tuple[Figure, ...]:
    return tuple(side.figure for side in sides.values())
