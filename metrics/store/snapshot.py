"""One state of the database for everything that a question reads."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from metrics.figures import Days
from metrics.scores.histogram import Histogram
from metrics.store.dimensions import Dimensions
from metrics.store.engine import reading
from metrics.store.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A connection that reads one state, with what is known to stand in it."""

    connection: Connection
    standing: Standing
    parts: dict[Hashable, tuple[Histogram, ...]] = field(default_factory=dict)
    """What was counted by some kept column: each answer is in one of the parts."""

    def dimensions(self, days: Days | None = None) -> Dimensions:
        """Give the dimensions of a question about these days."""
        return Dimensions(self.connection, days=days, known=self.standing)


@contextmanager
def snapshot(engine: Engine) -> Iterator[Snapshot]:
    """Read from one consistent state."""
    with reading(engine) as connection:
        yield Snapshot(connection, standing(connection))
