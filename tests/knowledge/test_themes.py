import random
from collections.abc import Sequence
from math import comb

import pytest

from knowledge.store.themes import ThemeCount, ThemeCounts, ThemeReader
from knowledge.theme_changes import grew, theme_changes
from knowledge.themes import LANGUAGES, ThemeAnnotator, read_taxonomy
from knowledge.theming import theme_backlog
from metrics.feedback import FeedbackFilter
from metrics.scope import EVERYTHING, NOTHING
from tests.knowledge.shop import Shop

ANNOTATOR = ThemeAnnotator()


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("All my loyalty points have vanished.", "loyalty_points"),
        ("Zniknęły mi wszystkie punkty lojalnościowe.", "loyalty_points"),
        ("會員點數不見了", "loyalty_points"),
        ("The queue at the checkout was far too long", "queues"),
        ("门店自提排队太久了", "queues"),
        ("Kurier zgubił moją paczkę", "lost_parcel"),
        ("I cannot log in since the update", "login"),
    ],
)
def test_a_text_has_the_theme_that_its_words_speak_for(text: str, theme: str) -> None:
    assert theme in {found.theme for found in ANNOTATOR.themes(text)}


def test_a_text_may_have_several_themes_or_none() -> None:
    assert {one.theme for one in ANNOTATOR.themes("物流很慢，包裝也破損了")} == {"late_delivery", "damaged_goods"}
    assert [label.label for label in ANNOTATOR.annotate(["Thank you!"], [None])[0]] == ["other"]


def test_every_theme_has_a_name_and_terms_in_every_language() -> None:
    themes = read_taxonomy()
    assert len({theme.key for theme in themes}) == len(themes)
    for theme in themes:
        assert {language for language, _ in theme.names} == {"en", "pl", "zh-Hans", "zh-Hant"}
        assert len(theme.terms) >= len(LANGUAGES)


def test_themes_are_counted_within_the_rights_of_the_asker(shop: Shop) -> None:
    assert theme_backlog(shop.engine) == 8  # nine pieces of feedback, one of them without words
    assert theme_backlog(shop.engine) == 0
    reader = ThemeReader(shop.engine)
    counts = reader.counts(FeedbackFilter(), within=EVERYTHING)
    assert counts.texts == 8
    assert counts.themes["queues"].texts == 3  # two in English, one in Chinese
    leeds = reader.counts(FeedbackFilter(), within=shop.only("Leeds"))
    assert (leeds.texts, leeds.themes["queues"].texts) == (3, 2)
    assert reader.counts(FeedbackFilter(), within=NOTHING).texts == 0
    newest = reader.ids("queues", FeedbackFilter(), within=EVERYTHING, limit=2)
    assert newest == (shop.id_of("zh"), shop.id_of("en"))


def test_growth_is_judged_by_fishers_exact_test() -> None:
    # The lady tasting tea (Fisher 1935): 3 of 4 against 1 of 4; P = (C(4,3) C(4,1) + C(4,4) C(4,0)) / C(8,4) = 17/70.
    assert grew([(3, 4, 1, 4)]) == pytest.approx(17 / 70)
    assert grew([(0, 4, 1, 4)]) == pytest.approx(1)
    assert grew([(5, 10, 0, 10)]) == pytest.approx(comb(10, 5) / comb(20, 5))
    assert grew([(5, 10, 0, 0)]) == 1  # nothing before


def test_days_of_the_week_are_judged_apart() -> None:
    # Two cups of tea each day: 1 of 1 against 0 of 1, twice. Each day has chance 1/2, so both have 1/4.
    assert grew([(1, 1, 0, 1), (1, 1, 0, 1)]) == pytest.approx(1 / 4)


def test_a_theme_of_weekends_is_not_new_on_a_weekend() -> None:
    # Before: 20 of 100 texts each Saturday and Sunday, 1 of 100 on other days. Now: a weekend alone, as ever.
    before = ThemeCounts(
        texts=700,
        themes={"queues": ThemeCount(texts=45, negative=0, by_weekday=(1, 1, 1, 1, 1, 20, 20))},
        by_weekday=(100,) * 7,
    )
    now = ThemeCounts(
        texts=200,
        themes={"queues": ThemeCount(texts=40, negative=0, by_weekday=(0, 0, 0, 0, 0, 20, 20))},
        by_weekday=(0, 0, 0, 0, 0, 100, 100),
    )
    (change,) = theme_changes(now, before)
    assert not change.emerging
    assert change.expected == pytest.approx(0.2)
    regardless = theme_changes(counted(200, queues=40), counted(700, queues=45))
    assert regardless[0].emerging  # a test that does not know of weekends would call it new


def counted(texts: int, **themes: int) -> ThemeCounts:
    return ThemeCounts(texts=texts, themes={key: ThemeCount(texts=n, negative=0) for key, n in themes.items()})


def test_a_new_theme_is_emerging_and_a_steady_one_is_not() -> None:
    changes = theme_changes(counted(200, queues=40, loyalty_points=12), counted(600, queues=118))
    assert [(one.theme, one.emerging) for one in changes] == [("queues", False), ("loyalty_points", True)]


def test_a_handful_of_texts_is_not_called_a_theme() -> None:
    (change,) = theme_changes(counted(20, wifi=4), counted(5_000))
    assert not change.emerging


def test_shuffled_dates_seldom_give_an_emerging_theme() -> None:
    chance = random.Random(7)
    themes = [key for key, share in (("a", 300), ("b", 150), ("c", 60), ("d", 30), ("e", 15)) for _ in range(share)]
    texts = themes + ["other"] * 445  # 1,000 texts, one theme each
    alarms = sum(_any_emerging(texts, chance) for _ in range(400))
    assert alarms <= 12  # 3 % of 400


def _any_emerging(texts: Sequence[str], chance: random.Random) -> bool:
    shuffled = chance.sample(texts, len(texts))
    now, before = (
        counted(len(part), **{key: part.count(key) for key in "abcde" if key in part})
        for part in (shuffled[:250], shuffled[250:])
    )
    return any(change.emerging for change in theme_changes(now, before))
