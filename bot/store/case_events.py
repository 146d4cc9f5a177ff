"""What happens to a case, as events of its customer in the metrics store: the KPIs of cases count these.

A verdict (was the customer contacted in time? was it resolved in time?) is one event a case, whichever way it went.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, RowMapping, select

from bot.store.once import insert_once
from metrics.store.directory import freshen, known_source
from metrics.store.local_day import local_day
from metrics.store.tables import customer, event, unit

SOURCE = "cases"

EventKind = Literal[
    "case_opened", "case_opened_again", "case_contacted", "case_contact_kept", "case_contact_missed", "case_resolved",
    "case_resolution_kept", "case_resolution_missed", "case_reopened", "case_merged", "case_recovered",
    "case_not_recovered",
]  # fmt: skip


def write_event(
    connection: Connection,
    case: RowMapping,
    kind: EventKind,
    *,
    name: str,
    at: datetime,
    timezone: str,
    facts: Mapping[str, str] | None = None,
) -> None:
    """Write what happened, once: `name` tells it from whatever else happens to the case."""
    source_id = known_source(connection, name=SOURCE, kind="events", timezone=timezone)
    segment = connection.execute(select(customer.c.segment).where(customer.c.id == case["customer_id"])).scalar()
    row = {
        "source_id": source_id,
        "external_id": f"case:{case['id']}:{name}",
        "kind": kind,
        "customer_id": case["customer_id"],
        "touchpoint_id": case["touchpoint_id"],
        "unit_id": case["unit_id"],
        "segment": segment,
        "happened_at": at,
        "day": local_day(at, timezone=zone_of(connection, case["unit_id"]) or timezone),
        "attributes": {"case": str(case["id"]), "priority": case["priority"], **(facts or {})},
        "content_hash": "",
    }
    insert_once(connection, event, [row])
    freshen(connection, source_id=source_id, as_of=at)


def zone_of(connection: Connection, unit_id: int | None) -> str | None:
    """Name the zone of a unit, or of what it lies in."""
    while unit_id is not None:
        row = connection.execute(select(unit.c.timezone, unit.c.parent_id).where(unit.c.id == unit_id)).one()
        if row.timezone:
            return str(row.timezone)
        unit_id = row.parent_id
    return None
