"""A feedback filter as conditions on the feedback table: what was asked for, and what the asker may see."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, case, exists, func, or_, select, type_coerce
from sqlalchemy.types import Float

from metrics.errors import UnknownDimension
from metrics.feedback import FeedbackFilter, ScoreGroup
from metrics.scope import ATTRIBUTE, DIMENSIONS, Scope
from metrics.store.places import touchpoints_named, touchpoints_of, units_named
from metrics.store.tables import annotation, customer, feedback, score, source

Condition = ColumnElement[bool]

LOWER_THIRD = 1 / 3 + 1e-9
"""1 and 2 of 1-5, 1 to 3 of 1-7; the grain forgives what division rounds."""

UNKNOWN = "unknown"

NEGATIVE_BELOW = -0.2
"""The sentiment from which words count as dissatisfied where no score was given."""


def conditions(connection: Connection, wanted: FeedbackFilter, *, within: Scope) -> list[Condition]:
    """Give what every row must satisfy; raises UnknownGroup, UnknownDimension."""
    held = seen(feedback, within)
    for dimension, names in wanted.where.items():
        held.append(_named(connection, dimension, names))
    if wanted.days is not None:
        held.append(feedback.c.day >= wanted.days.first.toordinal())
        held.append(feedback.c.day < wanted.days.end.toordinal())
    if wanted.has_text is not None:
        said = func.coalesce(feedback.c.redacted, "") != ""
        held.append(said if wanted.has_text else ~said)
    if wanted.sentiment is not None:
        held.append(_annotated(annotation.c.field == "sentiment", annotation.c.label == wanted.sentiment))
    if wanted.customer is not None:
        held.append(
            feedback.c.customer_id == select(customer.c.id).where(customer.c.key == wanted.customer).scalar_subquery()
        )
    return held + _scored_conditions(wanted)


def seen(table: Table, within: Scope) -> list[Condition]:
    """Keep the rows of a table with unit_id and touchpoint_id that may be seen; a limit hides rows without the id."""
    limits: list[Condition] = []
    if within.units is not None:
        limits.append(table.c.unit_id.in_(sorted(within.units)))
    if within.touchpoints is not None:
        limits.append(table.c.touchpoint_id.in_(sorted(within.touchpoints)))
    return limits


def position() -> ColumnElement[float]:
    """Say where a score lies on its scale, 0 worst to 1 best."""
    steps = case(
        (score.c.direction == "lower", score.c.scale_max - score.c.value), else_=score.c.value - score.c.scale_min
    )
    return type_coerce(steps / (score.c.scale_max - score.c.scale_min), Float)


def _scored_conditions(wanted: FeedbackFilter) -> list[Condition]:
    held: list[Condition] = []
    if wanted.group is not None:
        held.append(_GROUPS[wanted.group]())
    limits: list[Condition] = []
    if wanted.instrument is not None:
        limits.append(score.c.instrument == wanted.instrument)
    if wanted.min_score is not None:
        limits.append(score.c.value >= wanted.min_score)
    if wanted.max_score is not None:
        limits.append(score.c.value <= wanted.max_score)
    if limits:
        held.append(_scored(*limits))
    return held


def _scored(*limits: Condition) -> Condition:
    return exists().where(score.c.feedback_id == feedback.c.id, *limits)


def _annotated(*limits: Condition) -> Condition:
    return exists().where(annotation.c.feedback_id == feedback.c.id, *limits)


def _nps(low: int, high: int) -> Condition:
    return _scored(score.c.instrument == "nps", score.c.value >= low, score.c.value <= high)


def dissatisfied() -> Condition:
    """Hold for feedback whose score is low, or that has none and whose words are negative."""
    low = or_(
        and_(score.c.instrument == "nps", score.c.value <= 6),
        and_(score.c.instrument != "nps", position() <= LOWER_THIRD),
    )
    negative = _annotated(annotation.c.field == "sentiment", annotation.c.value <= NEGATIVE_BELOW)
    return or_(_scored(low), and_(~_scored(), negative))


_GROUPS: Mapping[ScoreGroup, Callable[[], Condition]] = {
    ScoreGroup.DETRACTOR: lambda: _nps(0, 6),
    ScoreGroup.PASSIVE: lambda: _nps(7, 8),
    ScoreGroup.PROMOTER: lambda: _nps(9, 10),
    ScoreGroup.DISSATISFIED: dissatisfied,
}


def _named(connection: Connection, dimension: str, names: tuple[str, ...]) -> Condition:
    if dimension in {"unit", "store", "region", "country"}:
        return feedback.c.unit_id.in_(sorted(units_named(connection, names, dimension=dimension)))
    if dimension == "touchpoint":
        return _about(sorted(touchpoints_named(connection, names)))
    if dimension in {"journey", "stage"}:
        return _about(sorted(touchpoints_of(connection, names, dimension=dimension)))
    if dimension in {"channel", "segment", "persona"}:
        return _one_of(feedback.c[dimension], names)
    return _of_the_row(dimension, names)


def _of_the_row(dimension: str, names: tuple[str, ...]) -> Condition:
    if dimension == "language":
        dialects = (feedback.c.language.like(f"{name}-%") for name in names)
        return or_(_one_of(feedback.c.language, names), *dialects)
    if dimension == "source":
        return feedback.c.source_id.in_(select(source.c.id).where(source.c.name.in_(names)))
    if dimension == "theme":
        return _annotated(annotation.c.field == "theme", annotation.c.label.in_(names))
    if dimension.startswith(ATTRIBUTE):
        attribute: Any = feedback.c.attributes[dimension.removeprefix(ATTRIBUTE)]
        return _one_of(attribute.as_string(), names)
    raise UnknownDimension(dimension, nearest=DIMENSIONS)


def _one_of(value: ColumnElement[Any], names: tuple[str, ...]) -> Condition:
    """Match the named values; rows without one are called unknown."""
    return or_(value.in_(names), value.is_(None)) if UNKNOWN in names else value.in_(names)


def _about(touchpoints: list[int]) -> Condition:
    """Match feedback of a touchpoint, and feedback of none whose scores are of it (one survey on several)."""
    scored = _scored(score.c.touchpoint_id.in_(touchpoints))
    return or_(feedback.c.touchpoint_id.in_(touchpoints), and_(feedback.c.touchpoint_id.is_(None), scored))
