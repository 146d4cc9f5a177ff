"""What customers say to us, as feedback in the metrics store, behind a pseudonym."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select, update

from bot.store.survey_session import Session
from metrics.folding import fold_field
from metrics.ports import Redactor
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import registry
from metrics.store.directory import freshen, known_source
from metrics.store.tables import customer, feedback, invitation, personal_data, touchpoint
from metrics.store.writer import Writer

SOURCE, HANDLE = "telegram", "telegram"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something said by a customer without being asked."""

    chat: str
    message: str
    text: str
    at: datetime
    language: str | None


def save_answer(connection: Connection, session: Session, *, at: datetime, timezone: str, redactor: Redactor) -> None:
    """Store the answer as it stands, as one feedback that follows every change of mind."""
    if session.answered_at is None:
        return
    source_id = known_source(connection, name=SOURCE, kind="feedback", timezone=timezone)
    invitation_row = _row(connection, invitation, session.invitation_id)
    who = _customer(connection, session.chat, invitation_row, source_id=source_id, at=at)
    where = _row(connection, touchpoint, session.touchpoint_id)
    record = FeedbackRecord(
        source_id=source_id,
        external_id=f"survey:{session.key}",
        kind="survey",
        given_at=session.answered_at,
        timezone=timezone,
        customer_id=who["id"],
        event_id=_of(invitation_row, "event_id"),
        touchpoint_id=session.touchpoint_id,
        unit_id=_of(invitation_row, "unit_id"),
        owner=_of(where, "owner"),
        channel=_of(invitation_row, "channel") or _of(where, "channel") or SOURCE,
        segment=_of(invitation_row, "segment") or who["segment"],
        persona=who["persona"],
        language=session.language,
        text=session.text,
        scores=_scores(session),
    )
    Writer(connection, redactor=redactor).feedback([record])
    freshen(connection, source_id=source_id, as_of=at)
    if session.invitation_id is not None:
        _answered(connection, session, record)


def save_said(connection: Connection, said: Said, *, timezone: str, redactor: Redactor) -> None:
    """Store feedback that nobody asked for."""
    source_id = known_source(connection, name=SOURCE, kind="feedback", timezone=timezone)
    who = _customer(connection, said.chat, None, source_id=source_id, at=said.at)
    record = FeedbackRecord(
        source_id=source_id,
        external_id=said.message,
        kind="message",
        given_at=said.at,
        timezone=timezone,
        customer_id=who["id"],
        channel=SOURCE,
        segment=who["segment"],
        persona=who["persona"],
        language=said.language,
        text=said.text,
    )
    Writer(connection, redactor=redactor).feedback([record])
    freshen(connection, source_id=source_id, as_of=said.at)


def was_said(connection: Connection, message: str) -> datetime | None:
    """Say when feedback of that message was given; None if there is none."""
    query = select(feedback.c.given_at).where(feedback.c.external_id == message, feedback.c.kind == "message")
    return connection.execute(query).scalar_one_or_none()


def _scores(session: Session) -> tuple[ScoreRecord, ...]:
    if session.score is None:
        return ()
    return (ScoreRecord(instrument="nps", value=float(session.score), scale_min=0.0, scale_max=10.0),)


def _answered(connection: Connection, session: Session, record: FeedbackRecord) -> None:
    written = select(feedback.c.id).where(
        feedback.c.source_id == record.source_id, feedback.c.external_id == record.external_id
    )
    connection.execute(
        update(invitation)
        .where(invitation.c.id == session.invitation_id)
        .values(answered_at=session.answered_at, feedback_id=written.scalar_subquery())
    )


def _customer(
    connection: Connection, chat: str, invitation_row: RowMapping | None, *, source_id: int, at: datetime
) -> RowMapping:
    """Find who a chat is; the invitation says it of a chat not seen before, else a new customer is made."""
    number = chat.partition(":")[2]
    known = select(personal_data.c.customer_id).where(
        personal_data.c.field == HANDLE, personal_data.c.folded == fold_field(HANDLE, number)
    )
    found = connection.execute(known.order_by(personal_data.c.id)).scalars().first()
    if found is None:
        found = _of(invitation_row, "customer_id") or _new_customer(connection, at=at)
        datum = registry.PersonalDatum(customer_id=found, source_id=source_id, field=HANDLE, value=number)
        registry.personal(connection, [datum])
    return connection.execute(select(customer).where(customer.c.id == found)).mappings().one()


def _new_customer(connection: Connection, *, at: datetime) -> int:
    key = f"tg-{uuid.uuid4().hex[:10]}"
    return registry.customers(connection, [registry.CustomerRecord(key=key, since=at)])[key]


def _row(connection: Connection, table: Any, row_id: int | None) -> RowMapping | None:
    if row_id is None:
        return None
    return connection.execute(select(table).where(table.c.id == row_id)).mappings().one()


def _of(row: RowMapping | None, column: str) -> Any:
    return None if row is None else row[column]
