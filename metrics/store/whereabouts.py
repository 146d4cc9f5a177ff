"""Which units and touchpoints a question names, as ids: to compare with rights, and to filter what has no reader."""

from dataclasses import dataclass

from sqlalchemy import Engine, select

from metrics.scope import Where
from metrics.store.engine import reading
from metrics.store.places import touchpoints_named, touchpoints_of, units_named
from metrics.store.tables import touchpoint

UNITS = ("unit", "store", "region", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The ids named; None: nothing of the kind was named."""

    units: frozenset[int] | None
    touchpoints: frozenset[int] | None


class Whereabouts:
    """Resolves names of places."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def touchpoints(self) -> tuple[str, ...]:
        """Name every touchpoint."""
        with reading(self._engine) as connection:
            return tuple(connection.execute(select(touchpoint.c.name).order_by(touchpoint.c.name)).scalars())

    def named(self, where: Where) -> Named:
        """Give the units (with everything below them) and touchpoints that must hold; raises UnknownGroup."""
        units: frozenset[int] | None = None
        touchpoints: frozenset[int] | None = None
        with reading(self._engine) as connection:
            for dimension, names in where.items():
                if dimension in UNITS:
                    found = units_named(connection, names, dimension=dimension)
                    units = found if units is None else units & found
                elif dimension in ("touchpoint", "journey", "stage"):
                    held = (
                        touchpoints_named(connection, names)
                        if dimension == "touchpoint"
                        else touchpoints_of(connection, names, dimension=dimension)
                    )
                    touchpoints = held if touchpoints is None else touchpoints & held
        return Named(units=units, touchpoints=touchpoints)
