"""The staff: who they are, by key, by role, by the name a platform knows them under."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, Select, func, insert, select

from bot.messages import PersonId
from bot.people import Person, Role
from bot.store.tables import person, person_handle
from metrics.store.tables import touchpoint, unit


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody to add. `unit` names their own store, region or country; `handles` are slack:U123, telegram:456."""

    key: str
    name: str
    role: Role
    language: str = "en"
    timezone: str = "UTC"
    unit: str | None = None
    teams: tuple[str, ...] = ()
    leads: str | None = None
    default_for_role: bool = False
    handles: tuple[str, ...] = ()


def add_people(connection: Connection, people: Sequence[NewPerson]) -> None:
    """Add them with their handles; raises KeyError for a unit that does not exist."""
    units = {row.name: row.id for row in connection.execute(select(unit.c.id, unit.c.name))}
    for one in people:
        made = insert(person).values(
            key=one.key,
            name=one.name,
            role=one.role.value,
            language=one.language,
            timezone=one.timezone,
            unit_id=units[one.unit] if one.unit else None,
            teams=list(one.teams),
            leads=one.leads,
            default_for_role=one.default_for_role,
        )
        person_id = connection.execute(made.returning(person.c.id)).scalar_one()
        for handle in one.handles:
            connection.execute(insert(person_handle).values(platform_id=handle, person_id=person_id))


def add_handle(connection: Connection, *, key: str, platform_id: PersonId) -> None:
    """Let the platform's name mean the person of that key; raises LookupError if there is none."""
    found = connection.execute(select(person.c.id).where(person.c.key == key)).scalar_one_or_none()
    if found is None:
        raise LookupError(key)
    connection.execute(insert(person_handle).values(platform_id=platform_id, person_id=found))


def person_by_key(connection: Connection, key: str) -> Person | None:
    """Find the person of that key."""
    return _one(connection, _people().where(person.c.key == key))


def person_by_platform(connection: Connection, platform_id: PersonId) -> Person | None:
    """Find whom the platform's name means."""
    query = _people().join(person_handle, person_handle.c.person_id == person.c.id)
    return _one(connection, query.where(person_handle.c.platform_id == platform_id))


def person_for_role(connection: Connection, role: Role) -> Person | None:
    """Find whom `--as ROLE` means in this home."""
    return _one(connection, _people().where(person.c.role == role.value, person.c.default_for_role))


def all_people(connection: Connection) -> tuple[Person, ...]:
    """Read everybody, in the order they were added."""
    house = _read_house(connection)
    return tuple(_person(row, house) for row in connection.execute(_people().order_by(person.c.id)).mappings())


def team_leads(connection: Connection) -> Mapping[str, str]:
    """Say who leads each team: team to the person's key."""
    rows = connection.execute(select(person.c.leads, person.c.key).where(person.c.leads.is_not(None)))
    return {str(row.leads): str(row.key) for row in rows}


def anyone_in_role(connection: Connection, role: Role) -> Person:
    """Make somebody of that role for a home without people: named after the role, owning every store and touchpoint.

    A role limited to its own units or touchpoints would otherwise see nothing in such a home.
    """
    return Person(
        key=role.value,
        name=role.value.replace("_", " "),
        role=role,
        units=frozenset(connection.execute(select(unit.c.id)).scalars()),
        touchpoints=frozenset(connection.execute(select(touchpoint.c.id)).scalars()),
        teams=tuple(
            connection.execute(select(touchpoint.c.team).where(touchpoint.c.team.is_not(None)).distinct()).scalars()
        ),
    )


def has_people(connection: Connection) -> bool:
    """Say whether this home knows any staff."""
    return bool(connection.execute(select(func.count()).select_from(person)).scalar_one())


@dataclass(frozen=True, slots=True, kw_only=True)
class _House:
    """What a person's own units and touchpoints are worked out from."""

    children: Mapping[int, tuple[int, ...]]
    parents: Mapping[int, int | None]
    regions: Mapping[int, str]
    owned: Mapping[str, frozenset[int]]

    def below(self, unit_id: int | None) -> frozenset[int]:
        """Give the unit with everything under it; empty for none."""
        found: set[int] = set()
        waiting = [] if unit_id is None else [unit_id]
        while waiting:
            here = waiting.pop()
            found.add(here)
            waiting.extend(child for child in self.children.get(here, ()) if child not in found)
        return frozenset(found)

    def region(self, unit_id: int | None) -> str | None:
        """Name the region a unit lies in, or is; None where there is none."""
        seen: set[int] = set()
        while unit_id is not None and unit_id not in seen:
            if unit_id in self.regions:
                return self.regions[unit_id]
            seen.add(unit_id)
            unit_id = self.parents.get(unit_id)
        return None


def _people() -> Select[tuple[object, ...]]:
    return select(person, unit.c.name.label("unit_name")).outerjoin(unit, unit.c.id == person.c.unit_id)


def _one(connection: Connection, query: Select[tuple[object, ...]]) -> Person | None:
    row = connection.execute(query.order_by(person.c.id)).mappings().first()
    return None if row is None else _person(row, _read_house(connection))


def _read_house(connection: Connection) -> _House:
    children: dict[int, list[int]] = defaultdict(list)
    units = connection.execute(select(unit.c.id, unit.c.parent_id, unit.c.kind, unit.c.name)).all()
    for one in units:
        if one.parent_id is not None:
            children[one.parent_id].append(one.id)
    owned: dict[str, set[int]] = defaultdict(set)
    for row in connection.execute(select(touchpoint.c.id, touchpoint.c.owner).where(touchpoint.c.owner.is_not(None))):
        owned[row.owner].add(row.id)
    return _House(
        children={key: tuple(ids) for key, ids in children.items()},
        parents={one.id: one.parent_id for one in units},
        regions={one.id: one.name for one in units if one.kind == "region"},
        owned={name: frozenset(ids) for name, ids in owned.items()},
    )


def _person(row: RowMapping, house: _House) -> Person:
    return Person(
        key=row["key"],
        name=row["name"],
        role=Role(row["role"]),
        language=row["language"],
        timezone=row["timezone"],
        unit=row["unit_name"],
        region=house.region(row["unit_id"]),
        units=house.below(row["unit_id"]),
        touchpoints=house.owned.get(row["name"], frozenset()),
        teams=tuple(row["teams"]),
    )
