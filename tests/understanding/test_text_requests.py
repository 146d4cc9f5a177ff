"""What is asked of texts in so many words is read in every language, and nothing else is taken for it."""

import pytest

from bot.understanding.normalise import clean, fold
from bot.understanding.text_requests import edit_in, load_patterns
from knowledge.tokens import folded


@pytest.mark.parametrize(
    ("text", "theme", "words"),
    [
        ("add theme 'gift wrapping' with words wrapping, 包装", "gift wrapping", ["wrapping", "包装"]),
        ("Dodaj temat „pakowanie” ze słowami: papier i kokarda", "pakowanie", ["papier", "kokarda"]),
        ("添加主题“礼品包装”，词语：包装、礼盒", "礼品包装", ["包装", "礼盒"]),
    ],
)
def test_a_new_theme_is_read_with_its_words_as_they_were_typed(text: str, theme: str, words: list[str]) -> None:
    assert read(text) == {"operation": "add", "theme": theme, "words": words}


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("add the word ribbon to theme gift wrapping", "add_words"),
        ("dodaj słowo kokarda do tematu pakowanie", "add_words"),
        ("把词语礼盒加到主题包装", "add_words"),
        ("remove the word bot from theme chat bot", "remove_words"),
        ("usuń słowo bot z tematu chatbot", "remove_words"),
        ("从主题包装中删除词语礼盒", "remove_words"),
        ("rename theme courier to delivery people", "rename"),
        ("zmień nazwę tematu kurier na dostawcy", "rename"),
        ("把主题快递员改名为配送", "rename"),
        ("merge theme courier into late delivery", "merge"),
        ("połącz temat kurier z tematem opóźniona dostawa", "merge"),
        ("把主题快递员并入送货慢", "merge"),
        ("remove theme noise", "remove"),
        ("usuń temat hałas", "remove"),
        ("删除主题噪音", "remove"),
    ],
)
def test_each_change_of_a_theme_is_read(text: str, operation: str) -> None:
    edit = read(text)
    assert edit is not None
    assert edit["operation"] == operation


@pytest.mark.parametrize(
    "text",
    [
        "what are the main themes?",
        "add Warszawa to the report",
        "usuń alert",
        "他们说什么主题最多？",
        "Please do not remove",
    ],
)
def test_an_ordinary_question_changes_nothing(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("words", ["which words do customers use most?", "jakich słów używają najczęściej?", "最常用哪些词？"]),
        ("similar", ["more like this", "do others say this too?", "czy inni też tak mówią?", "其他人也这么说吗？"]),
        ("summary", ["summarise what customers say", "podsumuj, co mówią klienci", "总结一下顾客的评价"]),
        ("new_themes", ["what new themes are there?", "jakie są nowe tematy?", "有哪些新主题？"]),
    ],
)
def test_requests_are_told_in_every_language(name: str, texts: list[str]) -> None:
    for text in texts:
        assert getattr(load_patterns(), name).search(folded(text)), text


def read(text: str) -> dict[str, object] | None:
    shown = clean(text)
    edit = edit_in(shown, fold(shown))
    return None if edit is None else dict(edit)
