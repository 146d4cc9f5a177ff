"""Whom and what the rows of a chunk refer to: customers by the ids of other systems, and events. Looked up in bulk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Select, select

from metrics.records import Attributes
from metrics.store import bulk
from metrics.store.registry import CustomerRecord, IdentityRecord, customers, identities
from metrics.store.tables import customer, event, identity, source

PSEUDONYM_CHARACTERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCustomer:
    """A customer as one of their rows names them, with that row's attributes; all None: nobody was named."""

    customer_id: int | None = None
    identity_id: int | None = None
    segment: str | None = None
    persona: str | None = None
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEvent:
    """An event, and the customer it names; all None: none. `attributes` are its own over the customer row's."""

    id: int | None = None
    customer_id: int | None = None
    identity_id: int | None = None
    touchpoint_id: int | None = None
    unit_id: int | None = None
    channel: str | None = None
    segment: str | None = None
    persona: str | None = None
    attributes: Attributes = field(default_factory=dict)


NOBODY = KnownCustomer()
NO_EVENT = KnownEvent()


def known_customers(connection: Connection, names: Iterable[str | None], *, source_id: int) -> dict[str, KnownCustomer]:
    """Find the customers that rows of a source name; one nobody knows is made, under a pseudonym.

    Rows that a customers file brought come before rows this source made up, those before any other source's.
    """
    wanted = sorted({name for name in names if name is not None})
    found = _find_customers(connection, wanted, source_id=source_id)
    missing = [name for name in wanted if name not in found]
    if missing:
        ids = customers(connection, [CustomerRecord(key=pseudonym(name)) for name in missing])
        made = [
            IdentityRecord(source_id=source_id, external_id=name, customer_id=ids[pseudonym(name)]) for name in missing
        ]
        identities(connection, made)
        found.update(_find_customers(connection, missing, source_id=source_id))
    return found


def known_events(connection: Connection, names: Iterable[str | None]) -> dict[str, KnownEvent]:
    """Find the events that rows name, of any source; of two with one id, the one stored first."""
    wanted = sorted({name for name in names if name is not None})
    sources = list(connection.execute(select(source.c.id).order_by(source.c.id)).scalars())
    found: dict[str, KnownEvent] = {}
    for some in bulk.parts(wanted):
        query = _events().where(event.c.source_id.in_(sources), event.c.external_id.in_(some)).order_by(event.c.id)
        for row in connection.execute(query):
            found.setdefault(row.external_id, _known_event(row))
    return found


def pseudonym(name: str) -> str:
    """Name a customer by the id another system gave; an id that is an e-mail address is hashed."""
    if "@" not in name:
        return name
    return "c-" + blake2b(name.casefold().encode(), digest_size=PSEUDONYM_CHARACTERS // 2).hexdigest()


def _find_customers(connection: Connection, names: Sequence[str], *, source_id: int) -> dict[str, KnownCustomer]:
    kinds = {row.id: row.kind for row in connection.execute(select(source.c.id, source.c.kind))}
    best: dict[str, tuple[tuple[bool, bool, int], KnownCustomer]] = {}
    for some in bulk.parts(names):
        query = (
            select(identity, customer.c.segment, customer.c.persona)
            .join(customer, identity.c.customer_id == customer.c.id)
            .where(identity.c.source_id.in_(list(kinds)), identity.c.external_id.in_(some))
        )
        for row in connection.execute(query):
            rank = (kinds[row.source_id] != "customers", row.source_id != source_id, row.id)
            if row.external_id not in best or rank < best[row.external_id][0]:
                best[row.external_id] = (rank, _known_customer(row))
    return {name: known for name, (_, known) in best.items()}


def _known_customer(row: Any) -> KnownCustomer:
    return KnownCustomer(
        customer_id=row.customer_id,
        identity_id=row.id,
        segment=row.segment,
        persona=row.persona,
        attributes=row.attributes,
    )


def _events() -> Select[Any]:
    return (
        select(
            event.c.id,
            event.c.external_id,
            event.c.customer_id,
            event.c.identity_id,
            event.c.touchpoint_id,
            event.c.unit_id,
            event.c.channel,
            event.c.segment,
            event.c.attributes,
            customer.c.segment.label("customer_segment"),
            customer.c.persona,
            identity.c.attributes.label("customer_attributes"),
        )
        .outerjoin(customer, event.c.customer_id == customer.c.id)
        .outerjoin(identity, event.c.identity_id == identity.c.id)
    )


def _known_event(row: Any) -> KnownEvent:
    return KnownEvent(
        id=row.id,
        customer_id=row.customer_id,
        identity_id=row.identity_id,
        touchpoint_id=row.touchpoint_id,
        unit_id=row.unit_id,
        channel=row.channel,
        segment=row.segment or row.customer_segment,
        persona=row.persona,
        attributes={**(row.customer_attributes or {}), **row.attributes},
    )
