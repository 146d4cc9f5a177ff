"""Names come from the database with their synonyms."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from bot.main import MIGRATIONS
from bot.store.vocabulary import Entry, StoredCustomerNames, read_vocabulary
from metrics.store.engine import open_engine, sqlite_url, writing
from metrics.store.migrate import upgrade
from metrics.store.tables import customer, personal_data, source, synonym, touchpoint, unit


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(sqlite_url(tmp_path / "cxbot.db"))
    upgrade(engine, folders=MIGRATIONS)
    return engine


def test_a_store_and_a_touchpoint_have_their_synonyms(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(insert(unit).values(name="Gdańsk", kind="store"))
        connection.execute(insert(touchpoint).values(name="delivery", channel="phone", team="couriers"))
        connection.execute(insert(synonym).values(kind="unit", name="Gdańsk", text="Danzig"))
        connection.execute(insert(synonym).values(kind="touchpoint", name="delivery", text="dostawa"))
    entries = read_vocabulary(engine).entries
    assert Entry(kind="store", name="Gdańsk", texts=("Gdańsk", "Danzig")) in entries
    assert Entry(kind="touchpoint", name="delivery", texts=("delivery", "dostawa")) in entries
    assert Entry(kind="channel", name="phone", texts=("phone",)) in entries
    assert Entry(kind="team", name="couriers", texts=("couriers",)) in entries
    engine.dispose()


def test_an_empty_store_has_no_names(engine: Engine) -> None:
    assert read_vocabulary(engine).entries == ()
    engine.dispose()


def test_customers_are_found_by_folded_name_and_by_key(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(insert(source).values(id=1, name="crm", kind="customers", timezone="UTC"))
        connection.execute(insert(customer).values(id=1, key="10482"))
        connection.execute(
            insert(personal_data).values(
                customer_id=1, source_id=1, field="name", value="Anna Zielińska", folded="anna zielinska"
            )
        )
    names = StoredCustomerNames(engine=engine)
    assert names.known(("anna zielinska", "10482", "nobody")) == {"anna zielinska": "Anna Zielińska", "10482": "10482"}
    engine.dispose()
