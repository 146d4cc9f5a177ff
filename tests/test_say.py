"""How numbers, dates and lines read in each language."""

from datetime import UTC, date, datetime

import pytest

from bot.messages import Amount, Line, Listing
from bot.say import Say, UnknownLine, spoken
from metrics.figures import Days


@pytest.mark.parametrize(
    ("language", "text"), [("en", "-7.0"), ("pl", "-7,0"), ("zh-Hans", "-7.0"), ("zh-Hant", "-7.0")]
)
def test_a_change_has_its_sign_and_the_decimal_mark_of_the_language(language: str, text: str) -> None:
    assert Say(language).text(Amount(value=-7.04, unit="points", decimals=1, signed=True)) == text


def test_a_change_that_rounds_to_nothing_is_not_a_negative_zero() -> None:
    assert Say("en").text(Amount(value=-0.04, decimals=1, signed=True)) == "+0.0"


def test_a_share_is_said_in_percent() -> None:
    assert Say("en").text(Amount(value=71.612, unit="%", decimals=1)) == "71.6%"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (Days(first=date(2026, 10, 1), end=date(2026, 11, 1)), "October 2026"),
        (Days(first=date(2026, 11, 19), end=date(2026, 11, 20)), "19 November 2026"),
        (Days(first=date(2026, 11, 1), end=date(2026, 11, 21)), "1–20 Nov 2026"),
    ],
)
def test_a_period_is_said_by_its_last_day_not_the_day_after(days: Days, text: str) -> None:
    assert Say("en").text(days).replace("\N{THIN SPACE}", " ") == text


def test_an_instant_is_said_in_the_readers_zone() -> None:
    # 23:30 UTC on 1 November is 00:30 on the 2nd in Warsaw, an hour ahead in winter.
    said = Say("en", timezone="Europe/Warsaw").text(datetime(2026, 11, 1, 23, 30, tzinfo=UTC))
    assert said == "2 Nov 2026, 00:30"


def test_a_list_uses_the_word_for_or() -> None:
    assert Say("pl").text(Listing(items=("nps", "csat"), style="or")) == "nps lub csat"


@pytest.mark.parametrize(("count", "form"), [(1, "1 open case."), (2, "2 open cases."), (0, "No open cases.")])
def test_counts_choose_the_plural(count: int, form: str) -> None:
    assert Say("en").text(Line(key="cases-open", args={"n": count})) == form


def test_a_key_that_no_catalogue_has_is_our_mistake_and_is_not_hidden() -> None:
    with pytest.raises(UnknownLine):
        Say("en").text(Line(key="no-such-line"))


@pytest.mark.parametrize(("asked", "answered"), [("zh", "zh-Hans"), ("zh-Hant", "zh-Hant"), ("de", "en"), ("pl", "pl")])
def test_a_language_we_do_not_speak_is_answered_in_the_nearest(asked: str, answered: str) -> None:
    assert spoken(asked) == answered


def test_a_long_quote_is_said_whole() -> None:
    text = "too long; " * 2_000
    assert Say("en").text(Line(key="quote", args={"text": text})) == f"“{text}”"
