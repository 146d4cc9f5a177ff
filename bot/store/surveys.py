"""Survey sessions and the invitations that begin them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from sqlalchemy import Connection, insert, select, update

from bot.store.survey_session import Session, Step, session_from_json, session_to_json
from bot.store.tables import survey_session
from metrics.folding import fold
from metrics.store.tables import invitation, touchpoint

SURVEY = "nps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What an invitation knows of the question it asks."""

    id: int
    touchpoint_id: int | None
    touchpoint: str | None
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint:
    """What a question is about."""

    id: int
    name: str


def sessions_of(connection: Connection, chat: str) -> tuple[Session, ...]:
    """Read every session of a chat, the one asked last at the end."""
    rows = connection.execute(
        select(survey_session.c.state).where(survey_session.c.chat == chat).order_by(survey_session.c.id)
    )
    return tuple(session_from_json(row.state) for row in rows)


def invited(connection: Connection, token: str) -> Invited | None:
    """Find the invitation of a start token."""
    query = (
        select(invitation.c.id, invitation.c.touchpoint_id, invitation.c.answered_at, touchpoint.c.name)
        .outerjoin(touchpoint, touchpoint.c.id == invitation.c.touchpoint_id)
        .where(invitation.c.token == token)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    return Invited(
        id=row.id, touchpoint_id=row.touchpoint_id, touchpoint=row.name, answered=row.answered_at is not None
    )


def touchpoint_named(connection: Connection, name: str) -> tuple[Touchpoint | None, tuple[str, ...]]:
    """Find a touchpoint by name, whatever its case; with it, the names nearest to it."""
    rows = connection.execute(select(touchpoint.c.id, touchpoint.c.name).order_by(touchpoint.c.name)).all()
    by_name = {fold(row.name): Touchpoint(id=row.id, name=row.name) for row in rows}
    near = get_close_matches(fold(name), list(by_name), n=3)
    return by_name.get(fold(name)), tuple(by_name[folded].name for folded in near)


def open_session(connection: Connection, session: Session, *, at: datetime) -> None:
    """Store a session that was just begun, and that its invitation was taken up."""
    connection.execute(
        insert(survey_session).values(
            chat=session.chat,
            survey=SURVEY,
            invitation_id=session.invitation_id,
            state=session_to_json(session),
            updated_at=at,
            open=session.step is not Step.DONE,
        )
    )
    if session.invitation_id is not None:
        started = update(invitation).where(invitation.c.id == session.invitation_id, invitation.c.started_at.is_(None))
        connection.execute(started.values(started_at=at))


def save_session(connection: Connection, session: Session, *, at: datetime) -> None:
    """Store where a session is now."""
    rows = select(survey_session.c.id, survey_session.c.state).where(survey_session.c.chat == session.chat)
    row_id = next(row.id for row in connection.execute(rows) if row.state["key"] == session.key)
    connection.execute(
        update(survey_session)
        .where(survey_session.c.id == row_id)
        .values(state=session_to_json(session), updated_at=at, open=session.step is not Step.DONE)
    )


def newest_open(sessions: Sequence[Session]) -> Session | None:
    """Give the session whose question is waiting for an answer, the one asked last."""
    return next((session for session in reversed(sessions) if session.step is not Step.DONE), None)
