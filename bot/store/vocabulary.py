"""The names people may use in a question: read from the database with their synonyms, once per cache of the caller."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from bot.store.tables import person
from metrics.store.tables import (
    customer,
    identity,
    journey,
    named_event,
    personal_data,
    rollup_channel,
    rollup_segment,
    source,
    stage,
    synonym,
    touchpoint,
    unit,
)

Names = dict[tuple[str, str], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One named thing. `texts` are all the ways it is written, its own name first.

    `kind` is touchpoint, store, region, country, segment, persona, journey, stage, named_event, source, channel,
    person, team or theme.
    """

    kind: str
    name: str
    texts: tuple[str, ...]
    parent: str | None = None
    """What a store or region lies in: the name of its region or country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Every named thing, as a value: the same database gives an equal vocabulary."""

    entries: tuple[Entry, ...]


def read_vocabulary(engine: Engine) -> Vocabulary:
    """Read all named things with their synonyms."""
    names: Names = defaultdict(list)
    with engine.connect() as connection:
        _units(connection, names)
        _named(connection, names)
        _distinct(connection, names)
        _people(connection, names)
        _synonyms(connection, names)
        parents = _parents(connection)
    return Vocabulary(
        entries=tuple(
            Entry(
                kind=kind,
                name=name,
                texts=(name, *dict.fromkeys(text for text in texts if text != name)),
                parent=parents.get((kind, name)),
            )
            for (kind, name), texts in names.items()
        )
    )


def _units(connection: Connection, names: Names) -> None:
    for name, kind in connection.execute(select(unit.c.name, unit.c.kind).order_by(unit.c.id)):
        names[kind, name] = []


def _parents(connection: Connection) -> dict[tuple[str, str], str]:
    """Give the unit that each unit lies in."""
    above = unit.alias()
    rows = connection.execute(
        select(unit.c.kind, unit.c.name, above.c.name).join(above, unit.c.parent_id == above.c.id)
    )
    return {(kind, name): parent for kind, name, parent in rows}


def _named(connection: Connection, names: Names) -> None:
    for kind, table in (
        ("touchpoint", touchpoint), ("journey", journey), ("stage", stage), ("named_event", named_event),
        ("source", source),
    ):  # fmt: skip
        for (name,) in connection.execute(select(table.c.name).order_by(table.c.id)):
            names[kind, name] = []
    for channel, team in connection.execute(select(touchpoint.c.channel, touchpoint.c.team)):
        _add(names, "channel", [channel])
        _add(names, "team", [team])


def _distinct(connection: Connection, names: Names) -> None:
    """Give groups that have no table of their own; the rollups know them without reading every response."""
    for kind, column in (
        ("channel", rollup_channel.c.channel),
        ("segment", rollup_segment.c.segment),
        ("segment", customer.c.segment),
        ("persona", customer.c.persona),
    ):
        _add(names, kind, (value for (value,) in connection.execute(select(column).distinct().order_by(column))))


def _people(connection: Connection, names: Names) -> None:
    for name, teams, leads in connection.execute(
        select(person.c.name, person.c.teams, person.c.leads).order_by(person.c.id)
    ):
        _add(names, "person", [name])
        _add(names, "team", [*(teams or []), leads])


def _add(names: Names, kind: str, values: Iterable[str | None]) -> None:
    for value in values:
        if value:
            names[kind, value] += []


def _synonyms(connection: Connection, names: Names) -> None:
    """Add every synonym; one of kind `unit` goes to the store, region or country of that name."""
    for kind, name, text in connection.execute(
        select(synonym.c.kind, synonym.c.name, synonym.c.text).order_by(synonym.c.id)
    ):
        owners = [key for key in names if key[1] == name and key[0] in _kinds(kind)] or [(_kinds(kind)[0], name)]
        for key in owners:
            names[key].append(text)


def _kinds(kind: str) -> tuple[str, ...]:
    if kind == "unit":
        return ("store", "region", "country")
    return ("person",) if kind in {"people", "staff"} else (kind,)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCustomerNames:
    """Finds customers by name or key, one indexed look-up per question that names somebody."""

    engine: Engine

    def known(self, candidates: Sequence[str]) -> Mapping[str, str]:
        """Give the spelling on file for each folded candidate that is a customer's name or key."""
        figures = [one for one in candidates if any(c.isdigit() for c in one)]
        words = [one for one in candidates if one not in figures]
        names = select(personal_data.c.folded, personal_data.c.value).where(
            personal_data.c.field == "name", personal_data.c.folded.in_(words)
        )
        keys = select(customer.c.key).where(customer.c.key.in_(figures))
        others = select(identity.c.external_id).where(identity.c.external_id.in_(figures))
        found: dict[str, str] = {}
        with self.engine.connect() as connection:
            if words:
                found |= {row.folded: row.value for row in connection.execute(names)}
            if figures:
                found |= {key: key for (key,) in (*connection.execute(keys), *connection.execute(others))}
        return found
