"""Every sentence of the design's section on the demo company, as a test."""

import pytest

from bot.demo.stories import ANNA, NUMBERED, ZHANG_WEI
from tests.demo.conftest import Stored

STORES = {
    "Gdańsk", "Gdynia", "Kraków", "Poznań", "Warszawa Centralna", "Central Park Wrocław", "Leeds",
    "Shanghai Nanjing Road", "Shenzhen Nanshan",
}  # fmt: skip
TOUCHPOINTS = {
    "checkout", "self-service checkout", "delivery", "parcel locker pickup", "store pickup", "login", "return form",
    "onboarding e-mail", "chat bot answer", "call centre", "invoice",
}  # fmt: skip
CHANNELS = {"web", "app", "store", "sms", "telegram", "email", "phone", "chat", "locker"}


def test_there_are_40_000_responses_12_000_texts_and_8_000_customers(company: Stored) -> None:
    assert company.one("SELECT count(DISTINCT feedback_id) FROM score") == 40_000
    assert company.one("SELECT count(*) FROM feedback") == 40_000
    assert company.one("SELECT count(*) FROM feedback WHERE text <> ''") == 12_000
    assert company.one("SELECT count(*) FROM customer") == 8_000


def test_the_history_is_about_14_months_long_and_ends_before_now(company: Stored) -> None:
    first, last = company.rows("SELECT min(day), max(given_at) FROM feedback")[0]
    assert 13.5 * 30.4 <= company.plan.today.toordinal() - first <= 14.5 * 30.4
    assert last < "2026-11-20 11:00"
    assert company.one("SELECT max(happened_at) FROM event") < "2026-11-20 11:00"


def test_all_named_stores_stand_in_regions_of_countries(company: Stored) -> None:
    rows = company.rows(
        "SELECT s.name, r.kind, c.kind FROM unit s JOIN unit r ON r.id = s.parent_id JOIN unit c ON c.id = r.parent_id "
        "WHERE s.kind = 'store'"
    )
    assert {name for name, _, _ in rows} == STORES
    assert {(above, top) for _, above, top in rows} == {("region", "country")}


def test_every_touchpoint_has_an_owner_on_the_staff_a_purpose_a_channel_and_a_target(company: Stored) -> None:
    rows = company.rows(
        "SELECT name, purpose, channel, target, importance FROM touchpoint WHERE owner IN (SELECT name FROM person)"
    )
    assert {row[0] for row in rows} == TOUCHPOINTS
    assert all(all(row) for row in rows)


@pytest.mark.parametrize(
    ("journey", "kind", "touchpoint"),
    [
        ("support", "experience", "chat bot answer"),
        ("returns", "experience", "return form"),
        ("purchase", "buying", "checkout"),
        ("after-sales", "experience", "invoice"),
        ("onboarding", "experience", "onboarding e-mail"),
    ],
)
def test_journeys_hold_the_touchpoints_promised(company: Stored, journey: str, kind: str, touchpoint: str) -> None:
    found = company.rows(
        "SELECT j.kind FROM journey j JOIN stage s ON s.journey_id = j.id "
        "JOIN stage_touchpoint st ON st.stage_id = s.id "
        "JOIN touchpoint t ON t.id = st.touchpoint_id WHERE j.name = ? AND t.name = ?",
        journey,
        touchpoint,
    )
    assert found == [(kind,)]


def test_segments_channels_languages_and_sources_are_those_named(company: Stored) -> None:
    assert set(company.column("SELECT DISTINCT segment FROM feedback")) == {"new", "business", "key accounts"}
    assert set(company.column("SELECT DISTINCT channel FROM feedback")) == CHANNELS
    languages = company.column("SELECT DISTINCT language FROM feedback WHERE text <> ''")
    assert set(languages) == {"en", "pl", "zh-Hans", "zh-Hant"}
    named = {"pos", "crm", "web shop", "survey", "reviews", "telegram", "cases"}
    assert set(company.column("SELECT name FROM source")) == named


def test_every_role_has_one_default_person(company: Stored) -> None:
    rows = company.rows("SELECT role, count(*) FROM person WHERE default_for_role GROUP BY role")
    assert len(rows) == 7
    assert {count for _, count in rows} == {1}
    home = "SELECT u.name FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.role = 'store_manager' AND "
    assert company.one(home + "p.default_for_role") == "Gdańsk"


def test_of_staff_only_marta_is_ambiguous(company: Stored) -> None:
    names = company.column("SELECT name FROM person")
    assert {"Marta Nowak", "Marta Zielińska", "Tomasz", "Ola", "李娜", "王总"} <= set(names)
    words = [word for name in names for word in name.split()]
    assert {word for word in words if words.count(word) > 1} == {"Marta"}
    chinese = [name for name in names if not name.isascii() and len(name) < 4]
    assert len({name[0] for name in chinese}) == len(chinese)


def test_every_store_has_a_manager_and_three_teams_have_leads(company: Stored) -> None:
    managed = company.column(
        "SELECT u.name FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.role = 'store_manager'"
    )
    assert sorted(managed) == sorted(STORES)
    assert {"delivery", "call centre", "returns"} == set(
        company.column("SELECT leads FROM person WHERE leads IS NOT NULL")
    )


@pytest.mark.parametrize(("name", "key"), [("张伟", ZHANG_WEI), ("Anna Kowalska", ANNA)])
def test_exactly_one_customer_is_called_that(company: Stored, name: str, key: str) -> None:
    keys = company.column(
        "SELECT c.key FROM personal_data p JOIN customer c ON c.id = p.customer_id WHERE field = 'name' AND value = ?",
        name,
    )
    assert keys == [key]


@pytest.mark.parametrize("key", [NUMBERED, ZHANG_WEI, ANNA])
def test_the_known_customers_have_events_in_gdansk_and_at_the_product_owners_touchpoints(
    company: Stored, key: str
) -> None:
    events = company.rows(
        "SELECT u.name, t.owner FROM event e JOIN customer c ON c.id = e.customer_id JOIN unit u ON u.id = e.unit_id "
        "JOIN touchpoint t ON t.id = e.touchpoint_id WHERE c.key = ?",
        key,
    )
    owner = company.one("SELECT name FROM person WHERE role = 'product_owner' AND default_for_role")
    assert any(unit == "Gdańsk" for unit, _ in events)
    assert any(whose == owner for _, whose in events)


@pytest.mark.parametrize("number", [318, 322])
def test_cases_318_and_322_are_open_of_gdansk_and_of_the_support_agents_team(company: Stored, number: int) -> None:
    case = company.rows(
        "SELECT c.status, u.name, p.teams FROM customer_case c JOIN unit u ON u.id = c.unit_id "
        "JOIN person p ON p.role = 'support_agent' AND p.default_for_role AND instr(p.teams, c.team) WHERE c.id = ?",
        number,
    )
    assert case == [("open", "Gdańsk", '["call centre"]')]


def test_the_support_agent_has_three_cases_due_today_and_three_overdue(company: Stored) -> None:
    due = company.column(
        "SELECT c.due_at FROM customer_case c JOIN person p ON p.key = c.owner_key "
        "WHERE p.role = 'support_agent' AND p.default_for_role AND c.status = 'open'"
    )
    assert sum("2026-11-20 11:00" < at < "2026-11-20 23:00" for at in due) >= 3
    assert sum(at < "2026-11-19 23:00" for at in due) >= 3


def test_every_person_has_one_recent_alert_and_one_comment_last_shown(company: Stored) -> None:
    people = set(company.column("SELECT key FROM person"))
    assert sorted(company.column("SELECT person_key FROM alert WHERE at > '2026-11-19 11:00'")) == sorted(people)
    shown = company.column(
        "SELECT person_key FROM shown JOIN feedback f ON f.id = shown.feedback_id WHERE f.text <> ''"
    )
    assert set(shown) == people


def test_leeds_has_two_negative_comments_in_the_last_week(company: Stored) -> None:
    texts = company.column(
        "SELECT DISTINCT f.text FROM feedback f JOIN unit u ON u.id = f.unit_id JOIN score s ON s.feedback_id = f.id "
        "WHERE u.name = 'Leeds' AND f.text <> '' AND s.instrument = 'csat' AND s.value <= 2 AND f.day > ?",
        company.plan.today.toordinal() - 7,
    )
    assert len(texts) >= 2


def test_named_events_are_there_with_words_in_three_languages(company: Stored) -> None:
    names = {"release 4.2", "courier switch", "courier training", "call centre training"}
    assert set(company.column("SELECT name FROM named_event")) == names
    for name in names:
        languages = company.column(
            "SELECT DISTINCT language FROM synonym WHERE kind = 'named_event' AND name = ?", name
        )
        assert {"en", "pl", "zh-Hans", "zh-Hant"} == set(languages)
    for text in ("快递培训", "szkolenie kurierów", "客服培训", "szkolenie infolinii"):
        assert company.rows("SELECT 1 FROM synonym WHERE kind = 'named_event' AND text = ?", text)


@pytest.mark.parametrize(
    ("text", "touchpoint"),
    [
        ("kasy samoobsługowe", "self-service checkout"),
        ("odbiór w paczkomacie", "parcel locker pickup"),
        ("门店自提", "store pickup"),
        ("門店自提", "store pickup"),
    ],
)
def test_touchpoints_have_the_words_people_use(company: Stored, text: str, touchpoint: str) -> None:
    assert company.column("SELECT name FROM synonym WHERE kind = 'touchpoint' AND text = ?", text) == [touchpoint]


def test_few_texts_repeat_word_for_word(company: Stored) -> None:
    assert company.one("SELECT count(DISTINCT text) FROM feedback") > 9_000


def test_some_texts_try_to_give_orders_and_some_hold_addresses(company: Stored) -> None:
    orders = company.one(
        "SELECT count(*) FROM feedback "
        "WHERE text LIKE '%SYSTEM:%' OR text LIKE '%系统指令%' OR text LIKE '%gnor%instru%'"
    )
    assert 1 <= orders <= 12
    assert company.one("SELECT count(*) FROM feedback WHERE text LIKE '%@example.com%'") >= 10


def test_no_slot_is_left_unfilled(company: Stored) -> None:
    assert company.one("SELECT count(*) FROM feedback WHERE text LIKE '%{%' OR text LIKE '%}%'") == 0
