"""Names of units and touchpoints to ids, with everything that is below them."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from sqlalchemy import Connection, select

from metrics.errors import UnknownGroup
from metrics.folding import fold
from metrics.store.tables import journey, stage, stage_touchpoint, touchpoint, unit


def units_named(connection: Connection, names: Iterable[str], *, dimension: str = "unit") -> frozenset[int]:
    """Give the ids of the named units and of every unit below them; raises UnknownGroup."""
    rows = connection.execute(select(unit.c.id, unit.c.name, unit.c.parent_id)).all()
    wanted = _ids({row.name: row.id for row in rows}, names, dimension=dimension)
    children: dict[int, list[int]] = {}
    for row in rows:
        children.setdefault(row.parent_id or 0, []).append(row.id)
    found: set[int] = set()
    while wanted:
        found |= wanted
        wanted = {child for parent in wanted for child in children.get(parent, ())} - found
    return frozenset(found)


def touchpoints_named(connection: Connection, names: Iterable[str]) -> frozenset[int]:
    """Give the ids of the named touchpoints; raises UnknownGroup."""
    rows = connection.execute(select(touchpoint.c.id, touchpoint.c.name)).all()
    return frozenset(_ids({row.name: row.id for row in rows}, names, dimension="touchpoint"))


def touchpoints_of(connection: Connection, names: Iterable[str], *, dimension: str) -> frozenset[int]:
    """Give the touchpoints of the named journeys or stages (`dimension` says which); raises UnknownGroup."""
    name = journey.c.name if dimension == "journey" else stage.c.name
    query = (
        select(name.label("name"), stage_touchpoint.c.touchpoint_id)
        .select_from(stage_touchpoint)
        .join(stage, stage.c.id == stage_touchpoint.c.stage_id)
        .join(journey, journey.c.id == stage.c.journey_id)
    )
    held: dict[str, set[int]] = {row.name: set() for row in connection.execute(select(name.label("name")))}
    for row in connection.execute(query):
        held[row.name].add(row.touchpoint_id)
    places = _ids({known: index for index, known in enumerate(held)}, names, dimension=dimension)
    return frozenset(one for index, ids in enumerate(held.values()) if index in places for one in ids)


def _ids(known: Mapping[str, int], names: Iterable[str], *, dimension: str) -> set[int]:
    folded = {fold(name): row_id for name, row_id in known.items()}
    found: set[int] = set()
    for name in names:
        row_id = known.get(name, folded.get(fold(name)))
        if row_id is None:
            raise UnknownGroup(dimension, name, nearest=_nearest(name, known))
        found.add(row_id)
    return found


def _nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    by_fold = {fold(one): one for one in known}
    return tuple(by_fold[match] for match in get_close_matches(fold(name), by_fold, n=3, cutoff=0.5))
