"""The demo company: one call fills an empty, migrated database, the same one for the same (seed, now)."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from bot.demo.answers import Answer
from bot.demo.attention import alerts_for
from bot.demo.case_events import case_events
from bot.demo.cases import Stored, make_cases
from bot.demo.comments import make_answers
from bot.demo.customers import Customer, make_customers
from bot.demo.invitations import make_invitations
from bot.demo.people import staff
from bot.demo.places import REGIONS
from bot.demo.plan import HOME_ZONE, RESPONSES, TEXTS, Plan, plan_for
from bot.demo.records import (
    customer_records,
    event_records,
    external_id,
    feedback_records,
    identity_records,
    personal_data,
)
from bot.demo.setting import STALE, Setting, store_setting
from bot.demo.stories import tell, with_known_customers
from bot.demo.traffic import make_traffic
from bot.store.alerts import add_alert, set_shown
from bot.store.cases import NewCase, add_cases
from bot.store.committed import forget_committed
from bot.store.facts import read_fact, write_fact
from bot.store.handles import Database, Transaction
from bot.store.invitations import add_invitations, event_ids, feedback_ids
from bot.store.people import add_people, all_people
from metrics.ports import Redactor
from metrics.records import EventRecord
from metrics.store import directory, registry
from metrics.store.engine import reading, writing
from metrics.store.writer import Writer

SEED = 7
STALE_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Everything that is said in the demo company, before it is stored; answers in the order of time."""

    plan: Plan
    customers: Sequence[Customer]
    answers: Sequence[Answer]


def invent(*, now: datetime, rng: np.random.Generator) -> Company:
    """Invent the company's customers and their answers; `now` and the random source decide everything."""
    plan = plan_for(now)
    customers = with_known_customers(plan, make_customers(plan, rng))
    told = tell(plan, customers)
    traffic = make_traffic(plan, customers, rng, count=RESPONSES - len(told))
    texts = TEXTS - sum(one.text is not None for one in told)
    drawn = make_answers(plan, traffic, customers, rng, texts=texts)
    answers = sorted([*drawn, *told], key=lambda one: one.given_at)
    return Company(plan=plan, customers=customers, answers=answers)


def create(engine: Database, *, now: datetime, seed: int = SEED, redactor: Redactor) -> None:
    """Fill the database in one transaction: rows, rollups, staff, cases, alerts, and when it was made."""
    rng = np.random.default_rng([seed, int(now.timestamp())])
    with _no_collecting(), writing(engine) as connection:
        company = invent(now=now, rng=rng)
        setting = store_setting(connection, company.plan)
        stored = _store_records(connection, company, setting, redactor=redactor)
        add_people(connection, staff())
        add_invitations(
            connection,
            make_invitations(company.plan, company.answers, stored, rng, source_id=setting.sources["survey"]),
        )
        _store_cases(connection, company, stored, make_cases(company.plan, company.answers, stored, rng), redactor)
        _store_attention(connection, company, stored)
        forget_committed(connection)  # it is history: of what needed someone they have heard
        write_fact(connection, key="demo.now", value=now.astimezone(UTC).isoformat())
        write_fact(connection, key="demo.seed", value=str(seed))


def demo_now(engine: Database) -> datetime | None:
    """Say for which instant the demo company in this database was made; None: it holds none."""
    with reading(engine) as connection:
        value = read_fact(connection, "demo.now")
    return None if value is None else datetime.fromisoformat(value)


def is_stale(made_for: datetime, *, now: datetime) -> bool:
    """Say whether a demo company made for one instant is too far from another, either way."""
    return abs(now - made_for) > STALE_AFTER


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Hold the garbage collector back: it would walk a quarter of a million records, none in a cycle, many times."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _store_records(connection: Transaction, company: Company, setting: Setting, *, redactor: Redactor) -> Stored:
    customers = registry.customers(connection, customer_records(company.plan, company.customers, setting))
    registry.identities(connection, list(identity_records(company.customers, customers, setting)))
    registry.personal(connection, list(personal_data(company.customers, customers, setting)))
    writer = Writer(connection, redactor=redactor)
    events = event_records(company.plan, company.answers, customers, setting)
    writer.events(list(events.values()))
    event_by_name = event_ids(connection)
    linked = {place: event_by_name[event.external_id] for place, event in events.items()}
    feedback = feedback_records(company.answers, customers, setting, events=linked)
    writer.feedback(feedback)
    _freshen(connection, company, setting, events=list(events.values()))
    by_name = feedback_ids(connection)
    return Stored(
        customers=customers,
        touchpoints=setting.touchpoints,
        units=setting.units,
        feedback=[by_name[external_id(place)] for place in range(len(company.answers))],
    )


def _freshen(connection: Transaction, company: Company, setting: Setting, *, events: Sequence[EventRecord]) -> None:
    """Note how far each source reaches; the stale one up to when it stopped."""
    reach = {setting.sources[STALE]: company.plan.stale_since}
    for event in events:
        if event.source_id != setting.sources[STALE]:
            reach[event.source_id] = max(reach.get(event.source_id, event.happened_at), event.happened_at)
    for answer in company.answers:
        reach[setting.sources[answer.source]] = answer.given_at
    for source_id, as_of in reach.items():
        directory.freshen(connection, source_id=source_id, as_of=as_of)


def _store_cases(
    connection: Transaction, company: Company, stored: Stored, cases: Sequence[NewCase], redactor: Redactor
) -> None:
    add_cases(connection, cases)
    source_id = directory.known_source(connection, name="cases", kind="events", timezone=HOME_ZONE)
    zones = {stored.units[store]: region.timezone for region in REGIONS for store, _ in region.stores}
    segments = {stored.customers[one.key]: one.segment for one in company.customers}
    events = case_events(cases, source_id=source_id, zones=zones, segments=segments, now=company.plan.now)
    Writer(connection, redactor=redactor).events(events)
    directory.freshen(connection, source_id=source_id, as_of=company.plan.now)


def _store_attention(connection: Transaction, company: Company, stored: Stored) -> None:
    for alert, seen, seen_at in alerts_for(company.plan, all_people(connection), company.answers, stored):
        add_alert(connection, alert)
        set_shown(connection, person_key=alert.person_key, feedback_id=seen, at=seen_at)
