"""Drafts of units, touchpoints, named events, customers and invitations into their tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from metrics.ingest.drafts import CustomerDraft, InvitationDraft, NamedEventDraft, TouchpointDraft, UnitDraft
from metrics.records import Written
from metrics.store import bulk, directory
from metrics.store.links import NO_EVENT, NOBODY, known_customers, known_events, pseudonym
from metrics.store.local_day import local_day
from metrics.store.names import Names
from metrics.store.registry import CustomerRecord, IdentityRecord, PersonalDatum, customers, identities, personal
from metrics.store.tables import invitation, named_event, touchpoint, unit

NEW, SAME, CHANGED = Written(new=1), Written(same=1), Written(changed=1)
PARENTS = {"store": "region", "region": "country", "country": "country"}
"""What kind a parent is that only a child speaks of."""


def load_units(connection: Connection, drafts: Sequence[UnitDraft], *, names: Names) -> Written:
    """Store units; a parent may stand on a later line."""
    written = Written()
    before = {draft.name: _row(connection, unit, name=draft.name) for draft in drafts}
    for draft in drafts:
        directory.unit(
            connection, name=draft.name, kind=draft.kind, timezone=draft.timezone, external_id=draft.external_id
        )
    names = Names(connection)
    for draft in drafts:
        parent = names.unit(draft.parent, kind=PARENTS[draft.kind])
        if parent.id is not None:
            directory.unit(connection, name=draft.name, kind=draft.kind, parent_id=parent.id)
        written += _outcome(before[draft.name], _row(connection, unit, name=draft.name))
    return written


def load_touchpoints(connection: Connection, drafts: Sequence[TouchpointDraft]) -> Written:
    """Store touchpoints with what is known of them."""
    written = Written()
    for draft in drafts:
        before = _row(connection, touchpoint, name=draft.name)
        known: dict[str, Any] = {**draft.words, **draft.measures}
        directory.touchpoint(connection, name=draft.name, external_id=draft.external_id, **known)
        written += _outcome(before, _row(connection, touchpoint, name=draft.name))
    return written


def load_named_events(connection: Connection, drafts: Sequence[NamedEventDraft], *, source_id: int) -> Written:
    """Store named events."""
    written = Written()
    for draft in drafts:
        key = {"source_id": source_id, "external_id": draft.external_id}
        before = _row(connection, named_event, **key)
        directory.named_event(
            connection,
            source_id=source_id,
            external_id=draft.external_id,
            name=draft.name,
            happened_at=draft.happened_at,
            kind=draft.kind,
            scope=draft.scope,
        )
        written += _outcome(before, _row(connection, named_event, **key))
    return written


def load_customers(connection: Connection, drafts: Sequence[CustomerDraft], *, source_id: int, names: Names) -> Written:
    """Store the rows of customers; attributes stay on the row, those with one `person` are one customer."""
    keys = [pseudonym(draft.person or draft.external_id) for draft in drafts]
    records = [
        CustomerRecord(
            key=key,
            segment=draft.segment,
            persona=draft.persona,
            language=draft.language,
            unit_id=names.unit(draft.unit).id,
            since=draft.since,
        )
        for key, draft in zip(keys, drafts, strict=True)
    ]
    ids = customers(connection, records)
    rows = [
        IdentityRecord(
            source_id=source_id, external_id=draft.external_id, customer_id=ids[key], attributes=draft.attributes
        )
        for key, draft in zip(keys, drafts, strict=True)
    ]
    _, written = identities(connection, rows)
    personal(
        connection,
        [
            PersonalDatum(customer_id=ids[key], source_id=source_id, field=field, value=value)
            for key, draft in zip(keys, drafts, strict=True)
            for field, value in draft.personal.items()
        ],
    )
    return written


def load_invitations(
    connection: Connection, drafts: Sequence[InvitationDraft], *, source_id: int, names: Names, timezone: str
) -> Written:
    """Store invitations with what has happened to them so far."""
    people = known_customers(connection, (draft.customer for draft in drafts), source_id=source_id)
    events = known_events(connection, (draft.event for draft in drafts))
    stored: dict[str, Mapping[Any, Any]] = {}
    for some in bulk.parts([draft.external_id for draft in drafts]):
        query = select(invitation).where(invitation.c.source_id == source_id, invitation.c.external_id.in_(some))
        stored.update((row["external_id"], row) for row in connection.execute(query).mappings())
    written = Written()
    fresh: list[dict[str, Any]] = []
    for draft in drafts:
        person, event = people.get(draft.customer or "", NOBODY), events.get(draft.event or "", NO_EVENT)
        home = names.unit(draft.place.unit)
        values = {
            "token": draft.token,
            "customer_id": person.customer_id or event.customer_id,
            "touchpoint_id": names.touchpoint(draft.place.touchpoint).id or event.touchpoint_id,
            "unit_id": home.id or event.unit_id,
            "event_id": event.id,
            "channel": draft.place.channel or event.channel,
            "segment": draft.place.segment or event.segment or person.segment,
            "instrument": draft.instrument,
            "day": local_day(draft.moments["sent_at"], timezone=home.timezone or timezone),
            **draft.moments,
        }
        before = stored.get(draft.external_id)
        if before is None:
            fresh.append(_whole_row(values, source_id=source_id, external_id=draft.external_id))
            written += NEW
        elif any(before[name] != value for name, value in values.items()):
            connection.execute(invitation.update().where(invitation.c.id == before["id"]).values(**values))
            written += CHANGED
        else:
            written += SAME
    if fresh:
        connection.execute(invitation.insert(), fresh)
    return written


def _whole_row(values: Mapping[str, Any], *, source_id: int, external_id: str) -> dict[str, Any]:
    columns = (column.name for column in invitation.columns if column.name != "id")
    return {**dict.fromkeys(columns), **values, "source_id": source_id, "external_id": external_id}


def _row(connection: Connection, table: Table, **key: Any) -> Mapping[Any, Any] | None:
    found = connection.execute(select(table).filter_by(**key)).mappings().one_or_none()
    return None if found is None else dict(found)


def _outcome(before: Mapping[Any, Any] | None, after: Mapping[Any, Any] | None) -> Written:
    if before is None:
        return NEW
    return SAME if before == after else CHANGED
