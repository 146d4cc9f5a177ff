"""The answers that are told, not drawn: the customers whom people ask for by name, and what must have been said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.demo.answers import Answer
from bot.demo.customers import FIRST_KEY, Customer
from bot.demo.places import NEW_STORE, REGIONS
from bot.demo.plan import Plan
from bot.demo.touchpoints import BY_NAME

LOST_PARCEL, WRONG_PARCEL = "lost parcel", "wrong parcel"
"""The answers that cases 318 and 322 follow up."""
NUMBERED, ZHANG_WEI, ANNA = "10482", "13907", "16225"
"""The keys of the three customers that everybody knows."""


def with_known_customers(plan: Plan, customers: Sequence[Customer]) -> list[Customer]:
    """Put the three known customers in their places; all three shop in Gdańsk."""
    known = list(customers)
    home = next(index for index, region in enumerate(REGIONS) if region.name == "Pomorze")
    people: tuple[tuple[str, dict[str, Any]], ...] = (
        (NUMBERED, {"name": "Ewa Malinowska", "woman": True, "language": "pl", "segment": "business"}),
        (ZHANG_WEI, {"name": "张伟", "woman": False, "language": "zh-Hans", "segment": "key accounts"}),
        (ANNA, {"name": "Anna Kowalska", "woman": True, "language": "pl", "segment": "new"}),
    )
    for key, changes in people:
        since = plan.days - 75 if changes["segment"] == "new" else -400
        there: dict[str, Any] = {"region": home, "store": "Gdańsk", "since_day": since, "contact_allowed": True}
        index = int(key) - FIRST_KEY
        known[index] = replace(known[index], **there, **changes)
    return known


def tell(plan: Plan, customers: Sequence[Customer]) -> list[Answer]:
    """Tell every story; all of it happened before now."""
    told = [
        *_known(plan, {one.key: one for one in customers}),
        *_new_store(plan, _people_of(customers, "Południe")),
        *_leeds(plan, _people_of(customers, "Yorkshire")),
        *_queues(plan, _people_of(customers, "Pomorze")),
        *_points(plan, _people_of(customers, "Mazowsze"), _people_of(customers, "East China")),
    ]
    return [one if one.given_at < plan.now else replace(one, given_at=plan.now - timedelta(minutes=2)) for one in told]


def _said(
    customer: Customer, at: datetime, touchpoint: str | None, *, unit: str, text: str | None = None, **scores: Any
) -> Answer:
    """Make one answer by e-mail, at the touchpoint's usual channel, about an event two hours before."""
    spec = BY_NAME[touchpoint] if touchpoint else None
    channel = "store" if spec and spec.name == "checkout" else spec.channel if spec else "email"
    return Answer(
        given_at=at, customer=customer, touchpoint=touchpoint, unit=unit, channel=channel, survey_channel="email",
        text=text, language=scores.pop("language", customer.language), event_value=149.0,
        event_at=at - timedelta(hours=2) if spec and spec.event else None, **scores,
    )  # fmt: skip


def _people_of(customers: Sequence[Customer], region: str) -> Iterator[Customer]:
    """Walk through the region's customers who count as business, from the last one on: none of them is known."""
    index = next(index for index, one in enumerate(REGIONS) if one.name == region)
    return (
        one
        for one in reversed(customers)
        if one.region == index and one.segment == "business" and one.language == REGIONS[index].language
    )


def _known(plan: Plan, by_key: dict[str, Customer]) -> Iterator[Answer]:
    """Tell of the three: each was in Gdańsk, and at touchpoints of the product owner."""
    ewa, wei, anna = by_key[NUMBERED], by_key[ZHANG_WEI], by_key[ANNA]

    def ago(days: float) -> datetime:
        return plan.now - timedelta(days=days)

    yield _said(ewa, ago(64), "checkout", unit="Gdańsk", csat=5, nps=9, text="Szybko i miło przy kasie, dziękuję.")
    yield _said(ewa, ago(33), "delivery", unit="Pomorze", csat=4)
    yield _said(
        ewa, ago(4.1), "parcel locker pickup", unit="Gdańsk", csat=1, nps=2, label=LOST_PARCEL,
        text="Paczka miała czekać w paczkomacie przy sklepie, a skrytka była pusta. Nikt nie wie, gdzie jest.",
    )  # fmt: skip
    yield _said(
        wei, ago(71), "self-service checkout", unit="Gdańsk", csat=4, nps=8, text="自助收银有中文界面，很方便。"
    )
    yield _said(
        wei, ago(16.2), "return form", unit="Pomorze", csat=2, ces=2, nps=4,
        text="退货表单只有波兰语，填了三遍才提交成功。希望能加上中文。",
    )  # fmt: skip
    yield _said(
        wei, ago(10.3), "call centre", unit="Pomorze", csat=2, ces=3, text="电话里说三天内退款，到现在还没收到。"
    )
    yield _said(anna, ago(58), "checkout", unit="Gdańsk", csat=4, nps=7)
    yield _said(
        anna, ago(12.2), "call centre", unit="Pomorze", csat=2, ces=2, nps=4,
        text="Na infolinii obiecano mi telefon zwrotny. Nikt nie oddzwonił, musiałam zadzwonić jeszcze raz.",
    )  # fmt: skip
    yield _said(
        anna, ago(3.1), "parcel locker pickup", unit="Gdańsk", csat=1, nps=1, label=WRONG_PARCEL,
        text="W skrytce była cudza paczka, a moja zaginęła. To miał być prezent dla córki.",
    )  # fmt: skip


def _new_store(plan: Plan, people: Iterator[Customer]) -> Iterator[Answer]:
    """Give the store that opened this month its six answers, bad enough to tempt anyone into ranking it last."""
    opened = max(plan.midnight - timedelta(days=plan.today.day - 1), plan.now - timedelta(days=12))
    step = (plan.now - opened) / 7
    answers = (
        ("self-service checkout", 2, 4, "Nowy sklep, a kasy samoobsługowe już nie działają."),
        ("checkout", 1, 2, "W nowym sklepie nikt nie potrafił wystawić faktury."),
        ("self-service checkout", 4, 8, None),
        ("checkout", 2, 3, None),
        ("store pickup", 2, 5, "Odbiór w sklepie jeszcze nie zorganizowany, czekanie i bałagan."),
        ("checkout", 3, 7, None),
    )
    for number, (touchpoint, csat, nps, text) in enumerate(answers, start=1):
        at = opened + number * step
        yield _said(next(people), at, touchpoint, unit=NEW_STORE, csat=csat, nps=nps, text=text)


def _leeds(plan: Plan, people: Iterator[Customer]) -> Iterator[Answer]:
    """Let three customers of Leeds complain within the last week."""
    for days, touchpoint, csat, text in (
        (
            1.1,
            "self-service checkout",
            1,
            "Both self-checkouts near the door were broken again and nobody came to help.",
        ),
        (2.2, "store pickup", 2, "I drove to Leeds for my order and it was still in the warehouse."),
        (4.3, "checkout", 1, "Charged twice at the till in Leeds. I have the receipt and the bank statement."),
    ):
        yield _said(next(people), plan.now - timedelta(days=days), touchpoint, unit="Leeds", csat=csat, text=text)


def _queues(plan: Plan, people: Iterator[Customer]) -> Iterator[Answer]:
    """Let customers complain of queues in Gdańsk, yesterday and on the last Saturday."""
    said: tuple[tuple[date, str, str, int, str, str], ...] = (
        (plan.yesterday, "11:20", "checkout", 2, "pl", "Kolejka do kasy jak przed świętami, a to zwykły dzień."),
        (plan.yesterday, "13:05", "checkout", 1, "pl", "Trzy kasy zamknięte, kolejka na pół sklepu, 25 minut stania."),
        (plan.yesterday, "16:40", "checkout", 2, "en", "The queue was so long that I left my basket and went home."),
        (plan.yesterday, "18:15", "self-service checkout", 2, "pl", "Nawet do kas samoobsługowych była kolejka."),
        (plan.last_saturday, "10:45", "checkout", 1, "pl", "W soboty kolejki w Gdańsku są nie do zniesienia."),
        (plan.last_saturday, "12:10", "checkout", 1, "pl", "Sobota, dwie kasy czynne i kolejka aż do drzwi."),
        (plan.last_saturday, "13:30", "checkout", 2, "zh-Hans", "星期六排队排了半个多小时，只开了两个收银台。"),
        (plan.last_saturday, "14:50", "self-service checkout", 2, "pl", "Kolejka do automatów dłuższa niż do kas."),
        (plan.last_saturday, "15:25", "checkout", 1, "en", "Every Saturday the same: one queue for the whole store."),
        (plan.last_saturday, "16:05", "checkout", 2, "pl", "40 minut w kolejce. W sobotę więcej nie przyjdę."),
    )  # fmt: skip
    for day, clock, touchpoint, csat, language, text in said:
        at = plan.at(day, clock)
        yield _said(next(people), at, touchpoint, unit="Gdańsk", csat=csat, language=language, text=text)


def _points(plan: Plan, polish: Iterator[Customer], chinese: Iterator[Customer]) -> Iterator[Answer]:
    """Let the first of those whose loyalty points are gone speak up, this month."""
    begun = plan.midnight - timedelta(days=plan.today.day - 1)
    step = (plan.now - begun) / 5
    for number, (customer, unit, text) in enumerate(
        (
            (next(polish), "Mazowsze", "Po zalogowaniu widzę zero punktów lojalnościowych. Gdzie one są?"),
            (next(chinese), "East China", "月初开始会员积分就不见了，客服也查不到。"),
            (next(polish), "Mazowsze", "Punkty za ostatnie zakupy wyparowały, a były odkładane na nagrodę."),
            (next(chinese), "East China", "积分清零了？我从来没有兑换过。"),
        ),
        start=1,
    ):
        yield _said(customer, begun + number * step, "invoice", unit=unit, csat=2, text=text)
