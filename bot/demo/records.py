"""Customers, events and answers of the demo company as records of the metrics store."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from bot.demo.answers import Answer
from bot.demo.customers import Customer, still_new
from bot.demo.names import email, phone
from bot.demo.places import REGIONS
from bot.demo.plan import Plan
from bot.demo.setting import STALE, Setting
from bot.demo.touchpoints import BY_NAME
from metrics.records import EventRecord, FeedbackRecord, ScoreRecord
from metrics.store.registry import CustomerRecord, IdentityRecord, PersonalDatum


def customer_records(plan: Plan, customers: Sequence[Customer], setting: Setting) -> list[CustomerRecord]:
    """Make the customers' records; who came as new and is not any more has no segment."""
    return [
        CustomerRecord(
            key=one.key,
            segment=one.segment if one.segment != "new" or still_new(one, plan) else None,
            persona=one.persona,
            language=one.language,
            unit_id=setting.units[one.store or REGIONS[one.region].name],
            since=plan.at(plan.start + timedelta(days=one.since_day), "09:00"),
            consent={"contact": one.contact_allowed},
        )
        for one in customers
    ]


def identity_records(
    customers: Sequence[Customer], ids: Mapping[str, int], setting: Setting
) -> Iterator[IdentityRecord]:
    """Make each customer's row in the crm, and in the web shop for those who shop there."""
    for one in customers:
        yield IdentityRecord(source_id=setting.sources["crm"], external_id=f"C-{one.key}", customer_id=ids[one.key])
        if one.store is None or int(one.key) % 3 == 0:
            yield IdentityRecord(
                source_id=setting.sources["web shop"], external_id=f"W-{one.key}", customer_id=ids[one.key]
            )


def personal_data(customers: Sequence[Customer], ids: Mapping[str, int], setting: Setting) -> Iterator[PersonalDatum]:
    """Make each customer's name, address and number, as the crm has them."""
    for number, one in enumerate(customers):
        for field, value in (
            ("name", one.name),
            ("email", email(one.name, one.key)),
            ("phone", phone(one.language, number * 997)),
        ):
            yield PersonalDatum(customer_id=ids[one.key], source_id=setting.sources["crm"], field=field, value=value)


def event_records(
    plan: Plan, answers: Sequence[Answer], customers: Mapping[str, int], setting: Setting
) -> dict[int, EventRecord]:
    """Make the event that each answer is about, by the answer's place; the stale source knows no late ones."""
    made: dict[int, EventRecord] = {}
    for place, answer in enumerate(answers):
        if answer.event_at is None or answer.touchpoint is None:
            continue
        kind, source = BY_NAME[answer.touchpoint].event or ("visit", "pos")
        if answer.channel == "store":
            kind, source = "visit", "pos"
        if source == STALE and answer.event_at > plan.stale_since:
            continue
        made[place] = EventRecord(
            source_id=setting.sources[source], external_id=f"E{place:05}", kind=kind, happened_at=answer.event_at,
            timezone=answer.timezone, customer_id=customers[answer.customer.key],
            touchpoint_id=setting.touchpoints[answer.touchpoint], unit_id=setting.units[answer.unit],
            channel=answer.channel, segment=answer.customer.segment,
            value=None if kind == "ticket" else answer.event_value,
        )  # fmt: skip
    return made


def feedback_records(
    answers: Sequence[Answer], customers: Mapping[str, int], setting: Setting, *, events: Mapping[int, int]
) -> list[FeedbackRecord]:
    """Make the answers' records in their order; `events` are the stored events' ids by the answer's place."""
    return [
        FeedbackRecord(
            source_id=setting.sources[answer.source], external_id=external_id(place),
            kind="review" if answer.source == "reviews" else "survey", given_at=answer.given_at,
            timezone=answer.timezone, customer_id=customers[answer.customer.key], event_id=events.get(place),
            touchpoint_id=setting.touchpoints[answer.touchpoint] if answer.touchpoint else None,
            unit_id=setting.units[answer.unit],
            owner=BY_NAME[answer.touchpoint].owner if answer.touchpoint else None, channel=answer.channel,
            segment=answer.customer.segment, persona=answer.customer.persona, language=answer.language,
            text=answer.text, scores=tuple(_scores(answer)),
        )
        for place, answer in enumerate(answers)
    ]  # fmt: skip


def external_id(place: int) -> str:
    """Name an answer by its place."""
    return f"F{place:05}"


def _scores(answer: Answer) -> Iterator[ScoreRecord]:
    for instrument, value, low, high in (
        ("nps", answer.nps, 0, 10), ("csat", answer.csat, 1, 5), ("ces", answer.ces, 1, 7),
    ):  # fmt: skip
        if value is not None:
            yield ScoreRecord(instrument=instrument, value=value, scale_min=low, scale_max=high)
