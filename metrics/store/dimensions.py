"""Dimensions as the store knows them: the column that a dimension is read from, and the names its values fold into.

A dimension over units, touchpoints or days folds many stored values into one name (all stores of a region, all days of
a month, a touchpoint into each of its stages); any other is its own name. A row without a value has the raw value None.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from metrics.calendar import WEEKDAYS, stretch_name
from metrics.errors import UnknownDimension
from metrics.figures import Days
from metrics.scope import ATTRIBUTE, DIMENSIONS
from metrics.store.hierarchy import UNIT_KINDS, Touchpoints, Units
from metrics.store.standing import Standing
from metrics.store.tables import source

UNKNOWN = "unknown"
TIMES = ("day", "week", "month", "quarter", "year", "weekday")
PLAIN = ("channel", "segment", "persona", "language", "theme")
"""Dimensions whose stored value is their name."""

Raw = int | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """`column` is what it is read from; `fold` gives the names of a stored value, none for an unknown one.

    `names_of` is what a value answers to in a question (a store also to its region's name); `universe` are the stored
    values there can be, None where only the rows themselves know.
    """

    name: str
    column: str
    fold: Callable[[Raw], tuple[str, ...]]
    names_of: Callable[[Raw], tuple[str, ...]]
    universe: tuple[Raw, ...] | None = None

    def groups(self, raw: Raw) -> tuple[str, ...]:
        """Name the groups that a row of this value belongs to."""
        return self.fold(raw) or (UNKNOWN,)

    def values(self, names: Iterable[str]) -> frozenset[Raw]:
        """Give the stored values that these canonical names stand for; None among them: rows without a value."""
        wanted = set(names)
        if self.universe is None:
            return frozenset(None if name == UNKNOWN else name for name in wanted)
        return frozenset(raw for raw in (*self.universe, None) if wanted & set(self.names_of(raw) or (UNKNOWN,)))

    def known_names(self) -> tuple[str, ...]:
        """Name every group that can be asked for, where the universe is known."""
        return tuple(sorted({name for raw in self.universe or () for name in self.names_of(raw)}))


class Dimensions:
    """The dimensions of one question, read from the store as they are needed, or as they are `known` to stand."""

    def __init__(self, connection: Connection, *, days: Days | None = None, known: Standing | None = None) -> None:
        self._connection = connection
        self._days = days
        self._known = known or Standing()

    def __getitem__(self, name: str) -> Dimension:
        key = (Dimension, name, self._days if name in TIMES else None)
        return self._known.kept(key, lambda: self._make(name))

    def values(self, dimension: Dimension, names: tuple[str, ...]) -> frozenset[Raw]:
        """Give the stored values that these canonical names stand for; None among them: rows without a value."""
        if dimension.name in TIMES:
            return dimension.values(names)
        return self._known.kept((Raw, dimension.name, names), lambda: dimension.values(names))

    @property
    def units(self) -> Units:
        """The units, loaded once."""
        return self._known.kept(Units, lambda: Units.read(self._connection))

    @property
    def touchpoints(self) -> Touchpoints:
        """The touchpoints, loaded once."""
        return self._known.kept(Touchpoints, lambda: Touchpoints.read(self._connection))

    def _make(self, name: str) -> Dimension:
        if name in PLAIN or name.startswith(ATTRIBUTE):
            return Dimension(name=name, column=name, fold=_itself, names_of=_itself)
        if name in TIMES:
            return self._time(name)
        if name == "unit" or name in UNIT_KINDS:
            return self._unit(name)
        if name in ("touchpoint", "stage", "journey"):
            return self._touchpoint(name)
        if name == "source":
            rows = self._connection.execute(select(source.c.id, source.c.name))
            return _looked_up(name, "source_id", {row.id: (row.name,) for row in rows})
        from metrics.scores.registry import nearest  # noqa: PLC0415 only for a misspelt name

        raise UnknownDimension(name, nearest=nearest(name, DIMENSIONS))

    def _time(self, name: str) -> Dimension:
        def fold(raw: Raw) -> tuple[str, ...]:
            return (stretch_name(date.fromordinal(int(raw)), name),) if raw else ()

        def weekday(raw: Raw) -> tuple[str, ...]:
            return (WEEKDAYS[date.fromordinal(int(raw)).weekday()],) if raw else ()

        if name == "weekday":
            fold = weekday
        days = self._days
        universe = None if days is None else tuple(range(days.first.toordinal(), days.end.toordinal()))
        return Dimension(name=name, column="day", fold=fold, names_of=fold, universe=universe)

    def _unit(self, name: str) -> Dimension:
        units = self.units
        own = {one: units.own_name(one) if name == "unit" else units.name_at(one, name) for one in units.ids}
        upwards = {one: units.names_upwards(one) for one in units.ids} if name == "unit" else own
        return _looked_up(name, "unit_id", own, names_of=upwards)

    def _touchpoint(self, name: str) -> Dimension:
        known = self.touchpoints
        names = {
            "touchpoint": {key: (value,) for key, value in known.names.items()},
            "stage": known.stages,
            "journey": known.journeys,
        }[name]
        return _looked_up(name, "touchpoint_id", {key: names.get(key, ()) for key in known.names})


def _looked_up(
    name: str,
    column: str,
    names: Mapping[int, tuple[str, ...]],
    *,
    names_of: Mapping[int, tuple[str, ...]] | None = None,
) -> Dimension:
    return Dimension(
        name=name, column=column, fold=_finder(names), names_of=_finder(names_of or names), universe=tuple(names)
    )


def _finder(names: Mapping[int, tuple[str, ...]]) -> Callable[[Raw], tuple[str, ...]]:
    return lambda raw: names.get(int(raw), ()) if raw else ()


def _itself(raw: Raw) -> tuple[str, ...]:
    return (str(raw),) if raw else ()
