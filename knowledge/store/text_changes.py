"""What has happened to texts since they were last indexed: the database's own triggers write it down.

So a sidecar knows what it may be trusted with, and no search compares the content of every text with what was indexed.
On PostgreSQL a transaction that was open while texts were indexed may commit an id below the newest one that was seen;
its text is found from the next run on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, func, select

from knowledge.step import Step
from knowledge.store.marks import read_mark, set_mark
from knowledge.store.tables import mark, text_change
from metrics.store.engine import reading, writing
from metrics.store.tables import feedback

RUNS = "texts indexed"
"""The mark that counts finished runs, of whatever embedder."""

AT_ONCE = 900

_NOW = select(
    select(mark.c.up_to).where(mark.c.name == RUNS).scalar_subquery().label("run"),
    select(func.max(feedback.c.id)).scalar_subquery().label("newest"),
    select(func.min(text_change.c.id)).scalar_subquery().label("first"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What happened after a step: the feedback that was changed or deleted, and whether there is newer feedback."""

    changed: tuple[int, ...]
    newer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What a run finds: the changes that it will have dealt with, and the newest feedback there is."""

    changes: tuple[int, ...]
    changed: frozenset[int]
    newest: int
    run: int


class TextChanges:
    """The changes of one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def begin(self) -> Begun:
        """Look at what there is; nothing is changed."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(text_change.c.id, text_change.c.feedback_id)).all()
            newest = connection.execute(select(func.max(feedback.c.id))).scalar() or 0
            run = read_mark(connection, RUNS)
        return Begun(
            changes=tuple(row.id for row in rows),
            changed=frozenset(row.feedback_id for row in rows),
            newest=newest,
            run=run,
        )

    def finish(self, begun: Begun) -> int:
        """Forget the changes that were dealt with; give the number of the run."""
        with writing(self._engine) as connection:
            for some in _parts(begun.changes):
                connection.execute(delete(text_change).where(text_change.c.id.in_(some)))
            run = read_mark(connection, RUNS) + 1
            set_mark(connection, RUNS, run)
        return run


def since(connection: Connection, step: Step) -> Since | None:
    """Say what happened after a step; None: it cannot be told."""
    now = connection.execute(_NOW).one()
    if now.run != step.run:
        return None
    changed = connection.execute(select(text_change.c.feedback_id)).scalars() if now.first is not None else ()
    return Since(changed=tuple(changed), newer=(now.newest or 0) > step.newest)


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]
