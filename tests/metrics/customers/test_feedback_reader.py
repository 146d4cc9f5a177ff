from datetime import timedelta
from pathlib import Path

import pytest

from metrics.feedback import FeedbackFilter, ScoreGroup, Sort
from metrics.figures import Days
from metrics.scope import EVERYTHING, NOTHING, Scope, Where
from metrics.store.engine import Database
from tests.knowledge.shop import NOON, Shop, shop_in


@pytest.fixture
def shop(store: Database, tmp_path: Path) -> Shop:
    made = shop_in(store, home=tmp_path)
    made.say(*made.texts())
    return made


def ids(shop: Shop, wanted: FeedbackFilter, *, within: Scope = EVERYTHING, sort: Sort = Sort.NEWEST) -> list[str]:
    return [row.external_id for row in shop.reader.find(wanted, within=within, sort=sort, limit=50)]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"touchpoint": ("checkout",)}, {"en", "en-old", "pl-good"}),
        ({"touchpoint": ("Checkout", "store pickup")}, {"en", "en-old", "pl-good", "zh"}),
        ({"unit": ("Pomerania",)}, {"pl", "zh", "zh-hant", "pl-good", "silent"}),
        ({"store": ("gdansk",)}, {"pl", "pl-good", "silent"}),
        ({"language": ("zh",)}, {"zh", "zh-hant"}),
        ({"language": ("unknown",)}, {"silent"}),
        ({"unit": ("Leeds",), "language": ("pl",)}, set()),
        ({"source": ("survey",), "touchpoint": ("store pickup",)}, {"zh"}),
    ],
)
def test_feedback_is_filtered_by_what_it_is_about(shop: Shop, where: Where, found: set[str]) -> None:
    assert set(ids(shop, FeedbackFilter(where=where))) == found


@pytest.mark.parametrize(
    ("group", "found"),
    [
        (ScoreGroup.DETRACTOR, {"en", "en-old", "pl"}),
        (ScoreGroup.PASSIVE, {"silent"}),
        (ScoreGroup.PROMOTER, {"en-good", "pl-good"}),
        (ScoreGroup.DISSATISFIED, {"en", "en-old", "pl", "zh", "zh-hant"}),
    ],
)
def test_feedback_is_filtered_by_how_good_it_is(shop: Shop, group: ScoreGroup, found: set[str]) -> None:
    assert set(ids(shop, FeedbackFilter(group=group))) == found


def test_feedback_is_filtered_by_score_words_and_days(shop: Shop) -> None:
    assert set(ids(shop, FeedbackFilter(min_score=1, max_score=2))) == {"en", "zh", "zh-hant"}
    assert set(ids(shop, FeedbackFilter(instrument="nps", max_score=2))) == {"en", "pl"}
    assert ids(shop, FeedbackFilter(has_text=False)) == ["silent"]
    two_days = Days(first=(NOON - timedelta(days=2)).date(), end=NOON.date())  # today is not in it
    assert ids(shop, FeedbackFilter(days=two_days)) == ["zh", "pl"]


def test_feedback_is_sorted_by_place_on_the_scale(shop: Shop) -> None:
    ascending = ids(shop, FeedbackFilter(), sort=Sort.SCORE_ASC)
    # pl 0/10; zh 1 of 1-5: both at 0, the newer first; en 2/10; zh-hant 2 of 1-5 is 0.25; en-old 4/10; silent 7/10
    assert ascending[:6] == ["zh", "pl", "en", "zh-hant", "en-old", "silent"]
    assert ascending[-1] == "en-login"  # no score
    assert ids(shop, FeedbackFilter(), sort=Sort.SCORE_DESC)[:2] == ["en-good", "pl-good"]


def test_what_lies_outside_the_scope_is_never_read(shop: Shop) -> None:
    mine = shop.only("Gdańsk")
    assert set(ids(shop, FeedbackFilter(), within=mine)) == {"pl", "pl-good", "silent"}
    assert ids(shop, FeedbackFilter(where={"unit": ("Leeds",)}), within=mine) == []
    leeds = shop.id_of("en")
    assert shop.reader.get([leeds], within=mine) == ()
    assert shop.reader.texts([leeds], within=mine) == {}
    assert shop.reader.count(FeedbackFilter(), within=NOTHING) == 0
    assert shop.reader.ids(FeedbackFilter(), within=NOTHING) == ()


def test_rows_come_back_in_the_order_they_were_asked_for(shop: Shop) -> None:
    wanted = [shop.id_of("zh"), shop.id_of("en"), shop.id_of("pl")]
    assert [row.id for row in shop.reader.get(wanted, within=EVERYTHING)] == wanted


def test_a_row_shows_the_redacted_text(shop: Shop) -> None:
    shop.say(shop.record("mail", "Mail me: anna@example.com"))
    (row,) = shop.reader.get([shop.id_of("mail")], within=EVERYTHING)
    assert row.text == "Mail me: [email]"


def test_count_and_find_agree(shop: Shop) -> None:
    wanted = FeedbackFilter(where={"unit": ("Pomerania",)})
    assert shop.reader.count(wanted, within=EVERYTHING) == len(shop.reader.ids(wanted, within=EVERYTHING)) == 5
