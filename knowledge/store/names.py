"""Names of people that the store knows, and texts that still hold one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, delete, func, select, update

from knowledge.store.tables import annotated, indexed
from metrics.store.engine import reading, writing
from metrics.store.tables import feedback, personal_data

AT_ONCE = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactedText:
    """A text as it is indexed and shown."""

    feedback_id: int
    redacted: str


class StoredNames:
    """Reads the names of customers, and puts texts right in which one of them still stands."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def after(self, row: int) -> tuple[tuple[str, ...], int]:
        """Give the names that came after a row of personal data, and the last row there is."""
        named = select(personal_data.c.value).where(personal_data.c.field == "name", personal_data.c.id > row)
        with reading(self._engine) as connection:
            last = int(connection.execute(select(func.max(personal_data.c.id))).scalar() or 0)
            names = connection.execute(named.where(personal_data.c.id <= last)).scalars()
            return tuple(str(name) for name in names), last

    def texts(self, *, after: int, up_to: int) -> Iterator[Sequence[RedactedText]]:
        """Give the texts by id above `after` and at most `up_to`, some at a time."""
        said = (func.coalesce(feedback.c.redacted, "") != "", feedback.c.id <= up_to)
        query = select(feedback.c.id, feedback.c.redacted).where(*said).order_by(feedback.c.id).limit(AT_ONCE)
        last = after
        while True:
            with reading(self._engine) as connection:
                rows = connection.execute(query.where(feedback.c.id > last)).all()
            if not rows:
                return
            last = rows[-1].id
            yield [RedactedText(feedback_id=row.id, redacted=row.redacted) for row in rows]

    def last_text(self) -> int:
        """Give the id of the newest feedback."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.max(feedback.c.id))).scalar() or 0)

    def replace(self, was: RedactedText, now: str) -> None:
        """Put a text right, if it still reads so, and make reading and indexing it work to do again."""
        row = (feedback.c.id == was.feedback_id, feedback.c.redacted == was.redacted)
        with writing(self._engine) as connection:
            connection.execute(update(feedback).where(*row).values(redacted=now))
            for table in (annotated, indexed):
                connection.execute(delete(table).where(table.c.feedback_id == was.feedback_id))
