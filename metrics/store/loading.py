"""Drafts of one kind into the store, in the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from metrics.ingest.drafts import Draft
from metrics.ingest.map_keys import Kind
from metrics.ports import Redactor
from metrics.records import Written
from metrics.store import directory
from metrics.store.engine import LOADING, take_turns
from metrics.store.load_directory import (
    load_customers,
    load_invitations,
    load_named_events,
    load_touchpoints,
    load_units,
)
from metrics.store.load_experience import Records
from metrics.store.names import Names
from metrics.store.runs import Tally
from metrics.store.writer import Writer


def load(
    connection: Connection,
    drafts: Sequence[Draft],
    *,
    kind: Kind,
    source_id: int,
    timezone: str,
    redactor: Redactor,
) -> Tally:
    """Store the drafts and say what that did; `timezone` is whose day counts where no unit has one."""
    take_turns(connection, at=LOADING)
    names = Names(connection)
    some: Any = drafts  # the map's kind is the drafts' type
    records = Records(connection, names=names, source_id=source_id, timezone=timezone)
    written = Written()
    match kind:
        case Kind.FEEDBACK:
            written = Writer(connection, redactor=redactor).feedback(records.feedback(some))
        case Kind.EVENTS:
            written = Writer(connection, redactor=redactor).events(records.events(some))
        case Kind.CUSTOMERS:
            written = load_customers(connection, some, source_id=source_id, names=names)
        case Kind.INVITATIONS:
            written = load_invitations(connection, some, source_id=source_id, names=names, timezone=timezone)
        case Kind.UNITS:
            written = load_units(connection, some, names=names)
        case Kind.TOUCHPOINTS:
            written = load_touchpoints(connection, some)
        case Kind.NAMED_EVENTS:
            written = load_named_events(connection, some, source_id=source_id)
    directory.freshen(connection, source_id=source_id, as_of=_newest(drafts))
    made = Tally(unlinked=records.unlinked, touchpoints=tuple(names.made_touchpoints), units=tuple(names.made_units))
    return made.with_written(written)


def _newest(drafts: Sequence[Draft]) -> datetime | None:
    """Give the newest instant the drafts, which are all of one kind, speak of."""
    name = next((name for name in ("given_at", "happened_at") if drafts and hasattr(drafts[0], name)), None)
    return None if name is None else max(map(attrgetter(name), drafts))
