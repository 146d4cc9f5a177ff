"""Who there is to be told of something: the staff, what they own and lead, who is away, who is on duty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, insert, select

from bot.people import Person
from bot.store.alert_tables import absence, duty
from bot.store.people import all_people, team_leads
from metrics.store.tables import touchpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Somebody is away on [first, end)."""

    person_key: str
    first: date
    end: date
    deputy_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """Who there is. `leads` and `on_duty` name people by team, `owners` by touchpoint (by name, as sources have it)."""

    people: Sequence[Person]
    owners: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)
    on_duty: Mapping[str, str] = field(default_factory=dict)
    absences: Sequence[Absence] = ()

    def person(self, key: str | None) -> Person | None:
        """Find somebody by key."""
        return next((one for one in self.people if one.key == key), None)

    def absence(self, person: Person, on: date) -> Absence | None:
        """Say why somebody is not there on a day; None: they are."""
        theirs = (one for one in self.absences if one.person_key == person.key)
        return next((one for one in theirs if one.first <= on < one.end), None)


def read_staffing(connection: Connection, *, today: date) -> Staffing:
    """Read who there is today."""
    owned = select(touchpoint.c.name, touchpoint.c.owner).where(touchpoint.c.owner.is_not(None))
    now = (duty.c.first <= today, duty.c.end > today)
    away = select(absence).where(absence.c.end > today)
    return Staffing(
        people=all_people(connection),
        owners={row.name: row.owner for row in connection.execute(owned)},
        leads=team_leads(connection),
        on_duty={row.team: row.person_key for row in connection.execute(select(duty).where(*now).order_by(duty.c.id))},
        absences=tuple(
            Absence(person_key=row.person_key, first=row.first, end=row.end, deputy_key=row.deputy_key)
            for row in connection.execute(away)
        ),
    )


def add_absence(connection: Connection, away: Absence) -> None:
    """Note that somebody is away."""
    connection.execute(
        insert(absence).values(person_key=away.person_key, first=away.first, end=away.end, deputy_key=away.deputy_key)
    )


def put_on_duty(connection: Connection, *, team: str, person_key: str, first: date, end: date) -> None:
    """Let a person be told for a team on [first, end)."""
    connection.execute(insert(duty).values(team=team, person_key=person_key, first=first, end=end))
