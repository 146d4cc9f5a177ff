"""Tokens spent on a language model: reserved before a call, so that calls at one time cannot pass a cap together."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, update

from bot.store.once import insert_once
from bot.store.tables import spending
from metrics.store.engine import Database, reading, writing

EVERYBODY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """The tokens of each day. `per_person` and `per_day` are the most that one person, and all together, may spend."""

    engine: Database
    per_person: int
    per_day: int

    def reserve(self, person_key: str, *, day: date, tokens: int) -> bool:
        """Set tokens aside; False, and nothing is set aside, where that would pass a cap."""
        with writing(self.engine) as connection:
            rows = [{"day": day, "who": who, "tokens": 0} for who in (person_key, EVERYBODY)]
            insert_once(connection, spending, rows)
            if self._room(connection, person_key, day=day) < tokens:
                return False
            self._add(connection, person_key, day=day, tokens=tokens)
            return True

    def settle(self, person_key: str, *, day: date, reserved: int, used: int) -> None:
        """Replace what was set aside by what was used."""
        with writing(self.engine) as connection:
            self._add(connection, person_key, day=day, tokens=used - reserved)

    def spent(self, who: str, *, day: date) -> int:
        """Give what was spent and set aside on a day."""
        with reading(self.engine) as connection:
            return _spent(connection, who, day=day)

    def _room(self, connection: Connection, person_key: str, *, day: date) -> int:
        return min(
            self.per_person - _spent(connection, person_key, day=day),
            self.per_day - _spent(connection, EVERYBODY, day=day),
        )

    def _add(self, connection: Connection, person_key: str, *, day: date, tokens: int) -> None:
        whose = (spending.c.day == day, spending.c.who.in_((person_key, EVERYBODY)))
        connection.execute(update(spending).where(*whose).values(tokens=spending.c.tokens + tokens))


def _spent(connection: Connection, who: str, *, day: date) -> int:
    query = select(spending.c.tokens).where(spending.c.day == day, spending.c.who == who)
    return connection.execute(query).scalar_one_or_none() or 0
