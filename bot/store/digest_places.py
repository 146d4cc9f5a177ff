"""What digests need to know of places and of people: units and touchpoints by id, alerts, and actions due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Engine, func, select

from bot.store.action_tables import action_item
from bot.store.tables import alert
from metrics.store.engine import reading
from metrics.store.hierarchy import Units
from metrics.store.tables import touchpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """units: their names by id; regions and stores: the one that a unit of that name is or lies in."""

    units: Mapping[int, str]
    regions: Mapping[str, str]
    stores: Mapping[str, str]
    touchpoints: Mapping[int, str]


class DigestFacts:
    """Reads them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def places(self) -> Places:
        """Give every unit and touchpoint."""
        with reading(self._engine) as connection:
            units = Units.read(connection)
            touchpoints = {row.id: row.name for row in connection.execute(select(touchpoint.c.id, touchpoint.c.name))}
        names = {one: name for one in units.ids for name in units.own_name(one)}
        return Places(
            units=names,
            regions={name: above for one, name in names.items() for above in units.name_at(one, "region")},
            stores={name: above for one, name in names.items() for above in units.name_at(one, "store")},
            touchpoints=touchpoints,
        )

    def alerts_since(self, person_key: str, *, since: datetime) -> int:
        """Count the alerts a person got."""
        query = select(func.count()).select_from(alert).where(alert.c.person_key == person_key, alert.c.at >= since)
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar_one())

    def actions_due(self, person_key: str, *, until: date) -> int:
        """Count the open actions of a person that are due by then."""
        table = action_item.c
        query = select(func.count()).select_from(action_item)
        query = query.where(table.owner_key == person_key, table.status == "open", table.due_on <= until)
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar_one())
