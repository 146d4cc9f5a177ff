"""What a person chose when they were asked back, so that they need not be asked again."""

from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, select

from bot.store.tables import preference
from bot.store.writes import Write
from metrics.store.engine import reading


def read_preference(engine: Engine, person_key: str, question: str) -> str | None:
    """Give what the person chose last time."""
    query = select(preference.c.answer).where(preference.c.person_key == person_key, preference.c.question == question)
    with reading(engine) as connection:
        return connection.execute(query).scalar_one_or_none()


def prefer(person_key: str, question: str, answer: str, *, at: datetime) -> Write:
    """Keep what the person chose, in the place of what they chose before."""

    def write(connection: Connection) -> None:
        mine = (preference.c.person_key == person_key, preference.c.question == question)
        connection.execute(delete(preference).where(*mine))
        connection.execute(
            insert(preference).values(person_key=person_key, question=question, answer=answer[:200], at=at)
        )

    return write
