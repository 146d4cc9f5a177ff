import pytest

from knowledge.quotes import QuoteRefused, representative_quote, verify_quote
from knowledge.tokens import concepts
from metrics.scope import EVERYTHING
from tests.knowledge.shop import Shop

SAID = "Kurier zgubił moją paczkę i nikt nie odbiera telefonu"


def test_a_stretch_of_the_record_is_a_quote(shop: Shop) -> None:
    quote = verify_quote(shop.reader, shop.id_of("pl"), "zgubił moją paczkę", within=EVERYTHING)
    assert (quote.text, quote.cut_before, quote.cut_after) == ("zgubił moją paczkę", True, True)


def test_the_whole_record_is_a_quote_without_ellipsis(shop: Shop) -> None:
    quote = verify_quote(shop.reader, shop.id_of("pl"), SAID, within=EVERYTHING)
    assert (quote.cut_before, quote.cut_after) == (False, False)


@pytest.mark.parametrize("place", range(len(SAID)))
def test_a_quote_altered_by_one_character_is_refused(shop: Shop, place: int) -> None:
    altered = SAID[:place] + ("x" if SAID[place] != "x" else "y") + SAID[place + 1 :]
    with pytest.raises(QuoteRefused):
        verify_quote(shop.reader, shop.id_of("pl"), altered, within=EVERYTHING)


@pytest.mark.parametrize("text", ["", "  ", "zgubil moja paczke", "… zgubił moją", "zgubił  moją", "ZGUBIŁ"])
def test_what_is_only_alike_is_refused(shop: Shop, text: str) -> None:
    with pytest.raises(QuoteRefused):
        verify_quote(shop.reader, shop.id_of("pl"), text, within=EVERYTHING)


def test_words_of_another_record_are_refused(shop: Shop) -> None:
    with pytest.raises(QuoteRefused):
        verify_quote(shop.reader, shop.id_of("en"), "zgubił moją paczkę", within=EVERYTHING)


def test_a_record_that_may_not_be_seen_is_not_quoted(shop: Shop) -> None:
    with pytest.raises(QuoteRefused):
        verify_quote(shop.reader, shop.id_of("pl"), SAID, within=shop.only("Leeds"))


def test_personal_data_is_quoted_only_to_those_who_may_see_it(shop: Shop) -> None:
    shop.say(shop.record("mail", "Proszę o kontakt: anna@example.com"))
    number = shop.id_of("mail")
    with pytest.raises(QuoteRefused):
        verify_quote(shop.reader, number, "anna@example.com", within=EVERYTHING)
    assert verify_quote(shop.reader, number, "kontakt: [email]", within=EVERYTHING).text == "kontakt: [email]"
    shown = verify_quote(shop.reader, number, "anna@example.com", within=EVERYTHING, originals=True)
    assert shown.text == "anna@example.com"


@pytest.mark.parametrize(
    ("text", "about", "meets"),
    [
        ("We came early. " * 30 + "The queue was endless. " + "Nice music. " * 30, "queues", "queue was endless"),
        ("菜很好吃，" * 60 + "排队等了两个小时，" + "环境不错，" * 60, "排队", "排队等了两个小时"),
        ("Bardzo ładny sklep " * 40 + "długa kolejka " + "do kasy i z powrotem " * 40, "kolejki", "kolejka"),
    ],
)
def test_a_long_text_is_quoted_where_it_speaks_of_what_was_asked(shop: Shop, text: str, about: str, meets: str) -> None:
    shop.say(shop.record("long", text))
    (row,) = shop.reader.get([shop.id_of("long")], within=EVERYTHING)
    quote = representative_quote(row, concepts(about))
    assert meets in quote.text
    assert quote.text in text
    assert len(quote.text) <= 240
    assert quote.cut_before
    assert quote.cut_after


def test_a_cut_never_parts_a_character(shop: Shop) -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # one character of three people, joined
    shop.say(shop.record("long", family * 100))
    (row,) = shop.reader.get([shop.id_of("long")], within=EVERYTHING)
    quote = representative_quote(row)
    assert not quote.text.startswith("\u200d")
    assert not quote.text.endswith("\u200d")


def test_feedback_without_words_has_no_quote(shop: Shop) -> None:
    (row,) = shop.reader.get([shop.id_of("silent")], within=EVERYTHING)
    with pytest.raises(QuoteRefused):
        representative_quote(row)
