"""One state of the database for everything that a question reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from metrics.figures import Days
from metrics.store.dimensions import Dimensions
from metrics.store.engine import reading
from metrics.store.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A connection that reads one state, with what is known to stand in it."""

    connection: Connection
    standing: Standing

    def dimensions(self, days: Days | None = None) -> Dimensions:
        """Give the dimensions of a question about these days."""
        return Dimensions(self.connection, days=days, known=self.standing)


@contextmanager
def snapshot(engine: Engine) -> Iterator[Snapshot]:
    """Read from one consistent state."""
    with reading(engine) as connection:
        yield Snapshot(connection, standing(connection))
