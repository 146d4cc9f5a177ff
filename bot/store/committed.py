"""Feedback that came in and was not looked at yet: by stretches of ids, each looked at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.store.writes import Overtaken
from metrics.feedback import FeedbackRow
from metrics.scope import Scope
from metrics.store.feedback import feedback_rows, with_scores
from metrics.store.feedback_filter import seen
from metrics.store.tables import feedback, feedback_committed, touchpoint

AT_ONCE = 200
"""How much feedback is looked at in one transaction, so that other writers need not wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Feedback committed together. `rows` are those of it that are looked at now; `rest` is the id to go on from."""

    id: int
    first_id: int
    rows: tuple[FeedbackRow, ...]
    rest: int | None


def next_stretch(connection: Connection, *, since: datetime) -> Stretch | None:
    """Find the oldest stretch, with its feedback given since then; None: everything was looked at."""
    found = connection.execute(select(feedback_committed).order_by(feedback_committed.c.id).limit(1)).first()
    if found is None:
        return None
    some = (
        feedback_rows()
        .where(feedback.c.id.between(found.first_id, found.last_id), feedback.c.given_at >= since)
        .order_by(feedback.c.id)
        .limit(AT_ONCE)
    )
    rows = tuple(with_scores(connection, connection.execute(some).all()))
    more = len(rows) == AT_ONCE and rows[-1].id < found.last_id
    return Stretch(id=found.id, first_id=found.first_id, rows=rows, rest=rows[-1].id + 1 if more else None)


def looked_at(connection: Connection, stretch: Stretch) -> None:
    """Note that a stretch, or the first part of it, was looked at; raises Overtaken if somebody else did meanwhile."""
    same = (feedback_committed.c.id == stretch.id, feedback_committed.c.first_id == stretch.first_id)
    if stretch.rest is None:
        done = connection.execute(delete(feedback_committed).where(*same)).rowcount
    else:
        done = connection.execute(update(feedback_committed).where(*same).values(first_id=stretch.rest)).rowcount
    if done != 1:
        raise Overtaken(stretch.id)


def forget_committed(connection: Connection) -> None:
    """Take everything that came in so far as looked at."""
    connection.execute(delete(feedback_committed))


def teams_of_touchpoints(connection: Connection) -> Mapping[str, str]:
    """Say whose touchpoint it is: touchpoint to team."""
    rows = connection.execute(select(touchpoint.c.name, touchpoint.c.team).where(touchpoint.c.team.is_not(None)))
    return {row.name: row.team for row in rows}


def texts_within(connection: Connection, ids: Sequence[int], *, within: Scope) -> tuple[FeedbackRow, ...]:
    """Give the feedback of these ids that may be seen, in their order."""
    rows = connection.execute(feedback_rows().where(feedback.c.id.in_(ids), *seen(feedback, within))).all()
    found = {row.id: row for row in with_scores(connection, rows)}
    return tuple(found[row_id] for row_id in ids if row_id in found)
