"""What answering costs the database, counted rather than timed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event


@dataclass(slots=True)
class Effort:
    """Statements run so far, those that begin and end a transaction included."""

    statements: int = 0


@contextmanager
def effort(engine: Engine) -> Iterator[Effort]:
    """Count what SQLite runs meanwhile, whoever sent it."""
    spent = Effort()

    def count(_: str) -> None:
        spent.statements += 1

    def begin(driver: Any, *_: Any) -> None:
        driver.set_trace_callback(count)

    def end(driver: Any, *_: Any) -> None:
        driver.set_trace_callback(None)

    event.listen(engine, "checkout", begin)
    event.listen(engine, "checkin", end)
    try:
        yield spent
    finally:
        event.remove(engine, "checkout", begin)
        event.remove(engine, "checkin", end)
