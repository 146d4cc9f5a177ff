"""Many invitations at once: what was sent, what became of it, and the answer it led to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from metrics.store import bulk
from metrics.store.local_day import local_day
from metrics.store.tables import event, feedback, invitation


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRecord:
    """A survey sent to a customer. `timezone` names the zone whose day counts; None: that did not happen."""

    source_id: int
    external_id: str
    instrument: str
    channel: str
    sent_at: datetime
    timezone: str
    customer_id: int
    touchpoint_id: int | None = None
    unit_id: int | None = None
    segment: str | None = None
    delivered_at: datetime | None = None
    opened_at: datetime | None = None
    answered_at: datetime | None = None
    feedback_id: int | None = None


def add_invitations(connection: Connection, records: Sequence[InvitationRecord]) -> None:
    """Store invitations that are not stored yet."""
    adapt = bulk.instant(connection)
    columns = (
        "source_id", "external_id", "instrument", "channel", "sent_at", "day", "customer_id", "touchpoint_id",
        "unit_id", "segment", "delivered_at", "opened_at", "started_at", "answered_at", "feedback_id",
    )  # fmt: skip
    rows = [
        (
            one.source_id, one.external_id, one.instrument, one.channel, adapt(one.sent_at),
            local_day(one.sent_at, timezone=one.timezone), one.customer_id, one.touchpoint_id, one.unit_id, one.segment,
            adapt(one.delivered_at), adapt(one.opened_at), adapt(one.answered_at), adapt(one.answered_at),
            one.feedback_id,
        )
        for one in records
    ]  # fmt: skip
    bulk.insert(connection, invitation, columns=columns, rows=rows)


def feedback_ids(connection: Connection) -> Mapping[str, int]:
    """Give the id of each stored feedback by the id its source gave it."""
    return {row.external_id: row.id for row in connection.execute(select(feedback.c.external_id, feedback.c.id))}


def event_ids(connection: Connection) -> Mapping[str, int]:
    """Give the id of each stored event by the id its source gave it."""
    return {row.external_id: row.id for row in connection.execute(select(event.c.external_id, event.c.id))}
