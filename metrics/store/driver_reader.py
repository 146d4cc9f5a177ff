"""Reads touchpoint scores with the overall score of the same respondent: `metrics.analysis.driver_scores.DriverReader`.

Where the rows that hold the overall score hold scores of several touchpoints too, a row is a respondent. Else a
customer is: every score they gave in the period, whichever survey it came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Engine, Select, distinct, func, select

from metrics.analysis.driver_scores import DriverScores, Given, Pairing, paired
from metrics.errors import UnknownDimension
from metrics.figures import Days
from metrics.scope import Where
from metrics.scores.instruments import Instrument, instrument
from metrics.scores.registry import Metric
from metrics.store.counting import Count, Wanted, answers_of, is_wanted
from metrics.store.dimensions import Dimension, Dimensions, Raw
from metrics.store.engine import reading
from metrics.store.tables import feedback, score

SEVERAL = 1.5
"""So many touchpoint scores a row, on average, make a survey about several touchpoints: some are not applicable."""
NO_DRIVERS = frozenset({"nps"})
"""Would people recommend us: a verdict on the whole wherever it is asked."""
_CUTS = ("touchpoint", "stage", "journey", "channel")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    metric: Metric
    days: Days
    elsewhere: Wanted
    """What is asked of whoever answered: place, segment, channel ..."""
    touchpoints: frozenset[Raw] | None
    """The touchpoints that may be drivers; None: any."""


class StoredDrivers:
    """Pairs scores out of a database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def driver_scores(self, metric: Metric, *, days: Days, where: Where, by: str) -> DriverScores | None:
        """Pair them; None: nobody who answered the metric scored a touchpoint. `where` is in canonical names."""
        with reading(self._engine) as connection:
            known = Dimensions(connection, days=days)
            dimension = known[by]
            if dimension.column not in score.c:
                raise UnknownDimension(by, nearest=_CUTS)
            wanted = _wanted(known, where)
            touchpoints = wanted.pop("touchpoint_id", None)
            question = _Question(metric=metric, days=days, elsewhere=wanted, touchpoints=touchpoints)
            found = _by_row(connection, question) or _by_customer(connection, question)
            return None if found is None else _paired(connection, question, found, dimension)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Where drivers are: on which instrument, and whether the overall score is what names no touchpoint on the same."""

    pairing: Pairing
    instrument: Instrument
    same: bool


def _by_row(connection: Connection, question: _Question) -> _Found | None:
    """Look for touchpoint scores on the rows that hold the overall one, several a row."""
    rows = select(score.c.feedback_id).where(score.c.id.in_(_overall(question, same=False, columns=(score.c.id,))))
    touchpoint_scores = select(score.c.instrument, func.count(), func.count(distinct(score.c.feedback_id))).where(
        score.c.feedback_id.in_(rows.correlate(None)), *_about_touchpoints(question)
    )
    found = connection.execute(touchpoint_scores.group_by(score.c.instrument))
    several = {row[0]: row[1] for row in found if row[1] >= SEVERAL * row[2]}
    return _chosen(connection, question, several, pairing="row")


def _by_customer(connection: Connection, question: _Question) -> _Found | None:
    """Look for touchpoint scores that customers gave in the period."""
    found = connection.execute(
        select(score.c.instrument, func.count())
        .where(
            score.c.day >= question.days.first.toordinal(),
            score.c.day < question.days.end.toordinal(),
            *_about_touchpoints(question),
        )
        .group_by(score.c.instrument)
    )
    return _chosen(connection, question, {row[0]: row[1] for row in found}, pairing="customer")


def _chosen(
    connection: Connection, question: _Question, counts: Mapping[str, int], *, pairing: Pairing
) -> _Found | None:
    """Choose the instrument most touchpoint scores are on; the metric's own only for an overall score beside them."""
    names = sorted(counts, key=lambda name: (-counts[name], name))
    others = [name for name in names if name not in question.metric.instruments and name not in NO_DRIVERS]
    if others:
        return _Found(pairing=pairing, instrument=instrument(others[0]), same=False)
    own = [name for name in names if name in question.metric.instruments and name not in NO_DRIVERS]
    whole = _overall(question, same=True, columns=(score.c.id,)).limit(1)
    if own and connection.execute(whole).first() is not None:
        return _Found(pairing=pairing, instrument=instrument(own[0]), same=True)
    return None


def _paired(connection: Connection, question: _Question, found: _Found, dimension: Dimension) -> DriverScores | None:
    who = feedback.c.id if found.pairing == "row" else feedback.c.customer_id
    overall = connection.execute(
        _overall(question, same=found.same, columns=(who, score.c.value)).where(who.is_not(None))
    )
    people, values = _columns(overall, 2)
    if not len(people):
        return None
    scale = Instrument(name="", low=question.metric.low, high=question.metric.high, direction=question.metric.direction)
    given = connection.execute(_drivers(question, found, who, score.c[dimension.column]))
    givers, raws, scores = _columns(given, 3)
    names: dict[str, int] = {}
    parts = [
        _given(name, names, givers[raws == raw], scores[raws == raw], found.instrument)
        for raw in dict.fromkeys(raws.tolist())
        for name in dimension.groups(raw)
    ]
    if not parts:
        return None
    return paired(
        Given(who=people.astype(np.int64), group=np.zeros(len(people), dtype=np.int64), value=_goodness(values, scale)),
        Given(
            who=np.concatenate([part.who for part in parts]),
            group=np.concatenate([part.group for part in parts]),
            value=np.concatenate([part.value for part in parts]),
        ),
        names=tuple(names),
        pairing=found.pairing,
        instrument=found.instrument.name,
    )


def _given(name: str, names: dict[str, int], who: Any, values: Any, scale: Instrument) -> Given:
    place = names.setdefault(name, len(names))
    return Given(
        who=who.astype(np.int64), group=np.full(len(who), place, dtype=np.int64), value=_goodness(values, scale)
    )


def _overall(question: _Question, *, same: bool, columns: tuple[ColumnElement[Any], ...]) -> Select[Any]:
    rows = answers_of(Count(metric=question.metric, days=question.days, wanted=question.elsewhere))
    rows = rows.with_only_columns(*columns)
    return rows.where(score.c.touchpoint_id.is_(None)) if same else rows


def _drivers(question: _Question, found: _Found, who: ColumnElement[Any], group: ColumnElement[Any]) -> Select[Any]:
    """Select (who, group, value) of the touchpoint scores; what is asked of the overall score holds for them too."""
    scale = found.instrument
    asked = replace(
        question.metric, instruments=(scale.name,), low=scale.low, high=scale.high, direction=scale.direction
    )
    rows = answers_of(Count(metric=asked, days=question.days, wanted=question.elsewhere))
    return rows.with_only_columns(who, group, score.c.value).where(who.is_not(None), *_about_touchpoints(question))


def _about_touchpoints(question: _Question) -> tuple[ColumnElement[bool], ...]:
    if question.touchpoints is None:
        return (score.c.touchpoint_id.is_not(None),)
    return (score.c.touchpoint_id.is_not(None), is_wanted("touchpoint_id", question.touchpoints, score))


def _goodness(values: Any, scale: Instrument) -> Any:
    """Put answers from 0, worst, to 1, best."""
    up = (values.astype(np.float64) - scale.low) / (scale.high - scale.low)
    return 1 - up if scale.direction == "lower" else up


def _columns(rows: Any, width: int) -> tuple[Any, ...]:
    """Read rows into one array per column, a part at a time."""
    parts = [tuple(np.array(column) for column in zip(*part, strict=True)) for part in rows.partitions(50_000)]
    if not parts:
        return tuple(np.array([]) for _ in range(width))
    return tuple(np.concatenate([part[place] for part in parts]) for place in range(width))


def _wanted(known: Dimensions, where: Where) -> dict[str, frozenset[Raw]]:
    wanted: dict[str, frozenset[Raw]] = {}
    for name, values in where.items():
        asked = known[name].values(values)
        wanted[known[name].column] = wanted.get(known[name].column, asked) & asked
    return wanted
