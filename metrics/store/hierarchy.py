"""Who belongs where: units in units, touchpoints in stages and journeys, read from their small tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from metrics.store.tables import journey, stage, stage_touchpoint, touchpoint, unit

UNIT_KINDS = ("store", "region", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit; `parent` is the id of the one it lies in."""

    name: str
    kind: str
    parent: int | None


class Units:
    """Every unit by id."""

    def __init__(self, units: Mapping[int, Unit]) -> None:
        self._units = units

    @classmethod
    def read(cls, connection: Connection) -> "Units":
        """Load them."""
        rows = connection.execute(select(unit.c.id, unit.c.name, unit.c.kind, unit.c.parent_id))
        return cls({row.id: Unit(name=row.name, kind=row.kind, parent=row.parent_id) for row in rows})

    @property
    def ids(self) -> Iterable[int]:
        """All of them."""
        return self._units.keys()

    def names(self, kind: str | None = None) -> tuple[str, ...]:
        """Name those of a kind, or all."""
        return tuple(sorted(u.name for u in self._units.values() if kind in (None, u.kind)))

    def own_name(self, unit_id: int | None) -> tuple[str, ...]:
        """Give the unit's name; nothing for no unit."""
        return self.names_upwards(unit_id)[:1]

    def name_at(self, unit_id: int | None, kind: str) -> tuple[str, ...]:
        """Give the name of the store, region or country it is or lies in; nothing if there is none."""
        return tuple(u.name for u in self._upwards(unit_id) if u.kind == kind)[:1]

    def names_upwards(self, unit_id: int | None) -> tuple[str, ...]:
        """Give its name and those of all it lies in."""
        return tuple(u.name for u in self._upwards(unit_id))

    def parent(self, name: str) -> tuple[str, str] | None:
        """Give kind and name of what the unit of that name lies in."""
        found = next((u for u in self._units.values() if u.name == name), None)
        above = self._units.get(found.parent) if found and found.parent else None
        return None if above is None else (above.kind, above.name)

    def _upwards(self, unit_id: int | None) -> Iterable[Unit]:
        seen: set[int] = set()
        while unit_id is not None and unit_id in self._units and unit_id not in seen:
            seen.add(unit_id)
            yield self._units[unit_id]
            unit_id = self._units[unit_id].parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoints:
    """Every touchpoint by id: its name, and the stages and journeys it stands in."""

    names: Mapping[int, str]
    stages: Mapping[int, tuple[str, ...]]
    journeys: Mapping[int, tuple[str, ...]]

    @classmethod
    def read(cls, connection: Connection) -> "Touchpoints":
        """Load them."""
        names = {row.id: row.name for row in connection.execute(select(touchpoint.c.id, touchpoint.c.name))}
        stages: dict[int, tuple[str, ...]] = {}
        journeys: dict[int, tuple[str, ...]] = {}
        places = (
            select(stage_touchpoint.c.touchpoint_id, stage.c.name, journey.c.name)
            .join(stage, stage.c.id == stage_touchpoint.c.stage_id)
            .join(journey, journey.c.id == stage.c.journey_id)
            .order_by(journey.c.name, stage.c.position)
        )
        for touchpoint_id, stage_name, journey_name in connection.execute(places):
            stages[touchpoint_id] = _with(stages.get(touchpoint_id, ()), stage_name)
            journeys[touchpoint_id] = _with(journeys.get(touchpoint_id, ()), journey_name)
        return cls(names=names, stages=stages, journeys=journeys)


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)
