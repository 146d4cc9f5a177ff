"""Names that the company has not, names to be left out, and times that cannot be: asked about, never answered past."""

import pytest

from bot.ports import Understanding
from bot.understanding.learned import load_learned
from bot.understanding.lexicon import load_grammar
from bot.understanding.read import Understander
from tests.understanding.company import COMPANY, NOW, FewCustomers, person

READER = Understander(vocabulary=COMPANY, grammar=load_grammar(), learned=load_learned(), customers=FewCustomers())


def read(text: str) -> Understanding:
    return READER.read(text, before=None, asker=person("manager"), now=NOW)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NPS in Madrid", "Madrid"),
        ("csat for the sauna", "sauna"),
        ("NPS w Madrycie", "Madrycie"),
        ("csat dla sauny", "sauny"),
        ("德国上个月满意度多少", "德国"),
    ],
)
def test_an_unknown_place_is_asked_about_and_never_widened_to_the_company(text: str, name: str) -> None:
    understood = read(text)
    assert "scope" in understood.missing
    assert understood.unread == {"scope": name}


def test_a_misspelt_store_offers_the_nearest_one() -> None:
    understood = read("NPS in Leads")
    assert understood.ambiguous == {"store": ("Leeds",)}


@pytest.mark.parametrize(
    "text", ["nps last month excluding Leeds", "nps bez Leeds", "不算利兹,NPS多少", "除了利兹以外的NPS"]
)
def test_a_store_to_be_left_out_is_not_taken_for_the_one_that_is_asked_for(text: str) -> None:
    understood = read(text)
    assert "scope" not in understood.slots
    assert "scope" in understood.missing
    assert understood.unread == {"exclusion": "Leeds"}


@pytest.mark.parametrize(("text", "words"), [("nps on 31 February", "31 February"), ("nps 31 lutego", "31 lutego")])
def test_a_day_that_does_not_exist_is_said_back(text: str, words: str) -> None:
    assert words in read(text).unread["period"]


@pytest.mark.parametrize(
    "text", ["change last month's NPS to 60", "zmień nps za zeszły miesiąc na 60", "把上个月的NPS改成60"]
)
def test_changing_a_score_is_refused(text: str) -> None:
    understood = read(text)
    assert (understood.intent, understood.reason) == ("refuse", "tampering")


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("comments with a score below 3", {"max_score": 2}),
        ("opinie z oceną poniżej 3", {"max_score": 2}),
        ("1-star reviews from this week", {"min_score": 1, "max_score": 1}),
    ],
)
def test_a_limit_on_scores_is_no_number_of_comments(text: str, filters: dict[str, int]) -> None:
    slots = read(text).slots
    assert slots["filters"] == filters
    assert "limit" not in slots
