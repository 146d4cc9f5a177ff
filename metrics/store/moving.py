"""Feedback that was filed under the wrong touchpoint, put under another: its scores and the rollups follow."""

from typing import Any

from sqlalchemy import Connection, select, update

from metrics.store.engine import LOADING, take_turns
from metrics.store.rollup_changes import SCORE, Changes
from metrics.store.tables import feedback, score, touchpoint


def move_feedback(connection: Connection, feedback_id: int, *, to: str) -> None:
    """Put feedback under the touchpoint called `to`, which must exist, on a connection that `writing` opened.

    A score that was given for a touchpoint of its own keeps that.
    """
    take_turns(connection, at=LOADING)
    place = connection.execute(select(touchpoint.c.id, touchpoint.c.owner).where(touchpoint.c.name == to)).one()
    its_own = select(feedback.c.touchpoint_id, feedback.c.source_id).where(feedback.c.id == feedback_id)
    was, source_id = connection.execute(its_own).one()
    if was == place.id:
        return
    changes = Changes()
    changes.add(_scores(connection, feedback_id), source_id=source_id, times=-1)
    filed = update(feedback).where(feedback.c.id == feedback_id)
    connection.execute(filed.values(touchpoint_id=place.id, owner=place.owner))
    its = score.c.touchpoint_id.is_(None) if was is None else score.c.touchpoint_id == was
    moved = update(score).where(score.c.feedback_id == feedback_id, its)
    connection.execute(moved.values(touchpoint_id=place.id))
    changes.add(_scores(connection, feedback_id), source_id=source_id)
    changes.apply(connection)


def _scores(connection: Connection, feedback_id: int) -> list[tuple[Any, ...]]:
    query = select(*(score.c[name] for name in SCORE)).where(score.c.feedback_id == feedback_id)
    return [tuple(row) for row in connection.execute(query)]
