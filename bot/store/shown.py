"""The comment a person was shown last: noted as a change of a turn, and found again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from bot.store.alerts import Shown, last_shown, set_shown
from bot.store.writes import Write
from metrics.store.engine import reading


def show_last(person_key: str, feedback_id: int, *, at: datetime) -> Write:
    """Note that the person was shown this comment."""

    def write(connection: Connection) -> None:
        set_shown(connection, person_key=person_key, feedback_id=feedback_id, at=at)

    return write


@dataclass(frozen=True, slots=True)
class LastShown:
    """Finds the comment a person was shown last."""

    engine: Engine

    def __call__(self, person_key: str) -> Shown | None:
        """Give it, and when it was."""
        with reading(self.engine) as connection:
            return last_shown(connection, person_key=person_key)
