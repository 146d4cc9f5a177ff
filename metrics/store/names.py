"""Touchpoints and units by the names that files use for them; one the store does not know is made, and told."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from metrics.store import directory
from metrics.store.tables import touchpoint, unit


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTouchpoint:
    """A touchpoint with its owner of now; all None: none was named."""

    id: int | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownUnit:
    """A unit with its zone, or its nearest parent's; all None: none was named."""

    id: int | None = None
    timezone: str | None = None


NO_TOUCHPOINT = KnownTouchpoint()
NO_UNIT = KnownUnit()


class Names:
    """What names stand for at the time of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._touchpoints: dict[str, KnownTouchpoint] = {}
        self._units: dict[str, KnownUnit] = {}
        self.made_touchpoints: list[str] = []
        self.made_units: list[str] = []
        self._read_touchpoints()
        self._read_units()

    def touchpoint(self, name: str | None) -> KnownTouchpoint:
        """Give the touchpoint of that name or external id; an unknown one is made without an owner."""
        if name is None:
            return NO_TOUCHPOINT
        found = self._touchpoints.get(name)
        if found is None:
            row_id, _ = directory.touchpoint(self._connection, name=name)
            found = self._touchpoints[name] = KnownTouchpoint(id=row_id)
            self.made_touchpoints.append(name)
        return found

    def unit(self, name: str | None, *, kind: str = "store") -> KnownUnit:
        """Give the unit of that name or external id; an unknown one is made with no parent."""
        if name is None:
            return NO_UNIT
        found = self._units.get(name)
        if found is None:
            row_id = directory.unit(self._connection, name=name, kind=kind)
            found = self._units[name] = KnownUnit(id=row_id)
            self.made_units.append(name)
        return found

    def owners(self) -> dict[int, str | None]:
        """Say who owns each touchpoint, by id."""
        return {known.id: known.owner for known in self._touchpoints.values() if known.id is not None}

    def zones(self) -> dict[int, str]:
        """Say in which zone each unit is, by id, where that is known."""
        return {known.id: known.timezone for known in self._units.values() if known.id is not None and known.timezone}

    def _read_touchpoints(self) -> None:
        rows = self._connection.execute(
            select(touchpoint.c.name, touchpoint.c.external_id, touchpoint.c.id, touchpoint.c.owner)
        ).all()
        for row in rows:
            if row.external_id is not None:
                self._touchpoints[row.external_id] = KnownTouchpoint(id=row.id, owner=row.owner)
        self._touchpoints.update((row.name, KnownTouchpoint(id=row.id, owner=row.owner)) for row in rows)

    def _read_units(self) -> None:
        columns = (unit.c.id, unit.c.name, unit.c.external_id, unit.c.timezone, unit.c.parent_id)
        rows = {row.id: row for row in self._connection.execute(select(*columns))}
        for row in rows.values():
            at, steps = row, 0
            while at.timezone is None and at.parent_id in rows and steps < len(rows):
                at, steps = rows[at.parent_id], steps + 1
            known = KnownUnit(id=row.id, timezone=at.timezone)
            if row.external_id is not None:
                self._units.setdefault(row.external_id, known)
            self._units[row.name] = known
