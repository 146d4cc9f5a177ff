"""The comment a person was shown last, as a change of a turn."""

from datetime import datetime

from sqlalchemy import Connection

from bot.store.alerts import set_shown
from bot.store.writes import Write


def show_last(person_key: str, feedback_id: int, *, at: datetime) -> Write:
    """Note that the person was shown this comment."""

    def write(connection: Connection) -> None:
        set_shown(connection, person_key=person_key, feedback_id=feedback_id, at=at)

    return write
