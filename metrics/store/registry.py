"""Customers, the rows of other systems that name them (identities), and their personal data, many at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, select

from metrics.folding import fold_field
from metrics.records import Attributes, Written
from metrics.store import bulk
from metrics.store.tables import customer, identity, personal_data


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRecord:
    """A customer under their pseudonym; what is None is left as it is stored."""

    key: str
    segment: str | None = None
    persona: str | None = None
    language: str | None = None
    unit_id: int | None = None
    since: datetime | None = None
    consent: Mapping[str, bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityRecord:
    """A source's row of a customer, with the attributes that row has."""

    source_id: int
    external_id: str
    customer_id: int
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDatum:
    """A piece of personal data as a source has it: name, email, phone, address, birth_date, telegram."""

    customer_id: int
    source_id: int
    field: str
    value: str


_CUSTOMER = ("segment", "persona", "language", "unit_id", "since", "consent")


def customers(connection: Connection, records: Sequence[CustomerRecord]) -> dict[str, int]:
    """Store the customers and give the id of each key; the later of two with one key stands."""
    last = {record.key: record for record in records}
    stored: dict[str, Any] = {}
    for some in bulk.parts(list(last)):
        found = connection.execute(select(customer).where(customer.c.key.in_(some))).mappings()
        stored.update((row["key"], row) for row in found)
    ids = {key: int(row["id"]) for key, row in stored.items()}
    fresh = [key for key in last if key not in ids]
    ids.update(zip(fresh, bulk.new_ids(connection, customer, count=len(fresh)), strict=True))
    rows = [(ids[key], key, *_customer_row(connection, last[key])) for key in fresh]
    bulk.insert(connection, customer, columns=("id", "key", *_CUSTOMER), rows=rows)
    for key, row in stored.items():
        given = {name: getattr(last[key], name) for name in _CUSTOMER if getattr(last[key], name) is not None}
        if any(row[name] != value for name, value in given.items()):
            connection.execute(customer.update().where(customer.c.id == row["id"]).values(**given))
    return ids


def identities(connection: Connection, records: Sequence[IdentityRecord]) -> tuple[dict[tuple[int, str], int], Written]:
    """Store the identities: the id of each (source, external id), and what storing them did."""
    ids: dict[tuple[int, str], int] = {}
    written = Written()
    by_source: dict[int, dict[str, IdentityRecord]] = {}
    for record in records:
        by_source.setdefault(record.source_id, {})[record.external_id] = record
    for source_id, last in by_source.items():
        stored = bulk.known(connection, identity, source_id=source_id, external_ids=list(last))
        fresh = [external_id for external_id in last if external_id not in stored]
        its = {external_id: int(row[0]) for external_id, row in stored.items()}
        its.update(zip(fresh, bulk.new_ids(connection, identity, count=len(fresh)), strict=True))
        changed = [key for key, row in stored.items() if row[1] != _digest(last[key])]
        _store_identities(connection, last, ids=its, fresh=fresh, changed=changed)
        ids.update(((source_id, external_id), row_id) for external_id, row_id in its.items())
        written += Written(new=len(fresh), same=len(stored) - len(changed), changed=len(changed))
    return ids, written


def personal(connection: Connection, data: Sequence[PersonalDatum]) -> None:
    """Store personal data: one value for each customer, source and field, the later of two stands."""
    table = personal_data
    last = {(datum.customer_id, datum.source_id, datum.field): datum.value for datum in data}
    stored: dict[Any, tuple[int, str]] = {}
    for some in bulk.parts(sorted({key[0] for key in last})):
        for row in connection.execute(select(table).where(table.c.customer_id.in_(some))):
            stored[(row.customer_id, row.source_id, row.field)] = (row.id, row.value)
    fresh = [key for key in last if key not in stored]
    ids = bulk.new_ids(connection, table, count=len(fresh))
    rows = [(row_id, *key, last[key], fold_field(key[2], last[key])) for row_id, key in zip(ids, fresh, strict=True)]
    columns = ("id", "customer_id", "source_id", "field", "value", "folded")
    bulk.insert(connection, table, columns=columns, rows=rows)
    changed = [key for key in last if key in stored and stored[key][1] != last[key]]
    updates = [(last[key], fold_field(key[2], last[key]), stored[key][0]) for key in changed]
    bulk.update(connection, table, columns=("value", "folded"), rows=updates)


def _customer_row(connection: Connection, record: CustomerRecord) -> bulk.Row:
    consent = None if record.consent is None else bulk.json_text(record.consent)
    since = bulk.instant(connection)(record.since)
    return (record.segment, record.persona, record.language, record.unit_id, since, consent)


def _store_identities(
    connection: Connection,
    last: Mapping[str, IdentityRecord],
    *,
    ids: Mapping[str, int],
    fresh: Sequence[str],
    changed: Sequence[str],
) -> None:
    table: Table = identity
    new = [(ids[key], last[key].source_id, key, *_identity_row(last[key])) for key in fresh]
    columns = ("customer_id", "attributes", "content_hash")
    bulk.insert(connection, table, columns=("id", "source_id", "external_id", *columns), rows=new)
    rows = [(*_identity_row(last[key]), ids[key]) for key in changed]
    bulk.update(connection, table, columns=columns, rows=rows)


def _identity_row(record: IdentityRecord) -> bulk.Row:
    return (record.customer_id, bulk.json_text(record.attributes), _digest(record))


def _digest(record: IdentityRecord) -> str:
    content = repr((record.customer_id, sorted(record.attributes.items())))
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
