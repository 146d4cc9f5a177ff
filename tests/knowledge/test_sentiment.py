import pytest

from knowledge.annotator import TextAnnotator
from knowledge.sentiment import sentiment
from metrics.ports import Annotator


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Great service, very friendly staff", "positive"),
        ("The parcel was late and damaged", "negative"),
        ("not good at all", "negative"),
        ("It wasn't bad", "positive"),
        ("Friendly staff, but the parcel was late and broken", "negative"),
        ("Parcel arrived on Tuesday", "neutral"),
        ("Bardzo miła obsługa, polecam", "positive"),
        ("Nie polecam, obsługa fatalna", "negative"),
        ("Paczka się spóźniła i była uszkodzona", "negative"),
        ("不错，很喜欢", "positive"),
        ("物流太慢了，包装也破损", "negative"),
        ("不好吃", "negative"),
        ("服務態度很差，等了兩個小時", "negative"),
        ("", "neutral"),
    ],
)
def test_the_side_of_a_text_is_told(text: str, label: str) -> None:
    assert sentiment(text).label == label


def test_a_label_carries_the_words_it_rests_on() -> None:
    assert sentiment("Slow delivery, friendly courier").words == ("slow", "friendly")


def test_a_value_stays_within_its_ends() -> None:
    assert -1 <= sentiment("bad " * 500).value < -0.99
    assert 0.99 < sentiment("good " * 500).value <= 1


def test_the_annotator_labels_language_and_sentiment() -> None:
    annotator: Annotator = TextAnnotator()
    slow, known = annotator.annotate(["Paczka przyszła za późno", "ok"], [None, "pl"])
    assert {label.field: label.label for label in slow} == {"sentiment": "negative", "language": "pl"}
    assert {label.field: label.label for label in known} == {"sentiment": "neutral", "language": "pl"}
