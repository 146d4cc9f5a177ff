"""The staff in the store: whom a key, a role or a platform's name means, and what is theirs."""

import pytest

from bot.main import App
from bot.messages import PersonId
from bot.people import Role
from bot.store.handles import Database
from bot.store.people import (
    NewPerson,
    add_handle,
    add_people,
    all_people,
    anyone_in_role,
    person_by_key,
    person_by_platform,
    person_for_role,
    team_leads,
)
from metrics.store import directory
from metrics.store.engine import reading, writing


@pytest.fixture
def home(store: Database) -> Database:
    with writing(store) as connection:
        poland = directory.unit(connection, name="Poland", kind="country")
        north = directory.unit(connection, name="North", kind="region", parent_id=poland)
        directory.unit(connection, name="Gdynia", kind="store", parent_id=north)
        directory.unit(connection, name="Leeds", kind="store")
        directory.touchpoint(connection, name="delivery", owner="Ola", team="delivery")
        directory.touchpoint(connection, name="login", owner="Jan", team="app")
    return store


def staffed(home: Database) -> Database:
    with writing(home) as connection:
        add_people(
            connection,
            [
                NewPerson(
                    key="ola", name="Ola", role=Role.PRODUCT_OWNER, leads="delivery", handles=("slack:U1",),
                    default_for_role=True,
                ),
                NewPerson(key="piotr", name="Piotr", role=Role.REGIONAL_MANAGER, unit="North", teams=("shops",)),
                NewPerson(key="wang", name="王总", role=Role.REGIONAL_MANAGER, unit="Poland", default_for_role=True),
            ],
        )  # fmt: skip
    return home


def test_a_regional_manager_has_the_region_and_every_store_below_it(home: Database) -> None:
    with reading(staffed(home)) as connection:
        piotr = person_by_key(connection, "piotr")
    # Ids follow the order of the fixture: Poland 1, North 2, Gdynia 3, Leeds 4.
    assert piotr is not None
    assert (piotr.unit, piotr.units, piotr.teams) == ("North", frozenset({2, 3}), ("shops",))


def test_a_product_owner_has_the_touchpoints_that_name_her(home: Database) -> None:
    with reading(staffed(home)) as connection:
        ola = person_for_role(connection, Role.PRODUCT_OWNER)
    assert ola is not None
    assert (ola.key, ola.touchpoints, ola.units) == ("ola", frozenset({1}), frozenset())


def test_a_role_means_its_default_person_and_not_the_first(home: Database) -> None:
    with reading(staffed(home)) as connection:
        who = person_for_role(connection, Role.REGIONAL_MANAGER)
        assert who is not None
        assert who.name == "王总"
        assert person_for_role(connection, Role.ANALYST) is None


def test_a_platform_name_means_its_person(home: Database) -> None:
    with writing(staffed(home)) as connection:
        add_handle(connection, key="piotr", platform_id=PersonId("telegram:5"))
        found = [person_by_platform(connection, PersonId(name)) for name in ("slack:U1", "telegram:5", "slack:U9")]
    assert [who and who.key for who in found] == ["ola", "piotr", None]


def test_a_handle_of_nobody_is_refused(home: Database) -> None:
    with writing(home) as connection, pytest.raises(LookupError):
        add_handle(connection, key="nobody", platform_id=PersonId("slack:U1"))


def test_everybody_is_listed_in_the_order_they_came(home: Database) -> None:
    with reading(staffed(home)) as connection:
        assert [who.key for who in all_people(connection)] == ["ola", "piotr", "wang"]
        assert team_leads(connection) == {"delivery": "ola"}


def test_a_role_works_in_a_home_without_people(home: Database) -> None:
    with reading(home) as connection:
        anyone = anyone_in_role(connection, Role.STORE_MANAGER)
    assert anyone.role is Role.STORE_MANAGER
    assert anyone.units == {1, 2, 3, 4}
    assert anyone.touchpoints == {1, 2}


def test_a_store_manager_knows_the_region_of_their_store(demo: App) -> None:
    manager = demo.staff.named("store_manager")
    assert manager is not None
    assert (manager.unit, manager.region) == ("Gdańsk", "Pomorze")
