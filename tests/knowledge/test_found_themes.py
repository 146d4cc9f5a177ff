"""Themes that no taxonomy has are found in three languages; words are counted; texts that stand for many are chosen."""

from datetime import date, timedelta
from itertools import product

from knowledge.coverage import covering
from knowledge.discovery import find_themes
from knowledge.store.found_themes import DUE_AFTER, FoundThemeBook, look_when_due
from knowledge.theming import theme_backlog
from knowledge.word_counts import Spoken, words_used
from tests.knowledge.shop import NOON, Shop

SAID = {
    "en": (
        ["The ribbon on the present", "My present had a ribbon that", "That ribbon and the present"],
        ["came loose", "was torn", "was crooked", "fell off"],
        ["The lamp", "A chair", "The kettle", "My jacket", "This clock", "The rug", "A pillow", "The mirror"],
        ["hums", "wobbles", "leaks"],
    ),
    "pl": (
        ["Kokarda na prezencie", "Prezent miał kokardę, która", "Ta kokarda i prezent"],
        ["odpadła", "jest podarta", "wygląda tanio", "się rozwiązała"],
        ["Lampa", "Krzesło", "Czajnik", "Kurtka", "Zegar", "Dywan", "Poduszka", "Lustro"],
        ["buczy", "kiwa", "cieknie"],
    ),
    "zh-Hans": (
        ["礼物上的丝带", "丝带和礼物都", "这个礼物的丝带"],
        ["松开了", "撕破了", "显得廉价", "掉下来"],
        ["台灯", "椅子", "水壶", "夹克", "闹钟", "地毯", "枕头", "镜子"],
        ["嗡嗡响", "摇晃", "漏水"],
    ),
}


def said(language: str) -> list[str]:
    ribbons, how, things, faults = SAID[language]
    return [f"{one} {two}" for one, two in product(ribbons, how)] + [f"{a} {b}" for a, b in product(things, faults)]


def test_a_theme_that_nobody_named_is_found_in_the_words_of_its_language() -> None:
    for language, expected in (
        ("en", {"ribbon", "present"}),
        ("pl", {"kokarda", "prezent"}),
        ("zh-Hans", {"丝带", "礼物"}),
    ):
        texts = {at: (text, language) for at, text in enumerate(said(language))}
        first = find_themes(texts)[0]
        assert set(first.words[:2]) <= expected | {"prezencie", "kokardę"}, language
        assert (first.texts, first.of) == (12, 36)
        assert set(first.examples) <= set(range(12))


def test_too_few_texts_give_no_theme() -> None:
    assert find_themes({at: (text, "en") for at, text in enumerate(said("en")[:20])}) == ()


def test_what_was_found_is_kept_until_the_next_night(shop: Shop) -> None:
    book = FoundThemeBook(shop.engine)
    shop.say(*(shop.record(f"n{at}", text, language="en") for at, text in enumerate(said("en"))))
    theme_backlog(shop.engine)
    assert look_when_due(shop.engine, now=NOON) > 0
    assert look_when_due(shop.engine, now=NOON + DUE_AFTER / 2) == 0
    kept = book.latest()
    assert kept[0].found.words[0] in {"ribbon", "present"}
    assert kept[0].at == NOON
    assert book.look(today=date(2027, 11, 20)) == ()  # nothing was said lately
    assert look_when_due(shop.engine, now=NOON + timedelta(days=365)) == 0
    assert book.latest() == ()
    assert not book.is_due(now=NOON + timedelta(days=365, hours=1))  # that nothing was found is known too


def test_words_count_once_a_text_with_their_forms() -> None:
    texts = ["Kolejka do kasy, a kolejka stoi", "Kolejki do kasy", "Te kolejki są do kasy samoobsługowej"]
    found = words_used([Spoken(text=text, language="pl") for text in texts])
    assert [(one.words, one.texts) for one in found[0].words] == [("kasy", 3), ("kolejki", 3)]


def test_phrases_stand_together_and_chinese_is_parted_into_words() -> None:
    texts = ["自助收银太慢", "自助收银坏了", "自助收银", *["店员热情"] * 8]
    (found,) = words_used([Spoken(text=text, language="zh-Hans") for text in texts])
    assert ("自助收银", 3) in [(one.words, one.texts) for one in (*found.words, *found.phrases)]


def test_the_text_that_stands_for_many_is_the_usual_one_and_not_the_loudest() -> None:
    texts = {
        1: "WORST STORE EVER!!! I will sue you all, disgusting, horrible, never again, my lawyer will call you!!!",
        2: "The queue at the checkout was long.",
        3: "A long queue at the checkout again.",
        4: "Long checkout queue, one till open.",
        5: "The parcel came late.",
        6: "My parcel was late.",
    }
    first, second = covering(texts, limit=2)
    assert first in {2, 3, 4}
    assert second in {5, 6}
    assert covering({}, limit=2) == ()
