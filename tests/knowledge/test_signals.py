import pytest

from knowledge.lexicon import lexicon_of
from knowledge.sentiment import tone_of
from knowledge.signals import Signal, signals_in


def heard(text: str, language: str) -> list[Signal]:
    return signals_in(text, tone_of(text, lexicon_of(language)), language=language)


@pytest.mark.parametrize(
    ("text", "language", "field", "label"),
    [
        ("I am furious about this", "en", "emotion", "anger"),
        ("Expected better, what a let down", "en", "emotion", "disappointment"),
        ("I'm worried it got lost", "en", "emotion", "anxiety"),
        ("I don't understand the bill", "en", "emotion", "confusion"),
        ("Jestem zachwycona!", "pl", "emotion", "joy"),
        ("谢谢你们", "zh", "emotion", "gratitude"),
        ("太气人了", "zh", "emotion", "anger"),
        ("Estou muito decepcionada", "pt", "emotion", "disappointment"),
        ("My son had an allergic reaction and is in hospital", "en", "urgency", "safety"),
        ("Zgłoszę sprawę do UOKiK", "pl", "urgency", "legal"),
        ("再不处理我就报警", "zh", "urgency", "legal"),
        ("You charged twice, fix it", "en", "urgency", "money"),
        ("Where is it, the wedding is tomorrow and it is late and broken", "en", "urgency", "deadline"),
        ("Cancel my contract", "en", "intent", "leave"),
        ("Nigdy więcej", "pl", "intent", "leave"),
        ("再也不买了", "zh", "intent", "leave"),
        ("I want my money back", "en", "intent", "refund"),
        ("要求退款", "zh", "intent", "refund"),
        ("Will order again", "en", "intent", "buy_again"),
        ("下次还会来", "zh", "intent", "buy_again"),
        ("Gorąco polecam", "pl", "intent", "recommend"),
        ("I would not recommend it", "en", "intent", "not_recommend"),
        ("不推荐", "zh", "intent", "not_recommend"),
        ("Não recomendo", "pt", "intent", "not_recommend"),
        ("When does the store open?", "en", "intent", "question"),
        ("Kiedy przyjdzie paczka?", "pl", "intent", "question"),
        ("The waiter was wonderful", "en", "intent", "praise_person"),
        ("服务员很热情", "zh", "intent", "praise_person"),
        ("The glass cut me, I am bleeding", "en", "intent", "legal_or_safety"),
    ],
)
def test_what_a_text_says_is_heard(text: str, language: str, field: str, label: str) -> None:
    assert (field, label) in {(one.field, one.label) for one in heard(text, language)}


@pytest.mark.parametrize(
    ("text", "language", "label"),
    [
        ("I do not want a refund", "en", "refund"),
        ("I'm not angry", "en", "anger"),
        ("Nie jestem zła", "pl", "anger"),
        ("I would not recommend it", "en", "recommend"),
        ("The wedding was lovely", "en", "deadline"),
        ("The waiter was rude", "en", "praise_person"),
        ("The parcel came on Monday", "en", "question"),
    ],
)
def test_what_is_denied_or_not_said_is_not_heard(text: str, language: str, label: str) -> None:
    assert label not in {one.label for one in heard(text, language)}


def test_each_carries_the_words_it_rests_on() -> None:
    found = {one.label: one.words for one in heard("Furious. I want a refund or I will sue you", "en")}
    assert found == {"anger": ("furious",), "legal": ("sue",), "refund": ("refund",), "legal_or_safety": ("sue",)}
