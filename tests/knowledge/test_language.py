import pytest

from knowledge.language import language_of
from knowledge.script import is_traditional


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The delivery was late again", "en"),
        ("Great!", "en"),
        ("Paczka przyszła za późno", "pl"),
        ("Kurier byl mily i bardzo szybki", "pl"),
        ("Świetnie", "pl"),
        ("物流太慢了，包装也破了", "zh-Hans"),
        ("物流太慢了，還沒到貨", "zh-Hant"),
        ("这个 app 不错", "zh-Hans"),
        ("Produto ótimo, recomendo muito", "other"),
        ("Die Lieferung war sehr gut und schnell", "other"),
        ("配達がとても遅かったです", "other"),
        ("Доставка опоздала", "other"),
        ("배송이 늦었어요", "other"),
        ("12345 !!!", None),
        ("", None),
        ("iPhone", None),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_character_that_both_scripts_have_tells_nothing() -> None:
    assert not is_traditional("好大人")
