"""What the directory says, read once and kept until anything in the database changes, whoever changes it.

It is kept beside a pooled connection, with the state of the database it was read in. SQLite tells a connection whether
others have committed since (data_version) and how much it changed itself; on PostgreSQL two equal snapshots see the
same commits.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection

from metrics.store.statements import fetched

MOST = 5_000
"""Things kept; then all are forgotten."""
PLACE = "cxbot_standing"

_Kept = TypeVar("_Kept")


class Standing:
    """Things by key, each made when it is first asked for."""

    def __init__(self) -> None:
        self._things: dict[Hashable, Any] = {}

    def kept(self, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
        """Give the thing of that key, which must be the same for as long as the database is."""
        try:
            return self._things[key]  # type: ignore[no-any-return]
        except KeyError:
            made = make()
            if len(self._things) >= MOST:
                self._things.clear()
            self._things[key] = made
            return made


def standing(connection: Connection) -> Standing:
    """Give what is still true in the state that this connection of `reading` reads."""
    state = _state(connection)
    stood = connection.info.get(PLACE)
    if stood is None or stood[0] != state:
        stood = connection.info[PLACE] = (state, Standing())
    return stood[1]


def _state(connection: Connection) -> tuple[Any, ...]:
    if connection.dialect.name == "postgresql":
        return fetched(connection, "SELECT pg_current_snapshot()::text")[0]
    driver: Any = connection.connection.driver_connection
    return (*fetched(connection, "PRAGMA data_version")[0], driver.total_changes)
