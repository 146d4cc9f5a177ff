import pytest

from knowledge.expansion import expanded
from knowledge.search import FeedbackSearch
from metrics.scope import EVERYTHING
from tests.knowledge.shop import Shop


@pytest.mark.parametrize("question", ["queue", "kolejka", "排队", "排隊"])
def test_a_subject_is_found_in_every_language(shop: Shop, search: FeedbackSearch, question: str) -> None:
    shop.say(shop.record("pl-queue", "Stałem w kolejce, kolejka do kasy na pół godziny", language="pl"))
    found = {hit.feedback.external_id for hit in search.search(question, within=EVERYTHING, limit=10).hits}
    assert {"en", "en-old", "pl-queue", "zh"} <= found


def test_a_question_without_a_theme_stays_as_it_is() -> None:
    assert [concept.term for concept in expanded("purple elephants")] == ["purple", "elephants"]


def test_a_long_question_is_not_expanded() -> None:
    question = "the queue of people with heavy trolleys blocked every single aisle near bakery counters"
    assert "kolejki" not in [concept.term for concept in expanded(question)]
