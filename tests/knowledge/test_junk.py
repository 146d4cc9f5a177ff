import pytest

from knowledge.junk import Copies, junk_in


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("asdf", "keyboard"),
        ("qwerty", "keyboard"),
        ("asdasdasd", "keyboard"),
        ("fghjkl", "keyboard"),
        ("aaaaaa", "keyboard"),
        ("12345 ...", "no_words"),
        ("-", "no_words"),
        ("good good good good good good good good", "repeated"),
        ("Earn money today, www.example.com", "advert"),
        ("日赚三百，加微信：abc_123", "advert"),
        ("Kod rabatowy -50 % na www.example.pl", "advert"),
    ],
)
def test_texts_that_say_nothing_are_told(text: str, label: str) -> None:
    junk = junk_in(text)
    assert junk is not None
    assert junk.label == label


@pytest.mark.parametrize(
    "text",
    [
        "were",
        "tree",
        "property",
        "OK",
        "👍",
        "Super!",
        "好",
        "wifi",
        "No invoice, refund my money",
        "发票开错了",
        "power",
    ],
)
def test_short_words_are_no_junk(text: str) -> None:
    assert junk_in(text) is None


def test_a_long_text_said_again_is_a_copy_of_the_first() -> None:
    copies = Copies()
    long = "The parcel came late and the box was broken."
    assert copies.first_of([long, "very good", long.upper()], [1, 2, 3]) == [None, None, 1]
    assert copies.first_of(["very good", long], [4, 5]) == [None, 1]
