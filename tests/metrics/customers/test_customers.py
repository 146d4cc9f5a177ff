from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event as sa_event

from metrics.records import EventRecord
from metrics.scope import EVERYTHING, NOTHING, Scope
from metrics.store.customers import CustomerReader
from metrics.store.engine import Database
from tests.knowledge.shop import NOON, Shop, shop_in


@pytest.fixture
def shop(store: Database, tmp_path: Path) -> Shop:
    """A shop in which customer 10482 bought in Gdańsk and Leeds, and K-7 in Leeds only."""
    made = shop_in(store, home=tmp_path)
    made.happen(
        _order(made, "o1", customer="10482", unit="Gdańsk", days_ago=9, value=120.0),
        _order(made, "o2", customer="10482", unit="Leeds", days_ago=3, value=80.0),
        _order(made, "o3", customer="K-7", unit="Leeds", days_ago=4, value=10.0),
    )
    made.say(
        made.record("f1", "Paczka spóźniona", nps=3, csat=2, days_ago=8, customer="10482", language="pl"),
        made.record("f2", "All fine now", unit="Leeds", nps=9, days_ago=2, customer="10482", language="en"),
    )
    return made


def _order(shop: Shop, external_id: str, *, customer: str, unit: str, days_ago: int, value: float) -> EventRecord:
    return EventRecord(
        source_id=shop.source_id,
        external_id=external_id,
        kind="order",
        happened_at=NOON - timedelta(days=days_ago),
        timezone="UTC",
        customer_id=shop.customers[customer],
        unit_id=shop.units[unit],
        touchpoint_id=shop.touchpoints["delivery"],
        value=value,
    )


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ("10482", "key"),
        (" 10482 ", "key"),
        ("crm-1", "identity"),
        ("Anna Wiśniewska", "name"),
        ("anna wisniewska", "name"),
        ("ANNA@example.com", "email"),
        ("+48 601-234-567", "phone"),
        ("601 234 567", "phone"),
    ],
)
def test_a_customer_is_found_by_what_people_know_them_by(shop: Shop, asked: str, by: str) -> None:
    (found,) = CustomerReader(shop.engine).find(asked, within=EVERYTHING)
    assert (found.key, found.by) == ("10482", by)


@pytest.mark.parametrize("asked", ["", "Anna", "104", "%", "anna@example.co"])
def test_half_a_name_finds_nobody(shop: Shop, asked: str) -> None:
    assert CustomerReader(shop.engine).find(asked, within=EVERYTHING) == ()


def test_a_store_manager_sees_the_customers_of_the_own_store(shop: Shop) -> None:
    reader = CustomerReader(shop.engine)
    assert [match.key for match in reader.find("10482", within=shop.only("Gdańsk"))] == ["10482"]
    assert reader.find("K-7", within=shop.only("Gdańsk")) == ()
    assert reader.file("K-7", within=shop.only("Gdańsk"), personal=True) is None
    assert reader.find("10482", within=NOTHING) == ()


def test_a_product_owner_sees_the_customers_of_the_own_touchpoints(shop: Shop) -> None:
    reader = CustomerReader(shop.engine)
    checkout = Scope(touchpoints=frozenset({shop.touchpoints["checkout"]}))
    delivery = Scope(touchpoints=frozenset({shop.touchpoints["delivery"]}))
    assert reader.file("10482", within=checkout, personal=False) is None
    assert reader.file("10482", within=delivery, personal=False) is not None


def test_the_file_tells_what_happened_newest_first(shop: Shop) -> None:
    file = CustomerReader(shop.engine).file("10482", within=EVERYTHING, personal=False)
    assert file is not None
    assert [(event.kind, event.unit, event.value) for event in file.events] == [
        ("order", "Leeds", 80.0),
        ("order", "Gdańsk", 120.0),
    ]
    assert [row.external_id for row in file.feedback] == ["f2", "f1"]
    assert [(score.instrument, score.value) for score in file.scores] == [("nps", 9), ("csat", 2), ("nps", 3)]
    assert (file.event_count, file.feedback_count, file.segment) == (2, 2, "new")
    assert set(file.languages) == {"pl", "en"}


def test_of_several_scores_the_worst_stands_beside_the_words(shop: Shop) -> None:
    file = CustomerReader(shop.engine).file("10482", within=EVERYTHING, personal=False)
    assert file is not None
    score = file.feedback[1].score  # nps 3 of 0-10 is at 0.3, csat 2 of 1-5 at 0.25
    assert score is not None
    assert (score.instrument, score.value, score.position) == ("csat", 2, 0.25)


def test_the_file_shows_only_what_may_be_seen(shop: Shop) -> None:
    file = CustomerReader(shop.engine).file("10482", within=shop.only("Gdańsk"), personal=False)
    assert file is not None
    assert [event.unit for event in file.events] == ["Gdańsk"]
    assert [row.external_id for row in file.feedback] == ["f1"]
    assert {score.value for score in file.scores} == {3, 2}
    assert (file.event_count, file.feedback_count) == (1, 1)
    assert file.languages == ("pl",)


def test_personal_data_is_read_only_if_permitted(shop: Shop) -> None:
    reader = CustomerReader(shop.engine)
    masked = reader.file("10482", within=EVERYTHING, personal=False)
    named = reader.file("10482", within=EVERYTHING, personal=True)
    assert masked is not None
    assert masked.personal == {}
    assert named is not None
    assert named.personal["name"] == "Anna Wiśniewska"


def test_the_file_takes_six_statements(shop: Shop) -> None:
    statements: list[str] = []

    def heard(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    sa_event.listen(shop.engine, "before_cursor_execute", heard)
    CustomerReader(shop.engine).file("10482", within=EVERYTHING, personal=True)
    assert len([one for one in statements if one.startswith("SELECT")]) <= 6
