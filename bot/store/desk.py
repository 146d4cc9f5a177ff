"""Cases and staff as capabilities read them: each call one consistent look at the database."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Engine

from bot.messages import PersonId
from bot.people import Person, Role
from bot.store import people
from bot.store.case_book import case_of_feedback
from bot.store.case_reach import Reach, called, customer_of, giver_of, reach_of
from bot.store.case_steps import Step, steps_of
from bot.store.cases import Case, CaseFilter, case_by_number, count_cases, list_cases, root_causes
from metrics.scope import Scope
from metrics.store.engine import reading


class CaseDesk:
    """Reads cases within rights; `teams` None: rights do not limit by team."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def wanted(
        self, wanted: CaseFilter, *, scope: Scope, teams: Sequence[str] | None, limit: int
    ) -> tuple[tuple[Case, ...], int]:
        """Give the first cases wanted, the one due first at the top, and how many there are in all."""
        with reading(self._engine) as connection:
            shown = list_cases(connection, scope=scope, teams=teams, wanted=wanted, limit=limit)
            return shown, count_cases(connection, scope=scope, teams=teams, wanted=wanted)

    def numbered(self, number: int, *, scope: Scope, teams: Sequence[str] | None) -> Case | None:
        """Find one case; None: not there, or not theirs."""
        with reading(self._engine) as connection:
            return case_by_number(connection, number, scope=scope, teams=teams)

    def of_feedback(self, feedback_id: int) -> int | None:
        """Find the case that a feedback belongs to."""
        with reading(self._engine) as connection:
            return case_of_feedback(connection, feedback_id)

    def causes(self, *, team: str | None, touchpoint_id: int | None) -> tuple[str, ...]:
        """List the root causes so far, those of this touchpoint first, then of this team, the most frequent first."""
        with reading(self._engine) as connection:
            return root_causes(connection, team=team, touchpoint_id=touchpoint_id)

    def customer_id(self, key: str) -> int:
        """Give the id of the customer of a key that there is."""
        with reading(self._engine) as connection:
            return customer_of(connection, key)

    def named(self, touchpoint: str, *, language: str) -> str:
        """Name a touchpoint in a language, as it is called where it has no name there."""
        with reading(self._engine) as connection:
            return called(connection, touchpoint, language=language)

    def said_by(self, feedback_id: int) -> int | None:
        """Give the id of the customer who gave a feedback; None: nobody knows."""
        with reading(self._engine) as connection:
            return giver_of(connection, feedback_id)

    def reach(self, customer_id: int) -> Reach:
        """Say how a customer can be written to."""
        with reading(self._engine) as connection:
            return reach_of(connection, customer_id)

    def history(self, number: int) -> tuple[Step, ...]:
        """Read what was done in a case, the oldest first; whoever asks has made sure that it may be seen."""
        with reading(self._engine) as connection:
            return steps_of(connection, number)


class Staff:
    """Knows who people are."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def on_platform(self, platform_id: PersonId) -> Person | None:
        """Find whom a platform's name means."""
        with reading(self._engine) as connection:
            return people.person_by_platform(connection, platform_id)

    def named(self, key_or_role: str) -> Person | None:
        """Find a person by key, else by role; a role works in a home without people."""
        folded = key_or_role.strip().casefold().replace("-", "_").replace(" ", "_")
        with reading(self._engine) as connection:
            found = people.person_by_key(connection, key_or_role) or people.person_by_key(connection, folded)
            if found is not None or folded not in set(Role):
                return found
            role = Role(folded)
            return people.person_for_role(connection, role) or people.anyone_in_role(connection, role)

    def names(self) -> tuple[str, ...]:
        """Name everybody."""
        with reading(self._engine) as connection:
            return tuple(one.name for one in people.all_people(connection))

    def by_name(self, name: str) -> tuple[Person, ...]:
        """Find the people whose name begins with, or is, these words."""
        folded = name.strip().casefold()
        return tuple(
            person
            for person in self.everyone()
            if folded in (person.name.casefold(), *person.name.casefold().split(), person.key.casefold())
        )

    def leads(self) -> Mapping[str, str]:
        """Say who leads each team: team to the person's key."""
        with reading(self._engine) as connection:
            return people.team_leads(connection)

    def everyone(self) -> tuple[Person, ...]:
        """Read all staff."""
        with reading(self._engine) as connection:
            return people.all_people(connection)
