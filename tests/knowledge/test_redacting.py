"""A name that the store learns later is taken out of the texts it already had, and out of what is indexed."""

from knowledge.annotation import annotate_backlog
from knowledge.redacting import redact_backlog
from metrics.scope import EVERYTHING
from metrics.store.engine import writing
from metrics.store.registry import PersonalDatum, personal
from tests.knowledge.shop import Shop


def text(shop: Shop, external_id: str) -> str | None:
    (row,) = shop.reader.get([shop.id_of(external_id)], within=EVERYTHING)
    return row.text


def test_a_name_known_before_the_text_is_taken_out(shop: Shop) -> None:
    shop.say(shop.record("named", "I am Anna Wiśniewska and nobody called me back"))
    assert redact_backlog(shop.engine) == 1
    assert text(shop, "named") == "I am [name] and nobody called me back"


def test_a_name_learnt_later_is_taken_out_and_the_text_read_again(shop: Shop) -> None:
    shop.say(shop.record("named", "Piotr Zawadzki here, where is my parcel?"))
    assert redact_backlog(shop.engine) == 0
    annotate_backlog(shop.engine)
    with writing(shop.engine) as connection:
        customer = shop.customers["K-7"]
        datum = PersonalDatum(customer_id=customer, source_id=shop.source_id, field="name", value="Piotr Zawadzki")
        personal(connection, [datum])
    assert redact_backlog(shop.engine) == 1
    assert text(shop, "named") == "[name] here, where is my parcel?"
    assert annotate_backlog(shop.engine) == 1
    assert redact_backlog(shop.engine) == 0


def test_names_of_staff_are_taken_out_too(shop: Shop) -> None:
    shop.say(shop.record("named", "Marta Zielińska was rude to me"))
    assert redact_backlog(shop.engine, staff=["Marta Zielińska"]) == 1
    assert text(shop, "named") == "[name] was rude to me"
