"""What a search takes from the sidecar and what it reads anew, on both databases."""

from pathlib import Path

import pytest

from knowledge.backlog import index_backlog
from knowledge.redaction import PatternRedactor
from knowledge.search import FeedbackSearch
from knowledge.store.indexed import Candidates
from metrics.feedback import FeedbackFilter
from metrics.scope import EVERYTHING, NOTHING
from metrics.store.engine import Database, writing
from metrics.store.writer import Writer
from tests.knowledge.shop import Shop, shop_in

GDANSK = FeedbackFilter(where={"unit": ("Gdańsk",)})


@pytest.fixture
def here(store: Database, tmp_path: Path) -> Shop:
    shop = shop_in(store, home=tmp_path)
    shop.say(*shop.texts())
    return shop


def wanted(search: FeedbackSearch, filters: FeedbackFilter = FeedbackFilter()) -> Candidates:  # noqa: B008 frozen
    held = search.parts.sidecar.snapshot()
    return search.parts.indexed.candidates(filters, within=EVERYTHING, held=held)


def ids(shop: Shop, *names: str) -> list[int]:
    return sorted(shop.id_of(name) for name in names)


def test_before_anything_is_indexed_all_is_read(here: Shop) -> None:
    found = wanted(here.search(), GDANSK)
    assert (found.known.tolist(), sorted(found.behind.tolist())) == ([], ids(here, "pl", "pl-good"))


def test_once_indexed_nothing_is_read(here: Shop) -> None:
    search = here.search()
    index_backlog(search.parts)
    found = wanted(search, GDANSK)
    assert (sorted(found.known.tolist()), found.behind.tolist()) == (ids(here, "pl", "pl-good"), [])
    held = search.parts.sidecar.snapshot()
    some = [here.id_of("pl"), here.id_of("silent"), here.id_of("en"), 999]
    among = search.parts.indexed.candidates(GDANSK, within=EVERYTHING, held=held, among=some)
    assert among.known.tolist() == some[:1]
    assert len(search.parts.indexed.candidates(GDANSK, within=NOTHING, held=held)) == 0
    search.close()


def test_what_came_was_changed_emptied_or_deleted_since_is_told(here: Shop) -> None:
    search = here.search()
    index_backlog(search.parts)
    here.say(
        here.record("pl", "Kurier jednak znalazł paczkę"),
        here.record("new", "Nowa opinia"),
        here.record("zh", None, unit="Gdynia"),
    )
    with writing(here.engine) as connection:
        Writer(connection, redactor=PatternRedactor()).delete_feedback(ids(here, "en", "pl-good"))
    found = wanted(search)
    assert sorted(found.behind.tolist()) == ids(here, "pl", "new")
    assert sorted(found.known.tolist()) == ids(here, "en-old", "zh-hant", "en-good", "en-login")
    index_backlog(search.parts)
    found = wanted(search)
    assert found.behind.tolist() == []
    assert sorted(found.known.tolist()) == ids(here, "en-old", "zh-hant", "en-good", "en-login", "pl", "new")
    assert search.mentioning("kurier", within=EVERYTHING).ids == (here.id_of("pl"),)
    search.close()


def test_a_second_embedder_does_not_make_the_first_trust_too_much(here: Shop) -> None:
    search = here.search()
    index_backlog(search.parts)
    step = search.parts.sidecar.snapshot().step
    assert step is not None
    here.say(here.record("pl", "Kurier jednak znalazł paczkę"))
    search.parts.indexed.changes.finish(search.parts.indexed.changes.begin())  # as a run of another embedder does
    found = wanted(search)
    assert found.behind.tolist() == ids(here, "pl")
    assert len(found.known) == 7
    search.close()
