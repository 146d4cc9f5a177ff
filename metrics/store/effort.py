"""What answering costs the database, counted rather than timed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event


@dataclass(slots=True)
class Effort:
    """Statements sent so far, those that begin a transaction included."""

    statements: int = 0


@contextmanager
def effort(engine: Engine) -> Iterator[Effort]:
    """Count what is sent to the database meanwhile."""
    spent = Effort()

    def count(*_: Any) -> None:
        spent.statements += 1

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield spent
    finally:
        event.remove(engine, "before_cursor_execute", count)
