"""The canonical names of what a question names loosely: another case, no accents, a synonym."""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from metrics.calendar import WEEKDAYS
from metrics.errors import UnknownDimension, UnknownGroup
from metrics.folding import fold
from metrics.scope import ATTRIBUTE
from metrics.scores.registry import nearest
from metrics.store.dimensions import TIMES, UNKNOWN, Dimension
from metrics.store.hierarchy import UNIT_KINDS
from metrics.store.tables import annotation, feedback, synonym

PROBED_ROWS = 2_000
"""The newest feedback looked at for the attributes there are, when one is asked for that nobody has."""


def canonical_name(connection: Connection, dimension: Dimension, name: str) -> str:
    """Give the name as it is stored; raises UnknownGroup with the nearest names."""
    if dimension.name == "weekday":
        return _match(connection, dimension, name, WEEKDAYS)
    if name == UNKNOWN or dimension.name in TIMES:
        return name
    if dimension.universe is None and _stands(connection, dimension, name):
        return name
    known = dimension.known_names() if dimension.universe is not None else _distinct(connection, dimension)
    if dimension.universe is None and not known and dimension.name.startswith(ATTRIBUTE):
        must_be_attribute(connection, dimension.name)
    return _match(connection, dimension, name, known)


def must_be_attribute(connection: Connection, name: str) -> None:
    """Raise UnknownDimension with the nearest attributes unless some feedback has this one."""
    if _first(connection, _value_of(name).is_not(None)):
        return
    recent = select(feedback.c.attributes).order_by(feedback.c.id.desc()).limit(PROBED_ROWS)
    names = sorted({f"{ATTRIBUTE}{key}" for (attributes,) in connection.execute(recent) for key in attributes})
    raise UnknownDimension(name, nearest=nearest(name, tuple(names)))


def folded(name: str) -> str:
    """Fold case, accents, spaces, hyphens and underscores away."""
    return re.sub(r"[\s_-]+", "", fold(name))


def _match(connection: Connection, dimension: Dimension, name: str, known: Iterable[str]) -> str:
    known = tuple(known)
    if name in known:
        return name
    by_fold = {folded(one): one for one in known}
    if folded(name) in by_fold:
        return by_fold[folded(name)]
    kind = "unit" if dimension.name in UNIT_KINDS else dimension.name
    rows = connection.execute(select(synonym.c.text, synonym.c.name).where(synonym.c.kind == kind)).all()
    for text, stands_for in rows:
        if folded(text) == folded(name) and stands_for in known:
            return str(stands_for)
    raise UnknownGroup(dimension.name, name, nearest=nearest(name, known))


def _stands(connection: Connection, dimension: Dimension, name: str) -> bool:
    if dimension.name == "theme":
        themed = select(annotation.c.feedback_id).where(annotation.c.field == "theme", annotation.c.label == name)
        return connection.execute(themed.limit(1)).first() is not None
    return _first(connection, _value_of(dimension.name) == name)


def _first(connection: Connection, condition: ColumnElement[bool]) -> bool:
    return connection.execute(select(feedback.c.id).where(condition).limit(1)).first() is not None


def _distinct(connection: Connection, dimension: Dimension) -> tuple[str, ...]:
    if dimension.name == "theme":
        values = select(annotation.c.label).where(annotation.c.field == "theme").distinct()
    else:
        values = select(_value_of(dimension.name).label("name")).distinct()
    return tuple(sorted(str(value) for (value,) in connection.execute(values) if value))


def _value_of(name: str) -> ColumnElement[Any]:
    if name.startswith(ATTRIBUTE):
        attribute: ColumnElement[Any] = feedback.c.attributes[name.removeprefix(ATTRIBUTE)].as_string()
        return attribute
    column: ColumnElement[Any] = feedback.c[name]
    return column
