"""Who is told: the first that there is of those a rule names, or whoever stands in for them. Nobody: the managers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.alerts.finding import Finding
from bot.people import Person, Role
from bot.store.staffing import Staffing

Why = Literal["touchpoint_owner", "unit_manager", "team", "role", "person", "deputy", "fallback"]
PERSON, ROLE = "person:", "role:"
FALLBACK = (Role.MANAGER, Role.ADMIN)
"""Who hears of what nobody is named for: an alert is never lost for want of a name."""
DEPUTIES = 3
"""How many stand-ins of stand-ins are followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somebody who is told, and as what. `instead_of` is the key of the person who is away."""

    person: Person
    why: Why
    instead_of: str | None = None


def route(finding: Finding, staffing: Staffing, *, today: date) -> tuple[Told, ...]:
    """Say who is told. Of a role all are, of anything else one; whoever is away is stood in for or passed over."""
    for name in finding.notify:
        told = tuple(_there(_named(name, finding, staffing), staffing, today))
        if told:
            return told
    for role in FALLBACK:
        managers = [Told(person=one, why="fallback") for one in staffing.people if one.role is role]
        if managers:
            return tuple(_there(managers, staffing, today)) or tuple(managers)
    return ()


def _named(name: str, finding: Finding, staffing: Staffing) -> Iterator[Told]:
    if name.startswith(ROLE):
        role = name.removeprefix(ROLE)
        yield from (Told(person=one, why="role") for one in staffing.people if one.role == role)
    elif name.startswith(PERSON):
        yield from _one(staffing.person(name.removeprefix(PERSON)), "person")
    else:
        find, why = _FINDERS[name]
        yield from _one(find(finding, staffing), why)


def _one(person: Person | None, why: Why) -> Iterator[Told]:
    if person is not None:
        yield Told(person=person, why=why)


def _touchpoint_owner(finding: Finding, staffing: Staffing) -> Person | None:
    owner = staffing.owners.get(finding.touchpoint or "")
    return next((one for one in staffing.people if owner is not None and owner in (one.name, one.key)), None)


def _unit_manager(finding: Finding, staffing: Staffing) -> Person | None:
    managers = (Role.STORE_MANAGER, Role.REGIONAL_MANAGER)
    theirs = (one for one in staffing.people if one.role in managers and one.unit == finding.unit)
    return next(theirs, None) if finding.unit else None


def _team(finding: Finding, staffing: Staffing) -> Person | None:
    team = finding.team or ""
    return staffing.person(staffing.on_duty.get(team) or staffing.leads.get(team))


_FINDERS: Mapping[str, tuple[Callable[[Finding, Staffing], Person | None], Why]] = {
    "touchpoint_owner": (_touchpoint_owner, "touchpoint_owner"),
    "unit_manager": (_unit_manager, "unit_manager"),
    "team": (_team, "team"),
}


def _there(told: Iterable[Told], staffing: Staffing, today: date) -> Iterator[Told]:
    for one in told:
        person = _standing_in(one.person, staffing, today)
        if person is one.person:
            yield one
        elif person is not None:
            yield Told(person=person, why="deputy", instead_of=one.person.key)


def _standing_in(person: Person, staffing: Staffing, today: date) -> Person | None:
    """Give whoever is there for somebody, themselves if they are; None: nobody is."""
    there: Person | None = person
    for _ in range(DEPUTIES):
        away = None if there is None else staffing.absence(there, today)
        if away is None:
            return there
        there = staffing.person(away.deputy_key)
    return None
