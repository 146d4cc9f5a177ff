from dataclasses import replace
from datetime import timedelta

import pytest

from knowledge import search as module
from knowledge.backlog import index_backlog
from knowledge.search import FeedbackSearch, Found
from metrics.errors import UnknownDimension, UnknownGroup
from metrics.feedback import FeedbackFilter, ScoreGroup, Sort
from metrics.figures import Days
from metrics.scope import EVERYTHING, NOTHING, Scope
from tests.knowledge.shop import NOON, Shop

LAST_WEEK = Days(first=(NOON - timedelta(days=7)).date(), end=(NOON + timedelta(days=1)).date())


def found_ids(found: Found) -> list[str]:
    return [hit.feedback.external_id for hit in found.hits]


def wanted(**where: str) -> FeedbackFilter:
    return FeedbackFilter(where={dimension: (name,) for dimension, name in where.items()})


@pytest.mark.parametrize(
    ("question", "filters", "best"),
    [
        ("the queue was too long", wanted(touchpoint="checkout"), "en"),
        ("checkout queue", replace(wanted(unit="Leeds"), days=LAST_WEEK), "en"),
        ("queue", FeedbackFilter(group=ScoreGroup.DETRACTOR), "en"),
        ("zgubiona paczka", wanted(unit="Pomerania"), "pl"),
        ("paczki", FeedbackFilter(max_score=1, instrument="nps"), "pl"),
        ("排队", wanted(touchpoint="store pickup"), "zh"),
        ("排隊太久", FeedbackFilter(group=ScoreGroup.DISSATISFIED), "zh"),
        ("包装破损", wanted(language="zh"), "zh-hant"),
        ("logowanie, log in", FeedbackFilter(), "en-login"),
    ],
)
@pytest.mark.parametrize("indexed", [False, True])
def test_the_planted_text_is_found_through_filters(
    search: FeedbackSearch, question: str, filters: FeedbackFilter, best: str, indexed: bool
) -> None:
    if indexed:
        index_backlog(search.parts)
    found = search.search(question, within=EVERYTHING, wanted=filters)
    assert found_ids(found)[0] == best
    assert found.degraded == (None if indexed else "index_behind")


def test_what_lies_outside_the_filters_is_not_found(search: FeedbackSearch) -> None:
    found = search.search("queue", within=EVERYTHING, wanted=FeedbackFilter(days=LAST_WEEK))
    assert "en-old" not in found_ids(found)
    assert found_ids(search.search("queue", within=EVERYTHING, wanted=wanted(store="Gdańsk"))) == []


def test_an_answer_does_not_depend_on_where_the_texts_were_read(shop: Shop, search: FeedbackSearch) -> None:
    before = search.search("long queue at the checkout", within=EVERYTHING).hits
    index_backlog(search.parts)
    assert search.search("long queue at the checkout", within=EVERYTHING).hits == before


def test_rows_out_of_scope_change_nothing(shop: Shop, search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    mine = shop.only("Gdańsk", "Gdynia")
    before = search.search("długa kolejka, 排队", within=mine)
    shop.say(*(shop.record(f"leeds-{n}", "kolejka 排队 queue", unit="Leeds") for n in range(50)))
    shop.say(shop.record("nowhere", "kolejka 排队", unit=None))
    assert search.search("długa kolejka, 排队", within=mine) == before
    index_backlog(search.parts)
    assert search.search("długa kolejka, 排队", within=mine) == before


@pytest.mark.parametrize("within", [NOTHING, Scope(units=frozenset({999}))])
def test_who_may_see_nothing_finds_nothing(search: FeedbackSearch, within: Scope) -> None:
    found = search.search("queue", within=within)
    assert (found.hits, found.considered) == ((), 0)


def test_asking_for_a_place_that_may_not_be_seen_finds_nothing(shop: Shop, search: FeedbackSearch) -> None:
    assert search.search("queue", within=shop.only("Gdańsk"), wanted=wanted(unit="Leeds")).hits == ()


def test_a_changed_text_is_found_by_its_new_words_before_it_is_indexed_again(
    shop: Shop, search: FeedbackSearch
) -> None:
    index_backlog(search.parts)
    shop.say(shop.record("en-good", "The toaster exploded", unit="Leeds", nps=10, language="en"))
    assert found_ids(search.search("toaster", within=EVERYTHING)) == ["en-good"]
    assert "en-good" not in found_ids(search.search("friendly staff", within=EVERYTHING))


def test_the_worst_of_what_was_found_may_come_first(search: FeedbackSearch) -> None:
    found = search.search("queue at the checkout", within=EVERYTHING, sort=Sort.SCORE_ASC)
    assert found_ids(found)[:3] == ["zh", "en", "en-old"]  # 1 of 1 to 5, 2 of 10, then 4 of 10


def test_a_question_without_words_gives_the_newest(search: FeedbackSearch) -> None:
    found = search.search(" … ", within=EVERYTHING, wanted=wanted(touchpoint="checkout"), limit=2)
    assert found_ids(found) == ["pl-good", "en"]


def test_nothing_alike_is_no_answer(search: FeedbackSearch) -> None:
    assert search.search("helicopter", within=EVERYTHING).hits == ()


def test_mentions_are_counted_by_words_and_their_beginnings(shop: Shop, search: FeedbackSearch) -> None:
    mentions = search.mentioning("queues", within=EVERYTHING)
    assert mentions.ids == (shop.id_of("en-old"), shop.id_of("en"))
    assert mentions.considered == 8  # nine pieces of feedback, one of them without words
    assert [concept.stem for concept in mentions.rule] == ["queue*"]


def test_a_misspelt_name_offers_the_nearest(search: FeedbackSearch) -> None:
    with pytest.raises(UnknownGroup) as error:
        search.search("queue", within=EVERYTHING, wanted=wanted(touchpoint="chekout"))
    assert error.value.nearest == ("checkout",)
    with pytest.raises(UnknownDimension):
        search.search("queue", within=EVERYTHING, wanted=wanted(colour="red"))


class TestWideSearch:
    @pytest.fixture(autouse=True)
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "EXACT_AT_MOST", 3)

    def test_many_candidates_go_to_chroma_and_give_the_same_best_answer(
        self, shop: Shop, search: FeedbackSearch
    ) -> None:
        index_backlog(search.parts)
        found = search.search("queue at the checkout", within=EVERYTHING)
        assert found_ids(found)[:2] == ["en", "en-old"]
        assert (found.considered, found.degraded) == (None, None)

    def test_what_came_in_since_is_found_too(self, shop: Shop, search: FeedbackSearch) -> None:
        index_backlog(search.parts)
        shop.say(shop.record("fresh", "A helicopter landed on the parcel locker"))
        assert found_ids(search.search("helicopter", within=EVERYTHING)) == ["fresh"]

    def test_another_process_with_the_index_open_makes_it_exact(self, shop: Shop, search: FeedbackSearch) -> None:
        index_backlog(search.parts)
        second = shop.search()
        found = second.search("queue at the checkout", within=EVERYTHING)
        assert found_ids(found)[:2] == ["en", "en-old"]
        assert found.degraded == "index_locked"

    def test_a_broken_index_makes_it_exact(self, shop: Shop, search: FeedbackSearch) -> None:
        index_backlog(search.parts)
        search.close()
        (shop.home / "index" / "chroma" / "chroma.sqlite3").write_bytes(b"no database at all" * 1000)
        found = search.search("queue at the checkout", within=EVERYTHING)
        assert found_ids(found)[:2] == ["en", "en-old"]
        assert found.degraded == "index_broken"

    def test_a_limited_asker_is_answered_exactly(self, shop: Shop, search: FeedbackSearch) -> None:
        index_backlog(search.parts)
        found = search.search("queue", within=shop.only("Leeds", "Gdańsk", "Gdynia"))
        assert found.considered == 7  # all texts but the one of no unit
