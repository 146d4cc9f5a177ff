"""Apply the changes of a turn that no message of the inbox stands behind: the terminal's."""

from collections.abc import Sequence

from sqlalchemy import Engine

from bot.store.writes import Write
from metrics.store.engine import writing


def commit(engine: Engine, writes: Sequence[Write]) -> None:
    """Make all changes, or none."""
    if not writes:
        return
    with writing(engine) as connection:
        for write in writes:
            write(connection)
